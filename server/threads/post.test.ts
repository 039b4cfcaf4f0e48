import { afterEach, beforeEach, expect, test } from 'vitest'
import { LONGEST_BODY, TRAP } from '../../lib/comments'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { FAQ, FIX, startTestServer, type TestServer } from '../testing'

let server: TestServer
let prove: () => Promise<string>
beforeEach(async () => {
  server = await startTestServer()
  prove = () => server.prove()
})
afterEach(() => server.stop())

const comments = links.comments(FIX)
const { problems } = t.comments
const browser = 'b'.repeat(32)

/** The comments that everybody sees. */
const shown = async () => (await server.store.readThread(FIX, { limit: 50, offset: 0 })).comments

test('a form leads to a page that only its writer sees', async () => {
  const answer = await server.post(comments, { name: 'Kim', body: 'It was the *plug*.' })
  expect(answer.status).toBe(303)
  const own = answer.headers.get('location') ?? ''
  expect(own).toMatch(/^\/comments\/[a-z0-9]{16}\/own\?token=/)
  const page = await server.get(own)
  const text = await page.text()
  expect(text).toContain(t.comments.own.waiting)
  expect(text).toContain('It was the <em>plug</em>.')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('referrer-policy')).toBe('same-origin')
  expect(await shown()).toEqual([])
  expect(await (await server.get(links.thread(FIX))).text()).not.toContain('plug</em>')
})

test('a script is answered with the comment and the token', async () => {
  const { status, body } = await server.send(comments, { body: 'Hello.' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ thread: FIX, status: 'waiting', until: server.clock.now + 15 * 60_000 })
  expect(body.html).toContain(t.comments.own.waiting)
  expect((await server.get(links.ownComment(body.id, body.token))).status).toBe(200)
})

test('a program sends JSON', async () => {
  const answer = await server.app.request(comments, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
    body: JSON.stringify({ name: 'Robot', body: 'Beep.', parent: null }),
  })
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ status: 'waiting' })
})

test('the same submission is one comment, and gives the same token', async () => {
  const fields = { body: 'Pressed twice.', submission: 's'.repeat(32) }
  const [first, second] = [await server.send(comments, fields), await server.send(comments, fields)]
  expect(second.body).toEqual(first.body)
  // Without a script nothing random comes along.
  const [third, fourth] = [
    await server.post(comments, { body: 'Pressed twice, too.' }),
    await server.post(comments, { body: 'Pressed twice, too.' }),
  ]
  expect(fourth.headers.get('location')).toBe(third.headers.get('location'))
  expect(await server.store.countByStatus()).toMatchObject({ waiting: 2 })
})

test('the same words from somebody else are refused, without telling whose they are', async () => {
  await server.send(comments, { body: 'Unplug the toaster.' })
  const again = await server.send(
    comments,
    { body: ' unplug  the TOASTER. ' },
    { 'x-forwarded-for': '192.0.2.8' },
  )
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ error: 'duplicate', message: problems.duplicate })
  expect(again.body).not.toHaveProperty('token')
})

test.each<[string, Record<string, string>, string]>([
  ['nothing', { body: ' ' }, problems.empty],
  ['no field at all', {}, problems.empty],
  ['too much', { body: 'x'.repeat(LONGEST_BODY + 1) }, problems.long(LONGEST_BODY + 1)],
  ['too many links', { body: 'https://a.example '.repeat(6) }, problems.links(6)],
  ['an invisible name', { body: 'x', name: '\u200b\u2060' }, problems.nameInvisible],
  ['a moderator’s name', { body: 'x', name: 'ＡＮＡ' }, problems.nameTaken],
  ['the name of the badge', { body: 'x', name: ' Staff!' }, problems.nameTaken],
  ['a name that towers', { body: 'x', name: `Z${'\u0335\u0336\u0337\u0338'.repeat(9)}` }, problems.marks],
  ['a bell', { body: 'ding \u0007' }, problems.control],
  ['a filled trap', { body: 'x', [TRAP]: 'https://spam.example' }, problems.trap],
])('%s: the form comes back with what was typed and what is wrong', async (_, fields, problem) => {
  const answer = await server.post(comments, { ...fields, body: fields.body ?? '' })
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain(problem)
  expect(text).toContain(`action="${comments}"`)
  expect(await server.store.countByStatus()).toMatchObject({ waiting: 0, approved: 0 })
})

