import { afterAll, beforeAll, expect, test } from 'vitest'
import { links, moderationLinks } from '../../lib/links'
import { FIX, startTestServer, type TestServer } from '../testing'

let server: TestServer
let ana: { cookie: string; form: string }
beforeAll(async () => {
  server = await startTestServer()
  const signedIn = await server.post('/moderate/sign-in', { token: 'test-token-of-ana-000000' })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await (await server.get('/moderate/', { cookie })).text()
  ana = { cookie, form: /name="form" value="([\w-]+)"/.exec(page)?.[1] ?? '' }
})
afterAll(() => server.stop())

const comments = links.comments(FIX)

let visitor = 0
const send = async (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  path = comments,
) => {
  const answer = await server.app.request(path, {
    method: 'POST',
    headers: {
      host: 'localhost',
      'content-type': 'application/json',
      accept: 'application/json',
      'x-forwarded-for': `10.2.${visitor >> 8}.${visitor++ & 255}`,
      ...headers,
    },
    body,
  })
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : undefined }
}
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** A comment of everybody’s is taken as before. */
async function expectService(): Promise<void> {
  expect((await send(JSON.stringify({ body: `Still here ${visitor}` }))).status).toBe(201)
}

const utf16 = (text: string, bom: boolean) =>
  new Uint8Array(Buffer.from(`${bom ? '\ufeff' : ''}${text}`, 'utf16le'))

test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number]>([
  ['half a pair in JSON', '{"body":"a \\ud800 b"}', {}, 422],
  ['half a pair in a name', '{"body":"a","name":"\\udc00"}', {}, 422],
  ['half a pair in a form', 'body=%ED%A0%80', form, 400],
  ['a zero in JSON', '{"body":"a\\u0000b"}', {}, 422],
  ['a zero in a form', 'body=a%00b', form, 422],
  ['a zero in a name', 'body=a&name=x%00', form, 422],
  ['a slash that is too long', 'body=%C0%AF', form, 400],
  ['a code point beyond Unicode', 'body=%F4%90%80%80', form, 400],
  ['nothing but what hides', `body=${encodeURIComponent('\u200b\u2060\ufeff\u00ad\u{e0041}')}`, form, 422],
  ['nothing but directions', `body=${encodeURIComponent('\u202e\u202d\u2066\u2069\u200f')}`, form, 422],
  ['a tower of accents', `body=a${encodeURIComponent('\u0301'.repeat(3_000))}`, form, 422],
  ['a tower of accents on a name', `body=a&name=Z${encodeURIComponent('\u0489'.repeat(400))}`, form, 422],
  ['60 kB of accents', `body=a${'\u0301'.repeat(30_000)}`, form, 422],
  ['one letter that becomes eighteen', `body=${encodeURIComponent('\ufdfa'.repeat(7_000))}`, form, 422],
  ['the other byte order', utf16('{"body":"x"}', true), {}, 400],
  ['two bytes a letter', utf16('body=x', false), form, 422],
  [
    'compressed bytes',
    new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
    { 'content-encoding': 'gzip' },
    400,
  ],
  ['JSON that ends early', '{"body":"x"', {}, 400],
  ['JSON with a tail', '{"body":"x"}}', {}, 400],
  ['JSON with comments', '{"body":"x"/**/}', {}, 400],
  ['JSON of single quotes', "{'body':'x'}", {}, 400],
  ['a list for a text', '{"body":["x"]}', {}, 400],
  ['an object for a name', '{"body":"x","name":{"toString":"x"}}', {}, 400],
  ['a depth of 30,000', `{"body":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`, {}, 400],
  [
    'files',
    '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nx\r\n--x--',
    { 'content-type': 'multipart/form-data; boundary=x' },
    415,
  ],
  ['plain text that looks like a form', 'body=x', { 'content-type': 'text/plain' }, 415],
  ['a type with a trick', 'body=x', { 'content-type': 'text/plain; application/json' }, 415],
])('%s: refused with a clear word', async (_, body, headers, status) => {
  const answer = await send(body, headers)
  expect(answer.status).toBe(status)
  expect(answer.body.message.length).toBeGreaterThan(15)
  await expectService()
})

test('what objects inherit means nothing in JSON or in a form', async () => {
  const inherited = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']
  const json = `{"body":"Inherited one","__proto__":"x","constructor":"y","staff":"ana","status":"approved"}`
  const fields = [
    ...inherited.flatMap((name) => [`${name}=x`, `${name}[staff]=ana`]),
    'body=Inherited two',
  ].join('&')
  for (const { status, body } of [await send(json), await send(fields, form)]) {
    expect(status).toBe(201)
    expect(await server.store.comment(body.id)).toMatchObject({
      staff: null,
      status: 'waiting',
      pinned: false,
    })
  }
  expect(({} as Record<string, unknown>).staff).toBeUndefined()
  const polluting = '{"body":"x","__proto__":{"isStaff":true}}'
  expect((await send(polluting)).status).toBe(400)
  expect('isStaff' in {}).toBe(false)
})

