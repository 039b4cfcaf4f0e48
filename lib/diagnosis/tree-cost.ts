import { findIndex } from './belief'
import type { Model } from './model'
import type { PolicyNode } from './policy'
import { type PreparedFix, type PreparedQuestion, type Problem, prepareProblem } from './problem'
import { sumMass } from './situation'

/** A node in indices; `overlaps` answers that overlap with its question were given above it. */
type Step =
  | { kind: 'escalate' }
  | { kind: 'try'; index: number; next: Step }
  | { kind: 'ask'; index: number; overlaps: number; children: (Step | undefined)[] }

function indexSteps(problem: Problem, node: PolicyNode, answered: readonly number[]): Step {
  if (node.kind === 'escalate') return { kind: 'escalate' }
  if (node.kind === 'try') {
    const index = findIndex(problem.fixes, node.fix, 'fix')
    return { kind: 'try', index, next: indexSteps(problem, node.next, answered) }
  }
  const index = findIndex(problem.questions, node.question, 'question')
  const { answers, unsure, neighbours } = problem.questions[index] as PreparedQuestion
  const overlaps = answered.filter((other) => neighbours.includes(other)).length
  const children = answers.map((answer, a) => {
    const child = Object.hasOwn(node.answers, answer) ? node.answers[answer] : undefined
    return child && indexSteps(problem, child, a === unsure ? answered : [...answered, index])
  })
  return { kind: 'ask', index, overlaps, children }
}

/**
 * Expected minutes of one tree under many models that differ only in their numbers: each walk takes about as
 * long as the tree has nodes × causes. The tree must keep the rules of `model`; `walkPolicy` checks that.
 */
export function createTreeCost(model: Model, root: PolicyNode): (problem: Problem) => number {
  const start = indexSteps(prepareProblem(model), root, [])
  const buffers: Float64Array[] = []
  const bufferAt = (depth: number, size: number) => {
    buffers[depth] ??= new Float64Array(size)
    return buffers[depth] as Float64Array
  }
  const walk = (problem: Problem, step: Step | undefined, mass: Float64Array, depth: number): number => {
    const total = sumMass(mass)
    if (total === 0) return 0
    if (!step || step.kind === 'escalate') return problem.escalation * total
    const then = bufferAt(depth, mass.length)
    if (step.kind === 'try') {
      const { cost, cure } = problem.fixes[step.index] as PreparedFix
      for (let c = 0; c < mass.length; c++) then[c] = (mass[c] as number) * (1 - (cure[c] as number))
      return cost * total + walk(problem, step.next, then, depth + 1)
    }
    const { cost, like } = problem.questions[step.index] as PreparedQuestion
    const tables = like[step.overlaps] as Float64Array[]
    let sum = cost * total
    for (let a = 0; a < tables.length; a++) {
      const table = tables[a] as Float64Array
      for (let c = 0; c < mass.length; c++) then[c] = (mass[c] as number) * (table[c] as number)
      sum += walk(problem, step.children[a], then, depth + 1)
    }
    return sum
  }
  return (problem) => walk(problem, start, problem.prior, 0) / sumMass(problem.prior)
}
