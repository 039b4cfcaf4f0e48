import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfCure, posterior, type State } from './belief'
import { explainAsk, explainTry } from './explain'
import type { Model } from './model'
import { freshShare, weakenAnswers } from './overlap'
import { compilePolicy } from './policy'
import { arbitraryModel } from './testing/models'

const table = {
  works: { network: 0.9, '*': 0.2 },
  fails: { network: 0.05, '*': 0.7 },
  unsure: { network: 0.05, '*': 0.1 },
}
const model: Model = {
  causes: { network: 0.3, cache: 0.5 },
  questions: {
    web: { cost: 0.5, answers: table, overlaps: ['phone'] },
    phone: { cost: 0.5, answers: table },
    clock: { cost: 0.5, answers: table },
  },
  fixes: {
    clear: { cost: 15, cures: { cache: 0.8 } },
    reconnect: { cost: 8, cures: { network: 0.8, cache: 0.1 } },
  },
  escalation: { cost: 60 },
}
const said = (...answers: [string, string][]): State => ({ answers, tried: [] })
/** Odds of the network against the cache. */
const oddsOf = (state: State) => {
  const { network = 0, cache = 0 } = posterior(model, state)
  return network / cache
}

describe('posterior', () => {
  test('follows Bayes for answers and failed fixes', () => {
    expect(posterior(model, said())).toEqual({ '*': expect.closeTo(0.2, 12), cache: 0.5, network: 0.3 })
    expect(oddsOf(said(['web', 'works']))).toBeCloseTo(((0.3 / 0.5) * 0.9) / 0.2, 12)
    expect(oddsOf(said(['web', 'works'], ['clock', 'works']))).toBeCloseTo(((0.3 / 0.5) * 0.81) / 0.04, 12)
    const after = posterior(model, { answers: [], tried: ['reconnect', 'clear', 'clear'] })
    expect(after['*']).toBeCloseTo(0.2 / (0.3 * 0.2 + 0.5 * 0.9 * 0.2 + 0.2), 12)
  })

  test('sums to 1, also where the model holds the state to be impossible', () => {
    fc.assert(
      fc.property(
        arbitraryModel({ causes: 5, questions: 4, answers: 3, fixes: 4, overlaps: true }),
        fc.nat(),
        (some, pick) => {
          const answers = Object.entries(some.questions).map(([id, question], i): [string, string] => {
            const ids = Object.keys(question.answers)
            return [id, ids[(pick + i) % ids.length] as string]
          })
          const belief = posterior(some, { answers, tried: Object.keys(some.fixes) })
          expect(Object.keys(belief).sort()).toEqual(['*', ...Object.keys(some.causes)].sort())
          expect(Object.values(belief).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
        },
      ),
    )
  })

  test('names an id that the model does not have', () => {
    expect(() => posterior(model, said(['webb', 'works']))).toThrow('The model has no question "webb".')
    expect(() => posterior(model, said(['web', 'work']))).toThrow('The question "web" has no answer "work".')
    expect(() => chanceOfCure(model, said(), 'reboot')).toThrow('The model has no fix "reboot".')
  })
})

describe('overlaps', () => {
  test('the same test twice counts once and a half, not twice', () => {
    const once = oddsOf(said(['web', 'works']))
    const twice = oddsOf(said(['web', 'works'], ['phone', 'works']))
    const independent = oddsOf(said(['web', 'works'], ['clock', 'works']))
    expect(twice).toBeGreaterThan(once)
    expect(twice).toBeLessThan(independent)
    // P2 = P/2 + (1 - unsure) typical/2, where typical = P(works) / P(not unsure) over all causes.
    const typical = 0.41 / (0.41 + 0.505)
    expect(twice / once).toBeCloseTo((0.9 / 2 + (0.95 * typical) / 2) / (0.2 / 2 + (0.9 * typical) / 2), 12)
  })

  test('holds in both directions, though only one side names it', () => {
    const other = oddsOf(said(['phone', 'works'], ['web', 'works']))
    expect(other).toBeCloseTo(oddsOf(said(['web', 'works'], ['phone', 'works'])), 12)
  })

  test('"not sure" counts as it stands and weakens nothing', () => {
    expect(oddsOf(said(['web', 'works'], ['phone', 'unsure']))).toBeCloseTo(
      oddsOf(said(['web', 'works'])) * 0.5,
      12,
    )
    expect(oddsOf(said(['web', 'unsure'], ['phone', 'works']))).toBeCloseTo(
      oddsOf(said(['clock', 'works'])) * 0.5,
      12,
    )
  })

  test('a weakened answer is a chance, and never speaks louder than the plain one', () => {
    const row = fc
      .array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 })
      .filter((r) => r.some((x) => x > 0))
    const scale = (weights: number[], total = 1) =>
      weights.map((w) => (w * total) / weights.reduce((a, b) => a + b, 0))
    fc.assert(
      fc.property(row, row, row, fc.integer({ min: 0, max: 6 }), (first, second, typical, k) => {
        // Two causes that are equally often unsure (the last answer).
        const a = [...scale(first, 0.9), 0.1]
        const b = [...scale(second, 0.9), 0.1]
        const shares = [...scale(typical), 0]
        const weakA = weakenAnswers(a, shares, 3, k)
        const weakB = weakenAnswers(b, shares, 3, k)
        expect(weakA.reduce((x, y) => x + y, 0)).toBeCloseTo(1, 12)
        expect(weakA[3]).toBe(0.1)
        for (let i = 0; i < 3; i++) {
          // The ratio lies between the plain one and 1.
          const [x, y, p, q] = [weakA[i], weakB[i], a[i], b[i]] as [number, number, number, number]
          if (p >= q) expect(x).toBeGreaterThanOrEqual(y - 1e-15)
          expect(Math.abs(x * q - y * p)).toBeLessThanOrEqual(Math.abs(p - q) + 1e-12)
          expect((x * q - y * p) * (p - q)).toBeLessThanOrEqual(1e-12)
        }
      }),
    )
    expect([0, 1, 2].map(freshShare)).toEqual([1, 1 / 2, 1 / 3])
  })

  test('make a model cost more than if its questions were independent', () => {
    const without = { ...model, questions: { ...model.questions, web: { cost: 0.5, answers: table } } }
    expect(compilePolicy(model).ecr).toBeGreaterThan(compilePolicy(without).ecr)
  })
})

