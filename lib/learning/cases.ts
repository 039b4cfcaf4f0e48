import { UNSURE } from '../diagnosis/model'
import { freshShare } from '../diagnosis/overlap'
import type { GuidePlace, QuestionPlace, Space, Values } from './space'
import { sortVisits } from './split'
import { describeVisit, type Visit } from './visit'

/** One answer to a question of a guide; visits with that answer share it. */
export interface Look {
  guide: GuidePlace
  question: QuestionPlace
  /** Index among the answers but `unsure`, or -1 for `unsure`. */
  answer: number
  /** Share of the answer that is fresh evidence after the overlapping ones before it; 1 if there were none. */
  fresh: number
  /** Chance of the answer when it repeats an overlapping one: `typical` of `overlap.ts`. */
  typical: number
  /** P(answer | cause), as the current values have it: see `fillChances`. */
  chances: Float64Array
}

/** What became of a fix; visits with the same share it. `open`: nobody knows. */
export interface Try {
  outcome: 'cured' | 'failed' | 'open'
  /** For each cause the block of the cure rate, or -1. */
  rates: Int32Array
  /** P(outcome, and that it is reported or not | cause), as the current values have it. */
  chances: Float64Array
}

/** Visits of which all that is known is the same. */
export interface Case {
  guide: GuidePlace
  /** How many visits. */
  count: number
  looks: readonly Look[]
  tries: readonly Try[]
}

/** The distinct cases among visits, and what they are made of. */
export interface CaseGroup {
  cases: readonly Case[]
  looks: readonly Look[]
  tries: readonly Try[]
}

/** What to make of the last fix of silent readers. */
export type SilentReading = 'unknown' | 'solved' | 'escalated'

/** Makes each thing once. */
function createPool<T>() {
  const known = new Map<string, T>()
  return {
    /** What was made under this key, or is made now. */
    take(key: string, make: () => T): T {
      const found = known.get(key) ?? make()
      known.set(key, found)
      return found
    },
    all: () => [...known.values()],
  }
}

type Pool<T> = ReturnType<typeof createPool<T>>

function findLooks(guide: GuidePlace, visit: Visit, pool: Pool<Look>): Look[] {
  const answered = new Set<number>()
  return visit.answers.map(([id, answerId]): Look => {
    const index = guide.questions.findIndex((question) => question.id === id)
    const question = guide.questions[index]
    if (!question) throw new RangeError(`The guide ${guide.id} has no question ${JSON.stringify(id)}.`)
    const answer = question.answers.indexOf(answerId)
    if (answer < 0 && (answerId !== UNSURE || (question.unsure < 0 && !question.fixedUnsure)))
      throw new RangeError(`The question ${JSON.stringify(id)} has no answer ${JSON.stringify(answerId)}.`)
    const overlaps = question.neighbours.filter((other) => answered.has(other)).length
    // "Not sure" is no look at anything, so nothing can repeat it: the engine counts in the same way.
    if (answer >= 0) answered.add(index)
    return pool.take(JSON.stringify([guide.id, id, answer, overlaps]), () => ({
      guide,
      question,
      answer,
      fresh: freshShare(overlaps),
      typical: 0,
      chances: new Float64Array(guide.causes.length),
    }))
  })
}

function findTries(guide: GuidePlace, visit: Visit, silent: SilentReading, pool: Pool<Try>): Try[] {
  const result = visit.result !== 'silent' || silent === 'unknown' ? visit.result : silent
  const lastOutcome = result === 'solved' ? 'cured' : result === 'silent' ? 'open' : 'failed'
  return visit.tried.map((id, i): Try => {
    const rates = Object.hasOwn(guide.fixes, id) ? guide.fixes[id] : undefined
    if (!rates) throw new RangeError(`The guide ${guide.id} has no fix ${JSON.stringify(id)}.`)
    const outcome = i < visit.tried.length - 1 ? 'failed' : lastOutcome
    return pool.take(JSON.stringify([guide.id, id, outcome]), () => ({
      outcome,
      rates,
      chances: new Float64Array(guide.causes.length),
    }))
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
): CaseGroup {
  const cases = new Map<string, Case>()
  const looks = createPool<Look>()
  const tries = createPool<Try>()
  for (const visit of sortVisits(visits)) {
    const words = describeVisit(visit)
    const known = cases.get(words)
    if (known) {
      known.count++
      continue
    }
    const guide = space.guides[visit.guide]
    if (!guide) throw new RangeError(`There is no guide ${JSON.stringify(visit.guide)}.`)
    cases.set(words, {
      guide,
      count: 1,
      looks: findLooks(guide, visit, looks),
      tries: findTries(guide, visit, silent, tries),
    })
  }
  return {
    cases: [...cases.values()].filter((one) => one.looks.length + one.tries.length > 0),
    looks: looks.all(),
    tries: tries.all(),
  }
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
export function refreshTypical(looks: readonly Look[], values: Values): number {
  let change = 0
  for (const look of looks) {
    if (look.fresh === 1 || look.answer < 0) continue
    const now = typicalAnswers(look.guide, look.question, values)[look.answer] as number
    change = Math.max(change, Math.abs(now - look.typical))
    look.typical = now
  }
  return change
}
