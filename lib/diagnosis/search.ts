import type { Action, Graph, GraphNode } from './graph'

/** Differences below this, in minutes × mass, are rounding. */
const NOTHING = 1e-10

/** Below this probability of being reached, lookahead follows its plan: its tree would have no end. */
const LOOKAHEAD_REACH = 1e-5

/**
 * Cost (minutes × mass) of the policy that looks one step ahead at each situation: the question whose
 * answers leave the cheapest greedy plans, if that beats the greedy plan; else the plan's first fix, and
 * then it looks again. Exact, except that rare situations (reach below 1e-5), and all once `effort` is
 * spent, follow their plan without looking. Expands the graph where it goes.
 */
export function followLookahead(graph: Graph, effort: number): number {
  const total = graph.root.situation.total
  const costs = new Map<GraphNode, number>()
  const follow = (node: GraphNode): number => {
    const before = costs.get(node)
    if (before !== undefined) return before
    let cost = node.planCost
    if (node.situation.total > LOOKAHEAD_REACH * total && (node.actions || graph.work < effort)) {
      graph.expand(node)
      const action = node.lookahead
      if (action) cost = graph.open(node, action).reduce((sum, child) => sum + follow(child), action.own)
      graph.update(node)
    }
    costs.set(node, cost)
    return cost
  }
  return follow(graph.root)
}

/** Expands the node where the most could be settled below the likeliest policy; false if nothing is left. */
function expandOnce(graph: Graph): boolean {
  if (graph.root.slack <= NOTHING) return false
  const path: GraphNode[] = []
  let node = graph.root
  for (;;) {
    path.push(node)
    if (!node.actions) {
      graph.expand(node)
      break
    }
    const action = node.promising
    if (!action) break
    const children = graph.open(node, action)
    let next: GraphNode | undefined
    for (const child of children) if (!next || child.slack > next.slack) next = child
    if (!next || next.slack <= 0) break
    node = next
  }
  for (let i = path.length - 1; i >= 0; i--) graph.update(path[i] as GraphNode)
  graph.work++
  return true
}

/** Brings every node up to date with the nodes below it. */
export function refresh(graph: Graph, pass: number) {
  const visit = (node: GraphNode) => {
    if (node.seen === pass) return
    node.seen = pass
    for (const { children } of node.actions ?? []) for (const child of children ?? []) visit(child)
    graph.update(node)
  }
  visit(graph.root)
}

/**
 * Anytime search: AO* (Martelli and Montanari 1973; Nilsson 1980) over the graph with guesses that become more
 * optimistic from phase to phase. At little optimism it betters the policy at hand; at full optimism the
 * guess is the lower bound, and a phase that ends has proved the policy optimal. Each phase gets its share
 * of `effort`; what a phase leaves goes to the next.
 */
export function search(graph: Graph, effort: number, phases: readonly { optimism: number; share: number }[]) {
  const start = graph.work
  let spent = 0
  phases.forEach(({ optimism, share }, index) => {
    graph.optimism = optimism
    refresh(graph, index + 1)
    spent += share
    while (graph.work - start < effort * spent && expandOnce(graph));
  })
  graph.optimism = 1
  refresh(graph, phases.length + 1)
}

/** The best action found in a node; undefined where that is its plan. */
export function bestAction(node: GraphNode): Action | undefined {
  let best: Action | undefined
  let high = node.planCost - 1e-12 * node.situation.total
  for (const action of node.actions ?? []) {
    if (action.high >= high) continue
    high = action.high
    best = action
  }
  return best
}