test('a field that is wrong says so to those who hear the page', async () => {
  const text = await (await server.post(comments, { body: '', name: 'x'.repeat(61) })).text()
  for (const field of ['body', 'name']) {
    const id = new RegExp(`<span id="([\\w-]+-${field}-problem)" class="problem">`).exec(text)?.[1]
    const [tag = ''] = new RegExp(`<(?:input|textarea)[^>]*name="${field}"[^>]*>`).exec(text) ?? []
    expect(tag).toMatch(new RegExp(`aria-describedby="[^"]*${id}`))
    expect(tag).toContain('aria-invalid="true"')
  }
})

test('markup in what was typed comes back as text', async () => {
  const typed = '</textarea><script>alert(1)</script>'
  const text = await (
    await server.post(comments, { body: typed, name: `"><img src=x>${'x'.repeat(60)}` })
  ).text()
  expect(text).not.toContain('<script>alert')
  expect(text).not.toContain('<img')
})

test('what may be personal is asked about first', async () => {
  const body = 'Mail kim@contoso.com, tenant contoso.onmicrosoft.com'
  const asked = await server.post(comments, { body })
  const text = await asked.text()
  expect(asked.status).toBe(422)
  expect(text).toContain('<code dir="ltr">kim@contoso.com</code>')
  expect(text).toContain('<code dir="ltr">contoso.onmicrosoft.com</code>')
  expect(text).toContain(`>${body}</textarea>`)
  const kept = await server.send(comments, { body, personal: 'keep' })
  expect(kept.body.html).toContain('kim@contoso.com')
  const removed = await server.send(comments, { body, personal: 'remove' })
  expect(removed.status).toBe(201)
  expect(removed.body.html).toContain('Mail [e-mail address removed], tenant [tenant name removed]')
})

test('a name may be personal too', async () => {
  const { status, body } = await server.send(comments, { name: 'kim@contoso.com', body: 'x' })
  expect([status, body.error]).toEqual([422, 'personal-data'])
  const removed = await server.send(comments, { name: 'kim@contoso.com', body: 'x', personal: 'remove' })
  expect(removed.status).toBe(201)
  expect(removed.body.html).not.toContain('contoso')
})

test('replies stand below what they answer, and no deeper than they may', async () => {
  let parent = (await server.addComment()).id
  for (let depth = 1; depth <= 3; depth++)
    parent = (await server.addComment({ parent, body: `At ${depth}` })).id
  const deep = await server.send(comments, { body: 'Too deep.', parent })
  expect([deep.status, deep.body.error]).toEqual([409, 'too-deep'])
  const other = await server.addComment({ thread: FAQ })
  for (const wrong of [other.id, 'aaaaaaaaaaaaaaaa', '../../x', "' OR 1=1 --"]) {
    const { body } = await server.send(comments, { body: 'To whom?', parent: wrong })
    expect(body.error).toBe('no-parent')
  }
})

test('nobody answers a comment that waits', async () => {
  const waiting = await server.addComment({ status: 'waiting' })
  const { body } = await server.send(comments, { body: 'I see you.', parent: waiting.id })
  expect(body.error).toBe('no-parent')
  expect(JSON.stringify(body)).not.toContain(waiting.body)
})

test('staff, status, pins and votes cannot be sent along', async () => {
  const forged = {
    staff: 'ana',
    status: 'approved',
    pinned: '1',
    votes: '99',
    id: 'x',
    depth: '0',
    edited: '1',
  }
  const { body } = await server.send(comments, { body: 'I am staff.', ...forged })
  expect(await server.store.comment(body.id)).toMatchObject({
    staff: null,
    status: 'waiting',
    pinned: false,
    votes: 0,
    edited: null,
  })
})

