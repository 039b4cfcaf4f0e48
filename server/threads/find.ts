import { COMMENT_ID } from '../../lib/comments'
import { messages as t } from '../../lib/messages'
import type { Article } from '../articles'
import type { Context } from '../context'
import { Refused } from '../errors'
import type { Comment } from '../store/store'

/**
 * The article that an address names, from the closed list.
 *
 * @throws Refused (404)
 */
export function articleOf(
  { articles }: Pick<Context, 'articles'>,
  { product, kind, id }: { product: string; kind: string; id: string },
): Article {
  const article = articles.get(`${product}/${kind}/${id}`)
  if (!article) throw new Refused(404, 'unknown-thread', t.comments.problems.unknownThread)
  return article
}

/** The article of a comment; one that was written before its article was removed is shown as none. */
export function articleFor({ articles }: Pick<Context, 'articles'>, comment: Comment): Article {
  const article = articles.get(comment.thread)
  if (!article) throw new Refused(404, 'unknown-thread', t.comments.problems.unknownThread)
  return article
}

/**
 * The id of a comment in an address.
 *
 * @throws Refused (404) for what can be none
 */
export function commentIdOf(id: string): string {
  if (!COMMENT_ID.test(id)) throw new Refused(404, 'no-comment', t.comments.problems.noComment)
  return id
}
