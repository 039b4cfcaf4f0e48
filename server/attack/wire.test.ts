import { afterAll, beforeAll, expect, test } from 'vitest'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { MOST_BODY } from '../body'
import { FIX, startTestServer, type TestServer } from '../testing'
import { exchange, statusesIn } from './wire'

let server: TestServer
let port: number
beforeAll(async () => {
  server = await startTestServer()
  port = (await server.listen()).port
})
afterAll(() => server.stop())

const comments = links.comments(FIX)
const HOST = 'Host: localhost\r\nConnection: close\r\n'
const FORM = 'Content-Type: application/x-www-form-urlencoded\r\n'
const CHUNKED = 'Transfer-Encoding: chunked\r\n'

const get = (target: string, more = '') => `GET ${target} HTTP/1.1\r\n${HOST}${more}\r\n`
const post = (more: string, body = '') => `POST ${comments} HTTP/1.1\r\n${HOST}${FORM}${more}\r\n${body}`
const statusesFor = async (text: string) => statusesIn(await exchange(port, Buffer.from(text, 'latin1')))

let served = 0

/** Readers and writers are served as before. */
async function expectService(): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  expect((await fetch(`${origin}/toaster/fixes/plug-it-in/`)).status).toBe(200)
  // Words and a visitor of its own each time: no duplicate, and below the limits of one address.
  const turn = ++served
  const body = `Still here, ${'again and '.repeat(turn)}again`
  const headers = { 'x-forwarded-for': `10.0.${turn >> 8}.${turn % 256}` }
  const sent = await fetch(origin + comments, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams({ body }),
  })
  expect(sent.status).toBe(303)
}

const hidden = 'GET /moderate/ HTTP/1.1\r\nHost: localhost\r\n\r\n'

