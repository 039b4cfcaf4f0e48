import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { leanPage } from './lean'
import { securityHeaders } from './security'

/** Files that grow smaller when compressed, and are worth it. */
const TEXT = /\.(html|css|js|json|svg|xml|txt|md)$/

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** `_headers`, which Netlify, Cloudflare Pages and others read: the same headers as our server sends. */
function headersFile(): string {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`)
  const immutable = '  cache-control: public, max-age=31536000, immutable'
  return ['/*', ...lines, '/_next/static/*', immutable, '/assets/*', immutable, ''].join('\n')
}

/** Folders whose files were all for Next, and which are named anew in each build. */
function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(folder, entry.name)
    removeEmptyFolders(path)
    if (readdirSync(path).length === 0) rmdirSync(path)
  }
}

/** Is this a file that only Next's router in a browser would ask for? */
function isForNext(path: string): boolean {
  return (
    (path.endsWith('.txt') && !path.endsWith('robots.txt') && !path.endsWith('llms.txt')) ||
    path.includes('/_not-found') ||
    /\/_next\/static\/(?!.*\.(css|woff2?|svg|png)$)/.test(path)
  )
}

/**
 * Turns Next's export into what is published: lean pages, no flight data, no framework code, every text
 * file beside its compressed forms, and the headers file for static hosts.
 */
export async function publish(folder: string): Promise<void> {
  for (const path of filesBelow(folder)) {
    if (isForNext(path)) rmSync(path)
    else if (path.endsWith('.html')) writeFileSync(path, leanPage(readFileSync(path, 'utf8')))
  }
  // A folder of Next's own, and the address that stands for a site without pictures.
  for (const path of ['_not-found', '404', 'pictures/none'])
    rmSync(join(folder, path), { recursive: true, force: true })
  removeEmptyFolders(folder)
  writeFileSync(join(folder, '_headers'), headersFile())
  for (const path of filesBelow(folder)) {
    if (!TEXT.test(path)) continue
    const bytes = readFileSync(path)
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    )
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
