import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentsOf } from '../../lib/content/check'
import { buildGraph } from '../../lib/content/graph'
import { prepareLesson, renameBy } from '../../lib/content/learned/learn'
import { learnableModels } from '../../lib/content/learned/tie'
import { readContent } from '../../lib/content/read'
import { openStore } from '../store/open'
import type { NewOutcome, Store } from '../store/store'
import { runOutcomes } from './command'

const NOW = Date.UTC(2027, 0, 15, 12)
const HOUR = 3_600_000
const articles = readContent('lib/content/fixtures/kitchen-sink')
let folder = ''
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fixpath-outcomes-'))
  store = await openStore({ dataFolder: folder })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function run(args: readonly string[], withArticles = true) {
  let out = ''
  let err = ''
  const io = {
    print: (text: string) => {
      out += text
    },
    say: (text: string) => {
      err += `${text}\n`
    },
  }
  const status = await runOutcomes(
    args,
    async () => ({
      ...io,
      store: await openStore({ dataFolder: folder }),
      now: () => NOW,
      lessons: () => {
        const graph = buildGraph(documentsOf(articles))
        return withArticles ? { models: learnableModels(graph), rename: renameBy(graph) } : undefined
      },
    }),
    io,
  )
  return { status, out, err }
}

let visits = 0
function add(values: Partial<NewOutcome> & { hoursAgo?: number } = {}) {
  const { hoursAgo = 48, ...rest } = values
  return store.addOutcome({
    visit: `visit-${++visits}`,
    step: 0,
    guide: 'toaster/e42',
    answers: [['lights', 'on']],
    tried: [],
    event: { kind: 'solved', fix: 'empty-crumb-tray' },
    fix: 'toaster/empty-crumb-tray',
    now: NOW - hoursAgo * HOUR,
    ...rest,
  })
}

test('an export holds the visits that are over, once, and learning reads it', async () => {
  await add()
  await add({ hoursAgo: 1 })
  // A fix that the articles no longer have.
  await add({ event: { kind: 'solved', fix: 'burnt-down' }, fix: 'toaster/burnt-down' })
  const { status, out, err } = await run(['export'])
  expect(status).toBe(0)
  expect(out).toBe(
    '{"guide":"toaster/e42","answers":[["lights","on"]],"tried":["empty-crumb-tray"],"result":"solved","solvedBy":"empty-crumb-tray"}\n',
  )
  expect(err).toMatchInlineSnapshot(`
    "1 line written.
    1 line left out, because the articles have changed since:
      The guide toaster/e42 has no fix "burnt-down".
    "
  `)
  const lesson = prepareLesson(articles, () => '', out, { compile: () => ({ kind: 'escalate' }) as never })
  expect(lesson).not.toBeInstanceOf(Array)

  expect((await run(['export'])).out).toBe('')
  expect((await run(['export', '--quiet-hours', '0.5'])).out.split('\n')).toHaveLength(2)
  expect((await run(['export', '--again'])).out.split('\n')).toHaveLength(2)
  expect((await run(['export', '--again', '--quiet-hours', '0'])).out.split('\n')).toHaveLength(3)
})

test('without the articles everything is written, and the export says so', async () => {
  const { out, err } = await run(['export', '--again'], false)
  expect(out).toContain('burnt-down')
  expect(err).toContain('not checked')
})

test('counts are shown with what they say of all readers', async () => {
  const { out } = await run(['counts'])
  expect(out).toMatchInlineSnapshot(`
    "FIX                       HELPED  TOLD  SHARE  95 % INTERVAL
    toaster/empty-crumb-tray  2       2     100 %  34 % to 100 %
    toaster/burnt-down        1       1     100 %  21 % to 100 %
    "
  `)
  expect(JSON.parse((await run(['counts', '--json'])).out)[0]).toMatchObject({ helped: 2, told: 2 })
})

test.each([
  [[]],
  [['dance']],
  [['export', 'x']],
  [['export', '--quiet-hours', '-1']],
  [['export', '--quiet-hours', 'x']],
  [['counts', '--nonsense']],
])('a mistake in the command is named: %j', async (args) => {
  const { status, out, err } = await run(args)
  expect([status, out]).toEqual([2, ''])
  expect(err).toContain('Usage: npm run outcomes')
})
