import type { Store, ThreadId } from './store/store'

/** How often the store is asked whether another process changed something. */
const ASK_EVERY_MS = 1_000

/** How long it may take to say so, before pages are served as they are. */
const MOST_MS = 500

/** Knows what changed, so that pages are made anew only then. */
export interface Changes {
  /** Something changed in a thread (or perhaps in any), which this process did itself. */
  changed(thread?: ThreadId): void
  /** Changes when one of these threads does. */
  stamp(threads: readonly ThreadId[]): string
  /** Was the store asked within the last second? */
  isFresh(): boolean
  /** Asks the store, at most once a second; what others changed counts for every thread. Never fails. */
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
  let answers = true

  async function ask(): Promise<void> {
    try {
      const version = await store.version()
      if (seen !== undefined && version !== seen) everywhere++
      seen = version
      answers = true
    } catch {
      answers = false
    } finally {
      asked = now()
      asking = undefined
    }
  }

  const isFresh = () => Math.abs(now() - asked) < ASK_EVERY_MS
  return {
    changed(thread) {
      if (thread === undefined) everywhere++
      else byThread.set(thread, (byThread.get(thread) ?? 0) + 1)
    },
    stamp: (threads) => [everywhere, ...threads.map((thread) => byThread.get(thread) ?? 0)].join('.'),
    isFresh,
    async look() {
      if (isFresh()) return
      asking ??= ask()
      // Whoever reads does not wait for a store that is gone.
      if (!answers) return
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((done) => {
        timer = setTimeout(() => {
          answers = false
          done()
        }, MOST_MS)
      })
      await Promise.race([asking, late])
      clearTimeout(timer)
    },
  }
}
