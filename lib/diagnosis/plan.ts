import type { PreparedFix, Problem } from './problem'
import { TRIED } from './situation'

/** A plan without questions: fixes in order, then escalation. */
export interface Plan {
  /** Minutes × mass. */
  cost: number
  order: readonly number[]
}

/** Finds plans fast, in scratch arrays of its own. */
export interface Planner {
  /** The plan that greedily takes the fix with the best chance over cost. */
  plan(mass: Float64Array, gone: Uint8Array, late: boolean): Plan
  /** Only its cost: the hot path of the search. */
  cost(mass: Float64Array, gone: Uint8Array, late: boolean): number
  /** The first fix of the plan found last, or -1 if it escalates at once. */
  first(): number
  /** How many fixes the plan found last has. */
  length(): number
}

/** When less than this share of the mass is left, the rest is rounding and not worth a step. */
const DUST = 1e-13

/**
 * A planner for a problem. Trying fixes by chance over cost, down to 1 / escalation, is optimal for fixes
 * that share no causes (Kadane and Simon 1977) and good for those that do; `findBestOrder` mends the rest.
 * A fix that waits for others counts with their cost and their chances; `last` fixes come after the others.
 */
export function createPlanner({ fixes, escalation, causes }: Problem): Planner {
  const left = new Float64Array(causes.length)
  const done = new Uint8Array(fixes.length)
  const order = new Int32Array(fixes.length)
  /** P(it helps and everything so far), for each fix; kept up to date as fixes fail. */
  const chances = new Float64Array(fixes.length)
  const costs = Float64Array.from(fixes, ({ cost }) => cost)
  const curedBy = causes.map((_, c) =>
    Int32Array.from(fixes.flatMap((fix, f) => (fix.causes.includes(c) ? [f] : []))),
  )
  const cureOf = causes.map((_, c) =>
    Float64Array.from(curedBy[c] as Int32Array, (f) => fixes[f]?.cure[c] as number),
  )
  const simple = fixes.map(({ before }) => before?.length === 0)
  let length = 0

  /** A fix together with what must come before it: chance, cost and the first of them; undefined if barred. */
  const bundle = (fix: PreparedFix, index: number) => {
    let chance = chances[index] as number
    let cost = fix.cost
    let first = -1
    for (const other of fix.before as number[]) {
      const state = done[other] as number
      if (state & TRIED) continue
      if (state !== 0 || fixes[other]?.last !== fix.last) return undefined
      if (first < 0) first = other
      // Causes shared with the fix itself count twice here; the greedy choice may be a little too hopeful.
      chance += chances[other] as number
      cost += costs[other] as number
    }
    return { chance, cost, first: first < 0 ? index : first }
  }

  const start = (mass: Float64Array) => {
    chances.fill(0)
    let total = 0
    for (let c = 0; c < mass.length; c++) {
      const share = mass[c] as number
      left[c] = share
      total += share
      if (share === 0) continue
      const cured = curedBy[c] as Int32Array
      const rates = cureOf[c] as Float64Array
      for (let i = 0; i < cured.length; i++) {
        const f = cured[i] as number
        chances[f] = (chances[f] as number) + share * (rates[i] as number)
      }
    }
    return total
  }

  const fail = (index: number) => {
    const { causes: touched, keep } = fixes[index] as PreparedFix
    for (let i = 0; i < touched.length; i++) {
      const c = touched[i] as number
      const before = left[c] as number
      const after = before * (keep[i] as number)
      left[c] = after
      const cured = curedBy[c] as Int32Array
      const rates = cureOf[c] as Float64Array
      for (let j = 0; j < cured.length; j++) {
        const f = cured[j] as number
        chances[f] = (chances[f] as number) - (before - after) * (rates[j] as number)
      }
    }
    let total = 0
    for (let c = 0; c < left.length; c++) total += left[c] as number
    return total
  }

  const run = (mass: Float64Array, gone: Uint8Array, late: boolean): number => {
    let total = start(mass)
    const dust = DUST * total
    done.set(gone)
    length = 0
    let spent = 0
    let phase = late
    while (total > dust) {
      let best = -1
      let bestChance = total
      let bestCost = escalation
      for (let f = 0; f < done.length; f++) {
        if (done[f] !== 0) continue
        const chance = chances[f] as number
        const fix = fixes[f] as PreparedFix
        if (simple[f]) {
          if (chance * bestCost <= bestChance * (costs[f] as number) || fix.last !== phase) continue
          best = f
          bestChance = chance
          bestCost = costs[f] as number
        } else {
          if (fix.last !== phase || fix.before === undefined) continue
          const all = bundle(fix, f)
          if (all === undefined || all.chance * bestCost <= bestChance * all.cost) continue
          best = all.first
          bestChance = all.chance
          bestCost = all.cost
        }
      }
      if (best >= 0) {
        spent += (costs[best] as number) * total
        total = fail(best)
        done[best] = TRIED
        order[length++] = best
      } else if (phase) break
      else phase = true
    }
    return spent + escalation * total
  }

  return {
    cost: run,
    first: () => (length > 0 ? (order[0] as number) : -1),
    length: () => length,
    plan: (mass, gone, late) => {
      const cost = run(mass, gone, late)
      return { cost, order: Array.from(order.subarray(0, length)) }
    },
  }
}
