import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkContent } from '../../../lib/content/check'
import { readContent } from '../../../lib/content/read'
import { startServer, type TestServer } from '../testing'

let server: TestServer
let ana: Awaited<ReturnType<TestServer['signIn']>>
let content = ''
let id = ''
let answer = ''

beforeAll(async () => {
  server = await startServer()
  ana = await server.signIn()
  content = server.config.contentFolder
  const comment = await server.addComment({
    body: 'Hello.\n\nCan I toast {frozen} <b>bread</b>, or not? import it',
    status: 'approved',
  })
  id = comment.id
  const body = '1. Thaw it\n2. `export` {it} <script>alert(1)</script>\n\nSee https://toast.example/x_y'
  await ana.post(`/moderate/comments/${id}/answer`, { body })
  answer = (await server.store.findComments({ text: 'Thaw', limit: 1 }))[0]?.id ?? ''
})
afterAll(() => server.stop())
beforeEach(() => {
  rmSync(content, { recursive: true, force: true })
  cpSync('lib/content/fixtures/kitchen-sink', content, { recursive: true })
})

const path = () => `/moderate/comments/${id}/faq/`
const fields = {
  id: 'can-i-toast-frozen-bread',
  question: 'Can I toast frozen bread?',
  'guide-e42': 'on',
  answer: 'Yes.',
}
const drafts = () => readdirSync(join(content, 'toaster/faq')).sort()
const fieldIn = (page: string, name: string) =>
  new RegExp(`<(?:input|textarea)[^>]*name="${name}"[^>]*?(?:value="([^"]*)"[^>]*)?/?>([^<]*)`)
    .exec(page)
    ?.slice(1)
    .join('')

test('the form is filled in from the comment and the answer of the staff', async () => {
  const page = await ana.get(path())
  expect(fieldIn(page, 'question')).toBe('Can I toast {frozen} &lt;b&gt;bread&lt;/b&gt;, or not?')
  expect(page).toContain('value="can-i-toast-frozen-b-bread-b-or-not"')
  expect(page).toMatch(/name="guide-e42" checked=""/)
  const text = /<textarea id="answer"[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1]
  expect(text).toContain('2. `export` \\{it\\} \\&lt;script\\&gt;')
  expect(page).toContain('What an author still has to do')
  const own = await ana.get(`${path()}?answer=none`)
  expect(/<textarea id="answer"[^>]*>([^<]*)<\/textarea>/.exec(own)?.[1]).toContain(
    'Can I toast \\{frozen\\}',
  )
  // From the answer, the same form: it stands for what it answers.
  expect(await ana.get(`/moderate/comments/${answer}/faq/`)).toContain(
    'value="can-i-toast-frozen-b-bread-b-or-not"',
  )
})

test('what the form proposes is written, passes the content check, and holds only text', async () => {
  const page = await ana.get(path())
  const decode = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&')
  const proposed = {
    id: 'frozen',
    'guide-e42': 'on',
    question: decode(/name="question"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? ''),
    answer: decode(/<textarea id="answer"[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1] ?? ''),
  }
  const written = await ana.post(path(), proposed)
  expect(written.status).toBe(303)
  expect(readFileSync(join(content, 'toaster/faq/frozen.mdx'), 'utf8')).toMatchInlineSnapshot(`
    "---
    # A draft, made from a reader's comment. Before it is published: check each claim, name where it comes
    # from under sources, set reviewed to that day, and remove these two lines.
    question: "Can I toast {frozen} <b>bread</b>, or not?"
    guides: [e42]
    sources: []
    reviewed: 2027-01-15
    ---

    1. Thaw it
    2. \`export\` \\{it\\} \\<script\\>alert(1)\\</script\\>

    See \`https://toast.example/x_y\`
    "
  `)
  const problems = checkContent(readContent(content), { contentFolder: content, today: '2027-01-15' })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const done = await ana.get(written.headers.get('location') ?? '')
  expect(done).toContain('It lies in toaster/faq/frozen.mdx.')
  const [entry] = await server.store.auditLog({ limit: 1 })
  expect(entry).toMatchObject({ by: 'ana', action: 'promote', comment: id, detail: 'toaster/faq/frozen.mdx' })
})

