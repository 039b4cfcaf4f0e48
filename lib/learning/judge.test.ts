import { describe, expect, it } from 'vitest'
import { walkPolicy } from '../diagnosis/evaluate'
import type { Model } from '../diagnosis/model'
import { compilePolicy } from '../diagnosis/policy'
import { judgeUpdate } from './judge'
import { learnEstimates } from './learn'
import { splitVisits } from './split'
import { authors, guide, truth } from './testing/models'
import { simulateVisits } from './testing/simulate'

const compile = (model: Model) => compilePolicy(model, { effort: 20_000 }).root
const only = (model: Model) => ({ [guide]: model })
const visits = simulateVisits(guide, truth, { seed: 2, visits: 600, reportsWorked: 0.5, reportsFailed: 0.8 })
const { train, heldOut } = splitVisits(visits)

describe('judgeUpdate', () => {
  it('accepts what was learned from wrong estimates, and readers are better off', () => {
    const { models } = learnEstimates(only(authors), train)
    const verdict = judgeUpdate(only(authors), models, heldOut, compile)
    expect(verdict).toMatchObject({ accepted: true, visits: heldOut.length })
    expect(verdict.after).toBeLessThan(verdict.before)
    expect(walkPolicy(truth, compile(models[guide] as Model))).toBeLessThan(
      walkPolicy(truth, compile(authors)),
    )
  })

  it('refuses a change for the worse', () => {
    const verdict = judgeUpdate(only(truth), only(authors), heldOut, compile)
    expect(verdict.accepted).toBe(false)
    expect(verdict.after).toBeGreaterThan(verdict.before)
  })

  it('refuses a change that leaves the tree as it is', () => {
    const cause = { ...truth, causes: { ...truth.causes, crumbs: 0.4501 } }
    expect(judgeUpdate(only(truth), only(cause), heldOut, compile)).toMatchObject({
      accepted: false,
      sure: 0,
    })
  })

  it('refuses to judge by too little', () => {
    const { models } = learnEstimates(only(authors), train)
    expect(judgeUpdate(only(authors), models, heldOut.slice(0, 5), compile)).toMatchObject({
      accepted: false,
      visits: 5,
      least: 20,
    })
  })
})
