import { Hono } from 'hono'
import type { AppEnv, Context } from '../context'

/** What readers tell of how it turned out. */
export function outcomeRoutes(_context: Context): Hono<AppEnv> {
  return new Hono<AppEnv>()
}
