import type { PolicyNode } from './policy'
import type { Problem } from './problem'
import { applyAnswer, applyFailure, type Situation } from './situation'

/** What to do in a situation: try the fix or ask the question of this index, or escalate. */
export type Decision = { kind: 'try' | 'ask'; index: number } | { kind: 'escalate' }

/** A node of a policy tree in indices, before it is published. */
export interface Draft {
  situation: Situation
  decision: Decision
  /** For `ask` one for each answer that can occur, for `try` the situation after it failed. */
  children: { answer: number; node: Draft }[]
  /** Minutes × mass, backed up from the leaves. */
  cost: number
  /** Nodes of this subtree that are published. */
  nodes: number
}

/** A draft with this decision over these children; sums its cost and its size. */
export function joinDraft(
  problem: Problem,
  situation: Situation,
  decision: Decision,
  children: Draft['children'],
): Draft {
  let cost = situation.total
  if (decision.kind === 'escalate') cost *= problem.escalation
  else cost *= (decision.kind === 'try' ? problem.fixes : problem.questions)[decision.index]?.cost ?? 0
  let nodes = 1
  for (const { node } of children) {
    cost += node.cost
    nodes += node.nodes
  }
  return { situation, decision, children, cost, nodes }
}

/** The situations that a decision leads to. */
export function followDecision(problem: Problem, situation: Situation, decision: Decision) {
  if (decision.kind === 'escalate') return []
  if (decision.kind === 'try')
    return [{ answer: 0, situation: applyFailure(problem, situation, decision.index) }]
  return (problem.questions[decision.index]?.answers ?? [])
    .map((_, answer) => ({ answer, situation: applyAnswer(problem, situation, decision.index, answer) }))
    .filter((child) => child.situation.total > 0)
}

/** The whole tree below a situation under a rule. A situation that cannot occur escalates. */
export function growDraft(
  problem: Problem,
  situation: Situation,
  choose: (at: Situation) => Decision,
): Draft {
  const decision: Decision = situation.total > 0 ? choose(situation) : { kind: 'escalate' }
  const children = followDecision(problem, situation, decision).map(({ answer, situation: next }) => ({
    answer,
    node: growDraft(problem, next, choose),
  }))
  return joinDraft(problem, situation, decision, children)
}

/** The chain of tries of a plan, then escalation. */
export function chainDraft(
  problem: Problem,
  situation: Situation,
  order: readonly number[],
  from = 0,
): Draft {
  const fix = order[from]
  if (fix === undefined || situation.total <= 0)
    return joinDraft(problem, situation, { kind: 'escalate' }, [])
  const next = chainDraft(problem, applyFailure(problem, situation, fix), order, from + 1)
  return joinDraft(problem, situation, { kind: 'try', index: fix }, [{ answer: 0, node: next }])
}

/** The published form of a draft; `total` is the mass at the root. */
export function publishDraft(problem: Problem, draft: Draft, total: number): PolicyNode {
  const { situation, decision, children } = draft
  const reach = situation.total / total
  const cost = situation.total > 0 ? draft.cost / situation.total : problem.escalation
  if (decision.kind === 'escalate') return { kind: 'escalate', reach, cost }
  if (decision.kind === 'ask') {
    const question = problem.questions[decision.index] as Problem['questions'][number]
    const answers = Object.fromEntries(
      children.map(({ answer, node }) => [
        question.answers[answer] as string,
        publishDraft(problem, node, total),
      ]),
    )
    return { kind: 'ask', question: question.id, reach, cost, answers }
  }
  const next = (children[0] as Draft['children'][number]).node
  return {
    kind: 'try',
    fix: problem.fixes[decision.index]?.id ?? '',
    reach,
    cost,
    chance: Math.max(0, 1 - next.situation.total / situation.total),
    next: publishDraft(problem, next, total),
  }
}
