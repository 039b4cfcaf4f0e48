import type { Context } from './context'
import { describeError } from './log'

/** How long the hash of a writer's address is kept, for bans. */
export const WRITERS_KEPT_MS = 30 * 24 * 60 * 60_000

const EVERY_MS = 60 * 60_000

/** Forgets what is no longer needed: hashes of writers' addresses, spent proofs, bans that have run out. */
export async function keepHouse({ store, now, log }: Pick<Context, 'store' | 'now' | 'log'>): Promise<void> {
  try {
    await store.forgetWriters(now() - WRITERS_KEPT_MS, now())
  } catch (error) {
    log.write('error', { ...describeError(error), work: 'housekeeping' })
  }
}

/** Keeps house now and every hour, until it is told to stop. */
export function startHousekeeping(context: Pick<Context, 'store' | 'now' | 'log'>): () => Promise<void> {
  let running = keepHouse(context)
  const timer = setInterval(() => {
    running = keepHouse(context)
  }, EVERY_MS).unref()
  return async () => {
    clearInterval(timer)
    // The store is closed next.
    await running
  }
}
