import type { Case, Look } from './cases'
import type { ReportCounts, Reporting } from './reporting'
import type { Block, Values } from './space'

/** Expected numbers of outcomes, for each block, and of reports. */
export interface Counts {
  blocks: Float64Array[]
  reports: ReportCounts
}

/** Counts of nothing. */
export function createCounts(blocks: readonly Block[]): Counts {
  return {
    blocks: blocks.map(({ author }) => new Float64Array(author.length)),
    reports: { worked: 0, failed: 0, silentWorked: 0, silentFailed: 0 },
  }
}

/** Adds to one outcome of one block. */
export function addCount({ blocks }: Counts, block: number, outcome: number, amount: number) {
  const counts = blocks[block] as Float64Array
  counts[outcome] = (counts[outcome] as number) + amount
}

const cureRate = (values: Values, fix: Int32Array, cause: number) => {
  const block = fix[cause] as number
  return block < 0 ? 0 : ((values[block] as Float64Array)[0] as number)
}

const shareOf = (values: Values, { question, answer }: Look, cause: number) =>
  (values[question.rows[cause] as number] as Float64Array)[answer] as number

const unsureChance = (values: Values, { question }: Look, cause: number) =>
  question.unsure < 0 ? (question.fixedUnsure?.[cause] ?? 0) : (values[question.unsure]?.[0] ?? 0)

/** P(the answer is a fresh look | cause, answer): the rest repeats an overlapping question. */
export function freshChance(values: Values, look: Look, cause: number): number {
  if (look.fresh === 1) return 1
  const fresh = look.fresh * shareOf(values, look, cause)
  const repeat = (1 - look.fresh) * look.typical
  return fresh + repeat > 0 ? fresh / (fresh + repeat) : 0
}

/** P(the last fix helped | cause, silence). */
export function silentCureChance(
  values: Values,
  fix: Int32Array,
  cause: number,
  reporting: Reporting,
): number {
  const cure = cureRate(values, fix, cause)
  const helped = cure * (1 - reporting.worked)
  const failed = (1 - cure) * (1 - reporting.failed)
  return helped + failed > 0 ? helped / (helped + failed) : 0
}

/**
 * P(cause and all that is known of the case), for each cause, into `weights`; gives back their sum.
 *
 * The policy that led the reader here is not in it, and need not be: which question or fix came next depended
 * on what was already known, never on the cause itself, so it is a factor that no estimate changes. That
 * also makes later fixes conditional on earlier failures, by the factors 1 - cure of those that failed.
 */
export function weighCauses(
  visit: Case,
  values: Values,
  reporting: Reporting,
  weights: Float64Array,
): number {
  const { guide, looks, failed, cured, open } = visit
  const prior = values[guide.prior] as Float64Array
  let total = 0
  for (let c = 0; c < guide.causes.length; c++) {
    let weight = prior[c] as number
    if (weight > 0) {
      for (const look of looks) {
        const unsure = unsureChance(values, look, c)
        if (look.answer < 0) weight *= unsure
        else
          weight *= (1 - unsure) * (look.fresh * shareOf(values, look, c) + (1 - look.fresh) * look.typical)
      }
      for (const fix of failed) weight *= (1 - cureRate(values, fix, c)) * reporting.failed
      if (cured) weight *= cureRate(values, cured, c) * reporting.worked
      if (open) {
        const cure = cureRate(values, open, c)
        weight *= cure * (1 - reporting.worked) + (1 - cure) * (1 - reporting.failed)
      }
    }
    weights[c] = weight
    total += weight
  }
  return total
}

/** Adds `amount` visits with this cause to the counts; what else is hidden is shared out by its chance. */
function countCause(
  visit: Case,
  cause: number,
  amount: number,
  values: Values,
  reporting: Reporting,
  counts: Counts,
) {
  const { guide, looks, failed, cured, open } = visit
  addCount(counts, guide.prior, cause, amount)
  for (const look of looks)
    if (look.answer >= 0)
      addCount(
        counts,
        look.question.rows[cause] as number,
        look.answer,
        amount * freshChance(values, look, cause),
      )
  const countFix = (fix: Int32Array, outcome: number, share: number) => {
    if ((fix[cause] as number) >= 0) addCount(counts, fix[cause] as number, outcome, share)
  }
  for (const fix of failed) countFix(fix, 1, amount)
  if (cured) countFix(cured, 0, amount)
  if (!open) return
  const helped = amount * silentCureChance(values, open, cause, reporting)
  countFix(open, 0, helped)
  countFix(open, 1, amount - helped)
  counts.reports.silentWorked += helped
  counts.reports.silentFailed += amount - helped
}

/** Adds what is in plain sight: who could not tell, and what was reported. */
export function countSeen({ count, looks, failed, cured }: Case, counts: Counts) {
  for (const { question, answer } of looks)
    if (question.unsure >= 0) addCount(counts, question.unsure, answer < 0 ? 0 : 1, count)
  counts.reports.failed += count * failed.length
  counts.reports.worked += cured ? count : 0
}

/**
 * The E-step of expectation-maximisation (Dempster, Laird and Rubin 1977): how often each outcome is to be
 * expected, and the logarithm of the likelihood of all cases. Cases that the values hold to be impossible
 * count for nothing.
 */
export function expectCounts(
  blocks: readonly Block[],
  cases: readonly Case[],
  values: Values,
  reporting: Reporting,
): { counts: Counts; logLikelihood: number } {
  const counts = createCounts(blocks)
  let logLikelihood = 0
  for (const visit of cases) {
    const weights = new Float64Array(visit.guide.causes.length)
    const total = weighCauses(visit, values, reporting, weights)
    if (total <= 0) continue
    logLikelihood += visit.count * Math.log(total)
    weights.forEach((weight, c) => {
      if (weight > 0) countCause(visit, c, (visit.count * weight) / total, values, reporting, counts)
    })
    countSeen(visit, counts)
  }
  return { counts, logLikelihood }
}
