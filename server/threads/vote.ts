import { Hono, type Context as Request } from 'hono'
import { anchorOf } from '../../lib/comments'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { wantsJson } from '../body'
import type { AppEnv, Context } from '../context'
import { Refused } from '../errors'
import { addressOf, keyedHash } from '../visitor'
import { articleFor, commentIdOf } from './find'
import { limitKey } from './writer'

/** The page of ours that a form was sent from, to lead back to. */
function pageBefore(c: Request<AppEnv>): string | undefined {
  const referer = c.req.header('referer')
  if (!referer || !URL.canParse(referer)) return undefined
  const { host, pathname, search } = new URL(referer)
  // A path that begins with two slashes would lead to another host.
  return host === c.req.header('host') && !pathname.startsWith('//') ? pathname + search : undefined
}

/** "Me too": one for each visitor and comment, known by a keyed hash that only this comment shares. */
export function voteRoutes(context: Context): Hono<AppEnv> {
  const { config, store, now, changes } = context
  const limit = context.limiter({ name: 'votes', times: 120, seconds: 600 })
  return new Hono<AppEnv>().post('/comments/:id/vote', async (c) => {
    const id = commentIdOf(c.req.param('id'))
    await limit(limitKey(context, c))
    const noComment = () => new Refused(404, 'no-comment', t.comments.problems.noComment)
    const comment = await store.comment(id)
    if (comment?.status !== 'approved') throw noComment()
    articleFor(context, comment)
    const address = addressOf(c, config.trustedProxies)
    const visitor = keyedHash(config.secret, 'vote', id, address, c.req.header('user-agent') ?? '')
    const result = await store.vote(id, visitor, now())
    if (!result) throw noComment()
    if (result.counted) changes.changed(comment.thread)
    if (wantsJson(c)) return c.json({ id, ...result })
    return c.redirect(`${pageBefore(c) ?? links.comment(id)}#${anchorOf(id)}`, 303)
  })
}
