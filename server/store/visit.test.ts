import { describe, expect, test } from 'vitest'
import type { OutcomeEvent } from './store'
import { summariseVisit, type VisitEvent } from './visit'

const at = (event: OutcomeEvent, values: Partial<VisitEvent> = {}): VisitEvent => ({
  guide: 'teams/caa20002',
  answers: [['vpn', 'on']],
  tried: [],
  event,
  ...values,
})
const shown = (fix: string | null, values?: Partial<VisitEvent>) => at({ kind: 'shown', fix }, values)
const failed = (fix: string, values?: Partial<VisitEvent>) => at({ kind: 'failed', fix }, values)
const solved = (fix: string, values?: Partial<VisitEvent>) => at({ kind: 'solved', fix }, values)
const escalated = (values?: Partial<VisitEvent>) => at({ kind: 'escalated' }, values)

const line = (values: object) => ({ guide: 'teams/caa20002', answers: [['vpn', 'on']], ...values })

describe('what a visit teaches', () => {
  test.each([
    ['a fix that helped', [shown('a'), solved('a')], { tried: ['a'], result: 'solved', solvedBy: 'a' }],
    [
      'fixes that failed before',
      [shown('a'), failed('a'), shown('b', { tried: ['a'] }), solved('b', { tried: ['a'] })],
      { tried: ['a', 'b'], result: 'solved', solvedBy: 'b' },
    ],
    [
      'a fix that failed first and helped later',
      [failed('a'), failed('b'), solved('a')],
      { tried: ['b', 'a'], result: 'solved', solvedBy: 'a' },
    ],
    [
      'a fix that helped, and did not after all',
      [solved('a'), failed('a'), shown('b', { tried: ['a'] })],
      { tried: ['a', 'b'], result: 'silent' },
    ],
    [
      'pages looked at after it was solved',
      [solved('a'), shown('b'), shown(null)],
      { tried: ['a'], result: 'solved', solvedBy: 'a' },
    ],
    ['a plan that was shown and no more', [shown('a')], { tried: ['a'], result: 'silent' }],
    [
      'a plan after fixes that the address names',
      [shown('c', { tried: ['a', 'b'] })],
      { tried: ['a', 'b', 'c'], result: 'silent' },
    ],
    ['a fix that failed and no more', [shown('a'), failed('a')], { tried: ['a'], result: 'escalated' }],
    [
      'a problem that was handed on',
      [failed('a'), shown(null, { tried: ['a'] }), escalated({ tried: ['a'] }), shown('a')],
      { tried: ['a'], result: 'escalated' },
    ],
    ['a hand-over that was only shown', [failed('a'), shown(null)], { tried: ['a'], result: 'escalated' }],
    ['answers alone', [shown(null)], { tried: [], result: 'silent' }],
  ] as const)('%s', (_, events, expected) => {
    expect(summariseVisit(events)).toEqual([line(expected)])
  })

  test('the answers are those of the page that decided', () => {
    const events = [
      failed('a', { answers: [['vpn', 'off']] }),
      solved('b', { answers: [['vpn', 'on']] }),
      shown('c', { answers: [['web', 'works']] }),
    ]
    expect(summariseVisit(events)).toMatchObject([{ answers: [['vpn', 'on']], tried: ['a', 'b'] }])
  })

  test('each guide has a line of its own, and a fix page opened by itself has none', () => {
    const events = [
      failed('a'),
      solved('x', { guide: 'teams/caa70004' }),
      solved('z', { guide: null }),
      shown('b', { tried: ['a'] }),
    ]
    expect(summariseVisit(events)).toEqual([
      line({ tried: ['a', 'b'], result: 'silent' }),
      line({ guide: 'teams/caa70004', tried: ['x'], result: 'solved', solvedBy: 'x' }),
    ])
  })

  test('nothing comes of nothing', () => {
    expect(summariseVisit([])).toEqual([])
    expect(summariseVisit([shown(null, { answers: [] })])).toEqual([])
  })
})
