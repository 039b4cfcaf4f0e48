import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Coding, type Representation, tagOf } from './send'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
}

const IMMUTABLE = /^\/(_next\/static|assets)\//

/** How much of the published site is kept in memory, in bytes; the least used goes first. */
const MOST_KEPT = 96 * 1024 * 1024

/** The published files of a folder, by address, as they were when the server started. */
export interface Files {
  /** Is there a file at this address (`/teams/`, `/assets/x.js`)? */
  has(path: string): boolean
  /** What is at an address, at once if it is in memory. */
  load(path: string): Representation | Promise<Representation> | undefined
  /** Every address. */
  paths(): Iterable<string>
}

/** The address of a file: `teams/index.html` is `/teams/`. */
function addressOf(file: string): string {
  const path = `/${file.split(sep).join('/')}`
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path
}

const isHidden = (file: string) => file.split(sep).some((part) => part.startsWith('.'))

/** Indexes a folder once: no request asks the file system what there is. */
export function indexFiles(folder: string): Files {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !isHidden(file) && file !== '_headers')
  const names = new Set(all)
  const byAddress = new Map(
    all.filter((file) => !/\.(br|gz)$/.test(file)).map((file) => [addressOf(file), file] as const),
  )
  const kept = new Map<string, { found: Representation; size: number }>()
  const loading = new Map<string, Promise<Representation>>()
  let total = 0

  async function read(path: string, file: string): Promise<Representation> {
    const form = async (name: string, coding: Coding) => {
      const bytes = new Uint8Array(await readFile(join(folder, name)))
      return { bytes, etag: tagOf(bytes, coding) }
    }
    const [identity, br, gzip] = await Promise.all([
      form(file, 'identity'),
      names.has(`${file}.br`) ? form(`${file}.br`, 'br') : undefined,
      names.has(`${file}.gz`) ? form(`${file}.gz`, 'gzip') : undefined,
    ])
    return {
      type: TYPES[file.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
      cacheControl: IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      forms: { identity, ...(br && { br }), ...(gzip && { gzip }) },
    }
  }

  function keep(path: string, found: Representation): void {
    const size = Object.values(found.forms).reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (size > MOST_KEPT / 4) return
    kept.set(path, { found, size })
    total += size
    for (const [oldest, { size: freed }] of kept) {
      if (total <= MOST_KEPT) break
      kept.delete(oldest)
      total -= freed
    }
  }

  return {
    has: (path) => byAddress.has(path),
    paths: () => byAddress.keys(),
    load(path) {
      const here = kept.get(path)
      if (here) {
        // The map is in order of use.
        kept.delete(path)
        kept.set(path, here)
        return here.found
      }
      const file = byAddress.get(path)
      if (!file) return undefined
      const reading =
        loading.get(path) ??
        read(path, file)
          .then((found) => {
            keep(path, found)
            return found
          })
          .finally(() => loading.delete(path))
      loading.set(path, reading)
      return reading
    },
  }
}

/** Is there a folder here? */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
