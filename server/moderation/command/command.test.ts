import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../store/open'
import type { NewComment, Store } from '../../store/store'
import { newCommentId } from '../../threads/writer'
import { runComments } from './command'

const NOW = Date.UTC(2027, 0, 15, 12, 30)
let folder = ''
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fixpath-command-'))
  store = await openStore({ dataFolder: join(folder, 'data') })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function* linesOf(file: string) {
  yield* readFileSync(file, 'utf8').split('\n')
}

/** Runs a command beside the server's store, as a second process does. */
async function run(...args: string[]) {
  let out = ''
  let err = ''
  const io = {
    print: (text: string) => {
      out += text
    },
    complain: (text: string) => {
      err += `${text}\n`
    },
  }
  const open = async (data = 'data') => ({
    ...io,
    store: await openStore({ dataFolder: join(folder, data) }),
    now: () => NOW,
    read: async (file: string) => readFileSync(file, 'utf8'),
    lines: linesOf,
  })
  const to = args[0]?.startsWith('in:') ? args.shift()?.slice(3) : undefined
  const status = await runComments(args, () => open(to), io)
  return { status, out, err }
}

async function add(values: Partial<NewComment> = {}): Promise<string> {
  const id = newCommentId()
  const comment: NewComment = {
    id,
    submission: newCommentId(),
    thread: 'teams/fixes/clear-cache',
    parent: null,
    name: 'Kim',
    body: `Text of ${id}`,
    status: 'waiting',
    staff: null,
    tokenHash: null,
    addressHash: newCommentId(),
    browserHash: null,
    now: NOW,
    ...values,
  }
  await store.addComment(comment)
  return comment.id
}

test('lists what waits, one comment a line, for eyes and for programs', async () => {
  const id = await add({
    id: 'aaaaaaaaaaaaaaa1',
    name: '\u001b[31mred\u0007',
    body: 'Two\nlines with **bold** and \u001b]0;title\u0007',
  })
  const { status, out } = await run('list', '--status', 'waiting', '--text', 'bold')
  expect(status).toBe(0)
  expect(out).toMatchInlineSnapshot(`
    "ID                STATUS   WRITTEN (UTC)     ON                       BY       TEXT
    aaaaaaaaaaaaaaa1  waiting  2027-01-15 12:30  teams/fixes/clear-cache  [31mred  Two lines with bold and ]0;title
    "
  `)
  const json = JSON.parse((await run('list', '--text', 'bold', '--json')).out)
  expect(json).toMatchObject([{ id, status: 'waiting', thread: 'teams/fixes/clear-cache' }])
  expect(JSON.stringify(json)).not.toContain('ash')
})

test('finding nothing is said, and is status 1', async () => {
  expect(await run('list', '--text', 'nowhere-to-be-found')).toEqual({
    status: 1,
    out: '',
    err: 'No comment matches.\n',
  })
  expect(await run('show', 'b'.repeat(16))).toMatchObject({ status: 1, out: '' })
  expect((await run('list', '--text', 'nowhere-to-be-found', '--json')).out).toBe('[]\n')
})

test('approves, hides, pins, bans and deletes; the log says that a command did it', async () => {
  const [one, two] = [await add(), await add()]
  expect(await run('approve', one, two)).toMatchObject({ status: 0, err: '' })
  expect((await store.comment(two))?.status).toBe('approved')
  for (const action of ['pin', 'unpin', 'ban', 'unban', 'hide', 'delete'])
    expect([action, (await run(action, one)).status]).toEqual([action, 0])
  const gone = await run('approve', one, two)
  expect(gone.status).toBe(1)
  expect(gone.err).toBe(`${one} is deleted: approve is not possible.\n`)
  expect(gone.out).toContain(`${two}: approve`)
  const log = await run('log', '--comment', one)
  expect(log.out.match(/command line/g)).toHaveLength(7)
})

test('says until when somebody is banned, or that nobody could be', async () => {
  const [known, unknown] = [await add(), await add({ addressHash: null })]
  expect((await run('ban', known)).out).toContain(`${known}: ban (until 2027-02-14T12:30:00.000Z), now`)
  expect((await run('ban', unknown)).out).toContain(`${unknown}: ban (nobody: `)
})

test('answers as staff, and takes an action back', async () => {
  const id = await add()
  writeFileSync(join(folder, 'answer.txt'), 'From a file')
  expect((await run('answer', id, 'Try', 'this')).status).toBe(0)
  expect((await run('answer', id, '--file', join(folder, 'answer.txt'), '--as', 'Ana')).status).toBe(0)
  const { comments } = await store.readThread('teams/fixes/clear-cache', { limit: 200, offset: 0 })
  const answers = comments.filter(({ parent }) => parent === id)
  expect(answers.map(({ staff, body, pinned }) => [staff, body, pinned]).sort()).toEqual([
    ['Ana', 'From a file', true],
    ['Staff', 'Try this', true],
  ])
  const [entry] = (await store.auditLog({ limit: 9, comment: id })).filter(
    ({ action }) => action === 'approve',
  )
  expect((await run('undo', String(entry?.id))).status).toBe(0)
  expect((await store.comment(id))?.status).toBe('waiting')
  expect((await run('undo', String(entry?.id))).status).toBe(1)
})

test('shows one comment with what was done to it', async () => {
  const id = await add({ name: '', body: 'First line\n\nlast line' })
  await run('hide', id)
  const { out } = await run('show', id)
  expect(out).toContain('by       A reader')
  expect(out).toContain('First line\n\nlast line\n')
  expect(out).toContain('hide')
})

test('everything moves to another store, and a backup is a store', async () => {
  const { out } = await run('export')
  writeFileSync(join(folder, 'all.jsonl'), out)
  const count = (await store.findComments({ limit: 200 })).length
  const imported = await run('in:other', 'import', join(folder, 'all.jsonl'))
  expect(imported.out).toMatch(/^\d+ added, 0 were there already\.\n$/)
  expect((await run('in:other', 'list', '--limit', '200', '--json')).out).toBe(
    (await run('list', '--limit', '200', '--json')).out,
  )
  expect((await run('backup', join(folder, 'copy.db'))).status).toBe(0)
  expect((await run('backup', join(folder, 'copy.db'))).status).toBe(1)
  expect(count).toBeGreaterThan(4)
  writeFileSync(join(folder, 'broken.jsonl'), `${out.split('\n')[0]}\nno json\n`)
  const broken = await run('in:third', 'import', join(folder, 'broken.jsonl'))
  expect([broken.status, broken.err]).toEqual([1, 'Line 2 is no JSON. Nothing was imported.\n'])
})

test.each([
  [[]],
  [['dance']],
  [['approve']],
  [['approve', "x' or 1=1"]],
  [['list', 'words']],
  [['list', '--status', 'lost']],
  [['list', '--limit', '0']],
  [['list', '--nonsense']],
  [['hide', 'a'.repeat(16), '--file', 'x']],
  [['undo', 'x']],
  [['answer', 'a'.repeat(16)]],
  [['answer', 'a'.repeat(16), 'x', '--file', 'y']],
  [['show', 'a'.repeat(16), 'b'.repeat(16)]],
])('a mistake in the command is named with how it is right: %j', async (args) => {
  const { status, out, err } = await run(...args)
  expect([status, out]).toEqual([2, ''])
  expect(err).toContain('Usage: npm run comments')
})

test('--help tells, whatever else is there', async () => {
  expect(await run('approve', '--help')).toMatchObject({ status: 0, err: '' })
})
