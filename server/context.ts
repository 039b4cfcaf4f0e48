import type { HttpBindings } from '@hono/node-server'
import { type Articles, readArticles } from './articles'
import { createPageCache, type PageCache } from './cache'
import { type Changes, countChanges } from './changes'
import type { Config } from './config'
import { createLimiter, type Limiter, type Rate } from './limits'
import type { Log } from './log'
import { readShell, type Shell } from './shell'
import type { Site } from './site'
import type { Store } from './store/store'

/** What every part of the server is given. */
export interface Context {
  config: Config
  store: Store
  site: Site
  articles: Articles
  /** The head of our own pages. */
  shell: Shell
  log: Log
  /** Milliseconds since 1970. */
  now(): number
  /** A limit of its own for some purpose; made once, when routes are made. */
  limiter(rate: Rate): Limiter
  /**
   * Knows what changed. After every change that readers can see, call `changes.changed(thread)` (or without a
   * thread, when it may concern any page): what shows it is made anew at its next request.
   */
  changes: Changes
  /** Pages made from the store. */
  pages: PageCache
}

/** What a context is made of; the rest follows from it. */
export interface Parts {
  config: Config
  store: Store
  site: Site
  log: Log
  now?: () => number
}

/** Reads what the published site tells the server, and joins it with the rest. */
export async function createContext({ config, store, site, log, now = Date.now }: Parts): Promise<Context> {
  const [articles, shell] = await Promise.all([readArticles(site), readShell(site)])
  const changes = countChanges(store, now)
  const pages = createPageCache(changes, now, log)
  return { config, store, site, articles, shell, log, now, limiter: createLimiter, changes, pages }
}

/** What Hono knows of a request. */
export interface AppEnv {
  Bindings: HttpBindings
  Variables: { requestId: string }
}
