import { chainDraft, type Draft, joinDraft } from './draft'
import type { Planner } from './plan'
import { costPrefixes } from './price'
import type { Problem } from './problem'

/** What a subtree costs with at most n nodes, and how. */
interface Table {
  /** `cost[n]` for n = 0 … size; infinite for 0. */
  cost: Float64Array
  /** For each n -1 to keep the decision, else how many fixes of `plan` to try before escalating. */
  how: Int16Array
  plan: readonly number[]
  children: Table[]
  /** For `ask`: `splits[i][n]` nodes go to child i when the children up to i have n together. */
  splits: Int16Array[]
}

const hasQuestion = (draft: Draft): boolean =>
  draft.decision.kind === 'ask' || draft.children.some(({ node }) => hasQuestion(node))

/** Shares nodes among the children of a question: cost of all with n nodes together, child by child. */
function shareNodes(children: readonly Table[], most: number): { cost: Float64Array; splits: Int16Array[] } {
  let cost = Float64Array.of(0)
  const splits: Int16Array[] = []
  for (const child of children) {
    const size = Math.min(most, cost.length - 1 + child.cost.length - 1)
    const sum = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const split = new Int16Array(size + 1)
    for (let before = 0; before < cost.length; before++) {
      const base = cost[before] as number
      if (base === Number.POSITIVE_INFINITY) continue
      const top = Math.min(child.cost.length - 1, size - before)
      for (let n = 1; n <= top; n++) {
        const value = base + (child.cost[n] as number)
        if (value >= (sum[before + n] as number)) continue
        sum[before + n] = value
        split[before + n] = n
      }
    }
    cost = sum
    splits.push(split)
  }
  return { cost, splits }
}

/**
 * The cheapest way to cut a tree down to `most` nodes, where any subtree may give way to the plan without
 * questions from there, and any plan may end early. Exact, by dynamic programming over trees: about
 * nodes × `most` steps.
 */
export function fitDraft(problem: Problem, draft: Draft, most: number, planner: Planner): Draft {
  const measure = (node: Draft): Table => {
    const { situation, decision, children } = node
    const tables = children.map((child) => measure(child.node))
    const size = Math.min(most, node.nodes)
    const cost = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const how = new Int16Array(size + 1)
    const plan: readonly number[] =
      decision.kind !== 'escalate' && hasQuestion(node)
        ? planner.plan(situation.mass, situation.gone, situation.late).order
        : []
    costPrefixes(problem, situation, plan).forEach((value, length) => {
      if (length + 1 > size || value >= (cost[length + 1] as number)) return
      cost[length + 1] = value
      how[length + 1] = length
    })
    let splits: Int16Array[] = []
    if (decision.kind !== 'escalate') {
      const list = decision.kind === 'try' ? problem.fixes : problem.questions
      const own = (list[decision.index]?.cost ?? 0) * situation.total
      const shared = shareNodes(tables, size - 1)
      splits = shared.splits
      shared.cost.forEach((value, n) => {
        if (n + 1 > size || own + value >= (cost[n + 1] as number)) return
        cost[n + 1] = own + value
        how[n + 1] = -1
      })
    }
    return { cost, how, plan, children: tables, splits }
  }
  const build = (node: Draft, table: Table, given: number): Draft => {
    let n = 1
    for (let i = 1; i <= Math.min(given, table.cost.length - 1); i++) {
      if ((table.cost[i] as number) < (table.cost[n] as number)) n = i
    }
    const how = table.how[n] as number
    if (how >= 0) return chainDraft(problem, node.situation, table.plan.slice(0, how))
    let left = n - 1
    const shares: number[] = []
    for (let i = table.children.length - 1; i >= 0; i--) {
      shares[i] = table.splits[i]?.[left] as number
      left -= shares[i] as number
    }
    const children = node.children.map(({ answer, node: child }, i) => ({
      answer,
      node: build(child, table.children[i] as Table, shares[i] as number),
    }))
    return joinDraft(problem, node.situation, node.decision, children)
  }
  return draft.nodes <= most ? draft : build(draft, measure(draft), most)
}
