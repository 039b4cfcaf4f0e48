import { createKnownCause } from './bounds'
import type { Decision } from './draft'
import { createFreeAnswers } from './free-answers'
import { createPlanner } from './plan'
import type { PreparedFix, PreparedQuestion, Problem } from './problem'
import { BLOCKED, countSituations, mayTry, type Situation, sumMass, TRIED } from './situation'
import { createSituationTable } from './situation-table'
import { createSupports, type Support } from './support'

/** An optimal policy, as a rule for every situation that can be reached from where it was solved. */
export interface ExactSolution {
  /** Minutes × mass. */
  cost: number
  /** What to do in a situation; solves it first if pruning had left it out. */
  choose(situation: Situation): Decision
}

/** Costs this close, in minutes, are equal: rounding must not decide between actions. */
const TIE = 1e-11

/** Sets of causes are kept as the bits of a number. */
const MOST_CAUSES = 53

const ESCALATE = -1
/** Only a lower bound is known. */
const UNSOLVED = -2

/**
 * Optimal policy by memoised depth-first branch and bound over all situations. A situation has two keys: a
 * number with a bit for each fix that is used up and the codes of its answers in mixed radix, and the set of
 * causes that are still possible. Answers and fixes that cannot matter any more, once some causes are ruled
 * out for certain, stand in the first as if they had never been there, so that situations which differ in
 * nothing else are one (`support.ts`). Actions are cut by lower bounds (`bounds.ts`, `free-answers.ts`, and
 * what is known of the situations they lead to) against the best known, which starts as the greedy plan. A
 * situation is solved only as far as shows that it costs too much where it is asked for, and the bound so
 * found is kept.
 *
 * Values are minutes per unit of mass. The loops are spelled out and make no functions or objects: they run
 * some million times.
 *
 * Returns undefined if keys do not fit in a double, or after more work than `limit`, in plans evaluated.
 */
