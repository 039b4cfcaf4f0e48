import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findAmbiguous } from './ambiguous'
import { changeEstimate, pathOfEstimate } from './estimates'
import { walkPolicy } from './evaluate'
import type { Model } from './model'
import { compilePolicy } from './policy'
import { prepareProblem } from './problem'
import { findSavings } from './savings'
import { findFlips, findSensitivity } from './sensitivity'
import { arbitraryModel, buildModel } from './testing/models'
import { createTreeCost } from './tree-cost'

/** Two causes, and fixes that cost as much: which one comes first hangs on which cause is more common. */
const close: Model = {
  causes: { left: 0.5, right: 0.45 },
  questions: {},
  fixes: { turnLeft: { cost: 10, cures: { left: 1 } }, turnRight: { cost: 10, cures: { right: 1 } } },
  escalation: { cost: 100 },
}

const shape = { causes: 4, questions: 3, answers: 3, fixes: 4, overlaps: true }

test('a tree costs as much as a walk through it says, under its own model and under changed ones', () => {
  fc.assert(
    fc.property(arbitraryModel(shape), (model) => {
      const { root, ecr } = compilePolicy(model)
      const costOf = createTreeCost(model, root)
      expect(costOf(prepareProblem(model))).toBeCloseTo(ecr, 9)
      const dearer = { ...model, escalation: { cost: model.escalation.cost * 2 } }
      expect(costOf(prepareProblem(dearer))).toBeCloseTo(walkPolicy(dearer, root), 9)
    }),
    { seed: 3, numRuns: 60 },
  )
})

test('a close call flips, and the regret is what the other order saves', () => {
  const policy = compilePolicy(close)
  const { complete, shifts, check } = findSensitivity(close, policy)
  expect(complete).toBe(true)
  const [worst] = shifts
  expect(worst && pathOfEstimate(worst.estimate)).toBe('$.causes.right')
  expect(worst?.factor).toBe(2)
  expect(worst?.flips).toEqual([
    { now: { kind: 'try', fix: 'turnLeft' }, instead: { kind: 'try', fix: 'turnRight' } },
  ])
  // Odds of 9/11 become 18/11; the rest makes room. Turning right first spares 10 minutes to the difference.
  const right = 18 / 29
  const left = (0.5 * (1 - right)) / 0.55
  expect(worst?.regret).toBeCloseTo(10 * (right - left), 6)
  expect(check && pathOfEstimate(check.estimate)).toBe('$.causes.right')
})

test('what nothing hangs on has no regret', () => {
  const sure: Model = { ...close, causes: { left: 0.9, right: 0.05 } }
  const { shifts, check } = findSensitivity(sure, compilePolicy(sure))
  expect(shifts).toEqual([])
  expect(check).toBeUndefined()
})

test('no regret is larger than the best tree for the changed model allows', () => {
  for (const seed of [1, 2, 3]) {
    const model = buildModel(seed, shape)
    const policy = compilePolicy(model)
    for (const { estimate, factor, cost, regret } of findSensitivity(model, policy).shifts.slice(0, 5)) {
      const changed = changeEstimate(model, estimate, factor)
      expect(cost).toBeCloseTo(walkPolicy(changed, policy.root), 9)
      expect(cost - regret).toBeCloseTo(compilePolicy(changed).ecr, 9)
    }
  }
})

test('flips are found in the first step and right after the first question', () => {
  const leaf = { kind: 'escalate', reach: 0.5, cost: 60 } as const
  const fix = { kind: 'try', fix: 'f', reach: 0.5, cost: 9, chance: 0.5, next: leaf } as const
  const ask = (yes: typeof leaf | typeof fix) =>
    ({ kind: 'ask', question: 'q', reach: 1, cost: 9, answers: { no: leaf, yes } }) as const
  expect(findFlips(ask(leaf), ask(leaf))).toEqual([])
  expect(findFlips(ask(leaf), ask(fix))).toEqual([
    {
      after: { question: 'q', answer: 'yes' },
      now: { kind: 'escalate' },
      instead: { kind: 'try', fix: 'f' },
    },
  ])
  expect(findFlips(leaf, ask(leaf))).toEqual([
    { now: { kind: 'escalate' }, instead: { kind: 'ask', question: 'q' } },
  ])
})

const light = { cost: 0.5, answers: { red: { left: 0.95, '*': 0.05 }, green: { left: 0.05, '*': 0.95 } } }

test('a question saves what the tree without it costs more', () => {
  const model: Model = { ...close, questions: { light } }
  const { root, ecr } = compilePolicy(model)
  const saved = compilePolicy(close).ecr - ecr
  expect(saved).toBeGreaterThan(1)
  expect(findSavings(model, root)).toEqual([{ question: 'light', minutes: saved }])
})

test('causes are ambiguous that look the same and need different fixes', () => {
  expect(findAmbiguous(close)).toEqual([{ causes: ['left', 'right'], difference: 0 }])
  expect(findAmbiguous({ ...close, questions: { light } })).toEqual([])
  const dim = { cost: 1, answers: { red: { left: 0.55, '*': 0.5 }, green: { left: 0.45, '*': 0.5 } } }
  expect(findAmbiguous({ ...close, questions: { dim } })).toEqual([
    { causes: ['left', 'right'], question: 'dim', difference: expect.closeTo(0.05) },
  ])
  const both = { both: { cost: 20, cures: { left: 0.9, right: 0.9 } } }
  expect(findAmbiguous({ ...close, fixes: { ...close.fixes, ...both } })).toEqual([])
})
