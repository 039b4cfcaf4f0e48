import { Hono } from 'hono'
import { links } from '../lib/links'
import type { AppEnv, Context } from './context'

/** How long the store may take to answer before the server calls itself ill. */
const MOST_MS = 2_000

/** `/healthz`: 200 while the store answers, else 503. */
export function healthRoutes({ store }: Pick<Context, 'store'>): Hono<AppEnv> {
  return new Hono<AppEnv>().get(links.health(), async (c) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error('late')), MOST_MS)
    })
    try {
      await Promise.race([store.check(), late])
      return c.json({ status: 'ok' })
    } catch {
      return c.json({ status: 'store unavailable' }, 503)
    } finally {
      clearTimeout(timer)
    }
  })
}
