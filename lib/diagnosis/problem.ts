import { type Model, OTHER, type Probability, type Question, UNSURE } from './model'
import { weakenAnswers } from './overlap'

/** Sorts ids by code unit, so that nothing depends on the order of keys or on a locale. */
export const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Mass of "something else" below this is the rounding of a sum, not a cause. */
const ROUNDING = 1e-12

/** A question with its ids replaced by indices. */
export interface PreparedQuestion {
  id: string
  /** Minutes. */
  cost: number
  /** Answer ids, sorted. */
  answers: string[]
  /** Index of the answer `unsure`, or -1. */
  unsure: number
  /** Questions that overlap with this one, on either side's word. */
  neighbours: number[]
  /** `like[k][answer][cause]`: P(answer | cause) when k neighbours were answered before. */
  like: Float64Array[][]
  /** `blocks[answer]`: the fixes that this answer makes unavailable. */
  blocks: number[][]
}

/** A fix with its ids replaced by indices. */
export interface PreparedFix {
  id: string
  /** Minutes. */
  cost: number
  /** P(cured | cause), dense. */
  cure: Float64Array
  /** The causes it can cure that can occur. */
  causes: Int32Array
  /** `keep[i]` is 1 - P(cured | causes[i]). */
  keep: Float64Array
  /** Fixes that must have been tried before. */
  after: number[]
  /** Everything that must be tried before it, in an order that works; undefined if it can never be tried. */
  before: number[] | undefined
  last: boolean
}

/** A model as arrays: sorted ids, normalised priors, one likelihood table for each degree of overlap. */
export interface Problem {
  /** Cause ids, sorted, and `OTHER` at the end. */
  causes: string[]
  /** Sums to 1. */
  prior: Float64Array
  questions: PreparedQuestion[]
  fixes: PreparedFix[]
  /** Minutes of escalation. */
  escalation: number
}

const sortedKeys = (record: object) => Object.keys(record).sort(compareIds)

function readChance(row: Record<string, Probability> | undefined, cause: string): Probability {
  if (row === undefined) return 0
  if (Object.hasOwn(row, cause)) return row[cause] ?? 0
  return Object.hasOwn(row, OTHER) ? (row[OTHER] ?? 0) : 0
}

/** Tables of one question for 0 to `overlaps` earlier answers. Sums that are 1 but for rounding are made 1. */
function prepareTables(
  question: Question,
  answers: string[],
  causes: string[],
  prior: Float64Array,
  overlaps: number,
) {
  const plain = causes.map((cause) => {
    const row = answers.map((answer) => readChance(question.answers[answer], cause))
    const total = row.reduce((sum, chance) => sum + chance, 0)
    return total > 0 && Math.abs(total - 1) > 1e-15 ? row.map((chance) => chance / total) : row
  })
  const unsure = answers.indexOf(UNSURE)
  const typical = answers.map((_, answer) =>
    answer === unsure
      ? 0
      : plain.reduce((sum, row, cause) => sum + (prior[cause] ?? 0) * (row[answer] ?? 0), 0),
  )
  const sure = typical.reduce((sum, chance) => sum + chance, 0)
  const shares = typical.map((chance) => (sure > 0 ? chance / sure : 0))
  return Array.from({ length: overlaps + 1 }, (_, k) => {
    const rows = plain.map((row) => weakenAnswers(row, shares, unsure, k))
    return answers.map((_, answer) => Float64Array.from(rows, (row) => row[answer] ?? 0))
  })
}

/** All that must be tried before a fix, each after its own conditions; undefined in a ring or past a `last`. */
function orderBefore(fixes: readonly PreparedFix[], fix: number): number[] | undefined {
  const before: number[] = []
  const open = new Set<number>()
  const visit = (index: number): boolean => {
    if (before.includes(index)) return true
    const { after, last } = fixes[index] as PreparedFix
    if (open.has(index) || (last && !fixes[fix]?.last)) return false
    open.add(index)
    if (!after.every(visit)) return false
    before.push(index)
    return true
  }
  return visit(fix) ? before.filter((index) => index !== fix) : undefined
}

/** Turns a model that `readModel` accepts into arrays. */
export function prepareProblem(model: Model): Problem {
  const named = sortedKeys(model.causes)
  const causes = [...named, OTHER]
  const prior = Float64Array.from(causes, (id) => (id === OTHER ? 0 : (model.causes[id] ?? 0)))
  const total = prior.reduce((sum, chance) => sum + chance, 0)
  prior[named.length] = total < 1 - ROUNDING ? 1 - total : 0
  if (total > 1) for (let c = 0; c < named.length; c++) prior[c] = (prior[c] ?? 0) / total
  const questionIds = sortedKeys(model.questions)
  const fixIds = sortedKeys(model.fixes)
  const overlaps = questionIds.map(() => new Set<number>())
  questionIds.forEach((id, index) => {
    for (const other of model.questions[id]?.overlaps ?? []) {
      const neighbour = questionIds.indexOf(other)
      if (neighbour < 0 || neighbour === index) continue
      overlaps[index]?.add(neighbour)
      overlaps[neighbour]?.add(index)
    }
  })
  const fixes = fixIds.map((id): PreparedFix => {
    const fix = model.fixes[id] as Model['fixes'][string]
    const cure = Float64Array.from(causes, (cause) =>
      cause !== OTHER && Object.hasOwn(fix.cures, cause) ? (fix.cures[cause] ?? 0) : 0,
    )
    const curable = causes.map((_, c) => c).filter((c) => (cure[c] ?? 0) > 0 && (prior[c] ?? 0) > 0)
    return {
      id,
      cost: fix.cost,
      cure,
      causes: Int32Array.from(curable),
      keep: Float64Array.from(curable, (c) => 1 - (cure[c] ?? 0)),
      after: (fix.after ?? []).map((other) => fixIds.indexOf(other)).sort((a, b) => a - b),
      before: undefined,
      last: fix.last === true,
    }
  })
  fixes.forEach((fix, index) => {
    fix.before = orderBefore(fixes, index)
  })
  const questions = questionIds.map((id, index): PreparedQuestion => {
    const question = model.questions[id] as Question
    const answers = sortedKeys(question.answers)
    const neighbours = [...(overlaps[index] ?? [])].sort((a, b) => a - b)
    const blocks = answers.map((answer) => {
      if (answer === UNSURE) return []
      return fixIds.flatMap((fix, f) => {
        const applies = model.fixes[fix]?.applies
        const allowed = applies && Object.hasOwn(applies, id) ? applies[id] : undefined
        return allowed && !allowed.includes(answer) ? [f] : []
      })
    })
    return {
      id,
      cost: question.cost,
      answers,
      unsure: answers.indexOf(UNSURE),
      neighbours,
      like: prepareTables(question, answers, causes, prior, neighbours.length),
      blocks,
    }
  })
  return { causes, prior, questions, fixes, escalation: model.escalation.cost }
}
