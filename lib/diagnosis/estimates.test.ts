import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeEstimate, listEstimates, multiplyOdds, pathOfEstimate } from './estimates'
import { type Model, OTHER, readModel } from './model'
import { prepareProblem } from './problem'
import { arbitraryModel } from './testing/models'

const model: Model = {
  causes: { empty: 0.5, jam: 0.3 },
  questions: {
    light: { cost: 1, answers: { red: { jam: 0.8, '*': 0.1 }, green: { jam: 0.2, '*': 0.9 } } },
  },
  fixes: { refill: { cost: 2, cures: { empty: 0.9 } }, open: { cost: 5, cures: { jam: 1 } } },
  escalation: { cost: 60 },
}

test('every number that is not certain is an estimate', () => {
  expect(listEstimates(model).map(pathOfEstimate)).toEqual([
    '$.causes.empty',
    '$.causes.jam',
    '$.questions.light.answers.green.jam',
    '$.questions.light.answers.green["*"]',
    '$.questions.light.answers.red.jam',
    '$.questions.light.answers.red["*"]',
    '$.fixes.refill.cures.empty',
  ])
})

test('odds are multiplied, and 0 and 1 stay', () => {
  expect(multiplyOdds(0.5, 2)).toBeCloseTo(2 / 3)
  expect(multiplyOdds(0.2, 0.5)).toBeCloseTo(1 / 9)
  expect([multiplyOdds(0, 2), multiplyOdds(1, 0.5)]).toEqual([0, 1])
})

test('the other causes, and what no cause explains, make room in proportion', () => {
  const { causes } = changeEstimate(model, { kind: 'cause', cause: 'empty', value: 0.5 }, 2)
  expect(causes.empty).toBeCloseTo(2 / 3)
  expect(causes.jam).toBeCloseTo(0.2)
})

test('the row of all unnamed causes changes without those that are named', () => {
  const estimate = { kind: 'answer', question: 'light', answer: 'red', cause: OTHER, value: 0.1 } as const
  const { answers } = changeEstimate(model, estimate, 2).questions.light as Model['questions'][string]
  expect(answers.red?.['*']).toBeCloseTo(2 / 11)
  expect(answers.green?.['*']).toBeCloseTo(9 / 11)
  expect([answers.red?.jam, answers.green?.jam]).toEqual([0.8, 0.2])
})

const shape = { causes: 4, questions: 3, answers: 3, fixes: 3, overlaps: true }

test('a changed model is a model, and nothing changes but what must', () => {
  fc.assert(
    fc.property(arbitraryModel(shape), fc.nat(), fc.constantFrom(2, 0.5), (any, pick, factor) => {
      const estimates = listEstimates(any)
      const estimate = estimates[pick % Math.max(1, estimates.length)]
      if (!estimate) return
      const changed = changeEstimate(any, estimate, factor)
      expect(readModel(JSON.parse(JSON.stringify(changed))).problems).toEqual([])
      const [before, after] = [prepareProblem(any), prepareProblem(changed)]
      expect(after.causes).toEqual(before.causes)
      if (estimate.kind !== 'cause') expect(after.prior).toEqual(before.prior)
      if (estimate.kind !== 'cure') expect(after.fixes).toEqual(before.fixes)
      if (estimate.kind === 'answer')
        before.questions.forEach(({ id, like }, q) => {
          if (id !== estimate.question) expect(after.questions[q]?.like[0]).toEqual(like[0])
        })
    }),
    { seed: 7, numRuns: 150 },
  )
})
