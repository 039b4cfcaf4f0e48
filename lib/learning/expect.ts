import type { Case, CaseGroup, Look, Try } from './cases'
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

const cureRate = (values: Values, { rates }: Try, cause: number) => {
  const block = rates[cause] as number
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

/** P(the fix helped | cause, silence). */
export function silentCureChance(values: Values, fix: Try, cause: number, reporting: Reporting): number {
  const cure = cureRate(values, fix, cause)
  const helped = cure * (1 - reporting.worked)
  const failed = (1 - cure) * (1 - reporting.failed)
  return helped + failed > 0 ? helped / (helped + failed) : 0
}

/** Brings the chances of all looks and tries up to date with these values. */
export function fillChances({ looks, tries }: CaseGroup, values: Values, { worked, failed }: Reporting) {
  for (const look of looks)
    look.chances.forEach((_, c) => {
      const unsure = unsureChance(values, look, c)
      const { fresh, typical, answer } = look
      look.chances[c] =
        answer < 0 ? unsure : (1 - unsure) * (fresh * shareOf(values, look, c) + (1 - fresh) * typical)
    })
  for (const fix of tries)
    fix.chances.forEach((_, c) => {
      const cure = cureRate(values, fix, c)
      if (fix.outcome === 'cured') fix.chances[c] = cure * worked
      else if (fix.outcome === 'failed') fix.chances[c] = (1 - cure) * failed
      else fix.chances[c] = cure * (1 - worked) + (1 - cure) * (1 - failed)
    })
}

/**
 * P(cause and all that is known of the case), for each cause; what `fillChances` was last told decides.
 *
 * The policy that led the reader here is not in it, and need not be: which question or fix came next depended
 * on what was already known, never on the cause itself, so it is a factor that no estimate changes. That
 * also makes later fixes conditional on earlier failures, by the factors 1 - cure of those that failed.
 */
export function weighCauses({ guide, looks, tries }: Case, values: Values): Float64Array {
  const weights = Float64Array.from(values[guide.prior] as Float64Array)
  for (const { chances } of looks)
    for (let c = 0; c < weights.length; c++) weights[c] = (weights[c] as number) * (chances[c] as number)
  for (const { chances } of tries)
    for (let c = 0; c < weights.length; c++) weights[c] = (weights[c] as number) * (chances[c] as number)
  return weights
}

/** Sum of numbers, from first to last. */
export function sum(numbers: Float64Array): number {
  let total = 0
  for (let i = 0; i < numbers.length; i++) total += numbers[i] as number
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
  addCount(counts, visit.guide.prior, cause, amount)
  for (const look of visit.looks)
    if (look.answer >= 0)
      addCount(
        counts,
        look.question.rows[cause] as number,
        look.answer,
        amount * freshChance(values, look, cause),
      )
  for (const fix of visit.tries) {
    const open = fix.outcome === 'open'
    const helped = open
      ? amount * silentCureChance(values, fix, cause, reporting)
      : fix.outcome === 'cured'
        ? amount
        : 0
    const block = fix.rates[cause] as number
    if (block >= 0) {
      addCount(counts, block, 0, helped)
      addCount(counts, block, 1, amount - helped)
    }
    if (!open) continue
    counts.reports.silentWorked += helped
    counts.reports.silentFailed += amount - helped
  }
}

/** Adds what is in plain sight: who could not tell, and what was reported. */
export function countSeen({ count, looks, tries }: Case, counts: Counts) {
  for (const { question, answer } of looks)
    if (question.unsure >= 0) addCount(counts, question.unsure, answer < 0 ? 0 : 1, count)
  for (const { outcome } of tries) {
    if (outcome === 'failed') counts.reports.failed += count
    if (outcome === 'cured') counts.reports.worked += count
  }
}

/**
 * The E-step of expectation-maximisation (Dempster, Laird and Rubin 1977): how often each outcome is to be
 * expected, and the logarithm of the likelihood of all cases. Cases that the values hold to be impossible
 * count for nothing.
 */
export function expectCounts(
  blocks: readonly Block[],
  group: CaseGroup,
  values: Values,
  reporting: Reporting,
): { counts: Counts; logLikelihood: number } {
  fillChances(group, values, reporting)
  const counts = createCounts(blocks)
  let logLikelihood = 0
  for (const visit of group.cases) {
    const weights = weighCauses(visit, values)
    const total = sum(weights)
    if (total <= 0) continue
    logLikelihood += visit.count * Math.log(total)
    for (let c = 0; c < weights.length; c++) {
      const weight = weights[c] as number
      if (weight > 0) countCause(visit, c, (visit.count * weight) / total, values, reporting, counts)
    }
    countSeen(visit, counts)
  }
  return { counts, logLikelihood }
}
