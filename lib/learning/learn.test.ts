import { describe, expect, it } from 'vitest'
import { createRandom } from '../diagnosis/random'
import { groupVisits } from './cases'
import { drawDirichlet, drawGamma } from './draw'
import { fitValues } from './fit'
import { learnEstimates } from './learn'
import { createSpace, DEFAULT_STRENGTH } from './space'
import { authors, guide, truth } from './testing/models'
import { simulateVisits } from './testing/simulate'
import type { Visit } from './visit'

const models = { [guide]: authors }

/** Every estimate with the true number beside it. */
function learnBeside(visits: readonly Visit[]) {
  const right = learnEstimates({ [guide]: truth }, []).estimates
  const learning = learnEstimates(models, visits)
  return {
    ...learning,
    estimates: learning.estimates.map((one, i) => ({ ...one, truth: right[i]?.author ?? Number.NaN })),
  }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length

/** How far the most probable estimates are from the truth. Only the fit: intervals take most of the time. */
function errorsOf(visits: readonly Visit[]) {
  const space = createSpace(models, DEFAULT_STRENGTH)
  const right = createSpace({ [guide]: truth }, DEFAULT_STRENGTH)
  const { values } = fitValues(space, groupVisits(space, visits))
  const errors: Record<'causes' | 'answers' | 'cure' | 'unsure', number[]> = {
    causes: [],
    answers: [],
    cure: [],
    unsure: [],
  }
  space.blocks.forEach(({ kind }, b) => {
    values[b]?.forEach((value, i) => {
      errors[kind].push(Math.abs(value - (right.blocks[b]?.author[i] ?? Number.NaN)))
    })
  })
  return errors
}

describe('learning from readers whose faults follow a known truth', () => {
  // How many of those whom a fix helped say so, and of those whom it did not.
  const habits = {
    'everybody reports': [1, 1],
    'six in ten report': [0.6, 0.6],
    'success is reported by half as many as failure': [0.35, 0.7],
  } as const

  it.each(Object.entries(habits))(
    'comes to it from wrong estimates: %s',
    (_, [reportsWorked, reportsFailed]) => {
      const visits = simulateVisits(guide, truth, { seed: 11, visits: 6000, reportsWorked, reportsFailed })
      const [none, few, many] = [0, 300, 6000].map((n) => errorsOf(visits.slice(0, n)))
      if (!none || !few || !many) throw new Error('unreachable')
      expect(mean(none.causes)).toBeGreaterThan(0.2)
      expect(mean(none.cure)).toBeGreaterThan(0.3)
      for (const kind of ['causes', 'cure'] as const) {
        expect(mean(few[kind])).toBeLessThan(0.6 * mean(none[kind]))
        expect(mean(many[kind])).toBeLessThan(0.6 * mean(few[kind]))
      }
      expect(Math.max(...many.causes)).toBeLessThan(0.04)
      expect(Math.max(...many.cure)).toBeLessThan(0.1)
      expect(Math.max(...many.answers)).toBeLessThan(0.1)
    },
  )

  it('finds how much more often failures are reported', () => {
    const visits = simulateVisits(guide, truth, {
      seed: 5,
      visits: 3000,
      reportsWorked: 0.3,
      reportsFailed: 0.7,
    })
    const { reporting } = learnEstimates(models, visits)
    expect(reporting.worked).toBeCloseTo(0.3, 1)
    expect(reporting.failed).toBeCloseTo(0.7, 1)
  })

  it.each([
    [0.8, 0.5],
    [0.5, 0.5],
    [0.3, 0.8],
  ])(
    'holds the truth within what biased reporting allows: %d of successes, %d of failures',
    (reportsWorked, reportsFailed) => {
      const visits = simulateVisits(guide, truth, { seed: 23, visits: 2000, reportsWorked, reportsFailed })
      for (const one of learnBeside(visits).estimates) {
        if (one.kind !== 'cure') continue
        // The interval is of reporting alone: the luck of the draw comes on top.
        const slack = (one.credible[1] - one.credible[0]) / 2
        expect(one.truth).toBeGreaterThan(one.reporting[0] - slack)
        expect(one.truth).toBeLessThan(one.reporting[1] + slack)
      }
    },
  )

  it('has most true numbers in its 95 % intervals', () => {
    let inside = 0
    let all = 0
    for (const seed of [1, 2, 3, 4]) {
      const visits = simulateVisits(guide, truth, {
        seed,
        visits: 1000,
        reportsWorked: 0.4,
        reportsFailed: 0.8,
      })
      for (const one of learnBeside(visits).estimates) {
        all++
        if (one.credible[0] <= one.truth && one.truth <= one.credible[1]) inside++
      }
    }
    // The authors are far off, and their word still weighs: somewhat less than 95 % is to be expected.
    expect(inside / all).toBeGreaterThan(0.85)
  })
})

describe('learnEstimates', () => {
  const visits = simulateVisits(guide, truth, {
    seed: 7,
    visits: 120,
    reportsWorked: 0.5,
    reportsFailed: 0.8,
  })

  it('changes nothing without visits', () => {
    const { models: learned, estimates } = learnEstimates(models, [])
    expect(learned).toEqual(models)
    for (const one of estimates)
      expect(one).toMatchObject({
        learned: one.author,
        visits: 0,
        evidence: 0,
        reporting: [one.author, one.author],
      })
  })

  it('does not depend on the order of visits or of keys', () => {
    const turn = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).reverse())
    const turned = {
      [guide]: {
        ...authors,
        causes: turn(authors.causes),
        questions: turn(authors.questions),
        fixes: turn(authors.fixes),
      },
    }
    expect(learnEstimates(turned, [...visits].reverse())).toEqual(learnEstimates(models, visits))
  })

  it('shares cure rates and answers among the guides of a product, and nothing with other products', () => {
    const both = { 'toasters/e42': authors, 'toasters/e43': authors, 'kettles/e42': authors }
    const { models: learned } = learnEstimates(both, visits)
    expect(learned['toasters/e43']?.fixes).toEqual(learned['toasters/e42']?.fixes)
    expect(learned['toasters/e43']?.questions).toEqual(learned['toasters/e42']?.questions)
    expect(learned['toasters/e43']?.causes).toEqual(authors.causes)
    expect(learned['kettles/e42']).toEqual(authors)
  })

  it('trusts stronger authors more', () => {
    const moved = (causes: number) =>
      Math.abs(
        (learnEstimates(models, visits, { causes, answers: 10, cures: 10 }).models[guide]?.causes.crumbs ??
          0) - 0.15,
      )
    expect(moved(200)).toBeLessThan(moved(20))
  })

  it('counts as evidence no more visits than there were', () => {
    for (const one of learnEstimates(models, visits).estimates) {
      expect(one.evidence).toBeLessThanOrEqual(one.visits)
      expect(one.visits).toBeLessThanOrEqual(120 + 1e-9)
      expect(one.credible[0]).toBeLessThanOrEqual(one.learned)
      expect(one.credible[1]).toBeGreaterThanOrEqual(one.learned)
    }
  })
})

describe('draws', () => {
  const random = createRandom(4)

  it.each([0.2, 1, 7.5])('of the gamma distribution of shape %d have its mean and variance', (shape) => {
    const draws = Array.from({ length: 20_000 }, () => drawGamma(shape, random))
    const average = mean(draws)
    expect(average / shape).toBeCloseTo(1, 1)
    expect(mean(draws.map((draw) => (draw - average) ** 2)) / shape).toBeCloseTo(1, 0)
  })

  it('of the Dirichlet distribution have its means, and 0 where its weight is 0', () => {
    const draws = Array.from({ length: 5000 }, () => drawDirichlet([3, 0, 1, 0.01], random))
    expect(mean(draws.map(([first = 0]) => first))).toBeCloseTo(3 / 4.01, 1)
    for (const draw of draws) {
      expect(draw[1]).toBe(0)
      expect(draw[3]).toBeGreaterThan(0)
    }
  })
})
