import { Hono } from 'hono'
import type { AppEnv, Context } from '../context'

/** `/moderate`, for those who have a token. */
export function moderationRoutes(_context: Context): Hono<AppEnv> {
  return new Hono<AppEnv>()
}
