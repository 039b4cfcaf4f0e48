import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from './publish'

let folder: string
const file = (path: string) => join(folder, path)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'))
  const files = {
    'index.html':
      '<!doctype html><html><head><title>T</title></head><body><p>x</p><script>x</script></body></html>',
    'index.txt': 'flight data',
    'teams/index.txt': 'flight data',
    'teams/__next.teams.txt': 'flight data',
    'robots.txt': 'User-Agent: *',
    '_not-found/index.html': '<p>x</p>',
    '_next/static/chunks/main.js': 'framework',
    '_next/static/abc/_buildManifest.js': 'framework',
    '_next/static/chunks/style.css': 'p{color:red}',
    'assets/elements.1.js': 'export {}',
    'picture.png': 'png',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(file(path)), { recursive: true })
    writeFileSync(file(path), text)
  }
  await publish(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('what only the framework needs is not published', () => {
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
  expect(left).toEqual(['_headers', 'elements.1.js', 'index.html', 'picture.png', 'robots.txt', 'style.css'])
  expect(existsSync(file('_not-found'))).toBe(false)
})

test('pages lose their scripts', () => {
  expect(readFileSync(file('index.html'), 'utf8')).not.toContain('<script>x')
})

test('every text lies beside its compressed forms, which hold the same', () => {
  for (const path of ['index.html', 'robots.txt', 'assets/elements.1.js', '_next/static/chunks/style.css']) {
    const bytes = readFileSync(file(path))
    expect(brotliDecompressSync(readFileSync(file(`${path}.br`)))).toEqual(bytes)
    expect(gunzipSync(readFileSync(file(`${path}.gz`)))).toEqual(bytes)
  }
  expect(existsSync(file('picture.png.br'))).toBe(false)
})

test('static hosts are told the same headers as our server sends', () => {
  const headers = readFileSync(file('_headers'), 'utf8')
  expect(headers).toContain("default-src 'none'")
  expect(headers).toContain('immutable')
  expect(headers).not.toContain('unsafe-inline')
})
