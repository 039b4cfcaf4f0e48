import { createElement } from 'react'
import { ProblemPage } from '../../components/moderation/CommentPage'
import { moderationLinks } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { type Fields, wantsJson } from '../body'
import type { Context } from '../context'
import type { AuditEntry, Comment, CommentStatus } from '../store/store'
import { checkBody } from '../threads/text'
import { plainHash } from '../visitor'
import { answerComment } from './answer'
import { type DeskRequest, deskOf } from './env'
import { renderDesk } from './page'
import { ANSWER, doneBy } from './read'

const words = t.moderation.problems

/** What a button of a moderator can do, but for answering. */
const ACTIONS = ['approve', 'hide', 'delete', 'pin', 'unpin', 'ban', 'unban'] as const
type Action = (typeof ACTIONS)[number]

export const isAction = (name: string): name is Action => (ACTIONS as readonly string[]).includes(name)

type Seen = Pick<Comment, 'status' | 'edited'>

/** What a form says that its moderator saw: `waiting.0`, or `approved.` and when it was edited. */
export function readSeen(text: string | undefined): Seen | undefined {
  const found = /^(waiting|approved|hidden)\.(\d{1,15})$/.exec(text ?? '')
  return found ? { status: found[1] as CommentStatus, edited: Number(found[2]) || null } : undefined
}

/** Where a form says to go on; only ever to these pages. */
export function backFrom(fields: Fields): string {
  const back = fields.back ?? ''
  return /^\/moderate\/(?:comments\/[a-z0-9]{16}\/|log\/)?(?:\?[\w=&%+.*-]*)?$/.test(back)
    ? back
    : moderationLinks.desk()
}

/** Why nothing was done. */
interface NotDone {
  problem: string
  /** The comment that it is about, if it exists. */
  comment?: string
  /** What the moderator had typed, so that it is not lost. */
  typed?: string
  status?: 404 | 409 | 422
}

/** Says that nothing was done, and why. */
export function sayProblem(
  context: Context,
  c: DeskRequest,
  { problem, comment, typed, status = 409 }: NotDone,
): Response {
  if (wantsJson(c)) return c.json({ error: 'not-done', message: problem }, status)
  const page = createElement(ProblemPage, { desk: deskOf(context, c), problem, comment, typed })
  return renderDesk(context, words.title, page, { status })
}

/** Says what was done: to a script at once, else on the page where the moderator goes on. */
export async function sayDone(
  context: Context,
  c: DeskRequest,
  entry: AuditEntry,
  back: string,
): Promise<Response> {
  if (wantsJson(c)) {
    const { message } = await doneBy(context, entry)
    const comment = await context.store.comment(entry.comment)
    return c.json({ message, entry: entry.id, comment: entry.comment, status: comment?.status })
  }
  return c.redirect(`${back}${back.includes('?') ? '&' : '?'}did=${entry.id}`, 303)
}

function whenFor(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  return minutes < 1
    ? t.moderation.when.now
    : minutes < 60
      ? t.moderation.when.minutes(minutes)
      : t.moderation.when.exact(at)
}

/** Why a comment is not as a moderator saw it. */
async function whatHappened(context: Context, id: string, seen: Seen | undefined): Promise<NotDone> {
  const { store, now } = context
  const comment = await store.comment(id)
  if (!comment) return { problem: words.noComment, status: 404 }
  if (comment.status === 'deleted') return { problem: words.deleted, comment: id }
  if (seen?.status === comment.status) return { problem: words.edited, comment: id }
  const [last] = await store.auditLog({ limit: 1, comment: id })
  if (!last) return { problem: words.changed, comment: id }
  const what = t.moderation.logPage.names[last.action]
  return { problem: words.handled(last.by, what, whenFor(last.at, now())), comment: id }
}

/** A second press of a button comes this soon after the first. */
export const SECOND_PRESS_MS = 60_000

/** What this moderator has just done to a comment, if that is what is asked for again. */
async function doneBefore(
  { store, now }: Context,
  c: DeskRequest,
  id: string,
  action: AuditEntry['action'],
): Promise<AuditEntry | undefined> {
  const [last] = await store.auditLog({ limit: 1, comment: id })
  const isMine = last?.by === c.get('session').name && last.action === action
  return isMine && now() - last.at < SECOND_PRESS_MS ? last : undefined
}

/** Tells the pages of readers, unless they show nothing of it. */
const CHANGES_NOTHING: readonly string[] = ['ban', 'unban']

/** Does what a form says to a comment. */
export async function act(
  context: Context,
  c: DeskRequest,
  id: string,
  action: Action,
  fields: Fields,
): Promise<Response> {
  const { store, now, changes } = context
  const seen = readSeen(fields.seen)
  const result = await store.moderate(id, action, c.get('session').name, now(), undefined, seen)
  if (!result) {
    const before = await doneBefore(context, c, id, action)
    if (before) return sayDone(context, c, before, backFrom(fields))
    return sayProblem(context, c, await whatHappened(context, id, seen))
  }
  if (!CHANGES_NOTHING.includes(action)) changes.changed(result.comment.thread)
  return sayDone(context, c, result.entry, backFrom(fields))
}

/** Publishes the answer that a form holds. */
export async function answer(
  context: Context,
  c: DeskRequest,
  id: string,
  fields: Fields,
): Promise<Response> {
  const { store, now, changes } = context
  const seen = readSeen(fields.seen)
  const { name, id: session } = c.get('session')
  const body = fields.body ?? ''
  const result = await answerComment(store, id, {
    by: name,
    staff: name,
    body,
    seen,
    // A second press of the button comes with the same words from the same page.
    submission: plainHash(JSON.stringify(['answer', session, id, fields.seen, body])),
    now: now(),
  })
  const before = result === 'changed' ? await doneBefore(context, c, id, 'answer') : undefined
  const [, answerId = ''] = ANSWER.exec(before?.detail ?? '') ?? []
  // As it was stored: forms send line ends of their own.
  const checked = checkBody(body)
  if (before && 'text' in checked && (await store.comment(answerId))?.body === checked.text)
    return sayDone(context, c, before, backFrom(fields))
  if (result === 'changed')
    return sayProblem(context, c, { ...(await whatHappened(context, id, seen)), typed: body })
  if ('problem' in result) return sayProblem(context, c, { ...result, comment: id, typed: body, status: 422 })
  changes.changed(result.answer.thread)
  return sayDone(context, c, result.entry, backFrom(fields))
}

/** Takes back what an entry of the log says. */
export async function undo(
  context: Context,
  c: DeskRequest,
  entry: number,
  fields: Fields,
): Promise<Response> {
  const { store, now, changes } = context
  const result = await store.undo(entry, c.get('session').name, now())
  if (result === 'not-found') return sayProblem(context, c, { problem: words.noEntry, status: 404 })
  if (result === 'too-late') {
    const [undone] = await store.auditLog({ limit: 1, before: entry + 1 })
    return sayProblem(context, c, { problem: words.tooLate, ...(undone && { comment: undone.comment }) })
  }
  changes.changed(result.comment.thread)
  return sayDone(context, c, result.entry, backFrom(fields))
}
