import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentsOf } from '../../lib/content/check'
import { buildGraph } from '../../lib/content/graph'
import { learnableModels } from '../../lib/content/learned/tie'
import { readContent } from '../../lib/content/read'
import { readOutcomes } from '../../lib/learning/outcomes'
import { START, startTestServer, type TestServer } from '../testing'
import type { Told } from './event'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

let visits = 0
const newVisit = () => `visit${String(++visits).padStart(15, '0')}`
const GUIDE = 'toaster/e42'
const FIX = 'toaster/plug-it-in'

const send = (told: unknown, headers: Record<string, string> = {}) =>
  server.app.request('/outcomes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
    body: typeof told === 'string' ? told : JSON.stringify(told),
  })

/** Tells what happened in a visit, one event after the other. */
async function tell(events: readonly Partial<Told>[], visit = newVisit()) {
  for (const [step, event] of events.entries()) {
    const told = { visit, step, guide: GUIDE, answers: [], tried: [], ...event }
    expect((await send(told)).status).toBe(204)
  }
}

const countOf = async (fix: string) => (await server.store.countOutcomes([fix])).get(fix)

test('what readers tell of a fix is counted once for each visit, and the latest word counts', async () => {
  const visit = newVisit()
  const solved = { visit, step: 0, guide: null, answers: [], tried: [], event: { kind: 'solved', fix: FIX } }
  expect((await send(solved)).status).toBe(204)
  expect((await send(solved)).status).toBe(204)
  expect(await countOf(FIX)).toEqual({ helped: 1, told: 1 })
  await send({ ...solved, step: 1, event: { kind: 'failed', fix: FIX } })
  expect(await countOf(FIX)).toEqual({ helped: 0, told: 1 })
})

test('every line of an export is one that learning reads', async () => {
  const on: Partial<Told> = { answers: [['lights', 'on']] }
  const tray = 'toaster/empty-crumb-tray'
  // Solved by the first fix.
  await tell([
    { ...on, event: { kind: 'shown', fix: tray } },
    { ...on, event: { kind: 'solved', fix: tray } },
  ])
  // Failed, then handed over.
  await tell([
    { ...on, event: { kind: 'shown', fix: tray } },
    { ...on, event: { kind: 'failed', fix: tray } },
    { ...on, tried: ['empty-crumb-tray'], event: { kind: 'shown', fix: FIX } },
    { ...on, tried: ['empty-crumb-tray'], event: { kind: 'failed', fix: FIX } },
    { ...on, tried: ['empty-crumb-tray', 'plug-it-in'], event: { kind: 'shown', fix: null } },
    { ...on, tried: ['empty-crumb-tray', 'plug-it-in'], event: { kind: 'escalated' } },
  ])
  // Left without a word.
  await tell([{ answers: [['lights', 'off']], event: { kind: 'shown', fix: FIX } }])
  // Said that it works, and took it back.
  await tell([
    { answers: [['lights', 'off']], event: { kind: 'solved', fix: FIX } },
    { answers: [['lights', 'off']], event: { kind: 'failed', fix: FIX } },
  ])
  // Could not tell, and passed it on at once.
  await tell([{ answers: [['lights', 'unsure']], event: { kind: 'escalated' } }])

  const lines = await server.store.exportOutcomes({ quietSince: START + 1, now: START + 1 })
  const models = learnableModels(buildGraph(documentsOf(readContent('lib/content/fixtures/kitchen-sink'))))
  const text = lines.map((line) => JSON.stringify(line)).join('\n')
  const { visits, problems } = readOutcomes(text, models)
  expect(problems).toEqual([])
  expect(
    visits.map(({ answers, tried, result }) => `${answers.join()} ${tried.join()} ${result}`).sort(),
  ).toEqual([
    'lights,off plug-it-in escalated',
    'lights,off plug-it-in silent',
    'lights,on empty-crumb-tray solved',
    'lights,on empty-crumb-tray,plug-it-in escalated',
    'lights,unsure  escalated',
  ])
  // Once told, never again; the fix that was opened by itself stays out.
  expect(await server.store.exportOutcomes({ quietSince: START + 1, now: START + 1 })).toEqual([])
})

const good = { guide: GUIDE, answers: [['lights', 'on']], tried: [], event: { kind: 'solved', fix: FIX } }

test.each([
  ['no JSON', '{"visit":'],
  ['a list', []],
  ['null', null],
  ['no event', { ...good, event: undefined }],
  ['an unknown kind', { ...good, event: { kind: 'cured', fix: FIX } }],
  ['an unknown guide', { ...good, guide: 'toaster/e43' }],
  ['an unknown fix', { ...good, event: { kind: 'solved', fix: 'toaster/magic' } }],
  ['a fix of no product', { ...good, event: { kind: 'solved', fix: 'plug-it-in' } }],
  ['an unknown question', { ...good, answers: [['moon', 'on']] }],
  ['an unknown answer', { ...good, answers: [['lights', 'blue']] }],
  ['an answer of the prototype', { ...good, answers: [['constructor', 'name']] }],
  [
    'a question answered twice',
    {
      ...good,
      answers: [
        ['lights', 'on'],
        ['lights', 'off'],
      ],
    },
  ],
  ['a fix tried twice', { ...good, tried: ['plug-it-in', 'plug-it-in'] }],
  ['an unknown fix among those tried', { ...good, tried: ['magic'] }],
  ['answers without a guide', { ...good, guide: null }],
  ['a page shown without a guide', { ...good, guide: null, answers: [], event: { kind: 'shown', fix: FIX } }],
  ['a field too many', { ...good, name: 'Kim' }],
  ['a step below 0', { ...good, step: -1 }],
  ['a step that is none', { ...good, step: 1.5 }],
  ['a step without end', { ...good, step: 1e9 }],
  ['a visit that anybody guesses', { ...good, visit: 'kim' }],
  ['SQL', { ...good, visit: "'; drop table outcomes; --" }],
  ['too many answers', { ...good, answers: Array.from({ length: 61 }, (_, i) => [`q${i}`, 'a']) }],
])('%s is refused, and nothing is counted', async (_, told) => {
  const before = await countOf(FIX)
  const filled =
    told !== null && typeof told === 'object' && !Array.isArray(told)
      ? { visit: newVisit(), step: 0, ...told }
      : told
  const answer = await send(filled, { accept: 'application/json' })
  expect([400, 422]).toContain(answer.status)
  expect((await answer.json()).message).toBeTruthy()
  expect(await countOf(FIX)).toEqual(before)
})

test('other sites, other types and floods are refused', async () => {
  const told = () => ({ ...good, visit: newVisit(), step: 0 })
  expect((await send(told(), { origin: 'https://evil.example' })).status).toBe(403)
  expect((await send(told(), { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await send('x'.repeat(70_000))).status).toBe(413)
  const flooded = await startTestServer()
  const one = () =>
    flooded.app.request('/outcomes', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost' },
      body: JSON.stringify(told()),
    })
  const answers = await Promise.all(Array.from({ length: 610 }, one))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
  await flooded.stop()
})

test('what crawlers open is nobody’s outcome', async () => {
  const before = await countOf(FIX)
  const agent = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
  expect((await send({ ...good, visit: newVisit(), step: 0 }, { 'user-agent': agent })).status).toBe(204)
  expect(await countOf(FIX)).toEqual(before)
})

test('the server says that it counts', async () => {
  const answer = await server.app.request('/outcomes.json')
  expect(await answer.json()).toEqual({ open: true })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})
