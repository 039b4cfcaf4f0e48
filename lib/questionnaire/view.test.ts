import { describe, expect, test } from 'vitest'
import { documentsOf } from '../content/check'
import { kitchenSink } from '../content/fixtures/kitchen-sink'
import { buildGraph } from '../content/graph'
import { drawTree } from './drawing'
import { reportFor } from './report'
import { branches, stopsOf } from './states'
import {
  audienceOf,
  expectedQuestions,
  fixesByOdds,
  likelyCauses,
  openQuestionnaire,
  reachOfFixes,
  saidOf,
  trailOf,
  workaroundsIn,
} from './view'

const graph = buildGraph(documentsOf([...kitchenSink]))
const questionnaire = openQuestionnaire(graph, graph.guide('toaster', 'e42'))
const { policy, guide } = questionnaire
const stops = stopsOf(policy)

describe('every point of a questionnaire', () => {
  test('has causes whose shares sum to one', () => {
    for (const { state } of stops) {
      const shares = likelyCauses(questionnaire, state).map(({ share }) => share)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      expect([...shares].sort((a, b) => b - a)).toEqual(shares)
    }
  })

  test('has a trail of everything said and tried, each with the page on which it was chosen', () => {
    for (const { segments } of stops) {
      const trail = trailOf(questionnaire, segments)
      expect(trail).toHaveLength(segments.length)
      trail.forEach(({ href, said }, index) => {
        expect(said).not.toBe('')
        expect(href).toBe(
          `/toaster/e42/diagnose/${segments
            .slice(0, index)
            .map((part) => `${part}/`)
            .join('')}`,
        )
      })
    }
  })

  test('has a report that names the answers and what was tried', () => {
    for (const { segments, state } of stops) {
      const report = reportFor(questionnaire, segments, state)
      for (const { said } of trailOf(questionnaire, segments)) expect(report).toContain(`- ${said}`)
      expect(report).toContain('E42')
      expect(report).toContain(segments.join('/'))
      expect(report).not.toMatch(/undefined|NaN|\[object/)
    }
  })
})

test('readers who reach a fix are counted once each', () => {
  const reached = reachOfFixes(policy.root)
  for (const [fix, reach] of reached) {
    expect(graph.fix('toaster', fix).kind).toBe('fix')
    expect(reach).toBeGreaterThan(0)
    expect(reach).toBeLessThanOrEqual(1 + 1e-9)
  }
})

test('the number of questions a reader expects lies between none and all', () => {
  expect(expectedQuestions(policy.root)).toBeGreaterThanOrEqual(0)
  expect(expectedQuestions(policy.root)).toBeLessThanOrEqual(graph.questionsOf(guide).length)
})

test('fixes come in the order of their odds per minute', () => {
  const rates = fixesByOdds(questionnaire).map(({ fix, chance }) => chance / fix.minutes)
  expect([...rates].sort((a, b) => b - a)).toEqual(rates)
})

test('an answer that rules a workaround out removes it', () => {
  const all = workaroundsIn(questionnaire, { answers: [], tried: [] })
  expect(all.map(({ id }) => id)).toContain('eat-it-cold')
  expect(workaroundsIn(questionnaire, { answers: [['bread', 'unsure']], tried: [] })).toEqual(all)
})

test('a fix for some readers says for whom it is', () => {
  const limited = graph.fixes.find((fix) => fix.kind === 'fix' && Object.keys(fix.applies).length > 0)
  const open = graph.fixes.find((fix) => fix.kind === 'fix' && Object.keys(fix.applies).length === 0)
  expect(limited && audienceOf(graph, limited)).toMatch(/\w/)
  expect(open && audienceOf(graph, open)).toBeUndefined()
})

test('an unknown answer is an error and not a blank', () => {
  expect(() => saidOf(graph, 'toaster')('bread', 'nonsense')).toThrow(/bread.*nonsense/)
})

describe('the drawing', () => {
  const words = {
    answer: saidOf(graph, 'toaster'),
    label: () => 'label',
    more: (count: number) => `${count} more`,
  }
  const { boxes, width, height } = drawTree(policy.root, words, 4)

  test('hangs every box but the first on an earlier one, one column to its left', () => {
    expect(boxes[0]?.parent).toBeUndefined()
    boxes.slice(1).forEach((box, index) => {
      expect(box.parent).toBeLessThanOrEqual(index)
      expect(boxes[box.parent ?? 0]?.x).toBeLessThan(box.x)
    })
  })

  test('holds all boxes and lets none overlap', () => {
    for (const { x, y } of boxes) {
      expect(x).toBeLessThan(width)
      expect(y).toBeLessThan(Math.max(1, height))
    }
    const places = boxes.map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(places.length)
  })

  test('goes no deeper than it is told', () => {
    expect(new Set(drawTree(policy.root, words, 1).boxes.map(({ x }) => x)).size).toBeLessThanOrEqual(2)
  })
})

test('every branch of the tree leads to a point of its own', () => {
  const addresses = new Set(stops.map(({ segments }) => segments.join('/')))
  expect(addresses.size).toBe(stops.length)
  for (const { node, segments } of stops)
    for (const [segment] of branches(node)) expect(addresses).toContain([...segments, segment].join('/'))
})
