import type { Store, ThreadId } from './store/store'

/** How often the store is asked whether another process changed something. */
const ASK_EVERY_MS = 1_000

/** Knows what changed, so that pages are made anew only then. */
export interface Changes {
  changed(thread?: ThreadId): void
  stamp(threads: readonly ThreadId[]): string
  /** Asks the store, at most once a second; what others changed counts for every thread. */
  look(): Promise<void>
}

/**
 * Counts changes. Those of this process are known at once and by thread; those of other processes (a second
 * server, the command line) only as "something changed", seen within a second.
 */
export function countChanges(store: Pick<Store, 'version'>, now: () => number): Changes {
  const byThread = new Map<ThreadId, number>()
  let everywhere = 0
  let seen: number | undefined
  let asked = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined
  const ask = async () => {
    try {
      const version = await store.version()
      if (seen !== undefined && version !== seen) everywhere++
      seen = version
    } finally {
      asked = now()
      asking = undefined
    }
  }
  return {
    changed(thread) {
      if (thread === undefined) everywhere++
      else byThread.set(thread, (byThread.get(thread) ?? 0) + 1)
    },
    stamp: (threads) => [everywhere, ...threads.map((thread) => byThread.get(thread) ?? 0)].join('.'),
    look: () => {
      if (now() - asked < ASK_EVERY_MS) return Promise.resolve()
      asking ??= ask()
      return asking
    },
  }
}
