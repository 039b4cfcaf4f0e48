import { Hono } from 'hono'
import type { AppEnv, Context } from '../context'

/** Threads of comments: reading, writing, voting. */
export function threadRoutes(_context: Context): Hono<AppEnv> {
  return new Hono<AppEnv>()
}
