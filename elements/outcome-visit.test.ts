import { expect, test } from 'vitest'
import { noteEvent, placeOf, startVisit, type Told, withoutSent } from './outcome-visit'

const plan = '/teams/caa20002/diagnose/web.works/tried.clear-cache/'

function told(
  kind: Told['event']['kind'],
  fix: string | null = 'teams/restart-computer',
  tried: string[] = [],
) {
  return { guide: 'teams/caa20002', answers: [], tried, event: { kind, fix } }
}

test('the address of a plan spells out answers and failed fixes', () => {
  expect(placeOf({ pathname: plan, search: '' })).toEqual({
    guide: 'teams/caa20002',
    answers: [['web', 'works']],
    tried: ['clear-cache'],
  })
})

test('a fix stands where its plan was, or nowhere', () => {
  const pathname = '/teams/fixes/clear-cache/'
  expect(placeOf({ pathname, search: '?from=caa20002/web.works/tried.turn-off-vpn&next' })).toEqual({
    guide: 'teams/caa20002',
    answers: [['web', 'works']],
    tried: ['turn-off-vpn'],
  })
  expect(placeOf({ pathname, search: '' })).toEqual({ guide: null, answers: [], tried: [] })
  expect(placeOf({ pathname, search: '?from=%E0%A4%A' }).answers).toEqual([])
})

test('events are counted up, and wait until they have arrived', () => {
  let visit = startVisit()
  visit = noteEvent(visit, told('shown'), plan)
  visit = noteEvent(visit, told('failed'))
  expect(visit.waiting.map(({ visit: id, step }) => [id === visit.id, step])).toEqual([
    [true, 0],
    [true, 1],
  ])
  expect(visit.seen).toEqual([plan])
  const [first] = visit.waiting
  expect(withoutSent(visit, first as Told).waiting.map(({ step }) => step)).toEqual([1])
})

test('a plan shown after the problem was solved is another visit, and what waited still goes out', () => {
  const solved = noteEvent(startVisit(true), told('solved'))
  const next = noteEvent(solved, told('shown'), '/teams/caa20002/diagnose/web.fails/')
  expect(next.id).not.toBe(solved.id)
  expect(next.step).toBe(1)
  expect(next.open).toBe(true)
  expect(next.waiting.map(({ visit }) => visit)).toEqual([solved.id, next.id])
})

test('whoever takes "It works now" back stays in the same visit', () => {
  const solved = noteEvent(startVisit(), told('solved'))
  const failed = noteEvent(solved, told('failed'))
  const shown = noteEvent(failed, told('shown', 'teams/clear-cache'), plan)
  expect(shown.id).toBe(solved.id)
})

test('a fix that was passed over has not failed, until it is tried after all', () => {
  const visit = { ...startVisit(), skipped: ['repair-tpm'] }
  const shown = noteEvent(visit, told('shown', 'teams/clear-cache', ['repair-tpm', 'turn-off-vpn']), plan)
  expect(shown.waiting.at(-1)?.tried).toEqual(['turn-off-vpn'])
  const tried = noteEvent(shown, told('failed', 'teams/repair-tpm'))
  expect(tried.skipped).toEqual([])
})

test('a connection that does not come back fills no storage', () => {
  let visit = startVisit()
  for (let i = 0; i < 100; i++) visit = noteEvent(visit, told('failed'))
  expect(visit.waiting.length).toBe(40)
  expect(visit.waiting.at(-1)?.step).toBe(99)
})
