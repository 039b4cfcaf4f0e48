import { afterEach, beforeEach, expect, test } from 'vitest'
import { OWN_MS } from '../../lib/comments'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { FIX, startTestServer, type TestServer } from '../testing'

let server: TestServer
let id: string
let token: string
const browser = 'b'.repeat(32)
const { own, problems } = t.comments

beforeEach(async () => {
  server = await startTestServer()
  const { body } = await server.send(links.comments(FIX), { name: 'Kim', body: 'It was the plug.', browser })
  ;({ id, token } = body)
})
afterEach(() => server.stop())

const edit = (fields: Record<string, string>) =>
  server.send(links.ownComment(id), { action: 'edit', token, name: 'Kim', ...fields })

test('a writer changes text and name, and the page says so', async () => {
  const answer = await server.post(links.ownComment(id), {
    action: 'edit',
    token,
    name: 'Kim B',
    body: 'The fuse.',
  })
  expect(answer.status).toBe(303)
  const text = await (await server.get(answer.headers.get('location') ?? '')).text()
  expect(text).toContain('The fuse.')
  expect(text).toContain('Kim B')
  expect(text).toContain(t.comments.edited)
  expect(text).not.toContain('It was the plug.')
})

test('a script reads its comment with the token in a header', async () => {
  const answer = await server.get(links.ownComment(id), {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
  })
  expect(await answer.json()).toMatchObject({ id, status: 'waiting', until: server.clock.now + OWN_MS })
})

test.each([
  ['no token', ''],
  ['another token', 'x'.repeat(43)],
  ['half a token', 'short'],
  ['SQL', "' OR '1'='1"],
])('%s: neither read, nor changed, nor deleted', async (_, wrong) => {
  expect((await server.get(links.ownComment(id, wrong))).status).toBe(403)
  for (const action of ['edit', 'delete']) {
    const { status, body } = await server.send(links.ownComment(id), {
      action,
      token: wrong,
      body: 'Mine now.',
    })
    expect([status, body.error]).toEqual([403, 'wrong-token'])
    expect(JSON.stringify(body)).not.toContain('plug')
  }
  expect(await server.store.comment(id)).toMatchObject({ body: 'It was the plug.' })
})

test('the token of one comment says nothing of another', async () => {
  const other = await server.send(links.comments(FIX), { body: 'Another.' })
  const { status } = await server.send(links.ownComment(other.body.id), { action: 'delete', token })
  expect(status).toBe(403)
})

test('after 15 minutes it can be read but not changed', async () => {
  server.clock.now += OWN_MS + 1
  const text = await (await server.get(links.ownComment(id, token))).text()
  expect(text).toContain('It was the plug.')
  expect(text).not.toContain('name="action"')
  const late = await edit({ body: 'Too late.' })
  expect([late.status, late.body.message]).toEqual([422, problems.tooLate])
  const gone = await server.send(links.ownComment(id), { action: 'delete', token })
  expect([gone.status, gone.body.error]).toEqual([409, 'too-late'])
})

test('deleting leaves nothing, and the page says so', async () => {
  const answer = await server.post(links.ownComment(id), { action: 'delete', token })
  expect(answer.status).toBe(303)
  expect(await (await server.get(answer.headers.get('location') ?? '')).text()).toContain(own.deleted)
  expect(await server.store.comment(id)).toMatchObject({ status: 'deleted', body: '', name: '' })
  expect((await server.get(links.ownComment(id, token))).status).toBe(200)
  expect((await edit({ body: 'Back again.' })).status).toBe(403)
})

test('a second press of the delete button is told the same', async () => {
  const press = () => server.post(links.ownComment(id), { action: 'delete', token })
  const [first, second] = [await press(), await press()]
  expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
  const { status, body } = await server.send(links.ownComment(id), { action: 'delete', token })
  expect([status, body.status]).toEqual([200, 'deleted'])
})

test('a change is checked like a new comment', async () => {
  expect((await edit({ body: '' })).body.message).toBe(problems.empty)
  expect((await edit({ body: 'x', name: 'ana' })).body.message).toBe(problems.nameTaken)
  const personal = await edit({ body: 'I am kim@contoso.com' })
  expect(personal.body.error).toBe('personal-data')
  expect(personal.body.html).toContain('kim@contoso.com')
  expect((await edit({ body: 'I am kim@contoso.com', personal: 'remove' })).body.html).toContain(
    '[e-mail address',
  )
  expect((await server.send(links.ownComment(id), { action: 'explode', token })).status).toBe(422)
})

test('a published comment that is changed waits again, unless its writer is known', async () => {
  await server.store.moderate(id, 'approve', 'ana', server.clock.now)
  expect((await edit({ body: 'Changed once.', browser })).body.status).toBe('approved')
  expect((await edit({ body: 'Changed by nobody known.' })).body.status).toBe('waiting')
})

test('readers see a change at once', async () => {
  await server.store.moderate(id, 'approve', 'ana', server.clock.now)
  server.context.changes.changed(FIX)
  const read = async () => (await server.get(links.thread(FIX))).text()
  expect(await read()).toContain('It was the plug.')
  await edit({ body: 'It was the fuse.', browser })
  expect(await read()).toContain('It was the fuse.')
  await server.send(links.ownComment(id), { action: 'delete', token })
  expect(await read()).not.toContain('fuse')
})

test('a comment that a moderator took away says so, and cannot be changed', async () => {
  await server.store.moderate(id, 'hide', 'ana', server.clock.now)
  const text = await (await server.get(links.ownComment(id, token))).text()
  expect(text).toContain(own.hidden)
  expect(text).not.toContain('name="action"')
})
