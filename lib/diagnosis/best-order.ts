import { arrangeOrder, costOrder } from './evaluate'
import { createPlanner, type Plan } from './plan'
import type { PreparedFix, Problem } from './problem'
import { curedMass, type Situation, TRIED } from './situation'

/** Fixes that could serve here at some time: not gone, not barred, and curing some of the mass, or needed for such. */
function findServing(problem: Problem, { mass, gone, late }: Situation): number[] {
  const open = (f: number) => gone[f] === 0 && (!late || problem.fixes[f]?.last === true)
  const serving = new Set<number>()
  problem.fixes.forEach((fix, f) => {
    if (!open(f) || !fix.before || curedMass(problem, mass, f) <= 0) return
    const before = fix.before.filter((other) => ((problem.fixes && (gone[other] as number)) & TRIED) === 0)
    if (before.every(open)) for (const one of [...before, f]) serving.add(one)
  })
  return [...serving].sort((a, b) => a - b)
}

/**
 * The best order over all subsets of the given fixes, by dynamic programming over the sets tried so far:
 * 2^n steps. Every fix that a given one waits for must be given or tried already.
 */
function solveSubsets(problem: Problem, mass: Float64Array, given: readonly number[]): Plan {
  const size = 2 ** given.length
  const left = new Float64Array(size)
  const share = new Float64Array(size)
  mass.forEach((m, c) => {
    if (m === 0) return
    share[0] = m
    for (let set = 1; set < size; set++) {
      const top = 31 - Math.clz32(set)
      share[set] =
        (share[set ^ (1 << top)] as number) * (1 - (problem.fixes[given[top] as number]?.cure[c] as number))
    }
    for (let set = 0; set < size; set++) left[set] = (left[set] as number) + (share[set] as number)
  })
  const needs = given.map((f) =>
    given.reduce((bits, other, i) => (problem.fixes[f]?.after.includes(other) ? bits | (1 << i) : bits), 0),
  )
  const lateBits = given.reduce((bits, f, i) => (problem.fixes[f]?.last ? bits | (1 << i) : bits), 0)
  const value = new Float64Array(size)
  const next = new Int8Array(size).fill(-1)
  for (let set = size - 1; set >= 0; set--) {
    const total = left[set] as number
    let best = problem.escalation * total
    for (let i = 0; i < given.length; i++) {
      const bit = 1 << i
      if (set & bit || ((needs[i] as number) & ~set) !== 0 || (set & lateBits && !(bit & lateBits))) continue
      const cost = (problem.fixes[given[i] as number]?.cost as number) * total + (value[set | bit] as number)
      // A gain below rounding is none: fewer steps are better.
      if (cost >= best - 1e-12 * total) continue
      best = cost
      next[set] = i
    }
    value[set] = best
  }
  const order: number[] = []
  for (let set = 0; (next[set] as number) >= 0; set |= 1 << (next[set] as number)) {
    order.push(given[next[set] as number] as number)
  }
  return { cost: value[0] as number, order }
}

/** Betters a plan by moving, leaving out and adding single fixes until nothing helps. */
function improveByMoves(
  problem: Problem,
  { mass, gone }: Situation,
  plan: Plan,
  serving: readonly number[],
): Plan {
  // What was tried before counts as done: arrange as if only the rest had conditions.
  const rest: Problem = {
    ...problem,
    fixes: problem.fixes.map((fix): PreparedFix => {
      const after = fix.after.filter((other) => ((gone[other] as number) & TRIED) === 0)
      return { ...fix, after }
    }),
  }
  let best = plan
  for (let round = 0; round < 50; round++) {
    const before = best
    const offer = (order: number[]) => {
      const arranged = arrangeOrder(rest, order)
      const cost = costOrder(problem, mass, arranged)
      if (cost < best.cost - 1e-12) best = { cost, order: arranged }
    }
    const { order } = before
    for (const fix of serving) {
      const without = order.filter((other) => other !== fix)
      if (without.length < order.length) offer(without)
      const needed = (problem.fixes[fix]?.before ?? []).filter(
        (other) => serving.includes(other) && !without.includes(other),
      )
      for (let at = 0; at <= without.length; at++)
        offer([...without.slice(0, at), ...needed, fix, ...without.slice(at)])
    }
    if (best === before) break
  }
  return best
}

/**
 * The best plan without questions from a situation: exact when at most `exactUpTo` fixes (15 or fewer) could
 * serve here; else the best of the greedy plan, the exact plan over its most promising fixes, and moves.
 */
export function findBestOrder(
  problem: Problem,
  situation: Situation,
  exactUpTo: number,
): Plan & { exact: boolean } {
  const { mass, gone, late, total } = situation
  const serving = findServing(problem, situation)
  if (total <= 0) return { cost: 0, order: [], exact: true }
  if (serving.length <= exactUpTo) return { ...solveSubsets(problem, mass, serving), exact: true }
  const greedy = createPlanner(problem).plan(mass, gone, late)
  const ratio = (f: number) => curedMass(problem, mass, f) / Math.max(problem.fixes[f]?.cost ?? 0, 1e-9)
  const ranked = [...new Set([...greedy.order, ...[...serving].sort((a, b) => ratio(b) - ratio(a) || a - b)])]
  const chosen = new Set<number>()
  for (const fix of ranked) {
    const group = [fix, ...(problem.fixes[fix]?.before ?? [])].filter(
      (f) => serving.includes(f) && !chosen.has(f),
    )
    if (chosen.size + group.length <= Math.min(exactUpTo, 12)) for (const f of group) chosen.add(f)
  }
  const subset = solveSubsets(
    problem,
    mass,
    [...chosen].sort((a, b) => a - b),
  )
  const start = subset.cost <= greedy.cost ? subset : greedy
  return { ...improveByMoves(problem, situation, start, serving), exact: false }
}
