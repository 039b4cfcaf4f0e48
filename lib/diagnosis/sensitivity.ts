import { changeEstimate, type Estimate, listEstimates } from './estimates'
import type { Model } from './model'
import { compilePolicy, type Policy, type PolicyNode } from './policy'
import { type Problem, prepareProblem } from './problem'
import { reduceModel } from './reduce'
import { countSituations } from './situation'
import { createTreeCost } from './tree-cost'

/** What a policy does first, or right after its first question. */
export type FirstStep =
  | { kind: 'ask'; question: string }
  | { kind: 'try'; fix: string }
  | { kind: 'escalate' }

/** A step that would be another one. */
export interface Flip {
  /** The answer to the first question after which it comes; undefined for the very first step. */
  after?: { question: string; answer: string }
  now: FirstStep
  instead: FirstStep
}

/** What becomes of a policy if one estimate is wrong. */
export interface Shift {
  estimate: Estimate
  /** What its odds are multiplied by: 2 or 1/2. */
  factor: number
  /** Expected minutes of the policy then. */
  cost: number
  /** Minutes that a policy made for the changed estimate is known to save then; 0 or more. */
  regret: number
  /** The first steps in which that policy differs; empty without regret. */
  flips: Flip[]
}

/** How much a policy depends on its estimates. */
export interface Sensitivity {
  /** How many estimates were doubled and halved. */
  estimates: number
  /** Whether each changed model was compiled. If not, regrets are lower bounds. */
  complete: boolean
  /** The changes with regret, the worst first. */
  shifts: Shift[]
  /** The estimate most worth checking, and the minutes saved if its odds are as likely double as half. */
  check?: { estimate: Estimate; saves: number }
}

/** Odds are multiplied by these. */
const FACTORS = [2, 0.5] as const

/** Regret below this, in minutes, is nothing to an author. */
const NOTHING = 0.005

/** Models of at most this many situations are compiled for every change. */
const SMALL = 20_000

/** In larger ones, every tree is tried on this many changes: those that change the policy's cost the most. */
const MOST_CASES = 400

const stepOf = (node: PolicyNode): FirstStep => {
  if (node.kind === 'ask') return { kind: 'ask', question: node.question }
  return node.kind === 'try' ? { kind: 'try', fix: node.fix } : { kind: 'escalate' }
}

const isSame = (a: FirstStep, b: FirstStep) => JSON.stringify(a) === JSON.stringify(b)

/** Where two trees differ in the first step, or in the step after each answer to the same first question. */
export function findFlips(now: PolicyNode, then: PolicyNode): Flip[] {
  if (!isSame(stepOf(now), stepOf(then))) return [{ now: stepOf(now), instead: stepOf(then) }]
  if (now.kind !== 'ask' || then.kind !== 'ask') return []
  return Object.entries(now.answers).flatMap(([answer, node]) => {
    const other = then.answers[answer]
    if (!other || isSame(stepOf(node), stepOf(other))) return []
    return [{ after: { question: now.question, answer }, now: stepOf(node), instead: stepOf(other) }]
  })
}

interface Change {
  estimate: Estimate
  factor: number
  /** Expected minutes of the policy then. */
  cost: number
}

interface Case extends Change {
  model: Model
  problem: Problem
  best: number
  /** The tree that costs `best`. */
  root: PolicyNode
  compiled: boolean
}

/** The case most likely to show regret: by turns the one of most regret so far, and of most influence. */
function chooseCase(cases: readonly Case[], round: number, ecr: number): Case | undefined {
  const rank = ({ cost, best }: Case) => (round % 2 === 1 ? cost - best : 0) || Math.abs(cost - ecr) * 1e-3
  let chosen: Case | undefined
  for (const one of cases) if (!one.compiled && (!chosen || rank(one) > rank(chosen))) chosen = one
  return chosen
}

/**
 * Doubles and halves the odds of every estimate, one at a time, and asks how much better a policy made for
 * the changed estimate would do than the given one. Small models are compiled for every change. For others
 * the changes that matter most so far are compiled, `compile` of them with this `effort`, and every tree is
 * tried on the 400 changes of most influence: each regret is then a lower bound. `maxNodes` caps those trees as it did the policy.
 */
export function findSensitivity(
  model: Model,
  policy: Policy,
  options: { compile?: number; effort?: number; maxNodes?: number } = {},
): Sensitivity {
  const ecrOf = createTreeCost(model, policy.root)
  const estimates = listEstimates(model)
  const changes = estimates.flatMap((estimate) =>
    FACTORS.map((factor): Change => {
      const cost = ecrOf(prepareProblem(changeEstimate(model, estimate, factor)))
      return { estimate, factor, cost }
    }),
  )
  const complete = countSituations(prepareProblem(reduceModel(model))) <= SMALL
  const influence = ({ cost }: Change) => Math.abs(cost - policy.ecr)
  if (!complete) changes.sort((a, b) => influence(b) - influence(a))
  const cases = changes.slice(0, complete ? undefined : MOST_CASES).map((change): Case => {
    const changed = changeEstimate(model, change.estimate, change.factor)
    const problem = prepareProblem(changed)
    return { ...change, model: changed, problem, best: change.cost, root: policy.root, compiled: false }
  })
  const rounds = complete ? cases.length : Math.min(options.compile ?? 12, cases.length)
  for (let round = 0; round < rounds; round++) {
    const chosen = chooseCase(cases, round, policy.ecr)
    if (!chosen) break
    chosen.compiled = true
    const { root } = compilePolicy(chosen.model, {
      effort: options.effort ?? 300_000,
      ...(options.maxNodes !== undefined && { maxNodes: options.maxNodes }),
    })
    const costOf = createTreeCost(model, root)
    for (const one of complete ? [chosen] : cases) {
      const cost = costOf(one.problem)
      if (cost >= one.best - 1e-9) continue
      one.best = cost
      one.root = root
    }
  }
  const shifts = cases
    .filter(({ cost, best }) => cost - best > NOTHING)
    .map(
      ({ estimate, factor, cost, best, root }): Shift => ({
        estimate,
        factor,
        cost,
        regret: cost - best,
        flips: findFlips(policy.root, root),
      }),
    )
    .sort((a, b) => b.regret - a.regret)
  const check = mostWorthChecking(shifts)
  return { estimates: estimates.length, complete, shifts, ...(check && { check }) }
}

function mostWorthChecking(shifts: readonly Shift[]): Sensitivity['check'] {
  const saves = new Map<Estimate, number>()
  for (const { estimate, regret } of shifts)
    saves.set(estimate, (saves.get(estimate) ?? 0) + regret / FACTORS.length)
  let check: Sensitivity['check']
  for (const [estimate, minutes] of saves)
    if (!check || minutes > check.saves) check = { estimate, saves: minutes }
  return check
}
