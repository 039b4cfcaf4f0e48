import { describe, expect, test } from 'vitest'
import { newThread, type Suite, T } from './fixtures'

/** What moderators look for. */
export function testSearch(suite: Suite): void {
  describe('search', () => {
    test('finds all words in text, name or thread, in any case, and nothing by patterns', async () => {
      const thread = newThread()
      const { id } = await suite.add({ thread, name: 'Ünal', body: `100% of_it \\ 'quoted' ${'ß'} ΣΊΣΥΦΟΣ` })
      await suite.add({ thread, body: 'Something else entirely' })
      const find = async (text: string) =>
        (await suite.store.findComments({ thread, text, limit: 9 })).map((comment) => comment.id)
      for (const text of [
        '100%',
        'OF_IT',
        "'quoted'",
        '\\',
        'ünal 100%',
        'ÜNAL',
        `${thread} of_it`,
        'σίσυφος',
      ])
        expect(await find(text), text).toEqual([id])
      for (const text of ['1%t', '10__', 'unal', 'of_it missing', '100%" or 1=1'])
        expect(await find(text), text).toEqual([])
      expect(await find('  ')).toHaveLength(2)
    })

    test('pages in both orders, even where times are equal', async () => {
      const thread = newThread()
      const all = []
      for (let i = 0; i < 7; i++)
        all.push(
          await suite.add({ thread, now: T + Math.floor(i / 3), status: i % 2 ? 'waiting' : 'approved' }),
        )
      const sorted = all.sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
      for (const oldestFirst of [true, false]) {
        const seen: string[] = []
        for (;;) {
          const before = seen.at(-1)
          const page = await suite.store.findComments({
            thread,
            oldestFirst,
            limit: 2,
            ...(before !== undefined && { before }),
          })
          if (page.length === 0) break
          expect(page.length).toBeLessThanOrEqual(2)
          seen.push(...page.map(({ id }) => id))
        }
        expect(seen).toEqual(oldestFirst ? sorted : [...sorted].reverse())
      }
      expect(await suite.store.findComments({ thread, status: 'waiting', limit: 9 })).toHaveLength(3)
      expect(await suite.store.findComments({ thread, limit: 0 })).toHaveLength(1)
      expect(await suite.store.findComments({ thread, limit: 1e9 })).toHaveLength(7)
    })

    test('counts by status', async () => {
      const before = await suite.store.countByStatus()
      await suite.add()
      await suite.add({ status: 'waiting' })
      await suite.store.moderate((await suite.add()).id, 'hide', 'ben', T)
      await suite.store.moderate((await suite.add()).id, 'delete', 'ben', T)
      const { waiting, approved, hidden, deleted } = before
      expect(await suite.store.countByStatus()).toEqual({
        waiting: waiting + 1,
        approved: approved + 1,
        hidden: hidden + 1,
        deleted: deleted + 1,
      })
    })
  })
}
