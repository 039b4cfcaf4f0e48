import { describe, expect, test } from 'vitest'
import { DAY, MINUTE, newOutcome, random, type Suite, T, times } from './fixtures'

/** Outcomes, their counts and their export. */
export function testOutcomes(suite: Suite): void {
  describe('outcomes', () => {
    const newFix = () => `teams/${random()}`

    test('are stored once, however often they are sent', async () => {
      const fix = newFix()
      const outcome = newOutcome({ fix })
      const results = await Promise.all(
        times(10, (i) => (i % 2 ? suite.store : suite.other).addOutcome(outcome)),
      )
      expect(results.filter(Boolean)).toHaveLength(1)
      expect(await suite.store.countOutcomes([fix])).toEqual(new Map([[fix, { helped: 1, told: 1 }]]))
    })

    test('count each visit once for a fix, by its latest word', async () => {
      const fix = newFix()
      const visit = random()
      const tell = (step: number, kind: 'failed' | 'solved', who = visit) =>
        suite.store.addOutcome(newOutcome({ visit: who, step, fix, event: { kind, fix: 'x' } }))
      expect(await suite.changes(() => tell(2, 'failed'))).toBe(true)
      expect(await suite.store.countOutcomes([fix])).toEqual(new Map([[fix, { helped: 0, told: 1 }]]))
      await tell(3, 'solved')
      await tell(1, 'failed')
      await tell(0, 'failed', random())
      expect(await suite.changes(() => tell(4, 'solved'))).toBe(false)
      expect((await suite.store.countOutcomes()).get(fix)).toEqual({ helped: 1, told: 2 })
      await tell(5, 'failed')
      expect((await suite.store.countOutcomes()).get(fix)).toEqual({ helped: 0, told: 2 })
      expect(await suite.store.countOutcomes([])).toEqual(new Map())
    })

    test('that many tell at once are all counted', async () => {
      const fix = newFix()
      await Promise.all(
        times(60, (i) =>
          (i % 2 ? suite.store : suite.other).addOutcome(
            newOutcome({ fix, event: { kind: i % 3 ? 'failed' : 'solved', fix: 'x' } }),
          ),
        ),
      )
      expect((await suite.store.countOutcomes([fix])).get(fix)).toEqual({ helped: 20, told: 60 })
    })

    test('that are only shown count for nothing', async () => {
      const fix = newFix()
      expect(
        await suite.changes(() =>
          suite.store.addOutcome(newOutcome({ fix, event: { kind: 'shown', fix: 'x' } })),
        ),
      ).toBe(false)
      expect((await suite.store.countOutcomes([fix])).get(fix)).toBeUndefined()
    })

    test('come out once, when the visit is quiet, even if two export at once', async () => {
      const from = T + 400 * DAY
      await suite.store.exportOutcomes({ quietSince: from, now: from })
      const visits = times(30, () => random())
      for (const visit of visits) {
        await suite.store.addOutcome(newOutcome({ visit, now: from, event: { kind: 'shown', fix: visit } }))
      }
      await suite.store.addOutcome(newOutcome({ guide: null, now: from }))
      const busy = random()
      await suite.store.addOutcome(newOutcome({ visit: busy, now: from + MINUTE }))
      const options = { quietSince: from + 1, now: from + 1 }
      const exports = await Promise.all(
        times(6, (i) => (i % 2 ? suite.store : suite.other).exportOutcomes(options)),
      )
      expect(
        exports
          .flat()
          .map(({ tried }) => tried[0])
          .sort(),
      ).toEqual([...visits].sort())
      expect(exports.flat()[0]).toEqual({
        guide: 'teams/caa20002',
        answers: [['vpn', 'on']],
        tried: [expect.any(String)],
        result: 'silent',
      })
      // Something that a visit says after it came out does not bring it out again.
      await suite.store.addOutcome(newOutcome({ visit: visits[0] as string, step: 1, now: from }))
      expect(await suite.store.exportOutcomes(options)).toEqual([])
      const later = { quietSince: from + DAY, now: from + DAY }
      expect(await suite.store.exportOutcomes(later)).toMatchObject([{ result: 'solved' }])
      expect((await suite.store.exportOutcomes({ ...later, again: true })).length).toBeGreaterThan(30)
    })
  })
}
