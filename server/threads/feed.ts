import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import type { Article } from '../articles'
import { escapeMarkup } from '../page'
import type { Comment } from '../store/store'
import { renderMarkdown } from './markdown'

// XML cannot hold these in any form.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const xml = (text: string) => escapeMarkup(text.replace(NOT_IN_XML, ''))

const at = (time: number) => new Date(time).toISOString()

/** A name for ever (RFC 4151): also where nobody has told the server its public address. */
const nameFor = (origin: string, what: string) =>
  `tag:${origin ? new URL(origin).hostname : 'fixpath.invalid'},2026:${what}`

function entry(origin: string, comment: Comment, article: Article | undefined): string {
  const { id, name, staff, body, created, edited } = comment
  const who = staff ?? (name || t.comments.nobody)
  return `<entry><id>${xml(nameFor(origin, `comment/${id}`))}</id><title>${xml(
    `${who}: ${article?.title ?? ''}`,
  )}</title><link href="${xml(origin + links.comment(id))}"/><published>${at(created)}</published><updated>${at(
    edited ?? created,
  )}</updated><author><name>${xml(who)}</name></author><content type="html">${xml(
    renderMarkdown(body).html,
  )}</content></entry>`
}

/** The newest comments on everything in a guide, as Atom (RFC 4287). */
export function commentsFeed({
  origin = '',
  self,
  guide,
  comments,
  articleOf,
}: {
  /** The public address of the site; where it is not known, links are relative to the feed. */
  origin?: string | undefined
  /** The address of the feed. */
  self: string
  guide: { title: string; href: string }
  comments: readonly Comment[]
  articleOf: (thread: string) => Article | undefined
}): string {
  const newest = Math.max(0, ...comments.map(({ created, edited }) => edited ?? created))
  const entries = comments.map((comment) => entry(origin, comment, articleOf(comment.thread)))
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(nameFor(origin, `comments${self}`))}</id><title>${xml(
    t.comments.feedTitle(guide.title),
  )}</title><link rel="self" href="${xml(origin + self)}"/><link href="${xml(
    origin + guide.href,
  )}"/><updated>${at(newest)}</updated>${entries.join('')}</feed>
`
}
