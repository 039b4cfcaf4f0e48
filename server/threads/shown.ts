import type { ShownComment, ShownThread } from '../../lib/comments'
import { IN_PLACE, PER_PAGE } from '../../lib/comments'
import { links } from '../../lib/links'
import type { Article } from '../articles'
import type { Context } from '../context'
import { type Comment, DEEPEST } from '../store/store'
import { renderMarkdown } from './markdown'

/** The name that stands at a comment: of the moderator, where it is an answer of the staff. */
const nameOf = ({ name, staff }: Comment) => staff ?? name

/** A comment as pages show it. `others` are on the same page, where the one that it answers may be. */
export function showComment(comment: Comment, others: readonly Comment[] = []): ShownComment {
  const { id, parent, depth, staff, pinned, votes, created, edited, status, body } = comment
  const above = parent === null ? undefined : others.find((one) => one.id === parent)
  const removed = status === 'deleted' || status === 'hidden'
  return {
    id,
    parent:
      parent === null
        ? null
        : { id: parent, ...(above && above.status === 'approved' && { name: nameOf(above) }) },
    depth,
    name: nameOf(comment),
    staff: staff !== null,
    pinned,
    votes,
    created,
    edited,
    html: removed ? '' : renderMarkdown(body).html,
    removed,
    open: !removed && depth < DEEPEST,
  }
}

/** The feed of a guide stands at the guide's own thread. */
function feedOf(thread: string): { feed?: string } {
  const [product = '', kind, id = ''] = thread.split('/')
  return kind === 'guides' ? { feed: links.commentsFeed({ product, id }) } : {}
}

/** A thread without comments. */
export function showEmpty({ thread, title, href }: Article): ShownThread {
  return { thread, title, href, comments: [], count: 0, page: 1, pages: 1, ...feedOf(thread) }
}

/** Reads a page of a thread; undefined where it has no such page. */
export async function readShown(
  { store }: Pick<Context, 'store'>,
  article: Article,
  { page, size }: { page: number; size: number },
): Promise<ShownThread | undefined> {
  const { thread, title, href } = article
  const [{ comments, total }, counts] = await Promise.all([
    store.readThread(thread, { limit: size, offset: (page - 1) * size }),
    store.countComments([thread]),
  ])
  const pages = Math.max(1, Math.ceil(total / size))
  if (page > pages) return undefined
  return {
    thread,
    title,
    href,
    comments: comments.map((comment) => showComment(comment, comments)),
    count: counts.get(thread) ?? 0,
    page,
    pages,
    ...feedOf(thread),
  }
}

/** What of a thread stands on its article's page. */
export async function readInPlace(context: Pick<Context, 'store'>, article: Article): Promise<ShownThread> {
  return (await readShown(context, article, { page: 1, size: IN_PLACE })) ?? showEmpty(article)
}

/** A page of a thread's own. */
export function readPage(context: Pick<Context, 'store'>, article: Article, page: number) {
  return readShown(context, article, { page, size: PER_PAGE })
}
