import { createKnownCause, dot } from './bounds'
import { type Decision, followDecision } from './draft'
import { createPlanner, type Plan } from './plan'
import type { PreparedFix, PreparedQuestion, Problem } from './problem'
import { BLOCKED, mayAsk, mayTry, type Situation, sumMass, TRIED, tablesOf } from './situation'

/** Something that can be done in a situation, with what it costs at least and at most (minutes × mass). */
export interface Action {
  decision: Exclude<Decision, { kind: 'escalate' }>
  /** Minutes × mass of the action itself. */
  own: number
  low: number
  high: number
  /** What the search expects it to cost; between `low` and `high`. */
  guess: number
  /** The situations it leads to, once the search has opened it. */
  children?: GraphNode[]
}

/** A situation in the search graph. Situations reached in different ways are one node. */
export interface GraphNode {
  situation: Situation
  low: number
  /** Cost of the best policy found from here; that of the plan at first. */
  high: number
  guess: number
  /** How much of `high - guess` could be settled by expanding below the likeliest action. */
  slack: number
  /** Cost of its plan without questions. */
  planCost: number
  /** A plan better than the greedy one; most nodes have none. */
  plan?: Plan
  actions?: Action[]
  /** The action of least `guess`; undefined for the plan. */
  promising?: Action
  /** One-step lookahead's choice: an action, or undefined for the plan. */
  lookahead?: Action
  /** Marks passes over the graph. */
  seen: number
}

/** The search graph of a problem: creates, expands and updates nodes. */
export interface Graph {
  root: GraphNode
  /** Work done so far, in plans evaluated. */
  work: number
  /** Optimism: a node that was not expanded is guessed at `high - optimism × (high - low)`. */
  optimism: number
  expand(node: GraphNode): void
  open(node: GraphNode, action: Action): GraphNode[]
  update(node: GraphNode): void
  /** The plan without questions, found again when asked for: most nodes never need more than its cost. */
  planOf(node: GraphNode): Plan
  /** Gives a node a better plan. */
  adopt(node: GraphNode, plan: Plan): void
}

function writeKey({ codes, gone }: Situation): string {
  let key = ''
  for (let q = 0; q < codes.length; q++) key += String.fromCharCode(codes[q] as number)
  let bits = 0
  for (let f = 0; f < gone.length; f++) {
    if ((gone[f] as number) & TRIED) bits |= 1 << (f & 15)
    if ((f & 15) === 15 || f === gone.length - 1) {
      key += String.fromCharCode(bits)
      bits = 0
    }
  }
  return key
}

