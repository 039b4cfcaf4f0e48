import {
  type DeskComment,
  type DeskEntry,
  type DeskList,
  type Done,
  seenOf,
  TABS,
  type Tab,
  UNDOABLE,
} from '../../components/moderation/desk'
import type { DeskSearch } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { findPersonalData } from '../../lib/personal-data'
import type { Context } from '../context'
import type { AuditEntry, Comment, ModeratedComment } from '../store/store'
import { renderMarkdown } from '../threads/markdown'
import { resemblesStaff } from './names'
import { plainWords } from './promote/plain-mdx'

/** How many comments stand on a page of the list. */
const PER_PAGE = 20
/** How many lines of the log stand on a page. */
const LOG_PER_PAGE = 50

/** The first words of a text, to recognise it by. */
export function firstWords(body: string, length = 90): string {
  const words = plainWords(body).replace(/\s+/g, ' ').trim()
  return words.length > length ? `${words.slice(0, length).replace(/\s+\S*$/, '')} …` : words
}

/** A comment as a moderator sees it. */
export async function toDeskComment(
  { store, articles, config }: Pick<Context, 'store' | 'articles' | 'config'>,
  comment: ModeratedComment,
): Promise<DeskComment> {
  const { id, body, status, staff, pinned, created, edited, thread, banned } = comment
  const article = articles.get(thread)
  const above = comment.parent === null ? undefined : await store.comment(comment.parent)
  return {
    id,
    body,
    status,
    staff,
    pinned,
    created,
    edited,
    thread,
    banned,
    name: staff ?? comment.name,
    html: renderMarkdown(body).html,
    article: article && { title: article.title, href: article.href },
    parent: above && { id: above.id, name: above.staff ?? above.name, words: firstWords(above.body) },
    personal: findPersonalData(`${comment.name}\n${body}`),
    likeStaff: staff === null && resemblesStaff(comment.name, config.moderators),
    bannable: comment.addressHash !== null || comment.browserHash !== null,
  }
}

/** The comment of an address, as a moderator sees it. */
export async function readComment(context: Context, id: string): Promise<DeskComment | undefined> {
  const [found] = await context.store.findComments({ id, limit: 1, now: context.now() })
  return found && toDeskComment(context, found)
}

/** What a list shows, as its address says. */
export function readSearch(query: Readonly<Record<string, string>>): DeskSearch & { status: Tab } {
  const status = TABS.find((tab) => tab === query.status) ?? 'waiting'
  const text = query.text?.trim().slice(0, 200)
  return {
    status,
    ...(text && { text }),
    ...(query.thread && { thread: query.thread.slice(0, 200) }),
    ...(query.before && { before: query.before.slice(0, 40) }),
  }
}

/** A page of a list of comments: what waits with the oldest first, the others with the newest. */
export async function readList(context: Context, search: DeskSearch & { status: Tab }): Promise<DeskList> {
  const { store, now } = context
  const { status, text, thread, before } = search
  const [found, counts] = await Promise.all([
    store.findComments({
      status,
      ...(text && { text }),
      ...(thread && { thread }),
      ...(before && { before }),
      oldestFirst: status === 'waiting',
      limit: PER_PAGE + 1,
      now: now(),
    }),
    store.countByStatus(),
  ])
  const page = found.slice(0, PER_PAGE)
  return {
    search,
    counts,
    comments: await Promise.all(page.map((comment) => toDeskComment(context, comment))),
    next: found.length > PER_PAGE ? page.at(-1)?.id : undefined,
  }
}

/** A page of the log, and where the next one begins. */
export async function readLog(
  { store }: Pick<Context, 'store'>,
  { before, comment }: { before?: number | undefined; comment?: string | undefined },
): Promise<{ entries: DeskEntry[]; next: number | undefined }> {
  const found = await store.auditLog({
    limit: LOG_PER_PAGE + 1,
    ...(before !== undefined && { before }),
    ...(comment !== undefined && { comment }),
  })
  const entries = found.slice(0, LOG_PER_PAGE)
  return { entries, next: found.length > LOG_PER_PAGE ? entries.at(-1)?.id : undefined }
}

/** The number of an entry in an address. */
export function entryNumber(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

/** How the log names the answer that was given. */
export const ANSWER = /^answer ([a-z0-9]{16})$/

/** What an entry of the log means to whoever has just done it. */
export async function doneBy({ store }: Pick<Context, 'store'>, entry: AuditEntry): Promise<Done> {
  const comment = await store.comment(entry.comment)
  const message = t.moderation.done[entry.action](
    t.moderation.comment.by(comment?.staff ?? comment?.name ?? ''),
  )
  if (UNDOABLE.includes(entry.action)) return { message, undo: { entry: entry.id } }
  const [, answerId] = entry.action === 'answer' ? (ANSWER.exec(entry.detail) ?? []) : []
  const answer: Comment | undefined = answerId ? await store.comment(answerId) : undefined
  return answer?.status === 'approved'
    ? { message, undo: { hide: answer.id, seen: seenOf(answer) } }
    : { message }
}

/** What the address says was just done. */
export async function readDone(
  context: Pick<Context, 'store'>,
  did: string | undefined,
): Promise<Done | undefined> {
  const id = entryNumber(did)
  if (id === undefined) return undefined
  const [entry] = await context.store.auditLog({ limit: 1, before: id + 1 })
  return entry?.id === id ? doneBy(context, entry) : undefined
}
