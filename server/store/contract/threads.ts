import { describe, expect, test } from 'vitest'
import { newThread, type Suite, T, times } from './fixtures'

/** Reading threads, and voting. */
export function testThreads(suite: Suite): void {
  describe('reading a thread', () => {
    test('puts pinned before staff before votes before age, and answers below, oldest first', async () => {
      const thread = newThread()
      const old = await suite.add({ thread, now: T })
      const young = await suite.add({ thread, now: T + 2 })
      const liked = await suite.add({ thread, now: T + 3 })
      const staff = await suite.add({ thread, now: T + 4, staff: 'ben' })
      const pinned = await suite.add({ thread, now: T + 5 })
      const second = await suite.add({ thread, parent: liked.id, now: T + 7 })
      const first = await suite.add({ thread, parent: liked.id, now: T + 6 })
      const below = await suite.add({ thread, parent: second.id, now: T + 8 })
      await suite.add({ thread, status: 'waiting' })
      await suite.store.vote(liked.id, 'a', T)
      await suite.store.vote(below.id, 'a', T)
      await suite.store.vote(below.id, 'b', T)
      await suite.store.moderate(pinned.id, 'pin', 'ben', T)
      const expected = [pinned, staff, liked, first, second, below, old, young].map(({ id }) => id)
      expect(await suite.idsOf(thread)).toEqual(expected)
      const page = await suite.other.readThread(thread, { limit: 3, offset: 2 })
      expect(page.comments.map(({ id }) => id)).toEqual(expected.slice(2, 5))
      expect(page.total).toBe(8)
      expect(await suite.store.readThread(thread, { limit: 3, offset: 80 })).toEqual({
        comments: [],
        total: 8,
      })
      expect(await Promise.all(expected.map((id) => suite.store.placeInThread(id)))).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7,
      ])
    })

    test('keeps the place of what is gone while it has approved replies', async () => {
      const thread = newThread()
      const top = await suite.add({ thread, name: 'Secret', body: 'secret' })
      const middle = await suite.add({ thread, parent: top.id })
      const bottom = await suite.add({ thread, parent: middle.id })
      await suite.store.moderate(top.id, 'delete', 'ben', T)
      await suite.store.moderate(middle.id, 'hide', 'ben', T)
      const { comments, total } = await suite.store.readThread(thread, { limit: 9, offset: 0 })
      expect(total).toBe(3)
      expect(comments).toEqual([
        { ...top, name: '', body: '', status: 'deleted' },
        { ...middle, name: '', body: '', status: 'hidden' },
        bottom,
      ])
      expect(await suite.store.placeInThread(top.id)).toBe(0)
      await suite.store.moderate(bottom.id, 'hide', 'ben', T)
      expect(await suite.store.readThread(thread, { limit: 9, offset: 0 })).toEqual({
        comments: [],
        total: 0,
      })
      expect(await suite.store.placeInThread(top.id)).toBeUndefined()
      expect(await suite.store.placeInThread('nobody')).toBeUndefined()
    })

    test('counts and lists what is approved', async () => {
      const [a, b, c] = [newThread(), newThread(), newThread()]
      await suite.add({ thread: a, now: T + 1 })
      const middle = await suite.add({ thread: a, now: T + 2 })
      const last = await suite.add({ thread: b, now: T + 3 })
      await suite.add({ thread: a, now: T + 4, status: 'waiting' })
      const counts = await suite.store.countComments([a, b, c])
      expect([...counts].sort()).toEqual([[a, 2] as const, [b, 1] as const].sort())
      expect((await suite.store.countComments()).get(a)).toBe(2)
      expect(await suite.store.countComments([])).toEqual(new Map())
      expect(await suite.store.latestComments([a, b, c], 2)).toEqual([last, middle])
      expect(await suite.store.latestComments([], 2)).toEqual([])
    })
  })

  describe('votes', () => {
    test('count each visitor once, however many come at once', async () => {
      const { id } = await suite.add()
      const results = await Promise.all(
        times(200, (i) => (i % 2 ? suite.store : suite.other).vote(id, `visitor ${i % 50}`, T)),
      )
      expect(results.filter((result) => result?.counted)).toHaveLength(50)
      expect(await suite.store.comment(id)).toMatchObject({ votes: 50 })
      expect(await suite.store.vote(id, 'visitor 1', T)).toEqual({ votes: 50, counted: false })
    })

    test('leave nothing behind when the comment is deleted meanwhile', async () => {
      const comments = await Promise.all(times(10, () => suite.add()))
      await Promise.all(
        comments.flatMap(({ id }) => [
          ...times(6, (i) => suite.store.vote(id, `visitor ${i}`, T)),
          suite.other.moderate(id, 'delete', 'ben', T),
        ]),
      )
      for (const { id } of comments) expect(await suite.store.comment(id)).toMatchObject({ votes: 0 })
    })

    test('count only for approved comments, and grow the version', async () => {
      const waiting = await suite.add({ status: 'waiting' })
      const { id } = await suite.add()
      expect(await suite.store.vote(waiting.id, 'a', T)).toBeUndefined()
      expect(await suite.store.vote('nobody', 'a', T)).toBeUndefined()
      expect(await suite.changes(() => suite.store.vote(id, 'a', T))).toBe(true)
      expect(await suite.changes(() => suite.store.vote(id, 'a', T))).toBe(false)
    })
  })
}
