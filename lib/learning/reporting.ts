import type { Case } from './cases'

/** How often readers tell us what became of a fix. */
export interface Reporting {
  /** P(it is reported | the fix helped), in [0, 1]. */
  worked: number
  /** P(it is reported | the fix failed), in [`worked`, 1]. */
  failed: number
}

/** Fixes that were tried, by what became of them and whether that was reported. Expected numbers. */
export interface ReportCounts {
  worked: number
  failed: number
  silentWorked: number
  silentFailed: number
}

/** What is held of reporting before the outcomes are looked at: both rates alike, at `rate`. */
export interface ReportingPrior {
  /** The share of all tries that was reported. */
  rate: number
  /** Tries that the prior counts for, at each of the two rates. */
  strength: number
}

/** Few, for the outcomes know it better; but some, so that a handful of silent readers moves nothing. */
const REPORTING_STRENGTH = 20

/** The prior of some cases: that those for whom a fix worked report as often as the others. */
export function reportingPrior(cases: readonly Case[]): ReportingPrior {
  let reported = 0
  let silent = 0
  for (const { count, tries } of cases)
    for (const { outcome } of tries) {
      if (outcome === 'open') silent += count
      else reported += count
    }
  return { rate: reported + silent > 0 ? reported / (reported + silent) : 1, strength: REPORTING_STRENGTH }
}

/**
 * The most probable rates, with Beta priors and under the condition `worked` ≤ `failed`. Where the two would
 * stand the other way round both are the pooled rate, which is the constrained maximum of two Beta densities
 * (pool adjacent violators; Barlow et al. 1972). The condition is what keeps silence from ever counting as
 * failure: people who are done leave, and people who are not come back for the next fix.
 */
export function estimateReporting(counts: ReportCounts, { rate, strength }: ReportingPrior): Reporting {
  const workedReported = counts.worked + strength * rate
  const workedAll = counts.worked + counts.silentWorked + strength
  const failedReported = counts.failed + strength * rate
  const failedAll = counts.failed + counts.silentFailed + strength
  const worked = workedReported / workedAll
  const failed = failedReported / failedAll
  if (worked <= failed) return { worked, failed }
  const pooled = (workedReported + failedReported) / (workedAll + failedAll)
  return { worked: pooled, failed: pooled }
}

/** x log p, where no evidence for the impossible weighs nothing. */
export const weighLog = (x: number, p: number) => (x > 0 ? x * Math.log(p) : 0)

/** Logarithm of the prior density of two rates, but for a constant. */
export function reportingPenalty({ worked, failed }: Reporting, { rate, strength }: ReportingPrior): number {
  return [worked, failed].reduce(
    (sum, chance) => sum + weighLog(strength * rate, chance) + weighLog(strength * (1 - rate), 1 - chance),
    0,
  )
}
