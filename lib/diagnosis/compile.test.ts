import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixedOrderCost, simulatePolicy, walkPolicy } from './evaluate'
import type { Model } from './model'
import { readModel } from './model'
import { compilePolicy, type Policy, type PolicyNode } from './policy'
import { bruteForce } from './testing/brute-force'
import { arbitraryModel, buildGuide, buildModel, type Shape, shuffleKeys } from './testing/models'

const SMALL: Shape = { causes: 5, questions: 3, answers: 3, fixes: 5, overlaps: false }
const guide = buildGuide(3, 21, 18, 27)
const compiledGuide = compilePolicy(guide, { effort: 150_000 })

const childrenOf = (node: PolicyNode): PolicyNode[] =>
  node.kind === 'ask' ? Object.values(node.answers) : node.kind === 'try' ? [node.next] : []
const nodesOf = (node: PolicyNode): PolicyNode[] => [node, ...childrenOf(node).flatMap(nodesOf)]

/** What must hold of every compiled policy, whatever its regime. */
function checkPolicy(model: Model, policy: Policy) {
  const nodes = nodesOf(policy.root)
  expect(policy.nodes).toBe(nodes.length)
  expect(policy.root.reach).toBeCloseTo(1, 12)
  expect(policy.root.cost).toBeCloseTo(policy.ecr, 9)
  for (const node of nodes) {
    const children = childrenOf(node)
    expect(children.length === 0).toBe(node.kind === 'escalate')
    const onward = children.reduce((sum, child) => sum + child.reach, 0)
    const stay = node.kind === 'try' ? node.reach * (1 - node.chance) : node.reach
    if (node.kind !== 'escalate') expect(onward).toBeCloseTo(stay, 9)
    if (node.kind === 'ask') for (const child of children) expect(child.reach).toBeGreaterThan(0)
  }
  expect(walkPolicy(model, policy.root)).toBeCloseTo(policy.ecr, 9)
  expect(policy.bound).toBeLessThanOrEqual(policy.ecr)
  expect(policy.unlimited).toBeLessThanOrEqual(policy.ecr)
  for (const baseline of Object.values(policy.baselines))
    expect(policy.unlimited).toBeLessThanOrEqual(baseline + 1e-9)
}

describe('small models', () => {
  test('random models are valid', () => {
    fc.assert(
      fc.property(arbitraryModel({ ...SMALL, overlaps: true }), (model) => {
        expect(readModel(model).problems).toEqual([])
      }),
    )
  })

  test.each([
    ['standard', 300, SMALL],
    ['larger', 12, { causes: 6, questions: 4, answers: 4, fixes: 6, overlaps: false }],
    ['overlapping', 120, { ...SMALL, overlaps: true }],
  ] as [string, number, Shape][])('%s: equal to brute force', (_, numRuns, shape) => {
    fc.assert(
      fc.property(arbitraryModel(shape), (model) => {
        const policy = compilePolicy(model)
        const least = bruteForce(model)
        expect(Math.abs(policy.ecr - least)).toBeLessThan(1e-9)
        expect(policy.bound).toBeLessThanOrEqual(least + 1e-9)
        expect(policy.optimal).toBe(true)
        checkPolicy(model, policy)
      }),
      { numRuns, seed: 1 },
    )
  })

  test('the anytime search is sound, and optimal when it says so', () => {
    fc.assert(
      fc.property(
        arbitraryModel({ ...SMALL, overlaps: true }),
        fc.constantFrom(0, 30, 300, 3000),
        (model, effort) => {
          // Too little effort for the exact solver.
          const policy = compilePolicy(model, { effort })
          const least = bruteForce(model)
          expect(policy.bound).toBeLessThanOrEqual(least + 1e-9)
          expect(policy.ecr).toBeGreaterThanOrEqual(least - 1e-9)
          if (policy.optimal) expect(policy.ecr).toBeCloseTo(least, 5)
          checkPolicy(model, policy)
        },
      ),
      { numRuns: 150, seed: 2 },
    )
  })

  test('the page cap holds, and costs', () => {
    fc.assert(
      fc.property(arbitraryModel(SMALL), fc.integer({ min: 1, max: 40 }), (model, maxNodes) => {
        const free = compilePolicy(model)
        const policy = compilePolicy(model, { maxNodes })
        expect(policy.nodes).toBeLessThanOrEqual(maxNodes)
        expect(policy.unlimited).toBeCloseTo(free.ecr, 9)
        expect(policy.bound).toBeCloseTo(free.bound, 9)
        expect(policy.ecr).toBeGreaterThanOrEqual(free.ecr - 1e-9)
        expect(policy.ecr).toBeLessThanOrEqual(model.escalation.cost + 1e-9)
        expect(walkPolicy(model, policy.root)).toBeCloseTo(policy.ecr, 9)
        if (maxNodes >= free.nodes) expect(policy).toEqual(free)
      }),
      { numRuns: 100, seed: 3 },
    )
  })

  test('the order of keys changes nothing', () => {
    fc.assert(
      fc.property(
        arbitraryModel({ ...SMALL, overlaps: true }),
        fc.nat(),
        fc.constantFrom(undefined, 9),
        (model, seed, maxNodes) => {
          const text = JSON.stringify(compilePolicy(model, { maxNodes }))
          expect(JSON.stringify(compilePolicy(shuffleKeys(model, seed), { maxNodes }))).toBe(text)
        },
      ),
      { numRuns: 60, seed: 4 },
    )
  })
})