test('thousands of parameters, also with names that collide, are only read', async () => {
  const names = Array.from({ length: 7_000 }, (_, n) => `a${n}=1`).join('&')
  expect((await send(`body=Many+parameters&${names}`, form)).status).toBe(201)
  const same = 'body=First&'.repeat(5_000)
  expect((await send(`${same}body=The+last+counts`, form)).body.html).toContain('The last counts')
  // Pairs that a weak hash takes for one another.
  const colliding = Array.from({ length: 2_048 }, (_, n) =>
    [...n.toString(2).padStart(11, '0')].map((bit) => (bit === '1' ? 'Aa' : 'BB')).join(''),
  )
  expect(
    (
      await send(
        JSON.stringify({ body: 'Collisions', ...Object.fromEntries(colliding.map((name) => [name, 1])) }),
      )
    ).status,
  ).toBe(201)
  await expectService()
})

test('numbers, truths and nothing are taken as a form would send them', async () => {
  const { status, body } = await send('{"body":1e999,"name":true,"parent":null,"submission":0}')
  expect(status).toBe(201)
  expect(await server.store.comment(body.id)).toMatchObject({ body: 'Infinity', name: 'true', parent: null })
})

test('letters that hide or turn are gone before anybody reads them', async () => {
  const { body } = await send(
    JSON.stringify({ body: 'rm\u200b \u202e/fr\u202c\u2066x\u2069', name: 'K\u200bim\u202e' }),
  )
  expect(await server.store.comment(body.id)).toMatchObject({ body: 'rm /frx', name: 'Kim' })
})

const senders: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
  { 'sec-fetch-site': 'CROSS-SITE' },
  { referer: 'https://evil.example/http://localhost/' },
  { origin: 'http://localhost.evil.example' },
  { origin: 'http://localhost:81' },
  { origin: 'http://localhost@evil.example' },
  { origin: 'file://' },
  { origin: 'http://[::1' },
  { origin: 'https://evil.example', host: 'localhost', 'x-forwarded-host': 'evil.example' },
]

test.each(senders)(
  'what is sent from elsewhere changes nothing, wherever it is sent: %j',
  async (headers) => {
    const { id } = await server.addComment()
    const waiting = await server.addComment({ status: 'waiting' })
    const before = await server.store.countByStatus()
    const fields = { body: 'From afar', form: ana.form, action: 'delete', token: 'test-token-of-ana-000000' }
    for (const path of [
      comments,
      links.vote(id),
      links.ownComment(id),
      links.outcomes(),
      '/moderate/sign-in',
      '/moderate/sign-out',
      moderationLinks.act(id, 'delete'),
      moderationLinks.act(waiting.id, 'approve'),
      moderationLinks.act(id, 'answer'),
      moderationLinks.promote(id),
      '/moderate/log/1/undo',
    ]) {
      const answer = await server.post(path, fields, { cookie: ana.cookie, ...headers })
      expect([path, answer.status]).toEqual([path, 403])
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(await server.store.countByStatus()).toEqual(before)
    expect((await server.store.comment(id))?.votes).toBe(0)
  },
)

test('no other site may ask first, either', async () => {
  const answer = await server.app.request(comments, {
    method: 'OPTIONS',
    headers: { host: 'localhost', origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('no letter of a moderator’s cookie or form can be changed', async () => {
  const waiting = await server.addComment({ status: 'waiting' })
  const approve = (cookie: string, token = ana.form) =>
    server.post(moderationLinks.act(waiting.id, 'approve'), { form: token }, { cookie })
  const change = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === 'B' ? 'C' : 'B') + text.slice(at + 1)
  const value = ana.cookie.slice('moderator='.length)
  for (let at = 0; at < value.length; at += 3)
    expect((await approve(`moderator=${change(value, at)}`)).status).toBe(401)
  for (let at = 0; at < ana.form.length; at += 3)
    expect((await approve(ana.cookie, change(ana.form, at))).status).toBe(403)
  for (const cookie of [
    '',
    'moderator',
    '__Secure-moderator=x',
    `Moderator=${value}`,
    `moderator=x; moderator=${value}x`,
  ])
    expect((await approve(cookie)).status).toBe(401)
  expect((await server.store.comment(waiting.id))?.status).toBe('waiting')
})

test('no letter of a writer’s token can be changed, and no other part of the server makes one', async () => {
  const { body } = await send(JSON.stringify({ body: 'Mine alone.' }))
  const { id, token } = body
  const other = (await send(JSON.stringify({ body: 'Another’s.' }))).body.token
  const change = (at: number) => token.slice(0, at) + (token[at] === 'B' ? 'C' : 'B') + token.slice(at + 1)
  const forged = [
    ...Array.from(token, (_, at) => change(at)),
    token.toLowerCase(),
    token.slice(1),
    `${token}x`,
    `${token} `,
    `${token}\n`,
    other,
    ana.form,
    id.repeat(2),
    'null',
    'undefined',
  ].filter((one) => one !== token)
  for (const [index, wrong] of forged.entries()) {
    const fields = { action: index % 2 ? 'edit' : 'delete', token: wrong, body: 'Yours no more.' }
    const headers = { 'x-forwarded-for': `10.3.0.${index}` }
    expect([wrong, (await server.send(links.ownComment(id), fields, headers)).status]).toEqual([wrong, 403])
  }
  expect((await server.store.comment(id))?.body).toBe('Mine alone.')
})
