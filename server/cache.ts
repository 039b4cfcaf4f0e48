import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Changes } from './changes'
import { describeError, type Log } from './log'
import { type Representation, tagOf } from './send'
import type { ThreadId } from './store/store'

/** A page as it was made. */
export interface Made {
  type: string
  text: string
}

/** Pages made from the store, kept until something on them changes. */
export interface PageCache {
  /**
   * The page of some name, which shows some threads: at once if nothing changed, else made anew. Undefined
   * where `make` finds that there is no such page.
   */
  get(
    key: string,
    threads: readonly ThreadId[],
    make: () => Promise<Made | undefined>,
  ): Representation | Promise<Representation | undefined>
}

/**
 * How often one page may be made anew: five times in a row, so that whoever changes something sees it at once,
 * and then twice a second, so that a hundred posts a second cost readers nothing. What is older than its last
 * change is then at most half a second old.
 */
const BURST = 5
const PER_MS = 2 / 1000

/** How many pages are kept, and how many bytes; the least used go first. */
const MOST_PAGES = 2_000
const MOST_BYTES = 64 * 1024 * 1024

interface Entry {
  stamp: string
  page: Representation
  bytes: number
  /** How many more times it may be made, as of `at`. */
  left: number
  at: number
}

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** A text in every form, compressed on other threads; not as hard as the build does, since it changes. */
async function represent({ type, text }: Made): Promise<Representation> {
  const plain = new TextEncoder().encode(text)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const [br, zip] = await Promise.all([brotli(plain, { params }), deflate(plain, { level: 6 })])
  const form = (bytes: Uint8Array<ArrayBuffer>, coding: 'identity' | 'br' | 'gzip') => ({
    bytes,
    etag: tagOf(bytes, coding),
  })
  return {
    type,
    cacheControl: 'no-cache',
    forms: {
      identity: form(plain, 'identity'),
      br: form(new Uint8Array(br), 'br'),
      gzip: form(new Uint8Array(zip), 'gzip'),
    },
  }
}

const sizeOf = ({ forms }: Representation) =>
  Object.values(forms).reduce((sum, { bytes }) => sum + bytes.length, 0)

/** Makes a cache of pages. */
export function createPageCache(changes: Changes, now: () => number, log: Pick<Log, 'write'>): PageCache {
  const entries = new Map<string, Entry>()
  const making = new Map<string, Promise<Representation | undefined>>()
  let total = 0

  const drop = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  /** Takes one of the times that a page may be made, if there is one. */
  const mayMake = (entry: Entry) => {
    const time = now()
    entry.left = Math.min(BURST, entry.left + Math.max(0, time - entry.at) * PER_MS)
    entry.at = time
    if (entry.left < 1) return false
    entry.left--
    return true
  }

  async function makeAnew(key: string, threads: readonly ThreadId[], make: () => Promise<Made | undefined>) {
    // Read before the page is made: what changes meanwhile makes it old.
    const stamp = changes.stamp(threads)
    const before = entries.get(key)
    const made = await make()
    if (!made) {
      drop(key)
      return undefined
    }
    const text = before && new TextDecoder().decode(before.page.forms.identity.bytes)
    const page = before && text === made.text ? before.page : await represent(made)
    const bytes = sizeOf(page)
    drop(key)
    entries.set(key, { stamp, page, bytes, left: before?.left ?? BURST, at: before?.at ?? now() })
    total += bytes
    for (const oldest of entries.keys()) {
      if (entries.size <= MOST_PAGES && total <= MOST_BYTES) break
      drop(oldest)
    }
    return page
  }

  async function refresh(key: string, threads: readonly ThreadId[], make: () => Promise<Made | undefined>) {
    await changes.look()
    // What changes while a page is being made needs another; two suffice, since the second begins after the request.
    for (let round = 0; round < 2; round++) {
      const entry = entries.get(key)
      if (entry?.stamp === changes.stamp(threads)) return entry.page
      const running = making.get(key)
      if (!running && entry && !mayMake(entry)) return entry.page
      const run = running ?? makeAnew(key, threads, make).finally(() => making.delete(key))
      making.set(key, run)
      try {
        const page = await run
        if (!running) return page
      } catch (error) {
        // Readers are served what was true a moment ago rather than an error.
        if (!entry) throw error
        log.write('error', { ...describeError(error), page: 'kept an older one' })
        return entry.page
      }
    }
    return entries.get(key)?.page ?? makeAnew(key, threads, make)
  }

  return {
    get(key, threads, make) {
      const entry = entries.get(key)
      if (!entry || !changes.isFresh() || entry.stamp !== changes.stamp(threads))
        return refresh(key, threads, make)
      // The map is in order of use.
      entries.delete(key)
      entries.set(key, entry)
      return entry.page
    },
  }
}
