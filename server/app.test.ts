import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { MOST_BODY, readBytes } from './body'
import { FIX, startTestServer, type TestServer } from './testing'

let server: TestServer
let port: number
beforeAll(async () => {
  server = await startTestServer()
  port = (await server.listen()).port
})
afterAll(() => server.stop())

const fixPage = '/toaster/fixes/plug-it-in/'
const comments = links.comments(FIX)

/** What the server says to bytes as they are; it must close the connection, or the answer must be whole. */
function raw(text: string | Buffer): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
      if (/\r\n\r\n/.test(answer)) socket.end()
    })
    socket.on('close', () => done(answer))
    socket.on('error', fail)
  })
}

const request = (head: string, body = '') =>
  raw(`${head}\r\nhost: localhost\r\nconnection: close\r\n\r\n${body}`)

const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '' }

const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)

test('a page with comments comes compressed, revalidated and in parts like any other', async () => {
  await server.addComment({ body: 'Worked after a *restart*.' })
  const ask = (headers: Record<string, string>, method = 'GET') =>
    server.app.request(fixPage, { method, headers: { host: 'localhost', ...headers } })
  const plain = await ask({})
  const text = await plain.clone().text()
  expect(text).toContain('Worked after a <em>restart</em>.')
  expect(plain.headers.get('cache-control')).toBe('no-cache')
  for (const [coding, decode] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const compressed = await ask({ 'accept-encoding': coding })
    expect(compressed.headers.get('content-encoding')).toBe(coding)
    expect(decode(await compressed.arrayBuffer()).toString()).toBe(text)
    const again = await ask({
      'accept-encoding': coding,
      'if-none-match': compressed.headers.get('etag') ?? '',
    })
    expect(again.status).toBe(304)
    const head = await ask({ 'accept-encoding': coding }, 'HEAD')
    expect(head.headers.get('content-length')).toBe(compressed.headers.get('content-length'))
    expect(await head.text()).toBe('')
  }
  const part = await ask({ range: 'bytes=0-14' })
  expect([part.status, await part.text()]).toEqual([206, '<!doctype html>'])
})

test('a page with a new comment has a new tag, and only then', async () => {
  const tag = async () => (await server.get(fixPage)).headers.get('etag')
  const before = await tag()
  expect(await tag()).toBe(before)
  await server.addComment({ thread: 'toaster/guides/e42' })
  expect(await tag()).toBe(before)
  await server.addComment()
  expect(await tag()).not.toBe(before)
})

test('every answer is under the policy', async () => {
  const paths = [
    '/',
    fixPage,
    '/nothing/',
    '/healthz',
    links.thread(FIX),
    '/assets/elements.1.js',
    '/toaster/e42',
  ]
  const answers = await Promise.all([
    ...paths.map((path) => server.get(path)),
    server.post(comments, { body: '' }),
    server.post(comments, { body: 'x' }, { origin: 'https://evil.example' }),
    server.post('/', {}),
  ])
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('health says whether the store answers', async () => {
  const well = await server.get('/healthz')
  expect([well.status, await well.json()]).toEqual([200, { status: 'ok' }])
  const ill = await startTestServer({}, (store) => ({
    ...store,
    check: () => Promise.reject(new Error('gone')),
  }))
  expect((await ill.get('/healthz')).status).toBe(503)
  await ill.stop()
})

test('what is made for one visitor is kept by nobody', async () => {
  const json = { accept: 'application/json' }
  const { id } = await server.addComment()
  const { body } = await server.send(comments, { body: 'It was the plug.' })
  const answers = await Promise.all([
    server.get(links.health()),
    server.get(links.challenge(FIX)),
    server.get(links.replyTo(FIX, id)),
    server.get(links.ownComment(body.id, body.token)),
    server.get(links.ownComment(body.id, body.token), json),
    server.get(links.ownComment(body.id), json),
    server.post(links.vote(id), {}, json),
    server.post(comments, { body: '' }),
    server.post(comments, { body: '' }, json),
    server.get('/moderate/'),
    server.get('/moderate/log/', json),
  ])
  expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'no-store'))
})

