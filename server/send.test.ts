import { expect, test } from 'vitest'
import { answer, chooseCoding, hasAlready, parseRange, type Representation, tagOf } from './send'

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
const form = (text: string, coding: 'identity' | 'br' | 'gzip') => ({
  bytes: bytes(text),
  etag: tagOf(bytes(text), coding),
})
const forms = {
  identity: form('0123456789', 'identity'),
  br: form('br', 'br'),
  gzip: form('gz', 'gzip'),
} satisfies Representation['forms']
const thing: Representation = { type: 'text/plain', cacheControl: 'no-cache', forms }
const ask = (headers: Record<string, string>, method = 'GET') =>
  answer(new Request('http://host/', { method, headers }), thing, { 'x-common': 'yes' })

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['*', 'gzip'],
  ['*;q=0', 'identity'],
  ['deflate', 'identity'],
  ['broken;;q=x,', 'identity'],
])('Accept-Encoding: %s → %s', (accepted, coding) => expect(chooseCoding(accepted, forms)).toBe(coding))

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a" , "c"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
])('If-None-Match: %s', (value, expected) => expect(hasAlready(value, '"a"')).toBe(expected))

test.each([
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=8-99', { start: 8, end: 9 }],
  ['bytes=10-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=5-2', 'all'],
  ['bytes=-', 'all'],
  ['bytes=0-1,3-4', 'all'],
  ['lines=1-2', 'all'],
  ['bytes=a-b', 'all'],
])('Range: %s of ten bytes', (range, expected) => expect(parseRange(range, 10)).toEqual(expected))

test('a part comes from the plain form, and says which part it is', async () => {
  const { status, headers } = ask({ range: 'bytes=2-4', 'accept-encoding': 'br' })
  expect(status).toBe(206)
  expect(headers.get('content-range')).toBe('bytes 2-4/10')
  expect(headers.get('content-length')).toBe('3')
  expect(headers.get('content-encoding')).toBeNull()
  expect(await ask({ range: 'bytes=2-4' }).text()).toBe('234')
})

test('HEAD asks for no part', () => {
  const { status, headers } = ask({ range: 'bytes=2-4' }, 'HEAD')
  expect([status, headers.get('content-length')]).toEqual([200, '10'])
  expect(ask({ range: 'bytes=10-' }, 'HEAD').status).toBe(200)
})

test('a part that is not there is refused with the size', () => {
  const { status, headers } = ask({ range: 'bytes=10-' })
  expect(status).toBe(416)
  expect(headers.get('content-range')).toBe('bytes */10')
})

test('a part of something else is not sent: If-Range', async () => {
  expect(ask({ range: 'bytes=0-1', 'if-range': forms.identity.etag }).status).toBe(206)
  const other = ask({ range: 'bytes=0-1', 'if-range': '"other"' })
  expect(other.status).toBe(200)
  expect(await other.text()).toBe('0123456789')
})

test('what the browser has is not sent again, and keeps its tag and lifetime', () => {
  const { status, headers } = ask({ 'accept-encoding': 'br', 'if-none-match': forms.br.etag })
  expect(status).toBe(304)
  expect(headers.get('etag')).toBe(forms.br.etag)
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(headers.get('vary')).toBe('Accept-Encoding')
  expect(headers.get('content-length')).toBeNull()
})

test('the tag of one form says nothing of another', () => {
  expect(ask({ 'accept-encoding': 'gzip', 'if-none-match': forms.br.etag }).status).toBe(200)
})

test('HEAD has the headers of GET and no body', async () => {
  const get = ask({ 'accept-encoding': 'br' })
  const head = ask({ 'accept-encoding': 'br' }, 'HEAD')
  expect([...head.headers]).toEqual([...get.headers])
  expect(head.headers.get('content-length')).toBe('2')
  expect(await head.text()).toBe('')
})
