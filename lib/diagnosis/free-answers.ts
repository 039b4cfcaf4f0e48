import type { Problem } from './problem'

/** A lower bound that takes every answer as given for nothing, and pays for the fixes. */
export interface FreeAnswers {
  /**
   * Minutes per mass at least, where the first `count` questions of `open` can still be asked, with `overlaps`
   * answers given before that overlap with each. Only looks at few enough answers; else 0.
   */
  bound(
    mass: Float64Array,
    minutes: Float64Array,
    gone: Uint8Array,
    late: boolean,
    open: Int32Array,
    count: number,
    overlaps: Int32Array,
  ): number
  /** Whether the last bound, of a situation without open questions, is what the best policy costs. */
  exact(): boolean
  /** Its first fix, or -1 to escalate. */
  first(): number
  /** How many fixes it tries. */
  length(): number
}

/** Beyond this many joint answers, or as many as there are fixes, the bound is not worth its time. */
const MOST_JOINT = 16

/**
 * Knowing the answers to all open questions beforehand, and which part of the causes the fault is in, never
 * costs more. One part holds the causes that just one available fix can cure. There the fixes are jobs that
 * share nothing, each with a cost and a mass that it cures: the best order is by mass over cost (Smith 1956)
 * and the best set a prefix of it, for if a job pays as the last, then any job of a better ratio pays before
 * it. Each other cause is a part by itself, at its value when it is known. Conditions of fixes (`after`, and
 * answers that would block one) are left out, which only lowers the bound.
 */
export function createFreeAnswers({ causes, questions, fixes, escalation }: Problem): FreeAnswers {
  const constrained = fixes.some(({ after, last }) => after.length > 0 || last)
  const curedBy = causes.map((_, c) =>
    Int32Array.from(fixes.flatMap(({ causes: cured }, f) => (cured.includes(c) ? [f] : []))),
  )
  /** For each cause its one available fix, -1 for none, -2 for several. */
  const only = new Int32Array(causes.length)
  const cured = new Float64Array(fixes.length)
  const jobs = new Int32Array(fixes.length)
  const joint = Array.from({ length: 8 }, () => new Float64Array(causes.length))
  const mostJoint = Math.min(MOST_JOINT, fixes.length)
  let isExact = false
  let firstJob = -1
  let tries = 0

  const findOnly = (gone: Uint8Array, late: boolean) => {
    for (let c = 0; c < only.length; c++) {
      const list = curedBy[c] as Int32Array
      let found = -1
      for (let i = 0; i < list.length; i++) {
        const f = list[i] as number
        if (gone[f] !== 0 || (late && !fixes[f]?.last)) continue
        found = found === -1 ? f : -2
        if (found === -2) break
      }
      only[c] = found
    }
  }

  /** Minutes × mass at least without questions. */
  const withoutQuestions = (mass: Float64Array, minutes: Float64Array) => {
    let rest = 0
    let total = 0
    let count = 0
    isExact = !constrained
    cured.fill(0)
    for (let c = 0; c < only.length; c++) {
      const share = mass[c] as number
      if (share === 0) continue
      const f = only[c] as number
      if (f === -2) {
        isExact = false
        rest += share * (minutes[c] as number)
        continue
      }
      total += share
      if (f < 0) continue
      if (cured[f] === 0) jobs[count++] = f
      cured[f] = (cured[f] as number) + share * (fixes[f]?.cure[c] as number)
    }
    for (let i = 1; i < count; i++) {
      const f = jobs[i] as number
      const gain = cured[f] as number
      const cost = fixes[f]?.cost as number
      let at = i
      while (at > 0) {
        const g = jobs[at - 1] as number
        if ((cured[g] as number) * cost >= gain * (fixes[g]?.cost as number)) break
        jobs[at--] = g
      }
      jobs[at] = f
    }
    let best = escalation * total
    let spent = 0
    let left = total
    tries = 0
    for (let i = 0; i < count; i++) {
      const f = jobs[i] as number
      spent += (fixes[f]?.cost as number) * left
      left -= cured[f] as number
      const cost = spent + escalation * Math.max(0, left)
      if (cost >= best) continue
      best = cost
      tries = i + 1
    }
    firstJob = tries > 0 ? (jobs[0] as number) : -1
    return rest + best
  }

  const answerAll = (
    mass: Float64Array,
    minutes: Float64Array,
    open: Int32Array,
    at: number,
    count: number,
    overlaps: Int32Array,
  ): number => {
    if (at === count) return withoutQuestions(mass, minutes)
    const q = open[at] as number
    const tables = questions[q]?.like[overlaps[q] as number] as Float64Array[]
    const then = joint[at] as Float64Array
    let sum = 0
    for (let a = 0; a < tables.length; a++) {
      const chances = tables[a] as Float64Array
      for (let c = 0; c < then.length; c++) then[c] = (mass[c] as number) * (chances[c] as number)
      sum += answerAll(then, minutes, open, at + 1, count, overlaps)
    }
    return sum
  }

  return {
    bound: (mass, minutes, gone, late, open, count, overlaps) => {
      let answers = 1
      for (let i = 0; i < count; i++) {
        answers *= questions[open[i] as number]?.answers.length as number
        if (answers > mostJoint || i >= joint.length) return 0
      }
      findOnly(gone, late)
      return answerAll(mass, minutes, open, 0, count, overlaps)
    },
    exact: () => isExact,
    first: () => firstJob,
    length: () => tries,
  }
}