test.each([
  ['POST', '/', 405],
  ['DELETE', fixPage, 405],
  ['PUT', comments, 405],
  ['POST', '/nothing/', 405],
  ['GET', comments, 404],
  ['GET', '/toaster/fixes/plug-it-in', 308],
  ['GET', `/threads/${FIX}`, 308],
  ['GET', '/toaster/e42/diagnose/lights.on/gone.x/', 307],
  ['GET', '/404.html', 404],
  ['GET', '/_headers', 404],
])('%s %s is answered with %i', async (method, path, status) => {
  const answer = await server.app.request(path, { method, headers: { host: 'localhost' } })
  expect(answer.status).toBe(status)
})

test.each([
  ['/', 'GET, HEAD'],
  [fixPage, 'GET, HEAD'],
  ['/nothing/', 'GET, HEAD'],
  [`/threads/${FIX}/`, 'GET, HEAD'],
  [comments, 'POST'],
  [links.vote('a'.repeat(16)), 'POST'],
  [links.ownComment('a'.repeat(16)), 'GET, HEAD, POST'],
])('what %s does not take is answered with what it takes', async (path, methods) => {
  const answer = await server.app.request(path, { method: 'PUT', headers: { host: 'localhost' } })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, methods])
})

test.each([
  '/threads/../../etc/passwd/',
  '/threads/toaster/fixes/..%2f..%2fsecret/',
  '/threads/toaster/fixes/plug-it-in%00/',
  '/threads/toaster/fixes/__proto__/',
  '/threads/constructor/fixes/x/',
  '/threads/toaster/fixes/PLUG-IT-IN/',
  "/threads/toaster/fixes/plug-it-in'--/",
  '/threads/toaster/causes/crumbs/',
  '/threads/toaster/fixes/plug-it-in/?page=0',
  '/threads/toaster/fixes/plug-it-in/?page=99',
  '/threads/toaster/fixes/plug-it-in/?page=1e3',
  '/comments/nothing/',
  '/comments/aaaaaaaaaaaaaaaa/',
  '/comments/..%2f..%2fx/own',
  '/toaster/nothing/comments.xml',
  '/challenge?thread=../../x',
])('%s does not exist', async (path) => expect((await server.get(path)).status).toBe(404))

test.each([
  ['another site’s page', { origin: 'https://evil.example' }],
  ['a sandbox', { origin: 'null' }],
  ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
])('what %s sends is refused, and says why', async (_, headers) => {
  const answer = await server.post(comments, { body: 'From afar.' }, headers)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain(t.server.crossSite)
})

test.each<[string, Record<string, string>, string | Buffer, number, string]>([
  ['no type', {}, 'body=x', 415, 'wrong-type'],
  ['files', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 415, 'wrong-type'],
  ['XML', { 'content-type': 'text/xml' }, '<x/>', 415, 'wrong-type'],
  ['broken JSON', { 'content-type': 'application/json' }, '{"body":', 400, 'bad-json'],
  ['JSON that is no object', { 'content-type': 'application/json' }, '["x"]', 400, 'bad-json'],
  ['JSON null', { 'content-type': 'application/json' }, 'null', 400, 'bad-json'],
  ['JSON with depth', { 'content-type': 'application/json' }, '{"body":{"a":1}}', 400, 'bad-json'],
  ['JSON of brackets', { 'content-type': 'application/json' }, '['.repeat(60_000), 400, 'bad-json'],
  ['bytes that are no UTF-8', form, Buffer.from([0x62, 0x3d, 0xff, 0xfe]), 400, 'not-utf-8'],
  ['escapes that are no UTF-8', form, 'body=%ff%fe', 400, 'bad-form'],
  ['broken escapes', form, 'body=%', 400, 'bad-form'],
  ['too much', form, `body=${'x'.repeat(MOST_BODY)}`, 413, 'too-large'],
])('%s: refused with a clear word', async (_, headers, body, status, error) => {
  const { 'content-length': _length, ...rest } = headers
  const answer = await fetchHere(comments, {
    method: 'POST',
    headers: { accept: 'application/json', ...(rest['content-type'] ? rest : { 'content-type': '' }) },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  expect(answer.status).toBe(status)
  const told = await answer.json()
  expect(told.error).toBe(error)
  expect(told.message.length).toBeGreaterThan(20)
})

test('ten megabytes of accents are refused before they have come', async () => {
  const answer = await fetchHere(comments, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new TextEncoder().encode(`body=a${'\u0301'.repeat(5_000_000)}`),
  })
  expect(answer.status).toBe(413)
  expect((await server.get('/healthz')).status).toBe(200)
})

test('a length that lies about more is refused at once', async () => {
  const answer = await request(
    `POST ${comments} HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 99999999`,
    'body=x',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
})

test('a body that does not come is given up', async () => {
  const never = new ReadableStream({ start() {} })
  const body = new Request('http://host/', { method: 'POST', body: never, duplex: 'half' } as RequestInit)
  await expect(readBytes(body, 1)).rejects.toMatchObject({ status: 408, code: 'too-slow' })
})

test('a body that breaks off is refused', async () => {
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error('reset')),
  })
  const body = new Request('http://host/', { method: 'POST', body: broken, duplex: 'half' } as RequestInit)
  await expect(readBytes(body)).rejects.toMatchObject({ status: 400, code: 'broken-off' })
})

