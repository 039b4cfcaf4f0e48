import { describe, expect, test } from 'vitest'
import { DAY, random, type Suite, T } from './fixtures'

/** What moderators need besides comments: sessions that end, and not doing what was not seen. */
export function testSessions(suite: Suite): void {
  describe('moderators', () => {
    test('end a session for every process, until it would have run out', async () => {
      const [ended, other] = [random(), random()]
      await suite.store.endSession(ended, T + DAY)
      await suite.store.endSession(ended, T + DAY)
      expect(await suite.other.isSessionEnded(ended)).toBe(true)
      expect(await suite.other.isSessionEnded(other)).toBe(false)
      await suite.store.forgetWriters(T, T + DAY)
      expect(await suite.store.isSessionEnded(ended)).toBe(false)
    })

    test('find one comment, with whether its writer is banned', async () => {
      const { id } = await suite.add({ status: 'waiting' })
      await suite.store.moderate(id, 'ban', 'ben', T)
      const [found, ...others] = await suite.store.findComments({ id, limit: 9, now: T })
      expect(found).toMatchObject({ id, banned: true })
      expect(others).toEqual([])
    })

    test('do nothing to a comment that is not as they saw it', async () => {
      const { id, edited } = await suite.add({ status: 'waiting' })
      const seen = { status: 'waiting', edited } as const
      const approve = (as: { status: 'waiting' | 'hidden'; edited: number | null }) =>
        suite.store.moderate(id, 'approve', 'ben', T, undefined, as)
      expect(await approve({ ...seen, edited: T + 1 })).toBeUndefined()
      expect(await approve({ ...seen, status: 'hidden' })).toBeUndefined()
      expect((await approve(seen))?.comment.status).toBe('approved')
      // The second of two moderators at once.
      expect(await approve(seen)).toBeUndefined()
      expect(await suite.store.auditLog({ limit: 9, comment: id })).toHaveLength(1)
    })
  })
}
