import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { posterior } from '../diagnosis/belief'
import { prepareProblem } from '../diagnosis/problem'
import { buildModel as buildRandomModel } from '../diagnosis/testing/models'
import { buildModel } from './build'
import { type CaseGroup, groupVisits, refreshTypical } from './cases'
import { fillChances, sum, weighCauses } from './expect'
import { fitValues } from './fit'
import { estimateReporting } from './reporting'
import { authorsValues, createSpace, DEFAULT_STRENGTH } from './space'
import { authors, guide, truth } from './testing/models'
import { simulateVisits } from './testing/simulate'
import type { Visit } from './visit'

const habits = { reportsWorked: 0.4, reportsFailed: 0.8 }
const space = createSpace({ [guide]: authors }, DEFAULT_STRENGTH)
const fitVisits = (visits: readonly Visit[]) => fitValues(space, groupVisits(space, visits))
const simulate = (seed: number, visits: number) => simulateVisits(guide, truth, { seed, visits, ...habits })

/** The learned cure rate of a fix for a cause. */
function cureOf(visits: readonly Visit[], fix: string, cause: string): number {
  const block = space.blocks.findIndex((one) => one.subject === fix && one.given === cause)
  return fitVisits(visits).values[block]?.[0] ?? Number.NaN
}

describe('fitValues', () => {
  it('leaves every estimate as it is where there is no visit, or none that tells anything', () => {
    const mute: Visit[] = [{ guide, answers: [], tried: [], result: 'silent' }]
    for (const visits of [[], mute]) expect(fitVisits(visits).values).toEqual(authorsValues(space))
    expect(buildModel(space, guide, authors, fitVisits([]).values)).toEqual(authors)
  })

  it('leaves estimates alone that no visit bears on', () => {
    const { values } = fitVisits([{ guide, answers: [['smell', 'yes']], tried: ['plug'], result: 'solved' }])
    space.blocks.forEach(({ subject, author }, b) => {
      if (['light', 'hum', 'thaw'].includes(subject)) expect(values[b]).toEqual(author)
    })
  })

  it('climbs with every step: the penalised log-likelihood never falls', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 120 }), (seed, visits) => {
        for (const climb of fitVisits(simulate(seed, visits)).trace)
          climb.forEach((height, step) => {
            if (step > 0)
              expect(height).toBeGreaterThanOrEqual((climb[step - 1] ?? 0) - 1e-9 * Math.abs(height))
          })
      }),
      { numRuns: 30 },
    )
  })

  it('keeps distributions whole, and what is impossible impossible', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const model = buildRandomModel(seed, {
          causes: 4,
          questions: 3,
          answers: 3,
          fixes: 4,
          overlaps: true,
        })
        const other = buildRandomModel(seed, {
          causes: 4,
          questions: 3,
          answers: 3,
          fixes: 4,
          overlaps: true,
        })
        other.causes = { ...other.causes }
        const random = createSpace({ a: model }, DEFAULT_STRENGTH)
        const visits = simulateVisits('a', other, { seed, visits: 30, ...habits })
        const { values } = fitValues(random, groupVisits(random, visits))
        random.blocks.forEach(({ author }, b) => {
          const learned = values[b] as Float64Array
          expect(sum(learned)).toBeCloseTo(sum(author), 9)
          author.forEach((chance, i) => {
            if (chance === 0) expect(learned[i]).toBe(0)
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out visits that the authors hold to be impossible, and counts them', () => {
    const certain = { ...authors, fixes: { ...authors.fixes, plug: { cost: 1, cures: {} } } }
    const strict = createSpace({ [guide]: certain }, DEFAULT_STRENGTH)
    const visit: Visit = { guide, answers: [], tried: ['plug'], result: 'solved' }
    const { impossible, values } = fitValues(strict, groupVisits(strict, [visit, visit]))
    expect(impossible).toBe(2)
    expect(values).toEqual(authorsValues(strict))
  })

  it('counts a later fix only for those whom the earlier ones did not help', () => {
    // Everybody with crumbs is helped by the first fix, so the failures of the second say nothing of crumbs.
    const model = {
      causes: { crumbs: 0.5, frozen: 0.5 },
      questions: {},
      fixes: {
        empty: { cost: 1, cures: { crumbs: 0.999999 } },
        shake: { cost: 1, cures: { crumbs: 0.5, frozen: 0.5 } },
      },
      escalation: { cost: 60 },
    }
    const small = createSpace({ a: model }, DEFAULT_STRENGTH)
    const visit: Visit = { guide: 'a', answers: [], tried: ['empty', 'shake'], result: 'escalated' }
    const { values } = fitValues(small, groupVisits(small, Array<Visit>(50).fill(visit)))
    const rate = (cause: string) =>
      values[small.blocks.findIndex(({ subject, given }) => subject === 'shake' && given === cause)]?.[0]
    expect(rate('crumbs')).toBeCloseTo(0.5, 3)
    expect(rate('frozen')).toBeCloseTo((10 * 0.5) / (10 + 50), 3)
  })

  it('finds the mode that conjugate counting gives where the cause is as good as known', () => {
    const model = {
      causes: { crumbs: 1 },
      questions: {},
      fixes: { empty: { cost: 1, cures: { crumbs: 0.5 } } },
      escalation: { cost: 60 },
    }
    const small = createSpace({ a: model }, DEFAULT_STRENGTH)
    const visit = (result: Visit['result']): Visit => ({ guide: 'a', answers: [], tried: ['empty'], result })
    const visits = [...Array<Visit>(21).fill(visit('solved')), ...Array<Visit>(9).fill(visit('escalated'))]
    const { values } = fitValues(small, groupVisits(small, visits))
    expect(values[1]?.[0]).toBeCloseTo((10 * 0.5 + 21) / (10 + 30), 12)
  })
})

describe('silent readers', () => {
  const last: Visit = { guide, answers: [['smell', 'yes']], tried: ['plug', 'empty'], result: 'silent' }

  it('do not count as failures: silence is never worse for the last fix than a failure, or than not trying it', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const visits = simulate(seed, 150)
      for (const more of [1, 10, 60]) {
        const add = (visit: Visit) =>
          cureOf([...visits, ...Array<Visit>(more).fill(visit)], 'empty', 'crumbs')
        const silent = add(last)
        expect(silent).toBeGreaterThan(add({ ...last, result: 'escalated' }))
        expect(silent).toBeGreaterThanOrEqual(add({ ...last, tried: ['plug'], result: 'escalated' }) - 1e-6)
      }
    }
  })

  it('never lower the cure rate of the fix that they tried last and alone', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const visits = simulate(seed, 150)
      const before = cureOf(visits, 'empty', 'crumbs')
      for (const more of [1, 10, 60]) {
        const silent: Visit = { guide, answers: [], tried: ['empty'], result: 'silent' }
        const after = cureOf([...visits, ...Array<Visit>(more).fill(silent)], 'empty', 'crumbs')
        expect(after).toBeGreaterThanOrEqual(before - 1e-6)
      }
    }
  })

  it('make success more likely, or leave it as likely, but never less: the rates of reporting keep their order', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (counts, rate) => {
          const [worked, failed, silentWorked, silentFailed] = counts
          const rates = estimateReporting(
            { worked, failed, silentWorked, silentFailed },
            { rate, strength: 20 },
          )
          expect(rates.worked).toBeLessThanOrEqual(rates.failed)
          expect(rates.worked).toBeGreaterThanOrEqual(0)
          expect(rates.failed).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('weighCauses', () => {
  it('agrees with the engine on every path of random models, overlaps and all', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const model = buildRandomModel(seed, {
          causes: 5,
          questions: 4,
          answers: 3,
          fixes: 4,
          overlaps: true,
        })
        const random = createSpace({ a: model }, DEFAULT_STRENGTH)
        const values = authorsValues(random)
        for (const visit of simulateVisits('a', model, {
          seed,
          visits: 5,
          reportsWorked: 1,
          reportsFailed: 1,
        })) {
          if (visit.result !== 'escalated') continue
          const group: CaseGroup = groupVisits(random, [visit])
          refreshTypical(group.looks, values)
          fillChances(group, values, { worked: 1, failed: 1 })
          const [only] = group.cases
          if (!only) continue
          const weights = weighCauses(only, values)
          const expected = posterior(model, visit)
          prepareProblem(model).causes.forEach((cause, c) => {
            expect((weights[c] ?? 0) / sum(weights)).toBeCloseTo(expected[cause] ?? 0, 9)
          })
        }
      }),
      { numRuns: 100 },
    )
  })
})
