import { afterAll, beforeAll, expect, test } from 'vitest'
import { seenOf } from '../../components/moderation/desk'
import { FAQ } from '../testing'
import { startServer, type TestServer } from './testing'

let server: TestServer
let ana: Awaited<ReturnType<TestServer['signIn']>>
let ben: typeof ana
beforeAll(async () => {
  server = await startServer()
  ana = await server.signIn('ana')
  ben = await server.signIn('ben')
})
afterAll(() => server.stop())

const statusOf = async (id: string) => (await server.store.comment(id))?.status
const logOf = async (comment: string) =>
  (await server.store.auditLog({ limit: 9, comment })).map(({ by, action }) => `${by} ${action}`)
/** The published thread, as readers see it. */
const readers = async () => (await server.store.readThread(FAQ, { limit: 200, offset: 0 })).comments

test('what waits is listed with the oldest first, as readers will see it and as it was typed', async () => {
  const first = await server.addComment({
    body: '**Bold** <script>alert(1)</script> mail me: kim@example.com',
    name: '<b>Kim',
  })
  server.clock.now += 60_000
  const second = await server.addComment({ body: 'The second one' })
  const page = await ana.get('/moderate/')
  expect(page.indexOf(first.id)).toBeLessThan(page.indexOf(second.id))
  expect(page).toContain('<strong>Bold</strong>')
  expect(page).toContain('**Bold** &lt;script&gt;')
  expect(page).toContain('&lt;b&gt;Kim')
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('May be personal:')
  expect(page).toContain('<code dir="ltr">kim@example.com</code>')
  expect(page).toContain('href="/toaster/faq/#can-it-toast-cheese"')
})

test('approving publishes, hiding takes away, and both can be undone from the page that follows', async () => {
  const { id } = await server.addComment()
  const approved = await ana.post(`/moderate/comments/${id}/approve`, {
    seen: 'waiting.0',
    back: '/moderate/?status=waiting',
  })
  expect(approved.status).toBe(303)
  const next = approved.headers.get('location') ?? ''
  expect(next).toMatch(/^\/moderate\/\?status=waiting&did=\d+$/)
  expect((await readers()).map((one) => one.id)).toContain(id)
  const page = await ana.get(next)
  expect(page).toContain('Approved: the comment of Kim.')
  const again = await ana.post(`/moderate/comments/${id}/approve`, {
    seen: 'waiting.0',
    back: '/moderate/?status=waiting',
  })
  expect(again.headers.get('location')).toBe(next)
  const undo = /action="(\/moderate\/log\/\d+\/undo)"/.exec(page)?.[1] ?? ''
  expect((await ana.post(undo)).status).toBe(303)
  expect(await statusOf(id)).toBe('waiting')
  await ana.post(`/moderate/comments/${id}/hide`, { seen: 'waiting.0' })
  expect(await statusOf(id)).toBe('hidden')
  expect(await logOf(id)).toEqual(['ana hide', 'ana undo', 'ana approve'])
})

test('deleting is for good', async () => {
  const { id } = await server.addComment({ body: 'my password is hunter2' })
  await ana.post(`/moderate/comments/${id}/delete`, { seen: 'waiting.0' })
  expect(await server.store.comment(id)).toMatchObject({ status: 'deleted', body: '', name: '' })
  expect(await ana.get(`/moderate/comments/${id}/`)).toContain('Its text and name are gone')
  const [entry] = await server.store.auditLog({ limit: 1, comment: id })
  const undone = await ana.post(`/moderate/log/${entry?.id}/undo`)
  expect([undone.status, await statusOf(id)]).toEqual([409, 'deleted'])
})

test('a ban holds for thirty days and can be lifted', async () => {
  const { id } = await server.addComment({ addressHash: 'address-of-a-pest' })
  await ana.post(`/moderate/comments/${id}/ban`, { seen: 'waiting.0' })
  const banned = (days: number) =>
    server.store.isBanned(['address-of-a-pest'], server.clock.now + days * 24 * 3_600_000)
  expect([await banned(0), await banned(29.9), await banned(30.1)]).toEqual([true, true, false])
  expect(await ana.get(`/moderate/comments/${id}/`)).toContain('Lift the ban')
  await ben.post(`/moderate/comments/${id}/unban`)
  expect(await banned(0)).toBe(false)
})

