import { findBestOrder } from './best-order'
import { capPolicy, placesOf } from './cap'
import { createPlanner } from './plan'
import { growDraft, publishDraft } from './draft'
import { arrangeOrder, costOrder } from './evaluate'
import { solveExactly } from './exact'
import { createGraph } from './graph'
import type { Model } from './model'
import type { Policy, PolicyOptions } from './policy'
import { prepareProblem } from './problem'
import { extractDraft, followLookahead, search } from './search'
import { startSituation } from './situation'

/** compiles */
export function compilePolicy(model: Model, options: PolicyOptions = {}): Policy {
  const problem = prepareProblem(model)
  const start = startSituation(problem)
  const effort = options.effort ?? 1_500_000
  const fixed = findBestOrder(problem, start, 15)
  const graph = createGraph(problem, start)
  const lookahead = followLookahead(graph, effort / 4)
  const exact = solveExactly(problem, start, 400_000)
  let draft = exact && growDraft(problem, start, exact.choose)
  let bound = exact ? exact.cost : 0
  if (!draft) {
    if (fixed.cost < graph.root.plan.cost) graph.root.plan = fixed
    search(graph, effort - graph.work, [
      { optimism: 0.1, share: 0.2 },
      { optimism: 0.25, share: 0.3 },
      { optimism: 0.5, share: 0.3 },
      { optimism: 1, share: 0.2 },
    ])
    draft = extractDraft(problem, graph, graph.root)
    bound = graph.root.low
  }
  const unlimited = draft
  const planner = createPlanner(problem)
  if (options.maxNodes !== undefined && draft.nodes > options.maxNodes) draft = capPolicy(problem, exact ? placesOf(draft, planner) : graph.root, options.maxNodes, planner)
  const order = model.order?.map((id) => problem.fixes.findIndex((fix) => fix.id === id))
  return {
    root: publishDraft(problem, draft, start.total),
    ecr: draft.cost,
    bound: Math.min(bound, draft.cost),
    optimal: draft.cost - bound <= 1e-6,
    baselines: {
      ...(order && { order: costOrder(problem, start.mass, arrangeOrder(problem, order)) }),
      bestFixedOrder: fixed.cost,
      lookahead,
    },
    nodes: draft.nodes,
    unlimited: unlimited.cost,
    unused: { fixes: [], questions: [] },
  }
}
