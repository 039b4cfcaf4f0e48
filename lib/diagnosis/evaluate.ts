import { findIndex } from './belief'
import type { Model } from './model'
import type { PolicyNode } from './policy'
import { type Problem, prepareProblem } from './problem'
import { createRandom } from './random'
import {
  applyAnswer,
  applyFailure,
  curedMass,
  mayAsk,
  mayTry,
  type Situation,
  startSituation,
  tablesOf,
} from './situation'

function walkNode(problem: Problem, node: PolicyNode, situation: Situation): number {
  const { total } = situation
  if (total === 0) return 0
  if (node.kind === 'escalate') return problem.escalation * total
  if (node.kind === 'try') {
    const fix = findIndex(problem.fixes, node.fix, 'fix')
    if (!mayTry(problem, situation, fix)) throw new Error(`The fix ${node.fix} may not be tried here.`)
    const cost = problem.fixes[fix]?.cost ?? 0
    return cost * total + walkNode(problem, node.next, applyFailure(problem, situation, fix))
  }
  const index = findIndex(problem.questions, node.question, 'question')
  if (!mayAsk(situation, index)) throw new Error(`The question ${node.question} may not be asked here.`)
  const question = problem.questions[index] as Problem['questions'][number]
  let cost = question.cost * total
  question.answers.forEach((answer, a) => {
    const after = applyAnswer(problem, situation, index, a)
    if (after.total === 0) return
    const child = Object.hasOwn(node.answers, answer) ? node.answers[answer] : undefined
    if (!child) throw new Error(`The question ${node.question} has nowhere to go for the answer ${answer}.`)
    cost += walkNode(problem, child, after)
  })
  return cost
}

/**
 * Expected minutes until the fault is gone when a tree is followed: every path with its probability, from
 * the model alone. Throws an Error if the tree breaks a rule of the model or has a dead end.
 */
export function walkPolicy(model: Model, root: PolicyNode): number {
  const problem = prepareProblem(model)
  const start = startSituation(problem)
  return walkNode(problem, root, start) / start.total
}

function drawIndex(weights: ArrayLike<number>, random: () => number): number {
  let left = random()
  let last = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number
    if (weight <= 0) continue
    last = i
    left -= weight
    if (left < 0) return i
  }
  return last
}

function simulateOnce(problem: Problem, root: PolicyNode, random: () => number): number {
  const cause = drawIndex(problem.prior, random)
  let situation = startSituation(problem)
  let cost = 0
  let node = root
  for (;;) {
    if (node.kind === 'escalate') return cost + problem.escalation
    if (node.kind === 'try') {
      const index = findIndex(problem.fixes, node.fix, 'fix')
      const fix = problem.fixes[index] as Problem['fixes'][number]
      cost += fix.cost
      if (random() < (fix.cure[cause] as number)) return cost
      situation = applyFailure(problem, situation, index)
      node = node.next
      continue
    }
    const index = findIndex(problem.questions, node.question, 'question')
    const question = problem.questions[index] as Problem['questions'][number]
    const chances = tablesOf(problem, situation, index).map((table) => table[cause] as number)
    const answer = drawIndex(chances, random)
    cost += question.cost
    situation = applyAnswer(problem, situation, index, answer)
    node = node.answers[question.answers[answer] as string] as PolicyNode
  }
}

/**
 * Mean minutes of `runs` simulated readers who follow a tree. The same seed gives the same readers; `seed`
 * is a non-negative integer below 2^53.
 */
export function simulatePolicy(
  model: Model,
  root: PolicyNode,
  { runs, seed }: { runs: number; seed: number },
): number {
  const problem = prepareProblem(model)
  const random = createRandom(seed)
  let sum = 0
  for (let run = 0; run < runs; run++) sum += simulateOnce(problem, root, random)
  return sum / runs
}

/**
 * The order in which a list of fixes can really be tried: a fix that waits for others comes right after the
 * last of them, `last` fixes come at the end, and what can never be tried, or stands twice, is left out.
 */
export function arrangeOrder(problem: Problem, order: readonly number[]): number[] {
  const arranged: number[] = []
  for (const late of [false, true]) {
    let left = order.filter((fix) => problem.fixes[fix]?.last === late)
    for (;;) {
      const next = left.find((fix) => problem.fixes[fix]?.after.every((other) => arranged.includes(other)))
      if (next === undefined) break
      arranged.push(next)
      left = left.filter((fix) => fix !== next)
    }
  }
  return arranged
}

/** Cost of trying fixes in this order and then escalating, from a mass; in minutes × mass. */
export function costOrder(problem: Problem, mass: Float64Array, order: readonly number[]): number {
  const left = Float64Array.from(mass)
  let total = left.reduce((sum, share) => sum + share, 0)
  let cost = 0
  for (const index of order) {
    const fix = problem.fixes[index] as Problem['fixes'][number]
    cost += fix.cost * total
    total -= curedMass(problem, left, index)
    fix.causes.forEach((c, i) => {
      left[c] = (left[c] as number) * (fix.keep[i] as number)
    })
  }
  // Subtracting leaves dust where everything is cured.
  return (
    cost +
    problem.escalation *
      Math.max(
        0,
        left.reduce((sum, share) => sum + share, 0),
      )
  )
}

/**
 * Expected minutes when no question is asked: fixes in this order, arranged as `arrangeOrder` says so that
 * `after` and `last` hold, and then escalation. Fixes that `applies` to some readers only are tried by all.
 * Throws a RangeError on an id that the model does not have.
 */
export function fixedOrderCost(model: Model, order: readonly string[]): number {
  const problem = prepareProblem(model)
  const indices = order.map((id) => findIndex(problem.fixes, id, 'fix'))
  return costOrder(problem, problem.prior, arrangeOrder(problem, indices))
}
