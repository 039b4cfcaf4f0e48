import { type CaseGroup, refreshTypical } from './cases'
import { type Counts, createCounts, expectCounts, fillChances, sum, weighCauses } from './expect'
import {
  estimateReporting,
  type Reporting,
  type ReportingPrior,
  reportingPenalty,
  reportingPrior,
  weighLog,
} from './reporting'
import { authorsValues, type Block, type Space, type Values } from './space'

/** Steps of one round; a round of some thousand visits needs a few dozen to a few hundred. */
const MAX_STEPS = 1000

/** A round ends when a step gains less than this for each visit. */
const LEAST_GAIN = 1e-9

/** Rounds with overlapping questions, whose typical answers depend on what is being learned. */
const MAX_ROUNDS = 6

/** Typical answers that move less than this are settled. */
const SETTLED = 1e-4

/** The most probable estimates. */
export interface Fit {
  values: Values
  reporting: Reporting
  reportingPrior: ReportingPrior
  /** The cases that the estimates explain; `impossible` visits contradict a 0 or 1 of the authors. */
  group: CaseGroup
  impossible: number
  /** Expected numbers of outcomes at the end. */
  counts: Counts
  /** For each round, the penalised log-likelihood before each step. It never falls within a round. */
  trace: number[][]
}

/**
 * The M-step: the mode of Dirichlet(strength × author + counts) in the softmax basis (MacKay 1998, "Choice of
 * basis for Laplace approximation"), which is its mean: the author's chances and what was counted, weighed
 * by `strength` and the number of visits. Written as a change, so that without evidence nothing changes.
 */
function maximise(blocks: readonly Block[], { blocks: counts }: Counts): Values {
  return blocks.map(({ author, strength }, b) => {
    const count = counts[b] as Float64Array
    const total = sum(count)
    if (total === 0) return author
    return author.map((p, i) => Math.max(0, p + ((count[i] as number) - total * p) / (total + strength)))
  })
}

/** Logarithm of the priors' density, but for a constant. */
function penaltyOf(blocks: readonly Block[], values: Values): number {
  return blocks.reduce(
    (sum, { author, strength }, b) =>
      author.reduce(
        (inner, p, i) => inner + weighLog(strength * p, (values[b] as Float64Array)[i] as number),
        sum,
      ),
    0,
  )
}

const countVisits = ({ cases }: CaseGroup) => cases.reduce((total, { count }) => total + count, 0)

/**
 * Estimates that make the visits and the authors' word together most probable (maximum a posteriori), by
 * expectation-maximisation from the authors' estimates: the cause of a visit is never observed.
 *
 * Chances of answers that repeat overlapping questions depend on all estimates at once. They are held fixed
 * while a round climbs, so that it climbs without fail, and brought up to date between rounds.
 */
export function fitValues(space: Space, grouped: CaseGroup, start: Values = authorsValues(space)): Fit {
  const { blocks } = space
  let values = start
  const prior = reportingPrior(grouped.cases)
  let reporting: Reporting = { worked: prior.rate, failed: prior.rate }
  refreshTypical(grouped.looks, values)
  fillChances(grouped, values, reporting)
  // What is impossible stays so: a 0 of the authors has no pseudo-counts, and so never gets any others.
  const group = { ...grouped, cases: grouped.cases.filter((visit) => sum(weighCauses(visit, values)) > 0) }
  const visits = countVisits(group)
  const impossible = countVisits(grouped) - visits
  const trace: number[][] = []
  let counts = createCounts(blocks)
  for (let round = 0; visits > 0 && round < MAX_ROUNDS; round++) {
    const climb: number[] = []
    trace.push(climb)
    for (let step = 0; step < MAX_STEPS; step++) {
      const expected = expectCounts(blocks, group, values, reporting)
      counts = expected.counts
      const height = expected.logLikelihood + penaltyOf(blocks, values) + reportingPenalty(reporting, prior)
      const before = climb.at(-1)
      climb.push(height)
      if (before !== undefined && height - before < LEAST_GAIN * visits) break
      values = maximise(blocks, counts)
      reporting = estimateReporting(counts.reports, prior)
    }
    if (refreshTypical(group.looks, values) < SETTLED) break
  }
  return { values, reporting, reportingPrior: prior, group, impossible, counts, trace }
}
