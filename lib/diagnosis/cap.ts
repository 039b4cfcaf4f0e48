import type { Draft } from './draft'
import { fitDraft } from './fit'
import type { Plan, Planner } from './plan'
import { createPricer, type Place, type PricedTree } from './price'
import type { Problem } from './problem'

/** Steps of bisection on the price of a node. */
const STEPS = 18

/** Caps up to this are met exactly: cutting takes time and memory in proportion to the cap. */
const FIT_UP_TO = 5000

/** The places of a tree: in each its own decision. */
export function placesOf(draft: Draft): Place {
  const { situation, decision, children, cost } = draft
  if (decision.kind === 'escalate') return { situation, high: cost }
  return {
    situation,
    high: cost,
    actions: [{ decision, high: cost, children: children.map(({ node }) => placesOf(node)) }],
  }
}

/**
 * The best tree of at most `most` nodes that was found below a place. A price per node turns the cap into a
 * cost (Lagrange): bisection finds prices whose best trees have a little more than `most` nodes, and exact
 * cutting makes those fit. The best of the trees so made is returned.
 */
export function capPolicy(
  problem: Problem,
  root: Place,
  most: number,
  planner: Planner,
  planOf?: (place: Place) => Plan,
): Draft {
  const priced = createPricer(
    problem,
    root,
    planOf ?? (({ situation: { mass, gone, late } }) => planner.plan(mass, gone, late)),
  )
  const highest = problem.escalation * root.situation.total
  const cheapest = priced(highest)
  const trees = [cheapest]
  let top = highest
  for (const target of most <= FIT_UP_TO ? [1, 1.25, 1.6] : [1]) {
    let low = 0
    let high = top
    let above: PricedTree | undefined
    let below = cheapest
    for (let step = 0; step < STEPS; step++) {
      // Prices range over orders of magnitude: fall fast at first, then take the geometric mean.
      const price = low > 0 ? Math.sqrt(low * high) : high / 5
      const tree = priced(price)
      if (tree.nodes > target * most) {
        low = price
        above = tree
      } else {
        high = price
        below = tree
      }
    }
    trees.push(below)
    // A larger tree has a lower price.
    top = high
    if (above && above.nodes <= 4 * most && most <= FIT_UP_TO) trees.push(above)
  }
  const drafts = trees
    .filter(({ nodes }) => nodes <= most || most <= FIT_UP_TO)
    .map((tree) => fitDraft(problem, tree.build(), most, planner))
  return drafts.reduce((best, draft) => (draft.cost < best.cost ? draft : best))
}