test('an answer of the staff is published, marked and pinned, and approves what it answers', async () => {
  const { id } = await server.addComment({ body: 'Does it toast bread?' })
  const body = 'Yes, on *3*.'
  const sent = () =>
    ana.post(`/moderate/comments/${id}/answer`, { seen: 'waiting.0', body, back: '/moderate/' })
  const next = (await sent()).headers.get('location') ?? ''
  expect(await statusOf(id)).toBe('approved')
  const answer = (await readers()).find(({ parent }) => parent === id)
  expect(answer).toMatchObject({ staff: 'ana', name: 'ana', pinned: true, body, status: 'approved' })
  expect(await ana.get(next)).toContain('Published: your answer to Kim.')
  // The same form sent again, as by a double click.
  expect((await sent()).headers.get('location')).toBe(next)
  await ana.post(`/moderate/comments/${id}/answer`, { seen: 'approved.0', body: 'And cheese.' })
  await ana.post(`/moderate/comments/${id}/answer`, { seen: 'approved.0', body: 'And cheese.' })
  expect((await readers()).filter(({ parent }) => parent === id)).toHaveLength(2)
  expect((await logOf(id)).filter((line) => line === 'ana answer')).toHaveLength(2)
})

test('a second press of the answer button is told the same, also of an answer of several lines', async () => {
  const { id } = await server.addComment()
  const press = () =>
    ana.post(`/moderate/comments/${id}/answer`, { seen: 'waiting.0', body: 'First.  \r\n\r\nSecond.\r\n' })
  const [first, second] = [await press(), await press()]
  expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
  expect((await logOf(id)).filter((line) => line === 'ana answer')).toHaveLength(1)
})

test('the page of a comment leads on to what was done to it long ago', async () => {
  const { id } = await server.addComment()
  for (let count = 0; count <= 50; count++)
    await server.store.moderate(id, count % 2 ? 'unpin' : 'pin', 'ben', server.clock.now)
  const page = await ana.get(`/moderate/comments/${id}/`)
  const older = /href="(\/moderate\/log\/\?before=[^"]+)"/.exec(page)?.[1] ?? ''
  expect((await ana.get(older.replaceAll('&amp;', '&'))).match(/was unpinned/gi)).toHaveLength(1)
})

test('an answer can be taken back by hiding it', async () => {
  const { id } = await server.addComment({ status: 'approved' })
  const sent = await ana.post(`/moderate/comments/${id}/answer`, {
    seen: 'approved.0',
    body: `Wrong ${id}`,
    back: '/moderate/',
  })
  const page = await ana.get(sent.headers.get('location') ?? '')
  const [, path, seen] =
    /action="(\/moderate\/comments\/\w{16}\/hide)".*?name="seen" value="([\w.]+)"/.exec(page) ?? []
  await ana.post(path ?? '', { seen: seen ?? '' })
  expect((await readers()).filter(({ parent }) => parent === id)).toEqual([])
})

test('where answers go no deeper, the answer stands beside the comment', async () => {
  let parent = await server.addComment({ status: 'approved' })
  for (let depth = 1; depth <= 3; depth++)
    parent = await server.addComment({ status: 'approved', parent: parent.id })
  await ana.post(`/moderate/comments/${parent.id}/answer`, { seen: 'approved.0', body: `Deep ${parent.id}` })
  const answer = (await readers()).find(({ body }) => body === `Deep ${parent.id}`)
  expect(answer).toMatchObject({ parent: parent.parent, depth: 3 })
})