export function solveExactly(problem: Problem, start: Situation, limit: number): ExactSolution | undefined {
  const { questions, fixes, escalation, causes } = problem
  if (countSituations(problem, 2) > Number.MAX_SAFE_INTEGER || causes.length > MOST_CAUSES) return undefined
  const known = createKnownCause(problem)
  const freeAnswers = createFreeAnswers(problem)
  const planner = createPlanner(problem)
  const supportOf = createSupports(problem)
  const table = createSituationTable()
  const fixBase = fixes.map((_, f) => 2 ** f)
  let base = 2 ** fixes.length
  const questionBase = questions.map(({ answers, like }) => {
    const mine = base
    base *= 2 + answers.length * like.length
    return mine
  })
  /** The code of a question that cannot matter any more. */
  const spent = questions.map(({ answers, like }) => 1 + answers.length * like.length)

  const deepest = questions.length + fixes.length + 1
  const widest = questions.reduce((most, { answers }) => Math.max(most, answers.length), 1)
  const grid = <T>(make: () => T): T[][] =>
    Array.from({ length: deepest + 1 }, () => Array.from({ length: widest }, make))
  /** For each depth and answer, the mass of the situation it leads to. */
  const masses = grid(() => new Float64Array(causes.length))
  const shares = Array.from({ length: deepest + 1 }, () => new Float64Array(widest))
  const keys = Array.from({ length: deepest + 1 }, () => new Float64Array(widest))
  /** What each answer adds at least. */
  const floors = Array.from({ length: deepest + 1 }, () => new Float64Array(widest))
  const supports: Support[][] = grid(() => supportOf(start.mass))
  const asking = Array.from({ length: deepest + 1 }, () => new Int32Array(questions.length))
  const ranks = Array.from({ length: deepest + 1 }, () => new Float64Array(questions.length))

  // The situation under work, changed in place.
  const codes = new Int32Array(questions.length)
  const overlaps = new Int32Array(questions.length)
  const blocks = new Int32Array(fixes.length)
  const gone = new Uint8Array(fixes.length)
  const view: Situation = { mass: start.mass, total: 0, codes: new Uint16Array(0), gone, late: false }
  const scratch = new Float64Array(causes.length)
  /** What a solution costs, in plans evaluated: measured on models of 5 to 32 fixes and 7 to 31 causes. */
  const price = 0.8 + (fixes.length * causes.length) / 150
  let work = 0
  let exhausted = false

  const keyOf = (support: Support) => {
    let key = 0
    for (let q = 0; q < questions.length; q++) {
      const code = codes[q] as number
      const silent = code === 0 ? support.informative[q] === 0 : support.neutral[q]?.[code - 1] === 1
      key += (silent ? (spent[q] as number) : code) * (questionBase[q] as number)
    }
    for (let f = 0; f < fixes.length; f++) {
      if ((gone[f] as number) & TRIED || support.useful[f] === 0) key += fixBase[f] as number
    }
    return key
  }

  /** Divides a mass by its sum, and says whether fewer causes are possible than `live` of them. */
  const normalise = (mass: Float64Array, total: number, live: number) => {
    let left = 0
    for (let c = 0; c < mass.length; c++) {
      if (mass[c] === 0) continue
      mass[c] = (mass[c] as number) / total
      left++
    }
    return left < live
  }

  const shift = (q: number, a: number, by: 1 | -1) => {
    const { answers, neighbours, unsure, blocks: blocked } = questions[q] as PreparedQuestion
    codes[q] = by < 0 ? 0 : 1 + a + answers.length * (overlaps[q] as number)
    if (a !== unsure)
      for (let i = 0; i < neighbours.length; i++) {
        const other = neighbours[i] as number
        overlaps[other] = (overlaps[other] as number) + by
      }
    const barred = blocked[a] as number[]
    for (let i = 0; i < barred.length; i++) {
      const f = barred[i] as number
      blocks[f] = (blocks[f] as number) + by
      gone[f] = ((gone[f] as number) & TRIED) | ((blocks[f] as number) > 0 ? BLOCKED : 0)
    }
  }

  const store = (key: number, support: Support, value: number, action: number, size: number) => {
    work += price
    if (work > limit) exhausted = true
    return table.put(key, support.key, value, action, size)
  }

  const isEnough = (slot: number, cutoff: number) =>
    slot >= 0 && (table.action(slot) !== UNSOLVED || table.value(slot) > cutoff)

  /** A question's cost by greedy plans after each answer: the order in which to look. */
  const rankQuestion = (q: number, mass: Float64Array) => {
    const { like, cost } = questions[q] as PreparedQuestion
    const tables = like[overlaps[q] as number] as Float64Array[]
    let sum = cost
    for (let a = 0; a < tables.length; a++) {
      const chances = tables[a] as Float64Array
      for (let c = 0; c < mass.length; c++) scratch[c] = (mass[c] as number) * (chances[c] as number)
      sum += planner.cost(scratch, gone, false)
    }
    return sum
  }

  /** Solves the situation under work, or shows that it costs more than `cutoff` minutes. */
  function solve(depth: number, key: number, support: Support, mass: Float64Array, cutoff: number): number {
    if (exhausted) return store(key, support, 0, ESCALATE, 0)
    const minutes = known.all(gone, view.late)
    const { live } = support
    let low = 0
    for (let i = 0; i < live.length; i++) {
      const c = live[i] as number
      low += (mass[c] as number) * (minutes[c] as number)
    }
    if (low > cutoff) return store(key, support, low, UNSOLVED, 0)

    let best = escalation
    let action = ESCALATE
    let size = 1
    const planned = planner.cost(mass, gone, view.late)
    if (planned < best - TIE) {
      best = planned
      action = planner.first()
      size = planner.length() + 1
    }
    let count = 0
    const open = asking[depth] as Int32Array
    if (!view.late)
      for (let q = 0; q < questions.length; q++)
        if (codes[q] === 0 && support.informative[q] === 1) open[count++] = q
    const free = freeAnswers.bound(mass, minutes, gone, view.late, open, count, overlaps)
    if (count === 0 && freeAnswers.exact()) {
      // The greedy plan stops at the first fix that is not worth its minutes; the best one may go on.
      if (free >= best - TIE) return store(key, support, best, action, size)
      return store(key, support, free, freeAnswers.first(), freeAnswers.length() + 1)
    }
    if (free > low) low = free
    if (low > cutoff) return store(key, support, low, UNSOLVED, 0)

    /** The least that an action cut short would cost. */
    let floor = Number.POSITIVE_INFINITY
    const below = depth + 1

    for (let f = 0; f < fixes.length; f++) {
      if (support.useful[f] === 0 || !mayTry(problem, view, f)) continue
      const fix = fixes[f] as PreparedFix
      // What the fix cures is never paid for; what it leaves costs at least as much as before.
      let least = fix.cost
      let left = 0
      const child = masses[below]?.[0] as Float64Array
      for (let i = 0; i < live.length; i++) {
        const c = live[i] as number
        const share = (mass[c] as number) * (1 - (fix.cure[c] as number))
        left += share
        least += share * (minutes[c] as number)
      }
      if (least > Math.min(best + TIE, cutoff)) {
        if (least < floor) floor = least
        continue
      }
      child.fill(0)
      for (let i = 0; i < live.length; i++) {
        const c = live[i] as number
        child[c] = (mass[c] as number) * (1 - (fix.cure[c] as number))
      }
      let value = fix.cost
      let nodes = 1
      let cut = false
      if (left > 0) {
        const late = view.late
        const before = gone[f] as number
        gone[f] = before | TRIED
        view.late = late || fix.last
        const fewer = normalise(child, left, live.length)
        const then = fewer ? supportOf(child) : support
        const childKey = fewer ? keyOf(then) : key + (fixBase[f] as number)
        const most = (Math.min(best + TIE, cutoff) - fix.cost) / left
        let slot = table.find(childKey, then.key)
        if (!isEnough(slot, most)) slot = solve(below, childKey, then, child, most)
        gone[f] = before
        view.late = late
        value += left * table.value(slot)
        nodes = table.size(slot)
        cut = table.action(slot) === UNSOLVED
      }
      if (cut || value > Math.min(best + TIE, cutoff)) {
        if (value < floor) floor = value
        continue
      }
      if (value > best + TIE || (value >= best - TIE && 1 + nodes >= size)) continue
      best = value
      action = f
      size = 1 + nodes
    }

    // The likeliest question first.
    const rank = ranks[depth] as Float64Array
    let asked = 0
    for (let i = 0; i < count; i++) {
      const q = open[i] as number
      const least = (questions[q]?.cost as number) + low
      if (least > Math.min(best + TIE, cutoff)) {
        if (least < floor) floor = least
        continue
      }
      const mine = count > 1 ? rankQuestion(q, mass) : 0
      let at = asked++
      while (at > 0 && (rank[at - 1] as number) > mine) {
        rank[at] = rank[at - 1] as number
        open[at] = open[at - 1] as number
        at--
      }
      rank[at] = mine
      open[at] = q
    }
    for (let i = 0; i < asked; i++) {
      const q = open[i] as number
      const { cost, like, answers } = questions[q] as PreparedQuestion
      const k = overlaps[q] as number
      const tables = like[k] as Float64Array[]
      const most = Math.min(best + TIE, cutoff)
      let sum = cost
      for (let a = 0; a < tables.length; a++) {
        const chances = tables[a] as Float64Array
        const child = masses[below]?.[a] as Float64Array
        let share = 0
        let least = 0
        child.fill(0)
        for (let j = 0; j < live.length; j++) {
          const c = live[j] as number
          const x = (mass[c] as number) * (chances[c] as number)
          child[c] = x
          share += x
          least += x * (minutes[c] as number)
        }
        ;(shares[below] as Float64Array)[a] = share
        if (share === 0) continue
        const fewer = normalise(child, share, live.length)
        const then = fewer ? supportOf(child) : support
        const code = 1 + a + answers.length * k
        let childKey: number
        if (fewer) {
          shift(q, a, 1)
          childKey = keyOf(then)
          shift(q, a, -1)
        } else {
          const silent = support.neutral[q]?.[code - 1] === 1
          childKey = key + (silent ? (spent[q] as number) : code) * (questionBase[q] as number)
        }
        ;(keys[below] as Float64Array)[a] = childKey
        ;(supports[below] as Support[])[a] = then
        const slot = table.find(childKey, then.key)
        const said = slot < 0 ? 0 : share * table.value(slot)
        const floorOf = Math.max(said, least)
        sum += floorOf
        ;(floors[below] as Float64Array)[a] = floorOf
      }
      let nodes = 1
      for (let a = 0; a < tables.length && sum <= most; a++) {
        const share = shares[below]?.[a] as number
        if (share === 0) {
          nodes++
          continue
        }
        const childKey = keys[below]?.[a] as number
        const least = floors[below]?.[a] as number
        const allowed = (most - (sum - least)) / share
        const then = supports[below]?.[a] as Support
        let slot = table.find(childKey, then.key)
        if (!isEnough(slot, allowed)) {
          shift(q, a, 1)
          slot = solve(below, childKey, then, masses[below]?.[a] as Float64Array, allowed)
          shift(q, a, -1)
        }
        sum += share * table.value(slot) - least
        nodes += table.size(slot)
        if (table.action(slot) === UNSOLVED && sum <= most) sum = most + TIE
      }
      if (sum > most) {
        if (sum < floor) floor = sum
        continue
      }
      if (sum > best + TIE || (sum >= best - TIE && nodes >= size)) continue
      best = sum
      action = fixes.length + q
      size = nodes
    }
    if (best <= cutoff || best <= floor) return store(key, support, best, action, size)
    return store(key, support, Math.max(floor, low), UNSOLVED, 0)
  }

  const solveSituation = (situation: Situation) => {
    codes.fill(0)
    overlaps.fill(0)
    blocks.fill(0)
    situation.codes.forEach((code, q) => {
      if (code === 0) return
      const { answers, unsure, neighbours, blocks: blocked } = questions[q] as PreparedQuestion
      const a = (code - 1) % answers.length
      codes[q] = code
      if (a !== unsure) for (const other of neighbours) overlaps[other] = (overlaps[other] as number) + 1
      for (const f of blocked[a] as number[]) blocks[f] = (blocks[f] as number) + 1
    })
    gone.set(situation.gone)
    view.late = situation.late
    const mass = masses[0]?.[0] as Float64Array
    mass.set(situation.mass)
    normalise(mass, sumMass(mass), 0)
    const support = supportOf(mass)
    const key = keyOf(support)
    const slot = table.find(key, support.key)
    if (isEnough(slot, Number.POSITIVE_INFINITY)) return slot
    return solve(0, key, support, mass, Number.POSITIVE_INFINITY)
  }

  const root = solveSituation(start)
  if (exhausted) return undefined
  return {
    cost: table.value(root) * start.total,
    choose: (situation) => {
      limit = Number.POSITIVE_INFINITY
      const action = table.action(solveSituation(situation))
      if (action === ESCALATE) return { kind: 'escalate' }
      if (action < fixes.length) return { kind: 'try', index: action }
      return { kind: 'ask', index: action - fixes.length }
    },
  }
}