test.each(["'); DROP TABLE comments; --", '" OR ""="', '%', '\\', '{{7*7}}', '$1', ':id'])(
  '%s is stored as it is',
  async (body) => {
    const sent = await server.send(comments, { body, name: body.slice(0, 60), browser, submission: body })
    expect(sent.status).toBe(201)
    expect(await server.store.comment(sent.body.id)).toMatchObject({ body })
  },
)

test('a first comment waits, even with a proof of work', async () => {
  const { body } = await server.send(comments, { body: 'First.', browser, proof: await prove() })
  expect(body.status).toBe('waiting')
})

test('a writer who is known is published at once, with a proof of work', async () => {
  const first = await server.send(comments, { body: 'First.', browser })
  await server.store.moderate(first.body.id, 'approve', 'ana', server.clock.now)
  const unproven = await server.send(comments, { body: 'Second.', browser })
  expect(unproven.body.status).toBe('waiting')
  const proven = await server.send(comments, { body: 'Third.', browser, proof: await prove() })
  expect(proven.body.status).toBe('approved')
  expect((await shown()).map(({ body }) => body)).toContain('Third.')
  expect(await (await server.get(links.thread(FIX))).text()).toContain('Third.')
  const other = await server.send(comments, {
    body: 'Fourth.',
    browser: 'c'.repeat(32),
    proof: await prove(),
  })
  expect(other.body.status).toBe('waiting')
})

test.each([
  ['all', 'waiting'],
  ['none', 'approved'],
])('HOLD_COMMENTS=%s: a comment with a proof is %s', async (hold, status) => {
  const held = await startTestServer({ HOLD_COMMENTS: hold })
  const proof = await held.prove()
  expect((await held.send(comments, { body: 'With proof.', proof })).body.status).toBe(status)
  expect((await held.send(comments, { body: 'Without.' })).body.status).toBe('waiting')
  await held.stop()
})

test('a proof is good once', async () => {
  const proof = await prove()
  expect((await server.send(comments, { body: 'Once.', proof })).status).toBe(201)
  const twice = await server.send(comments, { body: 'Twice.', proof })
  expect([twice.status, twice.body.message]).toEqual([422, problems.proof])
})

test('a banned writer is refused by address and by browser', async () => {
  const address = { 'x-forwarded-for': '192.0.2.66' }
  const { body } = await server.send(comments, { body: 'Spam.', browser }, address)
  await server.store.moderate(body.id, 'ban', 'ana', server.clock.now, server.clock.now + 1_000)
  const again = await server.send(comments, { body: 'More spam.' }, address)
  expect([again.status, again.body.error]).toEqual([403, 'banned'])
  const elsewhere = await server.send(
    comments,
    { body: 'More spam.', browser },
    { 'x-forwarded-for': '192.0.2.67' },
  )
  expect(elsewhere.status).toBe(403)
  expect(
    (await server.send(comments, { body: 'Innocent.' }, { 'x-forwarded-for': '192.0.2.68' })).status,
  ).toBe(201)
  server.clock.now += 2_000
  expect((await server.send(comments, { body: 'Reformed.' }, address)).status).toBe(201)
})

test('too many comments from one address are refused; the form keeps the words', async () => {
  const send = (index: number, ip = '192.0.2.9') =>
    server.post(comments, { body: `Number ${index}.` }, { 'x-forwarded-for': ip })
  for (let index = 0; index < 6; index++) expect((await send(index)).status).toBe(303)
  const answer = await send(6)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answer.text()).toContain('Number 6.')
  expect((await send(7, '192.0.2.10')).status).toBe(303)
  // What a visitor claims to be before the trusted proxy does not help.
  expect((await send(8, '198.51.100.1, 192.0.2.9')).status).toBe(429)
})

test('nobody’s address is stored', async () => {
  const { body } = await server.send(comments, { body: 'Hello.' }, { 'x-forwarded-for': '203.0.113.5' })
  const [found] = await server.store.findComments({ limit: 1 })
  expect(found?.id).toBe(body.id)
  expect(JSON.stringify(found)).not.toContain('203.0.113.5')
})