test('of two moderators at once, the second is told what the first did', async () => {
  const { id } = await server.addComment()
  await ana.post(`/moderate/comments/${id}/approve`, { seen: 'waiting.0' })
  const late = await ben.post(`/moderate/comments/${id}/hide`, { seen: 'waiting.0' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('ana did “approve” to this comment just now')
  expect(await statusOf(id)).toBe('approved')
  const json = await ben.post(
    `/moderate/comments/${id}/hide`,
    { seen: 'waiting.0' },
    { accept: 'application/json' },
  )
  expect([json.status, (await json.json()).message]).toEqual([
    409,
    expect.stringContaining('ana did “approve”'),
  ])
})

test('a text that its writer changed meanwhile is not approved unread', async () => {
  const { id } = await server.addComment({ tokenHash: 'token' })
  await server.store.editComment(id, {
    tokenHash: 'token',
    name: '',
    body: 'Now it is spam',
    status: 'waiting',
    since: 0,
    now: server.clock.now + 1,
  })
  const late = await ana.post(`/moderate/comments/${id}/approve`, { seen: 'waiting.0' })
  expect([late.status, await statusOf(id)]).toEqual([409, 'waiting'])
  expect(await late.text()).toContain('changed the text since')
  const now = await server.store.comment(id)
  await ana.post(`/moderate/comments/${id}/approve`, { seen: now ? seenOf(now) : '' })
  expect(await statusOf(id)).toBe('approved')
})

test('an answer that comes too late is not lost', async () => {
  const { id } = await server.addComment()
  await ben.post(`/moderate/comments/${id}/hide`, { seen: 'waiting.0' })
  const late = await ana.post(`/moderate/comments/${id}/answer`, {
    seen: 'waiting.0',
    body: 'A long <answer>',
  })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('A long &lt;answer&gt;</textarea>')
})

test('a visitor who calls themselves as a moderator gets no badge, and is pointed out', async () => {
  const { id } = await server.addComment({ name: 'Аna (staff)', status: 'approved' })
  const page = await ana.get(`/moderate/comments/${id}/`)
  expect(page).toContain('Uses a moderator’s name')
  expect(page).not.toContain('class="badge"')
  expect((await readers()).find((one) => one.id === id)?.staff).toBeNull()
})

test('what a visitor sends cannot make an answer of the staff', async () => {
  const fields = {
    name: 'x',
    body: `Forged ${server.clock.now}`,
    staff: 'ana',
    pinned: '1',
    status: 'approved',
  }
  await server.post(`/threads/${FAQ}/comments`, fields)
  const [found] = await server.store.findComments({ text: 'Forged', limit: 1 })
  expect(found).toMatchObject({ staff: null, pinned: false, status: 'waiting' })
})

test('lists are searched by text and article, and paged', async () => {
  const thread = 'toaster/fixes/plug-it-in'
  for (let i = 0; i < 25; i++) await server.addComment({ thread, body: `Needle ${i} 100%` })
  const page = await ana.get(`/moderate/?text=needle+100%25&thread=${encodeURIComponent(thread)}`)
  expect(page.match(/class="card"/g)).toHaveLength(20)
  expect(page).toContain('Plug it in')
  const next = /href="(\/moderate\/\?[^"]*before=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await ana.get(next)).match(/class="card"/g)).toHaveLength(5)
  expect(await ana.get('/moderate/?text=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E')).not.toContain(
    '<script>alert',
  )
  expect(await ana.get(`/moderate/?status=hidden&text=needle`)).toContain('No comment matches')
})

test('a form leads back to these pages and nowhere else', async () => {
  for (const back of [
    'https://evil.example/',
    '//evil.example',
    '/moderate/../',
    '/moderate/\\evil',
    '/teams/',
    'javascript:alert(1)',
  ]) {
    const { id } = await server.addComment()
    const answer = await ana.post(`/moderate/comments/${id}/approve`, { seen: 'waiting.0', back })
    expect(answer.headers.get('location')).toMatch(/^\/moderate\/\?did=\d+$/)
  }
})

test('what does not exist is said, whatever the address holds', async () => {
  const id = 'a'.repeat(16)
  const paths = [
    `/moderate/comments/${id}/approve`,
    `/moderate/comments/${id}/dance`,
    '/moderate/comments/..%2f..%2fx/approve',
    '/moderate/log/0/undo',
    '/moderate/log/999999/undo',
    "/moderate/log/1'or'1/undo",
  ]
  for (const path of paths) expect([path, (await ana.post(path)).status]).toEqual([path, 404])
})

test('the log shows who did what, also for one comment', async () => {
  const { id } = await server.addComment()
  await ben.post(`/moderate/comments/${id}/approve`)
  await ana.post(`/moderate/comments/${id}/pin`)
  const all = await ana.get('/moderate/log/')
  expect(all).toContain(`/moderate/comments/${id}/`)
  const one = await ana.get(`/moderate/log/?comment=${id}`)
  expect(one.match(/<li>/g)).toHaveLength(2)
  expect(one.indexOf(': pin')).toBeLessThan(one.indexOf(': approve'))
})
