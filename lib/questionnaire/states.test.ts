import { describe, expect, test } from 'vitest'
import type { PolicyNode } from '../diagnosis/policy'
import { resolve } from './resolve'
import { planFrom, publishedTree, stateOf, stopAt, stopsOf } from './states'

const escalate = (reach: number): PolicyNode => ({ kind: 'escalate', reach, cost: 60 })
const root: PolicyNode = {
  kind: 'ask',
  question: 'web',
  reach: 1,
  cost: 20,
  answers: {
    works: {
      kind: 'try',
      fix: 'clear-cache',
      reach: 0.7,
      cost: 10,
      chance: 0.5,
      next: { kind: 'try', fix: 'restart', reach: 0.35, cost: 30, chance: 0.2, next: escalate(0.28) },
    },
    fails: escalate(0.3),
  },
}
const policy = { root } as Parameters<typeof stopsOf>[0]

describe('the points of a questionnaire', () => {
  const stops = stopsOf(policy)

  test('each has its own address, the first question first', () => {
    expect(stops.map(({ segments }) => segments.join('/'))).toEqual([
      '',
      'web.works',
      'web.works/tried.clear-cache',
      'web.works/tried.clear-cache/tried.restart',
      'web.fails',
    ])
  })

  test('each is found again by its address', () => {
    for (const stop of stops) expect(stopAt(policy, stop.segments)).toEqual(stop)
    expect(stopAt(policy, ['web.unknown'])).toBeUndefined()
  })

  test('each is found by its address in the published tree', () => {
    for (const { segments } of stops)
      expect(resolve(publishedTree(root), segments)).toEqual({ segments, dropped: [] })
  })

  test('an address says what is known', () => {
    expect(stateOf(['web.works', 'tried.clear-cache', 'vpn.no-difference'])).toEqual({
      answers: [
        ['web', 'works'],
        ['vpn', 'no-difference'],
      ],
      tried: ['clear-cache'],
    })
  })
})

test('a plan is a run of fixes and what follows it', () => {
  const first = stopAt(policy, ['web.works'])
  const { tries, end } = planFrom(first?.node ?? root)
  expect(tries.map(({ fix }) => fix)).toEqual(['clear-cache', 'restart'])
  expect(end.kind).toBe('escalate')
  expect(planFrom(root)).toEqual({ tries: [], end: root })
})
