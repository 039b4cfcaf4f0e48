import { findBestOrder } from './best-order'
import { capPolicy, placesOf } from './cap'
import { type Draft, growDraft, publishDraft } from './draft'
import { fixedOrderCost } from './evaluate'
import { type ExactSolution, solveExactly } from './exact'
import { createGraph, type Graph, type GraphNode } from './graph'
import type { Model } from './model'
import { createPlanner } from './plan'
import type { Policy, PolicyOptions } from './policy'
import { polishDraft } from './polish'
import { type Problem, prepareProblem } from './problem'
import { reduceModel } from './reduce'
import { followLookahead, search } from './search'
import { countSituations, startSituation } from './situation'
import { collectDraft, collectGraph, findUnused } from './unused'

/** Evaluated situations: about 7 s on one core of 2024 for 21 causes, 18 questions and 27 fixes. */
const DEFAULT_EFFORT = 1_300_000

/** Trees are never larger than this, cap or not: each node takes memory. */
const MOST_NODES = 200_000

/**
 * Shares of the effort: for lookahead; for exact solving, where that is hopeful, because a proof is worth
 * waiting for; and for the anytime search if exact solving gives up. Without hope the search has all that
 * lookahead leaves.
 */
const LOOKAHEAD_SHARE = 0.2
const EXACT_SHARE = 2.5
const SEARCH_SHARE = 0.6

/** Beyond this many situations, before pruning, exact solving would only use up its share of the effort. */
const EXACT_SITUATIONS = 1e11

/**
 * Little optimism betters the policy, and most is spent there; full optimism proves. Small graphs are soon
 * done with a phase and go on to the next. The shares were chosen on the first guide and on random models
 * (`buildGuide` and the like) of 8/6/8, 21/18/27 and 40/30/40 causes, questions and fixes: a first phase of
 * more optimism cost up to 2 % on the larger ones, and none in the middle 0.5 % on the small.
 */
const PHASES = [
  { optimism: 0.005, share: 0.55 },
  { optimism: 0.02, share: 0.15 },
  { optimism: 0.05, share: 0.08 },
  { optimism: 0.1, share: 0.05 },
  { optimism: 0.2, share: 0.04 },
  { optimism: 0.4, share: 0.03 },
  { optimism: 1, share: 0.1 },
] as const

/** The best tree of at most `most` nodes that the graph or the exact solution knows. */
function chooseTree(problem: Problem, graph: Graph, exact: ExactSolution | undefined, most: number): Draft {
  const planner = createPlanner(problem)
  if (!exact)
    return polishDraft(
      problem,
      capPolicy(problem, graph.root, most, planner, (place) => graph.planOf(place as GraphNode)),
      most,
    )
  const draft = growDraft(problem, graph.root.situation, exact.choose)
  if (draft.nodes <= most) return draft
  return polishDraft(problem, capPolicy(problem, placesOf(draft), most, planner), most)
}

/**
 * Compiles a model that `readModel` accepts into a tree of questions and fixes. What is promised:
 *
 * - Up to 10^11 situations before pruning, as long as two and a half times the effort solves them: the optimum (`bound` is
 *   the cost of the tree without the page cap, and `optimal` holds unless the cap cuts it). That is about a
 *   million situations after pruning: in practice 7 questions of 4 answers with 5 fixes, or 5 of 3 with 11.
 * - Beyond: the best tree that the anytime search finds, and a lower bound on every policy. Before the page
 *   cap it is never worse than one-step lookahead or the best order without questions that was found.
 * - With a page cap: the best cut tree that was found, by value; `unlimited - ecr` is what the cap costs. A
 *   cap may make a tree dearer than lookahead, whose tree has no cap, but never dearer than escalating.
 * - The same bytes for the same model and options, whatever the order of keys and the machine's speed.
 */
export function compilePolicy(model: Model, options: PolicyOptions = {}): Policy {
  const effort = Math.max(0, options.effort ?? DEFAULT_EFFORT)
  const most = Math.min(Math.max(1, Math.floor(options.maxNodes ?? MOST_NODES)), MOST_NODES)
  const problem = prepareProblem(reduceModel(model))
  const start = startSituation(problem)
  const fixed = findBestOrder(problem, start, 15)
  const graph = createGraph(problem, start)
  if (fixed.cost < graph.root.planCost) graph.adopt(graph.root, fixed)
  const lookahead = followLookahead(graph, effort * LOOKAHEAD_SHARE)
  const hopeful = countSituations(problem) <= EXACT_SITUATIONS
  const exact = hopeful ? solveExactly(problem, start, effort * EXACT_SHARE) : undefined
  if (!exact) search(graph, effort * (hopeful ? SEARCH_SHARE : 1) - graph.work, PHASES)
  const draft = chooseTree(problem, graph, exact, most)
  const ecr = draft.cost
  const unlimited = Math.min(ecr, exact ? exact.cost : graph.root.high)
  const bound = Math.min(unlimited, exact ? exact.cost : graph.root.low)
  const used = collectDraft(problem, draft)
  const usedUnlimited = exact
    ? collectDraft(problem, growDraft(problem, start, exact.choose))
    : collectGraph(problem, graph)
  return {
    root: publishDraft(problem, draft, start.total),
    ecr,
    bound,
    optimal: ecr - bound <= 1e-6,
    baselines: {
      ...(model.order && { order: fixedOrderCost(model, model.order) }),
      bestFixedOrder: fixed.cost,
      lookahead,
    },
    nodes: draft.nodes,
    unlimited,
    unused: findUnused(prepareProblem(model), used, usedUnlimited),
  }
}
