import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { links } from '../lib/links'
import { fetchRaw } from './support/http'
import { guide, publishedFiles } from './support/site'

const page = links.guide(guide)
const assets = publishedFiles().filter((path) => /\.(css|js)$/.test(path))

/** Asks the server under test. */
const ask = (path: string, options?: Parameters<typeof fetchRaw>[2]) =>
  fetchRaw(test.info().project.use.baseURL ?? '', path, options)

test('every answer carries a policy that admits nothing inline and nothing from elsewhere', async () => {
  for (const path of [page, '/no-such-page/', '/teams', ...assets]) {
    const { headers } = await ask(path)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBeTruthy()
    expect(headers['permissions-policy']).toBeTruthy()
  }
})

test('assets are kept for ever, pages are asked for again', async () => {
  expect(assets.length).toBeGreaterThan(1)
  for (const path of assets)
    expect((await ask(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const path of [page, '/', '/no-such-page/', links.tree(guide)])
    expect((await ask(path)).headers['cache-control']).toBe('no-cache')
})

test('what the browser still has is not sent again', async () => {
  for (const path of [page, ...assets]) {
    const { status, headers } = await ask(path)
    expect(status).toBe(200)
    expect(headers.etag).toBeTruthy()
    const again = await ask(path, { headers: { 'if-none-match': headers.etag ?? '' } })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
  }
})

test('a compressed form has a tag of its own', async () => {
  const tags = await Promise.all(
    ['br', 'gzip', 'identity'].map(async (form) => {
      const { headers } = await ask(page, { headers: { 'accept-encoding': form } })
      return headers.etag
    }),
  )
  expect(new Set(tags).size).toBe(3)
})

test('pages, styles, scripts and the page for unknown addresses come compressed, as the browser asks', async () => {
  for (const path of [page, '/no-such-page/', links.tree(guide), ...assets]) {
    const plain = await ask(path)
    expect(plain.headers['content-encoding']).toBeUndefined()
    const brotli = await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    const gzip = await ask(path, { headers: { 'accept-encoding': 'gzip' } })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    for (const { headers } of [plain, brotli, gzip]) {
      expect(headers.vary?.toLowerCase()).toContain('accept-encoding')
      expect(headers['content-type']).toBe(plain.headers['content-type'])
    }
  }
})

test('a question about the headers alone gets the same headers and no body', async () => {
  for (const path of [page, '/no-such-page/', ...assets]) {
    const get = await ask(path)
    const head = await ask(path, { method: 'HEAD' })
    expect(head.status).toBe(get.status)
    expect(head.headers['content-type']).toBe(get.headers['content-type'])
    expect(head.body).toHaveLength(0)
  }
})

test('pages are text in UTF-8', async () => {
  for (const path of [page, '/no-such-page/'])
    expect((await ask(path)).headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/)
})

test('what does not exist is answered with 404 and a page that helps', async () => {
  for (const path of ['/no-such-page/', '/teams/no-such-thing', '/codes/caa2fffe/', '/assets/no-such.js']) {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body.toString()).toContain(links.guide(guide))
  }
})

test('an address without its last slash is moved for good, with its query', async () => {
  const { status, headers } = await ask('/teams')
  expect(status).toBe(308)
  expect(headers.location).toBe('/teams/')
  expect((await ask('/codes?q=CAA20002')).headers.location).toBe('/codes/?q=CAA20002')
})

test('nothing can be sent here', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const { status, headers } = await ask(page, { method })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
  }
})

const traps = [
  '/../package.json',
  '/../../../../etc/passwd',
  '/..%2fpackage.json',
  '/..%2f..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/package.json',
  '/%2e%2e%2fpackage.json',
  '/%252e%252e%252fpackage.json',
  '/..%5cpackage.json',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/teams/caa20002/diagnose/../../../../package.json',
  '/teams/..%2f..%2f..%2fetc/diagnose/x.y/',
  '//etc/passwd',
  '/%00',
  '/teams/caa20002/diagnose/%00.x/',
  '/%',
  '/%E0%A4%A/diagnose/%E0%A4%A/',
  '/.git/config',
  '/.env',
  `/${'a'.repeat(4000)}/`,
  `/teams/caa20002/diagnose/${'a'.repeat(300)}.b`,
]

test('no address leads out of the published folder or breaks the server', async () => {
  for (const path of traps) {
    const { status, body } = await ask(path)
    const answer = `${path} → ${status}`
    expect([`${path} → 400`, `${path} → 404`, `${path} → 307`]).toContain(answer)
    expect(body.toString()).not.toMatch(/root:|"private"|\[core\]/)
  }
  expect((await ask('/')).status).toBe(200)
})

test('no redirect leads to another host', async () => {
  for (const path of [
    '//evil.example',
    '//evil.example/',
    '//evil.example/diagnose/x.y/',
    '/\\evil.example',
    '//teams/caa20002/diagnose/x.y/',
  ]) {
    const { headers } = await ask(path)
    if (headers.location) expect(headers.location).toMatch(/^\/[a-z]/)
  }
})
