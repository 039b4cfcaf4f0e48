import { walkPolicy } from '../diagnosis/evaluate'
import type { Model } from '../diagnosis/model'
import type { PolicyNode } from '../diagnosis/policy'
import { buildModel } from './build'
import { groupVisits } from './cases'
import { fitValues } from './fit'
import { samplePosterior } from './sample'
import { createSpace, DEFAULT_STRENGTH, type Strength } from './space'
import type { Visit } from './visit'

/** Of the authors' usual weight: the visits that judge should mostly speak for themselves. */
const JUDGE_SHARE = 0.4

/** Draws of what the held-out visits may mean. */
const DRAWS = 300

/**
 * Of the draws, this share must find the new tree cheaper. In simulations from estimates that were right all
 * along, 0.8 let four of sixteen changes pass, and three did harm; 0.9 let one pass, which did none.
 */
const SURE_ENOUGH = 0.9

/** Fewer visits than this cannot judge anything. */
const LEAST_VISITS = 20

/** Whether an update is worth making. Costs are expected minutes until the fault is gone, over the held-out visits. */
export interface Verdict {
  accepted: boolean
  /** Held-out visits, and how many it takes to judge. Below that the rest is 0. */
  visits: number
  least: number
  /** Of the tree compiled from today's estimates. */
  before: number
  /** Of the tree compiled from the new estimates. */
  after: number
  /** Share of the draws in which the new tree is cheaper, in [0, 1]. */
  sure: number
}

/** Compiles the tree of a model. */
export type Compile = (model: Model) => PolicyNode

/**
 * Judges new estimates by visits that took no part in learning them. Both trees are walked under models that
 * these visits alone suggest: draws from their posterior, with weak priors at today's estimates, so that
 * doubt speaks for leaving things as they are. Accepted if the mean over the draws is lower (the Bayes rule
 * for a choice between two trees) and most draws agree. Guides count by their held-out visits.
 */
export function judgeUpdate(
  before: Readonly<Record<string, Model>>,
  after: Readonly<Record<string, Model>>,
  heldOut: readonly Visit[],
  compile: Compile,
  strength: Strength = DEFAULT_STRENGTH,
): Verdict {
  const visits = heldOut.length
  if (visits < LEAST_VISITS)
    return { accepted: false, visits, least: LEAST_VISITS, before: 0, after: 0, sure: 0 }
  const weak: Strength = {
    causes: strength.causes * JUDGE_SHARE,
    answers: strength.answers * JUDGE_SHARE,
    cures: strength.cures * JUDGE_SHARE,
  }
  const space = createSpace(before, weak)
  const draws = samplePosterior(space, fitValues(space, groupVisits(space, heldOut)), DRAWS)
  const costs = draws.map(() => ({ before: 0, after: 0 }))
  for (const guide of new Set(heldOut.map((visit) => visit.guide))) {
    const [old, learned] = [before[guide], after[guide]]
    if (!old || !learned) throw new RangeError(`There is no guide ${JSON.stringify(guide)}.`)
    const share = heldOut.filter((visit) => visit.guide === guide).length / visits
    const oldTree = compile(old)
    const newTree = JSON.stringify(learned) === JSON.stringify(old) ? oldTree : compile(learned)
    draws.forEach((values, i) => {
      const truth = buildModel(space, guide, old, values)
      const cost = costs[i] as (typeof costs)[number]
      cost.before += share * walkPolicy(truth, oldTree)
      cost.after += share * walkPolicy(truth, newTree)
    })
  }
  const mean = (side: 'before' | 'after') => costs.reduce((sum, cost) => sum + cost[side], 0) / costs.length
  // Two trees that are the same cost the same to the last bit, but two ways to sum need not.
  const sure = costs.filter((cost) => cost.after < cost.before - 1e-9).length / costs.length
  const [now, then] = [mean('before'), mean('after')]
  return {
    accepted: then < now && sure >= SURE_ENOUGH,
    visits,
    least: LEAST_VISITS,
    before: now,
    after: then,
    sure,
  }
}
