import { Hono } from 'hono'
import { site } from '../../site.config'
import type { AppEnv, Context } from '../context'
import { ownRoutes } from './own'
import { postRoutes } from './post'
import { readRoutes } from './read'
import { voteRoutes } from './vote'

/** Threads of comments: reading, writing, voting. A site whose comments are elsewhere has none. */
export function threadRoutes(context: Context): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  if (site.comments !== 'server') return app
  for (const routes of [readRoutes, postRoutes, voteRoutes, ownRoutes]) app.route('/', routes(context))
  return app
}
