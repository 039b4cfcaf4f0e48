import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readModel, UNSURE } from '../diagnosis/model'
import { documentsOf } from './check'
import { scales } from './estimates'
import type { Answer } from './fields'
import { kitchenSink } from './fixtures/kitchen-sink'
import { buildGraph } from './graph'
import { modelOf } from './model'
import { sharesOf } from './shares'

const graph = buildGraph(documentsOf(kitchenSink))
const model = modelOf(graph, graph.guide('toaster', 'e42'))
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

describe('modelOf', () => {
  it.each(['e42', 'smoke'])('makes a model of %s that the engine accepts', (id) => {
    expect(() =>
      readModel(JSON.parse(JSON.stringify(modelOf(graph, graph.guide('toaster', id))))),
    ).not.toThrow()
  })

  it('scales causes so that they and `other` make 1', () => {
    expect(sum(Object.values(model.causes))).toBeCloseTo(0.9, 12)
    expect((model.causes.crumbs ?? 0) / (model.causes['frozen-bread'] ?? 1)).toBeCloseTo(2, 12)
  })

  it('gives each cause answers that make 1 with "not sure"', () => {
    for (const { answers } of Object.values(model.questions))
      for (const cause of [...Object.keys(model.causes), '*'])
        expect(sum(Object.values(answers).map((row) => row[cause] ?? row['*'] ?? 0))).toBeCloseTo(1, 12)
  })

  it('takes "not sure" for no evidence', () => {
    expect(model.questions.model?.answers[UNSURE]).toEqual({ '*': 0.02 })
    expect(model.questions.bread?.answers[UNSURE]).toEqual({ '*': 0.1 })
  })

  it('holds fixes only, with what they cure here, in minutes', () => {
    expect(Object.keys(model.fixes).sort()).toEqual([
      'empty-crumb-tray',
      'plug-it-in',
      'reset-to-factory',
      'thaw-the-bread',
      'update-firmware',
    ])
    expect(model.fixes['empty-crumb-tray']).toEqual({
      cost: 4,
      cures: { crumbs: 0.95, pigeon: 0.02 },
      applies: { model: ['two-slot', 'four-slot'] },
      after: ['plug-it-in'],
      last: false,
    })
    expect(model.fixes['reset-to-factory']?.last).toBe(true)
    expect(model.escalation).toEqual({ cost: 45 })
    expect(model.questions.model?.cost).toBeCloseTo(5 / 60, 12)
  })

  it('leaves out of the order what is no step of a plan', () => {
    expect(model.order).toEqual([
      'plug-it-in',
      'empty-crumb-tray',
      'thaw-the-bread',
      'update-firmware',
      'reset-to-factory',
    ])
  })

  it('asks only what tells causes of the guide apart', () => {
    const smoke = modelOf(graph, graph.guide('toaster', 'smoke'))
    expect(Object.keys(smoke.questions)).toEqual(['lights', 'smell'])
    expect(Object.keys(smoke.fixes).sort()).toEqual([
      'empty-crumb-tray',
      'reset-to-factory',
      'update-firmware',
    ])
    expect(smoke.fixes['empty-crumb-tray']).toMatchObject({ applies: {}, after: [] })
  })
})

describe('sharesOf', () => {
  const estimate = fc.oneof(
    fc.constantFrom(...Object.keys(scales['how-often'])),
    fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  )
  const suggests = fc.dictionary(fc.constantFrom('a', 'b', '*', 'constructor'), estimate)
  const answers = fc
    .array(suggests, { minLength: 1, maxLength: 6 })
    .map((all) => all.map((one, index) => ({ id: `x${index}`, label: '', said: '', suggests: one })))

  it('sums to 1 and stays inside 0 and 1, whatever authors say', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('a', 'b', 'c', '*', 'constructor'), (all, cause) => {
        const shares = sharesOf({ answers: all }, cause)
        expect(sum(shares)).toBeCloseTo(1, 9)
        for (const share of shares) expect(share).toBeGreaterThan(0)
      }),
    )
  })

  it('takes the asterisk for causes that are not named', () => {
    const all: Answer[] = [
      { id: 'x', label: '', said: '', suggests: { a: 'usually', '*': 'rarely' } },
      { id: 'y', label: '', said: '', suggests: {} },
    ]
    expect(sharesOf({ answers: all }, 'a')[0]).toBeCloseTo(2 / 3, 12)
    expect(sharesOf({ answers: all }, 'b')[0]).toBeCloseTo(2 / 9, 12)
  })
})
