import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer, TOKENS } from './testing'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('the right token signs in, by a cookie that scripts and other sites cannot use', async () => {
  const answer = await server.post('/moderate/sign-in', { token: TOKENS.ana })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/moderate/')
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^moderator=[\w.-]+; Max-Age=43200; Path=\/moderate; HttpOnly; SameSite=Strict$/)
  expect(cookie).not.toContain(TOKENS.ana)
})

test('over https the cookie is for https only', async () => {
  const secure = await startServer({ SITE_URL: 'https://help.example.org' })
  const answer = await secure.post('/moderate/sign-in', { token: TOKENS.ana })
  expect(answer.headers.get('set-cookie')).toMatch(/^__Secure-moderator=.*; Secure; SameSite=Strict$/)
  const { get } = await secure.signIn()
  expect(await get('/moderate/')).toContain('Sign out')
  await secure.stop()
  const behind = await startServer({ TRUSTED_PROXIES: '1' })
  const proxied = await behind.post(
    '/moderate/sign-in',
    { token: TOKENS.ana },
    { 'x-forwarded-proto': 'https' },
  )
  expect(proxied.headers.get('set-cookie')).toContain('; Secure')
  await behind.stop()
})

test('a wrong token does not, and the page says so', async () => {
  const answer = await server.post('/moderate/sign-in', { token: 'nonsense' })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.text()).toContain('No moderator has this token')
})

test('guessing is slowed down, for one address and for all', async () => {
  const guessed = await startServer({ TRUSTED_PROXIES: '1' })
  const guess = (address: string, token = 'x'.repeat(24)) =>
    guessed.post('/moderate/sign-in', { token }, { 'x-forwarded-for': address })
  for (let i = 0; i < 30; i++) expect((await guess('192.0.2.1')).status).toBe(403)
  const refused = await guess('192.0.2.1', TOKENS.ana)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(refused.headers.get('set-cookie')).toBeNull()
  expect((await guess('192.0.2.2', TOKENS.ana)).status).toBe(303)
  for (let i = 0; i < 269; i++) await guess(`198.51.${i >> 8}.${i & 255}`)
  expect((await guess('203.0.113.9', TOKENS.ana)).status).toBe(429)
  await guessed.stop()
})

test('nothing is seen or done without a session', async () => {
  const { id } = await server.addComment({ body: 'Nobody may read this yet' })
  for (const path of [
    '/moderate/',
    '/moderate/log/',
    `/moderate/comments/${id}/`,
    `/moderate/comments/${id}/faq/`,
  ]) {
    const answer = await server.app.request(path)
    expect([path, answer.status]).toEqual([path, path === '/moderate/' ? 200 : 401])
    const text = await answer.text()
    expect(text).toContain('name="token"')
    expect(text).not.toContain('Nobody may read')
  }
  for (const cookie of ['', 'moderator=', 'moderator=YW5h.1.9999999999999.x', 'moderator=a.b.c.d.e']) {
    const answer = await server.post(`/moderate/comments/${id}/approve`, { form: 'x' }, { cookie })
    expect(answer.status).toBe(401)
  }
  const json = await server.post(`/moderate/comments/${id}/approve`, {}, { accept: 'application/json' })
  expect([json.status, (await json.json()).error]).toEqual([401, 'signed-out'])
  expect((await server.store.comment(id))?.status).toBe('waiting')
})

test('a session ends when its time has run out', async () => {
  const { get } = await server.signIn()
  expect(await get('/moderate/')).toContain('Sign out')
  server.clock.now += 12 * 3_600_000
  expect(await get('/moderate/')).not.toContain('Sign out')
})

test('signing out ends the session everywhere: a copy of the cookie holds no more', async () => {
  const session = await server.signIn()
  const other = await server.signIn()
  const answer = await session.post('/moderate/sign-out')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await session.get('/moderate/')).not.toContain('Sign out')
  expect(await other.get('/moderate/')).toContain('Sign out')
})

test('a form of another session, or of none, does nothing', async () => {
  const [ana, ben] = [await server.signIn('ana'), await server.signIn('ben')]
  const { id } = await server.addComment()
  for (const form of [ben.form, '', `${ana.form}x`]) {
    const answer = await ana.post(`/moderate/comments/${id}/approve`, { form })
    expect(answer.status).toBe(403)
  }
  expect((await server.store.comment(id))?.status).toBe('waiting')
})

test('another site cannot press a button, with whatever cookie', async () => {
  const ana = await server.signIn()
  const { id } = await server.addComment()
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ]
  for (const headers of foreign) {
    const answer = await ana.post(`/moderate/comments/${id}/delete`, {}, headers)
    expect(answer.status).toBe(403)
  }
  expect((await server.store.comment(id))?.status).toBe('waiting')
})

test('pages of moderators are kept by nobody and framed by nobody', async () => {
  const answer = await server.app.request('/moderate/')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('without moderators the page says how to name some, and nobody can sign in', async () => {
  const off = await startServer({ MODERATORS: '' })
  const page = await (await off.app.request('/moderate/')).text()
  expect(page).toContain('Moderation is off')
  expect(page).toContain('MODERATORS=')
  expect((await off.post('/moderate/sign-in', { token: '' })).status).toBe(403)
  await off.stop()
})
