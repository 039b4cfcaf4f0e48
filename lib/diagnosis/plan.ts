import type { PreparedFix, Problem } from './problem'
import { TRIED } from './situation'

/** A plan without questions: fixes in order, then escalation. */
export interface Plan {
  /** Minutes × mass. */
  cost: number
  order: number[]
}

/** Finds plans fast, in scratch arrays of its own. */
export interface Planner {
  /** The plan that greedily takes the fix with the best chance over cost. */
  plan(mass: Float64Array, gone: Uint8Array, late: boolean): Plan
  /** Only its cost: the hot path of the search. */
  cost(mass: Float64Array, gone: Uint8Array, late: boolean): number
}

/**
 * A planner for a problem. Trying fixes by chance over cost, down to 1 / escalation, is optimal for fixes
 * that share no causes (Kadane and Simon 1977) and good for those that do; `improvePlan` mends the rest. A
 * fix that waits for others counts with their cost and their chances; `last` fixes come after the others.
 */
export function createPlanner({ fixes, escalation, causes }: Problem): Planner {
  const left = new Float64Array(causes.length)
  const done = new Uint8Array(fixes.length)
  const order = new Int32Array(fixes.length)
  let length = 0

  const chanceOf = (fix: PreparedFix) => {
    let chance = 0
    for (let i = 0; i < fix.causes.length; i++) {
      chance += (left[fix.causes[i] as number] as number) * (1 - (fix.keep[i] as number))
    }
    return chance
  }

  /** A fix together with what must come before it: chance, cost and the first of them; undefined if barred. */
  const bundle = (fix: PreparedFix, index: number) => {
    let chance = chanceOf(fix)
    let cost = fix.cost
    let first = -1
    for (const other of fix.before as number[]) {
      const state = done[other] as number
      if (state & TRIED) continue
      if (state !== 0 || fixes[other]?.last !== fix.last) return undefined
      if (first < 0) first = other
      // Causes shared with the fix itself count twice here; the greedy choice may be a little too hopeful.
      chance += chanceOf(fixes[other] as PreparedFix)
      cost += fixes[other]?.cost ?? 0
    }
    return { chance, cost, first: first < 0 ? index : first }
  }

  const run = (mass: Float64Array, gone: Uint8Array, late: boolean): number => {
    let total = 0
    for (let c = 0; c < mass.length; c++) {
      const share = mass[c] as number
      left[c] = share
      total += share
    }
    done.set(gone)
    length = 0
    let spent = 0
    let phase = late
    for (;;) {
      let best = -1
      let bestChance = total
      let bestCost = escalation
      for (let f = 0; f < fixes.length; f++) {
        if (done[f] !== 0) continue
        const fix = fixes[f] as PreparedFix
        if (fix.last !== phase || fix.before === undefined) continue
        if (fix.before.length === 0) {
          const chance = chanceOf(fix)
          if (chance * bestCost <= bestChance * fix.cost) continue
          best = f
          bestChance = chance
          bestCost = fix.cost
        } else {
          const all = bundle(fix, f)
          if (all === undefined || all.chance * bestCost <= bestChance * all.cost) continue
          best = all.first
          bestChance = all.chance
          bestCost = all.cost
        }
      }
      if (best < 0) {
        if (phase) break
        phase = true
        continue
      }
      const fix = fixes[best] as PreparedFix
      spent += fix.cost * total
      for (let i = 0; i < fix.causes.length; i++) {
        const c = fix.causes[i] as number
        left[c] = (left[c] as number) * (fix.keep[i] as number)
      }
      total = 0
      for (let c = 0; c < left.length; c++) total += left[c] as number
      done[best] = TRIED
      order[length++] = best
    }
    return spent + escalation * total
  }

  return {
    cost: run,
    plan: (mass, gone, late) => {
      const cost = run(mass, gone, late)
      return { cost, order: Array.from(order.subarray(0, length)) }
    },
  }
}