test('what the content check refuses is shown with the form, and nothing is written', async () => {
  const before = drafts()
  const answer = await ana.post(path(), { ...fields, answer: 'A {program()} and <Unknown />' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('the content check refuses it')
  expect(page).toContain('Articles hold no expressions in braces.')
  expect(page).toContain('A {program()} and &lt;Unknown /&gt;</textarea>')
  expect(drafts()).toEqual(before)
})

test.each([
  ['id', '../../escape'],
  ['id', '/etc/passwd'],
  ['id', 'a/b'],
  ['id', '.hidden'],
  ['id', 'UPPER'],
  ['id', ''],
  ['id', 'x'.repeat(81)],
  ['id', 'a\0b'],
  ['question', ' \u200b '],
  ['question', 'x'.repeat(201)],
  ['answer', ' \n'],
  ['answer', 'x'.repeat(20_001)],
  ['guide-e42', ''],
])('a wrong %s is refused with what to do (%#)', async (name, value) => {
  const before = drafts()
  const { 'guide-e42': guide, ...others } = fields
  const sent: Record<string, string> =
    name === 'guide-e42' ? others : { ...others, 'guide-e42': guide, [name]: value }
  const answer = await ana.post(path(), sent)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('aria-invalid="true"'.slice(0, name === 'guide-e42' ? 0 : undefined))
  expect(drafts()).toEqual(before)
  expect(existsSync(join(server.folder, 'escape.mdx'))).toBe(false)
})

test('a file that is there stays as it is', async () => {
  const file = join(content, 'toaster/faq/can-it-toast-cheese.mdx')
  const before = readFileSync(file, 'utf8')
  const answer = await ana.post(path(), { ...fields, id: 'can-it-toast-cheese' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('exists already and was left as it is')
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('a draft can be downloaded, and must be where the articles are not', async () => {
  const file = await ana.post(path(), { ...fields, download: 'yes' })
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="can-i-toast-frozen-bread.mdx"')
  expect(file.headers.get('content-type')).toContain('text/markdown')
  expect(await file.text()).toContain('question: "Can I toast frozen bread?"')
  rmSync(content, { recursive: true })
  const refused = await ana.post(path(), fields)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Download the file and put it there')
  expect((await ana.post(path(), { ...fields, download: 'yes' })).status).toBe(200)
})

test('a folder that cannot be written to leads to the download', async () => {
  rmSync(join(content, 'toaster/faq'), { recursive: true })
  writeFileSync(join(content, 'toaster/faq'), 'a file where a folder should be')
  const refused = await ana.post(path(), fields)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('The server cannot write to')
})

test('a second press of the button leads to the same draft', async () => {
  const first = await ana.post(path(), fields)
  const second = await ana.post(path(), fields)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(second.status).toBe(303)
})

test('scripts are answered with JSON', async () => {
  const accept = { accept: 'application/json' }
  const refused = await ana.post(path(), { ...fields, id: '' }, accept)
  expect([refused.status, Object.keys((await refused.json()).problems)]).toEqual([422, ['id']])
  const written = await ana.post(path(), fields, accept)
  expect([written.status, (await written.json()).file]).toEqual([
    201,
    'toaster/faq/can-i-toast-frozen-bread.mdx',
  ])
})

test('nothing is made of what is deleted or was never there', async () => {
  const gone = await server.addComment()
  await ana.post(`/moderate/comments/${gone.id}/delete`)
  for (const one of [gone.id, 'a'.repeat(16)])
    expect((await ana.post(`/moderate/comments/${one}/faq/`, fields)).status).toBe(404)
})
