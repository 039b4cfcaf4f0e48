import { type CommentField, MOST_LINKS, TRAP } from '../../lib/comments'
import { messages as t } from '../../lib/messages'
import { type Finding, findPersonalData, takeOut } from '../../lib/personal-data'
import type { Fields } from '../body'
import type { Moderator } from '../config'
import { resemblesStaff } from '../moderation/names'
import { renderMarkdown } from './markdown'
import { checkBody, checkName } from './text'

/** What a form said, fit to be stored; or what it comes back with. */
export type Draft =
  | { name: string; body: string }
  | { problems: Partial<Record<CommentField, string>> }
  | { alert: string }
  | { found: Finding[] }

/** Checks name and text of a comment, new or changed. */
export function checkDraft(fields: Fields, moderators: readonly Moderator[]): Draft {
  if (fields[TRAP]) return { alert: t.comments.problems.trap }
  const isRemoved = fields.personal === 'remove'
  const clean = (text: string) => (isRemoved ? takeOut(text, t.comments.personal.removed) : text)
  const name = checkName(fields.name ?? '')
  const body = checkBody(fields.body ?? '')
  const problems: Partial<Record<CommentField, string>> = {}
  if ('problem' in name) problems.name = name.problem
  else if (name.text && resemblesStaff(name.text, moderators)) problems.name = t.comments.problems.nameTaken
  if ('problem' in body) problems.body = body.problem
  else {
    const { links } = renderMarkdown(body.text)
    if (links > MOST_LINKS) problems.body = t.comments.problems.links(links)
  }
  if ('problem' in name || 'problem' in body || problems.name || problems.body) return { problems }
  if (fields.personal !== 'keep' && !isRemoved) {
    const found = [...findPersonalData(name.text), ...findPersonalData(body.text)]
    if (found.length) return { found }
  }
  // What stands for what was taken out may be longer than it: a name is cut, a text says so.
  const cleanName = checkName(clean(name.text))
  const cleanBody = checkBody(clean(body.text))
  if ('problem' in cleanBody) return { problems: { body: cleanBody.problem } }
  return { name: 'problem' in cleanName ? '' : cleanName.text, body: cleanBody.text }
}