test.each([
  ['a backslash in the path', 'GET /\\evil.example HTTP/1.1', /^HTTP\/1\.1 400 /],
  ['no HTTP', 'nonsense', /^HTTP\/1\.1 400 /],
  ['a header as long as a book', `GET / HTTP/1.1\r\nx: ${'y'.repeat(40_000)}`, /^HTTP\/1\.1 431 /],
  ['a path as long as a chapter', `GET /${'y'.repeat(10_000)} HTTP/1.1`, /^HTTP\/1\.1 (404|414) /],
  ['a zero in the path', 'GET /%00 HTTP/1.1', /^HTTP\/1\.1 404 /],
  ['two lengths', 'POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2', /^HTTP\/1\.1 400 /],
])('%s does not break the server', async (_, head, expected) => {
  expect(await request(head)).toMatch(expected)
  expect((await fetchHere('/')).status).toBe(200)
})

test('logs say what happened and never who, what, or with which token', async () => {
  server.logged.length = 0
  const secrets = ['Quixote', 'windmills', '203.0.113.77', 'tok3n']
  const headers = { 'x-forwarded-for': '203.0.113.77' }
  await server.post(comments, { name: 'Quixote', body: 'About windmills' }, headers)
  await server.get(`/comments/aaaaaaaaaaaaaaaa/own?token=tok3n${'x'.repeat(30)}`, headers)
  await server.get('/search/windmills?q=Quixote', headers)
  await server.get(fixPage)
  expect(server.logged.map(({ route, status }) => `${route} ${status}`)).toEqual([
    '/threads/:product/:kind/:id/comments 303',
    '/comments/:id/own 403',
    'other 404',
    `${fixPage} 200`,
  ])
  for (const secret of secrets) expect(JSON.stringify(server.logged)).not.toContain(secret)
})

test('an error of ours is told without its words, and keeps what was typed', async () => {
  const broken = await startTestServer({}, (store) => ({
    ...store,
    addComment: () => Promise.reject(new Error('secret of the database')),
  }))
  const answer = await broken.post(comments, { body: 'Typed with care.' })
  const text = await answer.text()
  expect(answer.status).toBe(503)
  expect(text).toContain('Typed with care.')
  expect(text).toContain(t.server.broken)
  expect(text + JSON.stringify(broken.logged)).not.toContain('secret of the database')
  await broken.stop()
})

test('articles are served while the store is gone', async () => {
  const gone = () => Promise.reject(new Error('gone'))
  const server = await startTestServer({}, (store) => ({
    ...store,
    version: gone,
    readThread: gone,
    countComments: gone,
    countOutcomes: gone,
  }))
  const answer = await server.get(fixPage)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('<h1>Plug it in</h1>')
  await server.stop()
})