/** Starts a search graph at a situation. */
export function createGraph(problem: Problem, start: Situation): Graph {
  const { questions, fixes, escalation } = problem
  const known = createKnownCause(problem)
  const planner = createPlanner(problem)
  const nodes = new Map<string, GraphNode>()
  const buffer = new Float64Array(problem.causes.length)
  const goneBuffer = new Uint8Array(fixes.length)

  const createNode = (situation: Situation): GraphNode => {
    const key = writeKey(situation)
    const found = nodes.get(key)
    if (found) return found
    const values = known.all(situation.gone, situation.late)
    const low = dot(situation.mass, values)
    const planCost = planner.cost(situation.mass, situation.gone, situation.late)
    graph.work++
    const node: GraphNode = {
      situation,
      low,
      high: Math.max(planCost, low),
      guess: 0,
      slack: 0,
      planCost,
      seen: 0,
    }
    guessLeaf(node)
    nodes.set(key, node)
    return node
  }

  const guessLeaf = (node: GraphNode) => {
    node.slack = graph.optimism * (node.high - node.low)
    node.guess = node.high - node.slack
  }

  const evaluateFix = ({ mass, total, gone, late }: Situation, values: Float64Array, f: number): Action => {
    const fix = fixes[f] as PreparedFix
    const own = fix.cost * total
    buffer.set(mass)
    goneBuffer.set(gone)
    goneBuffer[f] = (gone[f] as number) | TRIED
    for (let i = 0; i < fix.causes.length; i++) {
      const c = fix.causes[i] as number
      buffer[c] = (mass[c] as number) * (fix.keep[i] as number)
    }
    const lateThen = late || fix.last
    let low = own
    if (lateThen === late) {
      low += dot(buffer, values)
      for (let i = 0; i < fix.causes.length; i++) {
        const c = fix.causes[i] as number
        low += (buffer[c] as number) * (known.one(c, goneBuffer, late) - (values[c] as number))
      }
    } else low += dot(buffer, known.all(goneBuffer, lateThen))
    const high = Math.max(low, own + planner.cost(buffer, goneBuffer, lateThen))
    graph.work++
    return { decision: { kind: 'try', index: f }, own, low, high, guess: 0 }
  }

  const evaluateQuestion = (situation: Situation, values: Float64Array, q: number): Action => {
    const { mass, total, gone, late } = situation
    const question = questions[q] as PreparedQuestion
    const own = question.cost * total
    let low = own
    let high = own
    tablesOf(problem, situation, q).forEach((table, a) => {
      for (let c = 0; c < buffer.length; c++) buffer[c] = (mass[c] as number) * (table[c] as number)
      if (sumMass(buffer) === 0) return
      const blocked = question.blocks[a] as number[]
      low += dot(buffer, values)
      let goneThen = gone
      if (blocked.length > 0) {
        goneBuffer.set(gone)
        for (const f of blocked) goneBuffer[f] = (gone[f] as number) | BLOCKED
        goneThen = goneBuffer
      }
      high += planner.cost(buffer, goneThen, late)
      graph.work++
    })
    return { decision: { kind: 'ask', index: q }, own, low, high: Math.max(low, high), guess: 0 }
  }

  const update = (node: GraphNode) => {
    const { actions } = node
    if (!actions) return guessLeaf(node)
    let low = escalation * node.situation.total
    let high = node.planCost
    let guess = high
    let slack = 0
    let promising: Action | undefined
    for (const action of actions) {
      if (action.children) {
        action.low = action.own
        action.high = action.own
        action.guess = action.own
        for (const child of action.children) {
          action.low += child.low
          action.high += child.high
          action.guess += child.guess
        }
      } else action.guess = action.high - graph.optimism * (action.high - action.low)
      if (action.low < low) low = action.low
      if (action.high < high) high = action.high
      if (action.guess < guess) {
        guess = action.guess
        promising = action
      }
    }
    if (promising) {
      if (!promising.children) slack = promising.high - promising.guess
      else for (const child of promising.children) slack += child.slack
    }
    node.low = Math.min(high, Math.max(node.low, low))
    node.high = high
    node.guess = guess
    node.slack = slack
    node.promising = promising
  }

  const graph: Graph = {
    root: undefined as unknown as GraphNode,
    work: 0,
    optimism: 0,
    update,
    planOf: ({ plan, situation: { mass, gone, late } }) => plan ?? planner.plan(mass, gone, late),
    adopt: (node, { cost, order }) => {
      node.plan = { cost, order }
      node.planCost = cost
      node.high = Math.max(Math.min(node.high, cost), node.low)
      update(node)
    },
    open: (node, action) => {
      action.children ??= followDecision(problem, node.situation, action.decision).map((child) =>
        createNode(child.situation),
      )
      return action.children
    },
    expand: (node) => {
      if (node.actions) return
      const actions: Action[] = []
      const { situation } = node
      const values = known.all(situation.gone, situation.late)
      fixes.forEach((_, f) => {
        if (mayTry(problem, situation, f)) actions.push(evaluateFix(situation, values, f))
      })
      questions.forEach((_, q) => {
        if (mayAsk(situation, q)) actions.push(evaluateQuestion(situation, values, q))
      })
      let choice: Action | undefined
      let high = node.planCost
      const first = graph.planOf(node).order[0]
      for (const action of actions) {
        if (action.decision.kind === 'try' && action.decision.index === first && !choice) choice = action
        if (action.decision.kind !== 'ask' || action.high >= high - 1e-12 * situation.total) continue
        high = action.high
        choice = action
      }
      node.lookahead = choice
      // What costs at least as much as a known policy at most cannot be better, now or later.
      node.actions = actions.filter((action) => action === choice || action.low < node.high)
      update(node)
    },
  }
  graph.root = createNode(start)
  return graph
}
