import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { messages as t } from '../lib/messages'
import { Refused } from './errors'

/** How often something may be done. */
export interface Rate {
  /** Part of every key: limits with different names do not count together. */
  name: string
  times: number
  seconds: number
}

/** Counts one more for a key (a keyed hash, never an address); throws `Refused` (429) when it is too often. */
export type Limiter = (key: string) => Promise<void>

/**
 * Limits in the memory of this process: with several processes each grants the full rate. Keys are forgotten
 * when their time has run out.
 */
export function createLimiter({ name, times, seconds }: Rate): Limiter {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds })
  return async (key) => {
    try {
      await limiter.consume(key)
    } catch (found) {
      if (found instanceof Error) throw found
      const wait = Math.max(1, Math.ceil((found as RateLimiterRes).msBeforeNext / 1000))
      throw new Refused(429, 'rate-limited', t.server.tooOften(wait), { 'retry-after': String(wait) })
    }
  }
}
