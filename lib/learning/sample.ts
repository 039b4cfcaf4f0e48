import { createRandom } from '../diagnosis/random'
import type { Case } from './cases'
import { drawDirichlet, drawIndex, type Random } from './draw'
import {
  addCount,
  type Counts,
  countSeen,
  createCounts,
  fillChances,
  freshChance,
  silentCureChance,
  sum,
  weighCauses,
} from './expect'
import type { Fit } from './fit'
import type { ReportCounts, Reporting, ReportingPrior } from './reporting'
import type { Space, Values } from './space'

/** Sweeps that are thrown away, so that the start at the best fit is forgotten. */
const BURN_IN = 100

/** The same numbers in every run. */
const SEED = 20002

/** Tries to draw two rates in their order before both are set to their mean. */
const REDRAWS = 50

/** Guesses the hidden part of one visit with this cause, and counts it. */
function guessVisit(
  visit: Case,
  cause: number,
  values: Values,
  reporting: Reporting,
  counts: Counts,
  random: Random,
) {
  addCount(counts, visit.guide.prior, cause, 1)
  for (const look of visit.looks)
    if (look.answer >= 0 && (look.fresh === 1 || random() < freshChance(values, look, cause)))
      addCount(counts, look.question.rows[cause] as number, look.answer, 1)
  for (const fix of visit.tries) {
    const open = fix.outcome === 'open'
    const helped = open ? random() < silentCureChance(values, fix, cause, reporting) : fix.outcome === 'cured'
    const block = fix.rates[cause] as number
    if (block >= 0) addCount(counts, block, helped ? 0 : 1, 1)
    if (open) counts.reports[helped ? 'silentWorked' : 'silentFailed'] += 1
  }
}

/** Rates of reporting from their Beta densities, under the condition `worked` ≤ `failed`. */
function drawReporting(counts: ReportCounts, { rate, strength }: ReportingPrior, random: Random): Reporting {
  const draw = (reported: number, silent: number) =>
    drawDirichlet([reported + strength * rate, silent + strength * (1 - rate)], random)[0] as number
  let worked = 0
  let failed = 0
  for (let i = 0; i < REDRAWS; i++) {
    worked = draw(counts.worked, counts.silentWorked)
    failed = draw(counts.failed, counts.silentFailed)
    if (worked <= failed) return { worked, failed }
  }
  return { worked: (worked + failed) / 2, failed: (worked + failed) / 2 }
}

/**
 * Draws from the joint posterior of all estimates, by Gibbs sampling with data augmentation (Tanner and Wong
 * 1987): guess the hidden cause of each visit, then the estimates from the counts, and again. Unlike Beta
 * densities of the expected counts, the draws know that a cause and the cure rate of its only fix cannot
 * be told apart. Starts at a fit; the same visits give the same draws.
 */
export function samplePosterior({ blocks }: Space, fit: Fit, draws: number): Values[] {
  const random = createRandom(SEED)
  const kept: Values[] = []
  let { values, reporting } = fit
  for (let sweep = 0; sweep < BURN_IN + draws; sweep++) {
    const counts = createCounts(blocks)
    fillChances(fit.group, values, reporting)
    for (const visit of fit.group.cases) {
      const weights = weighCauses(visit, values)
      const total = sum(weights)
      if (total <= 0) continue
      for (let i = 0; i < visit.count; i++)
        guessVisit(visit, drawIndex(weights, total, random), values, reporting, counts, random)
      countSeen(visit, counts)
    }
    values = blocks.map(({ author, strength }, b) =>
      drawDirichlet(
        author.map((p, i) => strength * p + (counts.blocks[b]?.[i] ?? 0)),
        random,
      ),
    )
    reporting = drawReporting(counts.reports, fit.reportingPrior, random)
    if (sweep >= BURN_IN) kept.push(values)
  }
  return kept
}
