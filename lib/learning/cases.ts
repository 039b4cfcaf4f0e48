import { freshShare } from '../diagnosis/overlap'
import type { GuidePlace, QuestionPlace, Space, Values } from './space'
import { sortVisits } from './split'
import { describeVisit, type Visit } from './visit'

/** One answer of a visit. */
export interface Look {
  question: QuestionPlace
  /** Index among the answers but `unsure`, or -1 for `unsure`. */
  answer: number
  /** Share of the answer that is fresh evidence after the overlapping ones before it; 1 if there were none. */
  fresh: number
  /** Chance of the answer when it repeats an overlapping one: `typical` of `overlap.ts`. */
  typical: number
}

/** Visits of which all that is known is the same. */
export interface Case {
  guide: GuidePlace
  /** How many visits. */
  count: number
  looks: Look[]
  /** Fixes that failed: for each cause the block of the cure rate, or -1. */
  failed: Int32Array[]
  /** The fix that helped. */
  cured: Int32Array | undefined
  /** The fix of which nobody knows whether it helped. */
  open: Int32Array | undefined
}

/** What to make of the last fix of silent readers. */
export type SilentReading = 'unknown' | 'solved' | 'failed'

function findLooks(guide: GuidePlace, visit: Visit): Look[] {
  const answered = new Set<number>()
  return visit.answers.map(([id, answerId]): Look => {
    const index = guide.questions.findIndex((question) => question.id === id)
    const question = guide.questions[index]
    if (!question) throw new RangeError(`The guide ${guide.id} has no question ${JSON.stringify(id)}.`)
    const answer = question.answers.indexOf(answerId)
    if (answer < 0 && question.unsure < 0 && !question.fixedUnsure)
      throw new RangeError(`The question ${JSON.stringify(id)} has no answer ${JSON.stringify(answerId)}.`)
    const overlaps = question.neighbours.filter((other) => answered.has(other)).length
    // "Not sure" is no look at anything, so nothing can repeat it: the engine counts in the same way.
    if (answer >= 0) answered.add(index)
    return { question, answer, fresh: freshShare(overlaps), typical: 0 }
  })
}

/**
 * The distinct cases among visits, in an order that does not depend on that of the visits. Visits of which
 * nothing is known are left out: every estimate explains them equally well. Throws a RangeError on ids that
 * no model has.
 */
export function groupVisits(
  space: Space,
  visits: readonly Visit[],
  silent: SilentReading = 'unknown',
): Case[] {
  const cases = new Map<string, Case>()
  for (const visit of sortVisits(visits)) {
    const words = describeVisit(visit)
    const known = cases.get(words)
    if (known) {
      known.count++
      continue
    }
    const guide = space.guides[visit.guide]
    if (!guide) throw new RangeError(`There is no guide ${JSON.stringify(visit.guide)}.`)
    const fixes = visit.tried.map((id) => {
      const fix = Object.hasOwn(guide.fixes, id) ? guide.fixes[id] : undefined
      if (!fix) throw new RangeError(`The guide ${guide.id} has no fix ${JSON.stringify(id)}.`)
      return fix
    })
    const last = fixes.at(-1)
    const result = visit.result !== 'silent' || silent === 'unknown' ? visit.result : silent
    cases.set(words, {
      guide,
      count: 1,
      looks: findLooks(guide, visit),
      failed: result === 'solved' || result === 'silent' ? fixes.slice(0, -1) : fixes,
      cured: result === 'solved' ? last : undefined,
      open: result === 'silent' ? last : undefined,
    })
  }
  return [...cases.values()].filter(
    ({ looks, failed, cured, open }) => looks.length + failed.length > 0 || cured || open,
  )
}

/** Chances of a question's answers over all causes of a guide, among those who can tell; see `overlap.ts`. */
function typicalAnswers(guide: GuidePlace, question: QuestionPlace, values: Values): Float64Array {
  const typical = new Float64Array(question.answers.length)
  guide.causes.forEach((_, c) => {
    const row = values[question.rows[c] as number] as Float64Array
    const sure = 1 - (question.fixedUnsure?.[c] ?? 0)
    const share = (values[guide.prior] as Float64Array)[c] as number
    for (let a = 0; a < typical.length; a++)
      typical[a] = (typical[a] as number) + share * sure * (row[a] as number)
  })
  const total = typical.reduce((sum, chance) => sum + chance, 0)
  return typical.map((chance) => (total > 0 ? chance / total : 0))
}

/** Sets what repeated answers look like to what these values say; gives back the largest change. */
export function refreshTypical(cases: readonly Case[], values: Values): number {
  let change = 0
  const known = new Map<QuestionPlace, Float64Array>()
  for (const { guide, looks } of cases)
    for (const look of looks) {
      if (look.fresh === 1 || look.answer < 0) continue
      const typical = known.get(look.question) ?? typicalAnswers(guide, look.question, values)
      known.set(look.question, typical)
      const now = typical[look.answer] as number
      change = Math.max(change, Math.abs(now - look.typical))
      look.typical = now
    }
  return change
}
