import { createKnownCause, dot } from './bounds'
import type { Decision } from './draft'
import { createPlanner } from './plan'
import type { PreparedFix, PreparedQuestion, Problem } from './problem'
import { BLOCKED, countSituations, mayTry, type Situation, sumMass, TRIED } from './situation'

/** An optimal policy, as a rule for every situation that can be reached from where it was solved. */
export interface ExactSolution {
  /** Minutes × mass. */
  cost: number
  /** What to do in a situation; solves it first if pruning had left it out. */
  choose(situation: Situation): Decision
}

/** Costs this close, in minutes, are equal: rounding must not decide between actions. */
const TIE = 1e-11

const ESCALATE = -1
/** Only a lower bound is known. */
const UNSOLVED = -2

/**
 * Optimal policy by memoised depth-first branch and bound over all situations. Each situation has one
 * number: the codes of its answers in mixed radix and a bit for each tried fix. Actions are cut by the
 * perfect-information bound against the best known, which starts as the greedy plan; a situation is solved
 * only as far as shows that it costs too much where it is asked for, and the bound so found is kept. Returns
 * undefined if the numbers do not fit in a double's 53 bits or after more than `limit` solutions.
 */
export function solveExactly(problem: Problem, start: Situation, limit: number): ExactSolution | undefined {
  const { questions, fixes, escalation, causes } = problem
  if (countSituations(problem) > Number.MAX_SAFE_INTEGER) return undefined
  const known = createKnownCause(problem)
  const planner = createPlanner(problem)
  const fixBase = fixes.map((_, f) => 2 ** f)
  let base = 2 ** fixes.length
  const questionBase = questions.map(({ answers, like }) => {
    const mine = base
    base *= 1 + answers.length * like.length
    return mine
  })
  const slots = new Map<number, number>()
  const values: number[] = []
  const actions: number[] = []
  const sizes: number[] = []
  const keyOf = ({ codes, gone }: Situation) => {
    let key = 0
    codes.forEach((code, q) => {
      key += code * (questionBase[q] as number)
    })
    gone.forEach((state, f) => {
      if (state & TRIED) key += fixBase[f] as number
    })
    return key
  }

  // The situation under work, changed in place; masses lie in one buffer for each depth.
  const pool = Array.from(
    { length: questions.length + fixes.length + 2 },
    () => new Float64Array(causes.length),
  )
  const answered = new Int32Array(questions.length)
  const overlaps = new Int32Array(questions.length)
  const blocks = new Int32Array(fixes.length)
  const gone = new Uint8Array(fixes.length)
  const view: Situation = {
    mass: pool[0] as Float64Array,
    total: 0,
    codes: new Uint16Array(0),
    gone,
    late: false,
  }
  const scratch = new Float64Array(causes.length)
  let exhausted = false
  let work = 0

  const isEnough = (slot: number, cutoff: number) =>
    actions[slot] !== UNSOLVED || (values[slot] as number) > cutoff

  const solveFix = (f: number, depth: number, key: number, cutoff: number) => {
    const fix = fixes[f] as PreparedFix
    const childKey = key + (fixBase[f] as number)
    const slot = slots.get(childKey)
    if (slot !== undefined && isEnough(slot, cutoff)) return slot
    const mass = pool[depth + 1] as Float64Array
    mass.set(pool[depth] as Float64Array)
    for (let i = 0; i < fix.causes.length; i++) {
      const c = fix.causes[i] as number
      mass[c] = (mass[c] as number) * (fix.keep[i] as number)
    }
    const late = view.late
    gone[f] = (gone[f] as number) | TRIED
    view.late = late || fix.last
    const solved = solve(depth + 1, childKey, cutoff)
    gone[f] = (gone[f] as number) & ~TRIED
    view.late = late
    return solved
  }

  const solveAnswer = (q: number, a: number, depth: number, key: number, cutoff: number) => {
    const { like, answers, neighbours, unsure, blocks: blocked } = questions[q] as PreparedQuestion
    const k = overlaps[q] as number
    const childKey = key + (1 + a + answers.length * k) * (questionBase[q] as number)
    const slot = slots.get(childKey)
    if (slot !== undefined && isEnough(slot, cutoff)) return slot
    const table = like[k]?.[a] as Float64Array
    const from = pool[depth] as Float64Array
    const mass = pool[depth + 1] as Float64Array
    for (let c = 0; c < mass.length; c++) mass[c] = (from[c] as number) * (table[c] as number)
    const shift = (by: number) => {
      answered[q] = (answered[q] as number) + by
      if (a !== unsure) for (const other of neighbours) overlaps[other] = (overlaps[other] as number) + by
      for (const f of blocked[a] as number[]) {
        blocks[f] = (blocks[f] as number) + by
        gone[f] = ((gone[f] as number) & TRIED) | ((blocks[f] as number) > 0 ? BLOCKED : 0)
      }
    }
    shift(1)
    const solved = solve(depth + 1, childKey, cutoff)
    shift(-1)
    return solved
  }

  const store = (key: number, value: number, action: number, size: number) => {
    let slot = slots.get(key)
    if (slot === undefined) {
      slot = values.length
      slots.set(key, slot)
    }
    if (++work > limit) exhausted = true
    values[slot] = value
    actions[slot] = action
    sizes[slot] = size
    return slot
  }

  /** The number of a question's value by greedy plans after each answer: the order in which to look. */
  const rankQuestion = (q: number, mass: Float64Array) => {
    const { like, cost } = questions[q] as PreparedQuestion
    let sum = cost * sumMass(mass)
    for (const table of like[overlaps[q] as number] as Float64Array[]) {
      for (let c = 0; c < mass.length; c++) scratch[c] = (mass[c] as number) * (table[c] as number)
      sum += planner.cost(scratch, gone, false)
    }
    return sum
  }

  /** Solves a situation, or shows that it costs more than `cutoff`. */
  function solve(depth: number, key: number, cutoff: number): number {
    const mass = pool[depth] as Float64Array
    const total = sumMass(mass)
    if (total === 0 || exhausted) return store(key, 0, ESCALATE, 0)
    const tie = TIE * total
    let best = escalation * total
    let action = ESCALATE
    let size = 1
    /** The least that an action cut short would cost. */
    let floor = Number.POSITIVE_INFINITY
    const offer = (cost: number, by: number, nodes: number) => {
      if (cost > best + tie || (cost >= best - tie && nodes >= size)) return
      best = cost
      action = by
      size = nodes
    }
    const plan = planner.plan(mass, gone, view.late)
    if (plan.order.length > 0) offer(plan.cost, plan.order[0] as number, plan.order.length + 1)
    const causeCosts = known.all(gone, view.late)
    const bound = dot(mass, causeCosts)
    /** Whether an action that costs at least this much can be left alone. */
    const cut = (low: number) => {
      if (low <= Math.min(best + tie, cutoff)) return false
      if (low < floor) floor = low
      return true
    }
    const lookAtFix = (f: number) => {
      const fix = fixes[f] as PreparedFix
      // What the fix cures is never paid for; what it leaves costs at least as much as before.
      let low = fix.cost * total + bound
      for (let i = 0; i < fix.causes.length; i++) {
        const c = fix.causes[i] as number
        low -= (mass[c] as number) * (1 - (fix.keep[i] as number)) * (causeCosts[c] as number)
      }
      if (cut(low)) return
      const own = fix.cost * total
      const child = solveFix(f, depth, key, Math.min(best + tie, cutoff) - own)
      if (cut(own + (values[child] as number)) || actions[child] === UNSOLVED) return
      offer(own + (values[child] as number), f, 1 + Math.max(1, sizes[child] as number))
    }
    const lookAtQuestion = (q: number) => {
      const { cost, answers, like } = questions[q] as PreparedQuestion
      let sum = cost * total
      let open = bound
      let nodes = 1
      const tables = like[overlaps[q] as number] as Float64Array[]
      for (let a = 0; a < answers.length; a++) {
        if (cut(sum + open)) return
        const table = tables[a] as Float64Array
        for (let c = 0; c < mass.length; c++) {
          open -= (mass[c] as number) * (table[c] as number) * (causeCosts[c] as number)
        }
        const child = solveAnswer(q, a, depth, key, Math.min(best + tie, cutoff) - sum - open)
        sum += values[child] as number
        nodes += sizes[child] as number
        if (actions[child] === UNSOLVED) {
          if (sum + open < floor) floor = sum + open
          return
        }
      }
      if (!cut(sum)) offer(sum, fixes.length + q, nodes)
    }
    for (let f = 0; f < fixes.length; f++) if (mayTry(problem, view, f)) lookAtFix(f)
    const asking: { q: number; rank: number }[] = []
    for (let q = 0; q < questions.length && !view.late; q++) {
      if (answered[q] !== 0 || cut((questions[q]?.cost ?? 0) * total + bound)) continue
      asking.push({ q, rank: rankQuestion(q, mass) })
    }
    asking.sort((a, b) => a.rank - b.rank || a.q - b.q)
    for (const { q } of asking) lookAtQuestion(q)
    if (best <= cutoff || best <= floor) return store(key, best, action, size)
    return store(key, floor, UNSOLVED, 0)
  }

  const solveSituation = (situation: Situation) => {
    const key = keyOf(situation)
    const slot = slots.get(key)
    if (slot !== undefined && isEnough(slot, Number.POSITIVE_INFINITY)) return slot
    answered.fill(0)
    overlaps.fill(0)
    blocks.fill(0)
    situation.codes.forEach((code, q) => {
      if (code === 0) return
      const { answers, unsure, neighbours, blocks: blocked } = questions[q] as PreparedQuestion
      const a = (code - 1) % answers.length
      answered[q] = 1
      if (a !== unsure) for (const other of neighbours) overlaps[other] = (overlaps[other] as number) + 1
      for (const f of blocked[a] as number[]) blocks[f] = (blocks[f] as number) + 1
    })
    gone.set(situation.gone)
    view.late = situation.late
    pool[0]?.set(situation.mass)
    return solve(0, key, Number.POSITIVE_INFINITY)
  }

  const root = solveSituation(start)
  if (exhausted) return undefined
  return {
    cost: values[root] as number,
    choose: (situation) => {
      limit = Number.POSITIVE_INFINITY
      const action = actions[solveSituation(situation)] as number
      if (action === ESCALATE) return { kind: 'escalate' }
      if (action < fixes.length) return { kind: 'try', index: action }
      return { kind: 'ask', index: action - fixes.length }
    },
  }
}
