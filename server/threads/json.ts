import { PER_PAGE } from '../../lib/comments'
import { links } from '../../lib/links'
import type { Article } from '../articles'
import type { Context } from '../context'
import { renderMarkdown } from './markdown'

/** A page of a thread for machines; undefined where there is no such page. */
export async function threadJson(
  { store }: Pick<Context, 'store'>,
  { thread, title, href }: Article,
  page: number,
): Promise<string | undefined> {
  const { comments, total } = await store.readThread(thread, {
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  })
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  if (page > pages) return undefined
  return JSON.stringify({
    thread,
    title,
    url: href,
    page,
    pages,
    total,
    comments: comments.map(
      ({ id, parent, depth, name, staff, pinned, votes, created, edited, status, body }) => {
        const removed = status !== 'approved'
        return {
          id,
          url: links.comment(id),
          parent,
          depth,
          removed,
          ...(!removed && {
            name: staff ?? name,
            staff: staff !== null,
            pinned,
            votes,
            created: new Date(created).toISOString(),
            edited: edited === null ? null : new Date(edited).toISOString(),
            text: body,
            html: renderMarkdown(body).html,
          }),
        }
      },
    ),
  })
}
