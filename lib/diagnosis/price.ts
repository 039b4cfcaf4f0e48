import { chainDraft, type Decision, type Draft, joinDraft } from './draft'
import type { Plan } from './plan'
import type { Problem } from './problem'
import { applyFailure, type Situation } from './situation'

/** A situation with what is known to be possible there: a node of the search graph, or of a tree. */
export interface Place {
  situation: Situation
  /** Its least cost (minutes × mass) when nodes are free. */
  high: number
  actions?: readonly {
    decision: Exclude<Decision, { kind: 'escalate' }>
    /** Its cost when nodes are free. */
    high: number
    children?: readonly Place[]
  }[]
}

/** Minutes × mass of the first n fixes of an order and then escalation, for n = 0, 1, …; a 0 mass costs nothing. */
export function costPrefixes(problem: Problem, situation: Situation, order: readonly number[]): number[] {
  const costs = [problem.escalation * situation.total]
  let spent = 0
  let at = situation
  for (const fix of order) {
    spent += (problem.fixes[fix]?.cost ?? 0) * at.total
    at = applyFailure(problem, at, fix)
    costs.push(spent + problem.escalation * at.total)
  }
  return costs
}

/** The answer that led to a child of a decision; 0 for a try. */
export function answerOf(
  problem: Problem,
  decision: Exclude<Decision, { kind: 'escalate' }>,
  child: Situation,
): number {
  if (decision.kind === 'try') return 0
  const count = problem.questions[decision.index]?.answers.length ?? 1
  return ((child.codes[decision.index] as number) - 1) % count
}

interface Priced {
  value: number
  /** Index of the action, or -1 for the plan. */
  action: number
  /** How many fixes of the plan. */
  length: number
  nodes: number
}

/** The best tree at a price per node. */
export interface PricedTree {
  /** Nodes of the tree; it may be far larger than the graph it was chosen from. */
  nodes: number
  build(): Draft
}

/**
 * Chooses by cost + price × nodes at each place, where `planOf` gives the plan without questions. What plans
 * cost is kept from one price to the next.
 */
export function createPricer(
  problem: Problem,
  root: Place,
  planOf: (place: Place) => Plan,
): (price: number) => PricedTree {
  const prefixes = new Map<Place, number[]>()
  const prefixesOf = (place: Place) => {
    let costs = prefixes.get(place)
    if (!costs) {
      costs = costPrefixes(problem, place.situation, planOf(place).order)
      prefixes.set(place, costs)
    }
    return costs
  }
  return (price) => {
    const known = new Map<Place, Priced>()
    const visit = (place: Place): Priced => {
      const before = known.get(place)
      if (before) return before
      const best: Priced = { value: Number.POSITIVE_INFINITY, action: -1, length: 0, nodes: 1 }
      prefixesOf(place).forEach((cost, length) => {
        const value = cost + price * (length + 1)
        if (value < best.value) Object.assign(best, { value, length, nodes: length + 1 })
      })
      const actions = place.actions ?? []
      const consider = (action: number) => {
        const { high, children } = actions[action] as NonNullable<Place['actions']>[number]
        if (!children) return
        // From what it costs at least, child by child, to what it costs: given up as soon as it is too much.
        let value = high + price * (1 + children.length)
        let nodes = 1
        for (const child of children) {
          if (value >= best.value - 1e-12 * place.situation.total) return
          const priced = visit(child)
          value += priced.value - child.high - price
          nodes += priced.nodes
        }
        if (value < best.value - 1e-12 * place.situation.total) Object.assign(best, { value, action, nodes })
      }
      // The likeliest first, so that the others are given up sooner.
      let first = -1
      for (let i = 0; i < actions.length; i++) {
        if (actions[i]?.children && (first < 0 || (actions[i]?.high ?? 0) < (actions[first]?.high ?? 0)))
          first = i
      }
      if (first >= 0) consider(first)
      for (let i = 0; i < actions.length; i++) if (i !== first) consider(i)
      known.set(place, best)
      return best
    }
    const build = (place: Place): Draft => {
      const { action, length } = visit(place)
      const chosen = place.actions?.[action]
      if (!chosen) return chainDraft(problem, place.situation, planOf(place).order.slice(0, length))
      const children = (chosen.children ?? []).map((child) => ({
        answer: answerOf(problem, chosen.decision, child.situation),
        node: build(child),
      }))
      return joinDraft(problem, place.situation, chosen.decision, children)
    }
    return { nodes: visit(root).nodes, build: () => build(root) }
  }
}