describe('a model of the size of a guide', () => {
  test('is sound and better than every baseline', () => {
    checkPolicy(guide, compiledGuide)
    expect(compiledGuide.ecr).toBeLessThan(compiledGuide.baselines.lookahead)
    expect(compiledGuide.baselines.lookahead).toBeLessThan(compiledGuide.baselines.bestFixedOrder)
    expect(compiledGuide.bound).toBeGreaterThan(0)
  })

  test('is the same whatever the order of keys', () => {
    const options = { effort: 20_000, maxNodes: 200 }
    const policy = compilePolicy(guide, options)
    checkPolicy(guide, policy)
    expect(policy.nodes).toBeLessThanOrEqual(200)
    expect(JSON.stringify(compilePolicy(shuffleKeys(guide, 5), options))).toBe(JSON.stringify(policy))
  })

  test('is simulated at the cost that was computed', () => {
    const runs = 20_000
    const mean = simulatePolicy(guide, compiledGuide.root, { runs, seed: 11 })
    // No path costs more than 250 minutes, and few more than 120: four standard errors.
    expect(Math.abs(mean - compiledGuide.ecr)).toBeLessThan((4 * 45) / Math.sqrt(runs))
    expect(simulatePolicy(guide, compiledGuide.root, { runs, seed: 11 })).toBe(mean)
  })
})

test('simulation follows overlaps, applies and last as the compiler does', () => {
  const model = buildModel(8, { causes: 4, questions: 4, answers: 3, fixes: 5, overlaps: true })
  const policy = compilePolicy(model)
  const mean = simulatePolicy(model, policy.root, { runs: 40_000, seed: 2 })
  expect(Math.abs(mean - policy.ecr)).toBeLessThan((4 * 30) / Math.sqrt(40_000))
})

describe('unused', () => {
  const model: Model = {
    causes: { common: 0.6, rare: 0.2, never: 0 },
    questions: {
      useful: { cost: 0.1, answers: { yes: { common: 0.95, '*': 0.05 }, no: { common: 0.05, '*': 0.95 } } },
      idle: { cost: 0.1, answers: { yes: { '*': 0.4 }, no: { '*': 0.6 } } },
      dear: { cost: 50, answers: { yes: { rare: 0.9, '*': 0.1 }, no: { rare: 0.1, '*': 0.9 } } },
    },
    fixes: {
      quick: { cost: 2, cures: { common: 0.9 } },
      other: { cost: 3, cures: { rare: 0.9 } },
      weak: { cost: 50, cures: { common: 0.5 } },
      worse: { cost: 12, cures: { common: 0.5 } },
      nothing: { cost: 1, cures: { never: 0.9 } },
    },
    escalation: { cost: 60 },
  }

  test('gives a true reason for each', () => {
    expect(compilePolicy(model).unused).toMatchInlineSnapshot(`
      {
        "fixes": [
          {
            "id": "nothing",
            "reason": "cures-nothing",
          },
          {
            "id": "weak",
            "reason": "slower-than-escalation",
          },
        ],
        "questions": [
          {
            "id": "dear",
            "reason": "not-worth-asking",
          },
          {
            "id": "idle",
            "reason": "tells-nothing",
          },
        ],
      }
    `)
  })

  test('knows what only the page cap keeps out', () => {
    expect(compilePolicy(model, { maxNodes: 2 }).unused).toMatchInlineSnapshot(`
      {
        "fixes": [
          {
            "id": "nothing",
            "reason": "cures-nothing",
          },
          {
            "id": "other",
            "reason": "over-the-page-cap",
          },
          {
            "id": "weak",
            "reason": "slower-than-escalation",
          },
          {
            "id": "worse",
            "reason": "over-the-page-cap",
          },
        ],
        "questions": [
          {
            "id": "dear",
            "reason": "not-worth-asking",
          },
          {
            "id": "idle",
            "reason": "tells-nothing",
          },
          {
            "id": "useful",
            "reason": "over-the-page-cap",
          },
        ],
      }
    `)
  })
})

test('a fixed order waits for what must come before and keeps irreversible fixes for the end', () => {
  const model: Model = {
    causes: { a: 0.5, b: 0.5 },
    questions: {},
    fixes: {
      wipe: { cost: 10, cures: { a: 1 }, last: true, after: ['backup'] },
      backup: { cost: 5, cures: {} },
      mend: { cost: 1, cures: { b: 1 } },
    },
    escalation: { cost: 60 },
  }
  // mend, backup, wipe: 1 + (5 + 10) / 2.
  expect(fixedOrderCost(model, ['wipe', 'mend', 'backup'])).toBeCloseTo(8.5, 12)
  // Without the backup the wipe cannot be tried.
  expect(fixedOrderCost(model, ['wipe', 'mend'])).toBeCloseTo(1 + 0.5 * 60, 12)
  expect(compilePolicy(model).ecr).toBeCloseTo(8.5, 12)
})
