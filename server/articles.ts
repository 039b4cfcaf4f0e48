import { z } from 'zod'
import type { Site } from './site'
import type { ThreadId } from './store/store'

/** An article that readers may comment on. */
export interface Article {
  thread: ThreadId
  title: string
  /** Where it is published; an FAQ entry is a place on a page. */
  href: string
  /** The guides it belongs to: `teams/caa20002`. */
  guides: readonly string[]
}

/** The closed list of what can be commented on: whatever is not here does not exist. */
export interface Articles {
  get(thread: string): Article | undefined
  all(): readonly Article[]
  /** A guide and the threads of everything in it: its own, its FAQ entries, its fixes. */
  guide(id: string): { title: string; href: string; threads: readonly ThreadId[] } | undefined
}

/** Where the build publishes the list. */
export const THREADS_FILE = '/threads.json'

const published = z.record(
  z.string().regex(/^[a-z0-9-]+\/(faq|fixes|guides)\/[a-z0-9-]+$/),
  z.object({ title: z.string(), href: z.string().startsWith('/'), guides: z.array(z.string()) }),
)

/** Makes the list from what the build published. */
export function listArticles(json: unknown): Articles {
  const byThread = new Map(
    Object.entries(published.parse(json)).map(([thread, article]) => [thread, { thread, ...article }]),
  )
  const all = [...byThread.values()]
  const guides = new Map(
    all
      .filter(({ thread }) => thread.includes('/guides/'))
      .map(({ thread, title, href }) => {
        const id = thread.replace('/guides/', '/')
        const threads = all.filter((one) => one.guides.includes(id)).map((one) => one.thread)
        return [id, { title, href, threads: [...new Set([thread, ...threads])] }]
      }),
  )
  return {
    get: (thread) => byThread.get(thread),
    all: () => all,
    guide: (id) => guides.get(id),
  }
}

/** Reads the list of the published site. */
export async function readArticles(site: Site): Promise<Articles> {
  return listArticles(JSON.parse(await site.text(THREADS_FILE)))
}
