import type { Model, Probability } from '../diagnosis/model'
import { buildModel } from './build'
import { groupVisits } from './cases'
import { type Fit, fitValues } from './fit'
import type { Reporting } from './reporting'
import { samplePosterior } from './sample'
import { type Block, createSpace, DEFAULT_STRENGTH, type Strength } from './space'
import type { Visit } from './visit'

/** Draws of the posterior: the ends of a 95 % interval then rest on 20 draws each. */
const DRAWS = 800

/** From one number to another, both in [0, 1]. */
export type Interval = readonly [low: Probability, high: Probability]

/** One estimate and what the visits say of it. */
export interface LearnedEstimate {
  kind: Block['kind']
  /** The guide (`causes`), or the product whose guides share the estimate. */
  scope: string
  /** The question or fix; empty for `causes`. */
  subject: string
  /** The cause that a row of an answer table or a cure rate belongs to, or `*`; empty otherwise. */
  given: string
  /** The cause, the answer, `cured` or `unsure`: the outcome of which this is the chance. */
  outcome: string
  author: Probability
  /** The most probable number, given the author's word and the visits. */
  learned: Probability
  /** Expected number of visits that bear on it: with that cause, that question answered, that fix tried. */
  visits: number
  /** As many visits whose cause were known would tell as much; from 0 to `visits`. */
  evidence: number
  /** Holds the true number with a probability of 95 %, if readers report as the model supposes. */
  credible: Interval
  /** From the least to the most that it could be, were all silent readers helped by their last fix, or none. */
  reporting: Interval
}

/** What was learned. */
export interface Learning {
  /** Every estimate, whether it changed or not, in the order of the models' sorted ids. */
  estimates: LearnedEstimate[]
  /** The models with the learned numbers, by guide. */
  models: Record<string, Model>
  reporting: Reporting
  /** Visits that contradict a 0 or 1 of the authors: they were left out. */
  impossible: number
  /** See `Fit.trace`. */
  trace: number[][]
}

/** Of sorted numbers, the one below which this share of them lies. */
function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? 0
}

/**
 * The number of observations after which a Beta density, which was worth `strength` before, has this mean and
 * variance: m(1 - m) / v = strength + n + 1.
 */
function evidenceOf(draws: Float64Array, strength: number): number {
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (draws.length - 1)
  if (!(variance > 0)) return 0
  return Math.max(0, (mean * (1 - mean)) / variance - 1 - strength)
}

/** The outcomes of a block that are shown: the second of two says nothing new of cures and of not being sure. */
function outcomesOf({ kind, outcomes }: Block): readonly string[] {
  return kind === 'cure' || kind === 'unsure' ? outcomes.slice(0, 1) : outcomes
}

/**
 * Learns from visits: the most probable estimates (`fitValues`), how sure they are (`samplePosterior`), and
 * how far silent readers could move them (bounds in the manner of Manski 1990). Pure; the order of the visits
 * changes nothing. Guides of one product must agree on what they share. Throws a RangeError on ids that no
 * model has: check visits with `readOutcomes` first.
 */
export function learnEstimates(
  models: Readonly<Record<string, Model>>,
  visits: readonly Visit[],
  strength: Strength = DEFAULT_STRENGTH,
): Learning {
  const space = createSpace(models, strength)
  const fit = fitValues(space, groupVisits(space, visits))
  const silent = visits.some(({ result, tried }) => result === 'silent' && tried.length > 0)
  const extremes: Fit[] = silent
    ? (['solved', 'escalated'] as const).map((reading) =>
        fitValues(space, groupVisits(space, visits, reading), fit.values),
      )
    : []
  const draws = visits.length > 0 ? samplePosterior(space, fit, DRAWS) : []
  const estimates = space.blocks.flatMap((block, b) => {
    const counts = fit.counts.blocks[b] as Float64Array
    const total = counts.reduce((sum, count) => sum + count, 0)
    return outcomesOf(block).map((outcome, o): LearnedEstimate => {
      const learned = fit.values[b]?.[o] ?? 0
      const drawn = Float64Array.from(draws, (values) => values[b]?.[o] ?? 0).sort()
      const bounds = [learned, ...extremes.map(({ values }) => values[b]?.[o] ?? 0)]
      return {
        kind: block.kind,
        scope: block.scope,
        subject: block.subject,
        given: block.given,
        outcome,
        author: block.author[o] ?? 0,
        learned,
        visits: total,
        evidence: Math.min(total, evidenceOf(drawn, block.strength)),
        credible: [Math.min(learned, quantile(drawn, 0.025)), Math.max(learned, quantile(drawn, 0.975))],
        reporting: [Math.min(...bounds), Math.max(...bounds)],
      }
    })
  })
  return {
    estimates,
    models: Object.fromEntries(
      Object.entries(models).map(([id, model]) => [id, buildModel(space, id, model, fit.values)]),
    ),
    reporting: fit.reporting,
    impossible: fit.impossible,
    trace: fit.trace,
  }
}
