import type { Problem } from './problem'

/** The fix was tried and did not help. */
export const TRIED = 1
/** An answer made the fix unavailable. */
export const BLOCKED = 2

/** A point on a path: what was answered and tried so far, and what that leaves of each cause. */
export interface Situation {
  /** P(cause and everything seen so far), not normalised: the compiler's costs are linear in it. */
  mass: Float64Array
  /** Sum of `mass`: the probability of being here. */
  total: number
  /** For each question 0 if not asked, else 1 + answer + answers × overlapping questions answered before. */
  codes: Uint16Array
  /** For each fix 0 if nothing is known against it, else `TRIED` and `BLOCKED`. */
  gone: Uint8Array
  /** A `last` fix was tried: no more questions. */
  late: boolean
}

/** Sum of a vector, from first to last: the order decides the last bits. */
export function sumMass(mass: Float64Array): number {
  let total = 0
  for (let c = 0; c < mass.length; c++) total += mass[c] as number
  return total
}

/** Before anything was asked or tried. */
export function startSituation(problem: Problem): Situation {
  return {
    mass: Float64Array.from(problem.prior),
    total: sumMass(problem.prior),
    codes: new Uint16Array(problem.questions.length),
    gone: new Uint8Array(problem.fixes.length),
    late: false,
  }
}

/** How many questions that overlap with this one were answered, other than by "not sure". */
export function countOverlaps(problem: Problem, { codes }: Situation, question: number): number {
  let answered = 0
  for (const other of problem.questions[question]?.neighbours ?? []) {
    const code = codes[other] as number
    const { answers, unsure } = problem.questions[other] as Problem['questions'][number]
    if (code > 0 && (code - 1) % answers.length !== unsure) answered++
  }
  return answered
}

/** P(answer | cause) for each answer of a question, as it counts in this situation. */
export function tablesOf(problem: Problem, situation: Situation, question: number): Float64Array[] {
  return problem.questions[question]?.like[countOverlaps(problem, situation, question)] ?? []
}

/** The situation after an answer. */
export function applyAnswer(
  problem: Problem,
  situation: Situation,
  question: number,
  answer: number,
): Situation {
  const overlaps = countOverlaps(problem, situation, question)
  const { like, answers, blocks } = problem.questions[question] as Problem['questions'][number]
  const table = like[overlaps]?.[answer] as Float64Array
  const mass = situation.mass.map((share, c) => share * (table[c] as number))
  const codes = Uint16Array.from(situation.codes)
  codes[question] = 1 + answer + answers.length * overlaps
  const blocked = blocks[answer] as number[]
  const gone = blocked.length > 0 ? Uint8Array.from(situation.gone) : situation.gone
  for (const fix of blocked) gone[fix] = (gone[fix] as number) | BLOCKED
  return { mass, total: sumMass(mass), codes, gone, late: situation.late }
}

/** The situation after a fix was tried and did not help. */
export function applyFailure(problem: Problem, situation: Situation, fix: number): Situation {
  const { causes, keep, last } = problem.fixes[fix] as Problem['fixes'][number]
  const mass = Float64Array.from(situation.mass)
  causes.forEach((c, i) => {
    mass[c] = (mass[c] as number) * (keep[i] as number)
  })
  const gone = Uint8Array.from(situation.gone)
  gone[fix] = (gone[fix] as number) | TRIED
  return { mass, total: sumMass(mass), codes: situation.codes, gone, late: situation.late || last }
}

/** Whether a question may be asked here: not asked yet, and no `last` fix was tried. */
export function mayAsk(situation: Situation, question: number): boolean {
  return !situation.late && situation.codes[question] === 0
}

/** Whether a fix may be tried here: `applies`, `after`, `last`, and only once. */
export function mayTry(problem: Problem, { gone, late }: Situation, fix: number): boolean {
  const { after, last } = problem.fixes[fix] as Problem['fixes'][number]
  if (gone[fix] !== 0 || (late && !last)) return false
  for (const other of after) if (((gone[other] as number) & TRIED) === 0) return false
  return true
}

/** P(the fix helps and everything seen so far): divide by `total` for the chance. */
export function curedMass(problem: Problem, mass: Float64Array, fix: number): number {
  const { causes, cure } = problem.fixes[fix] as Problem['fixes'][number]
  let cured = 0
  for (let i = 0; i < causes.length; i++) {
    const c = causes[i] as number
    cured += (mass[c] as number) * (cure[c] as number)
  }
  return cured
}

/**
 * Number of situations that could matter: the product over questions and fixes, before pruning. A question
 * that was not answered stands for `idle` of them.
 */
export function countSituations({ questions, fixes }: Problem, idle = 1): number {
  const asked = questions.reduce((size, { like, answers }) => size * (idle + answers.length * like.length), 1)
  return asked * 2 ** fixes.length
}