test.each<[string, string]>([
  ['a length and chunks', post(`Content-Length: 6\r\n${CHUNKED}`, `0\r\n\r\n${hidden}`)],
  ['chunks and a length', post(`${CHUNKED}Content-Length: 6\r\n`, `0\r\n\r\n${hidden}`)],
  ['two encodings', post(`${CHUNKED}Transfer-Encoding: identity\r\n`, `0\r\n\r\n${hidden}`)],
  ['an encoding that is none', post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${hidden}`)],
  ['a space before the colon', post('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${hidden}`)],
  ['a control before the encoding', post('Transfer-Encoding: \x0bchunked\r\n', `0\r\n\r\n${hidden}`)],
  ['a folded header', post('Transfer-Encoding:\r\n chunked\r\n', `0\r\n\r\n${hidden}`)],
  ['a length with a plus', post('Content-Length: +5\r\n', `body=${hidden}`)],
  ['a length below zero', post('Content-Length: -1\r\n', hidden)],
  ['a length in hexadecimal', post('Content-Length: 0x5\r\n', `body=${hidden}`)],
  ['a list of lengths', post('Content-Length: 5, 5\r\n', `body=${hidden}`)],
  ['two lengths', post('Content-Length: 5\r\nContent-Length: 50\r\n', `body=${hidden}`)],
  ['a length beyond all numbers', post('Content-Length: 99999999999999999999999\r\n', hidden)],
  ['a chunk of no size', post(CHUNKED, `zz\r\nbody=\r\n0\r\n\r\n${hidden}`)],
  ['a chunk below zero', post(CHUNKED, `-5\r\nbody=\r\n0\r\n\r\n${hidden}`)],
  ['a chunk beyond all numbers', post(CHUNKED, `fffffffffffffffff\r\nbody=\r\n0\r\n\r\n${hidden}`)],
  ['chunks with bare line ends', post(CHUNKED, `5\nbody=\n0\n\n${hidden}`)],
  ['more than its length', post('Content-Length: 5\r\n', `body=${hidden}`)],
  ['a header without a colon', get('/', 'nonsense\r\n')],
  ['a zero in a header', get('/', 'X: a\0b\r\n')],
  ['a bare return in a header', get('/', 'X: a\rb\r\n')],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['an empty host', 'GET /toaster/e42 HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'],
  ['markup for a host', 'GET / HTTP/1.1\r\nHost: <script>alert(1)</script>\r\nConnection: close\r\n\r\n'],
  ['a path in the host', 'GET /toaster/e42 HTTP/1.1\r\nHost: localhost/x?y\r\nConnection: close\r\n\r\n'],
  ['a user in the host', 'GET /toaster/e42 HTTP/1.1\r\nHost: a@evil.example\r\nConnection: close\r\n\r\n'],
  ['no port that there is', 'GET / HTTP/1.1\r\nHost: localhost:999999\r\nConnection: close\r\n\r\n'],
  ['a path without a slash', get('toaster/e42/')],
  ['a user for a path', get('@evil.example/')],
  ['a script for an address', get('javascript:alert(1)')],
  ['a file for an address', get('file:///etc/passwd')],
  ['another scheme', get('ftp://evil.example/')],
  ['an address without a host', get('http://')],
  ['a star', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`],
  ['a method that is none', `JEFF / HTTP/1.1\r\n${HOST}\r\n`],
  ['another version of HTTP', `GET / HTTP/9.9\r\n${HOST}\r\n`],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['the beginning of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['zeros', '\0\0\0\0\r\n\r\n'],
])('%s: refused once, and nothing behind it is taken for a request', async (_, text) => {
  expect(await statusesFor(text)).toEqual([400])
  await expectService()
})

test.each<[string, string, number]>([
  ['TRACE', `TRACE / HTTP/1.1\r\n${HOST}Cookie: moderator=secret\r\n\r\n`, 405],
  ['PROPFIND', `PROPFIND / HTTP/1.1\r\n${HOST}\r\n`, 405],
  ['OPTIONS', `OPTIONS ${comments} HTTP/1.1\r\n${HOST}\r\n`, 405],
  ['chunks with long notes', post(CHUNKED, `5;${'a'.repeat(20_000)}\r\nbody=\r\n0\r\n\r\n`), 413],
  ['an expectation that nobody knows', post('Expect: magic\r\nContent-Length: 5\r\n', 'body='), 417],
  ['a page number of 14,000 digits', get(`/threads/${FIX}/?page=${'1'.repeat(14_000)}`), 404],
  ['8,000 slashes', get('/'.repeat(8_000)), 404],
  ['4,000 steps up', get(`/${'../'.repeat(4_000)}etc/passwd`), 404],
  ['steps up in disguise', get(`/${'%2e%2e%2f'.repeat(1_500)}etc/passwd`), 404],
  ['line ends in the path', get('/toaster%0d%0aSet-Cookie:%20x=1'), 404],
  ['headers as long as a book', get('/', `X: ${'y'.repeat(20_000)}\r\n`), 431],
  ['headers as many as a book has lines', get('/', 'a: bcdefghijkl\r\n'.repeat(1_500)), 431],
])('%s: refused, and the server goes on', async (_, text, status) => {
  const answer = await exchange(port, text)
  expect(statusesIn(answer)).toEqual([status])
  expect(answer).not.toMatch(/root:|moderator=secret/)
  await expectService()
})

test.each<[string, string]>([
  ['1,500 headers', get('/', Array.from({ length: 1_500 }, (_, n) => `a${n}:b\r\n`).join(''))],
  ['headers that objects inherit', get('/', '__proto__: x\r\nconstructor: y\r\nhasOwnProperty: z\r\n')],
  ['1,000 cookies', get('/moderate/', `Cookie: ${'moderator=x; '.repeat(1_000)}\r\n`)],
  ['1,500 codings', get('/', `Accept-Encoding: ${'br;q=0.1,'.repeat(1_500)}\r\n`)],
  ['4,000 ranges', get('/', `Range: bytes=${'0-,'.repeat(4_000)}\r\n`)],
  ['3,500 tags', get('/', `If-None-Match: ${'"x",'.repeat(3_500)}\r\n`)],
  ['a socket that is no web socket', get('/', 'Upgrade: websocket\r\n')],
  ['a body for a page', get('/', 'Content-Length: 5\r\n').concat('body=')],
])('%s: answered like any other', async (_, text) => {
  expect(await statusesFor(text)).toEqual([200])
  await expectService()
})

test('a whole address is answered as its path, and leads to no other host', async () => {
  expect(await statusesFor(get('http://evil.example/'))).toEqual([200])
  const moved = await exchange(port, get('http://evil.example/toaster/e42'))
  expect(moved).toMatch(/^location: \/toaster\/e42\/\r$/m)
  expect(moved).not.toContain('evil')
})

test('line ends in a query stay what they are', async () => {
  const moved = await exchange(port, get('/toaster/e42?%0d%0aSet-Cookie:%20x=1'))
  expect(moved).toMatch(/^location: \/toaster\/e42\/\?%0d%0aSet-Cookie:%20x=1\r$/m)
  expect(moved).not.toMatch(/^set-cookie/im)
})

test('a tunnel is not opened', async () => {
  expect(await exchange(port, `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`)).toBe('')
  await expectService()
})

const chunk = `1000\r\n${'x'.repeat(4_096)}\r\n`

test.each([
  ['a comment', comments, 413],
  ['a sign-in', '/moderate/sign-in', 413],
  ['a vote', links.vote('a'.repeat(16)), 404],
  ['an outcome', links.outcomes(), 415],
  ['a page', '/', 405],
])('a body without end for %s is answered and cut off', async (_, path, status) => {
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${FORM}${CHUNKED}\r\n`
  const answer = await exchange(port, head, () => chunk)
  expect(statusesIn(answer)[0]).toBe(status)
  if (status === 413) expect(answer).toContain(t.server.tooLarge(MOST_BODY))
  await expectService()
})

test('a thousand requests at once over one connection are answered in turn', async () => {
  const text = 'GET /toaster/e42 HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(999) + get('/toaster/e42')
  expect(await statusesFor(text)).toEqual(Array(1_000).fill(308))
})

test('who sends slowly is cut off, while others are served', async () => {
  const patience = { requestTimeout: 60, headersTimeout: 40, connectionsCheckingInterval: 20 }
  const slow = (await server.listen(patience)).port
  const beginnings = [
    // The head does not end.
    'GET / HTTP/1.1\r\nHost: localhost\r\nX: ',
    // The body does not come, or does not end.
    `POST ${comments} HTTP/1.1\r\nHost: localhost\r\n${FORM}Content-Length: 1000\r\n\r\n`,
    `POST ${comments} HTTP/1.1\r\nHost: localhost\r\n${FORM}${CHUNKED}\r\n5\r\nbody=\r\n`,
    `POST / HTTP/1.1\r\nHost: localhost\r\n${FORM}Content-Length: 1000\r\n\r\nx`,
    // Nothing comes at all.
    '',
  ]
  const waiting = beginnings.flatMap((text) => Array.from({ length: 40 }, () => exchange(slow, text)))
  const served = await fetch(`http://127.0.0.1:${slow}/toaster/fixes/plug-it-in/`)
  expect(served.status).toBe(200)
  for (const answer of await Promise.all(waiting))
    expect([[], [408], [405], [405, 408]]).toContainEqual(statusesIn(answer))
  await expectService()
})
