import type { Problem } from './problem'

/** Expected minutes for each cause when it is known for certain, given what is still available. */
export interface KnownCause {
  /** The values of all causes, for fixes that are `gone` (any bit) and a `last` fix tried or not. Not to be changed. */
  all(gone: Uint8Array, late: boolean): Float64Array
  /** The same for one cause. */
  one(cause: number, gone: Uint8Array, late: boolean): number
}

/** How many sets of fixes are kept with their values. */
const MOST_KEPT = 1 << 16

/**
 * The perfect-information bound: if the cause were known, the best thing is to try its fixes by chance over
 * cost, as long as that beats 1 / escalation, and then to escalate (the exchange argument of Kadane and
 * Simon 1977). Knowing more never costs more, so Σ mass(c) × value(c) is a lower bound of every policy. It
 * ignores `after`, which only lowers it.
 */
export function createKnownCause({ causes, fixes, escalation }: Problem): KnownCause {
  const useful = causes.map((_, c) => {
    const list = fixes.flatMap(({ cure, cost, before }, f) => {
      const p = cure[c] as number
      return before && p * escalation > cost ? [{ f, p, cost }] : []
    })
    return list.sort((a, b) => b.p * a.cost - a.p * b.cost || a.f - b.f)
  })
  const one = (cause: number, gone: Uint8Array, late: boolean) => {
    let cost = 0
    let alive = 1
    const list = useful[cause] as (typeof useful)[number]
    for (let i = 0; i < list.length; i++) {
      const fix = list[i] as (typeof list)[number]
      if (gone[fix.f] !== 0 || (late && !fixes[fix.f]?.last)) continue
      cost += alive * fix.cost
      alive *= 1 - fix.p
    }
    return cost + alive * escalation
  }
  const kept = new Map<number, Float64Array>()
  const all = (gone: Uint8Array, late: boolean) => {
    let key = late ? 1 : 0
    for (let f = 0; f < gone.length; f++) key = 2 * key + (gone[f] === 0 ? 0 : 1)
    const found = kept.get(key)
    if (found) return found
    const values = Float64Array.from(causes, (_, c) => one(c, gone, late))
    if (gone.length < 52 && kept.size < MOST_KEPT) kept.set(key, values)
    return values
  }
  return { one, all }
}

/** Σ a(c) × b(c). */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let c = 0; c < a.length; c++) sum += (a[c] as number) * (b[c] as number)
  return sum
}