describe('explanations', () => {
  test('of a question', () => {
    const why = explainAsk(model, said(), 'web')
    expect(why.answers.map(({ answer }) => answer)).toEqual(['fails', 'works', 'unsure'])
    expect(why.answers.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12)
    expect(why.answers[1]).toEqual({
      answer: 'works',
      chance: 0.41,
      likeliest: 'network',
      posterior: 0.27 / 0.41,
    })
    const policy = compilePolicy(model)
    expect(policy.root.kind).toBe('ask')
    if (policy.root.kind !== 'ask') return
    // What the estimate without the tree promises, the tree keeps.
    const exact = explainAsk(model, said(), policy.root.question, policy.root.cost).saves
    const estimated = explainAsk(model, said(), policy.root.question).saves
    expect(exact).toBeCloseTo(policy.baselines.bestFixedOrder - policy.ecr, 9)
    expect(estimated).toBeLessThanOrEqual(exact + 1e-9)
    expect(estimated).toBeGreaterThan(0)
  })

  test('of a fix', () => {
    const state = said(['web', 'fails'], ['clock', 'fails'])
    const why = explainTry(model, state, 'reconnect')
    expect(why.chance).toBeCloseTo(chanceOfCure(model, state, 'reconnect'), 12)
    expect(why.cost).toBe(8)
    expect(why.against).toEqual(['network'])
    expect(why.causes.map(({ id }) => id)).toEqual(['cache', 'network'])
    expect(why.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(explainTry(model, said(['web', 'works']), 'clear').against).toEqual([])
  })
})
