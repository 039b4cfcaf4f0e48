import type { Draft } from './draft'
import type { Graph, GraphNode } from './graph'
import type { Unused } from './policy'
import type { Problem } from './problem'
import { bestAction } from './search'

/** Ids of the fixes and questions of a tree. */
export interface Used {
  fixes: Set<string>
  questions: Set<string>
}

/** What a tree uses. */
export function collectDraft(
  problem: Problem,
  draft: Draft,
  used: Used = { fixes: new Set(), questions: new Set() },
): Used {
  const { decision, children } = draft
  if (decision.kind === 'try') used.fixes.add(problem.fixes[decision.index]?.id ?? '')
  if (decision.kind === 'ask') used.questions.add(problem.questions[decision.index]?.id ?? '')
  for (const { node } of children) collectDraft(problem, node, used)
  return used
}

/** What the best policy in a search graph uses, without unfolding it into a tree. */
export function collectGraph(problem: Problem, graph: Graph): Used {
  const used: Used = { fixes: new Set(), questions: new Set() }
  const seen = new Set<GraphNode>()
  const visit = (node: GraphNode) => {
    if (seen.has(node)) return
    seen.add(node)
    const action = bestAction(node)
    if (!action) for (const fix of graph.planOf(node).order) used.fixes.add(problem.fixes[fix]?.id ?? '')
    else if (action.decision.kind === 'try') used.fixes.add(problem.fixes[action.decision.index]?.id ?? '')
    else used.questions.add(problem.questions[action.decision.index]?.id ?? '')
    for (const child of action?.children ?? []) visit(child)
  }
  visit(graph.root)
  return used
}

/** Whether every answer of a question is as likely under every cause that can occur. */
export function tellsNothing({ prior, questions }: Problem, question: number): boolean {
  const possible = [...prior.keys()].filter((c) => (prior[c] as number) > 0)
  const first = possible[0] ?? 0
  const table = questions[question]?.like[0] ?? []
  return table.every((chances) =>
    possible.every((c) => Math.abs((chances[c] as number) - (chances[first] as number)) < 1e-15),
  )
}

/** Lists what a tree does without, and why; `unlimited` is what the tree without the page cap uses. */
export function findUnused(
  problem: Problem,
  used: Used,
  unlimited: Used,
): { fixes: Unused[]; questions: Unused[] } {
  const fixes = problem.fixes.flatMap((fix): Unused[] => {
    if (used.fixes.has(fix.id)) return []
    const { id, causes, before, cost, cure } = fix
    if (unlimited.fixes.has(id)) return [{ id, reason: 'over-the-page-cap' }]
    if (causes.length === 0) return [{ id, reason: 'cures-nothing' }]
    if (!before) return [{ id, reason: 'never-allowed' }]
    const best = causes.reduce((top, c) => Math.max(top, cure[c] as number), 0)
    return [{ id, reason: best * problem.escalation <= cost ? 'slower-than-escalation' : 'better-fix-first' }]
  })
  const questions = problem.questions.flatMap(({ id }, q): Unused[] => {
    if (used.questions.has(id)) return []
    if (unlimited.questions.has(id)) return [{ id, reason: 'over-the-page-cap' }]
    return [{ id, reason: tellsNothing(problem, q) ? 'tells-nothing' : 'not-worth-asking' }]
  })
  return { fixes, questions }
}
