import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { links } from '../lib/links'
import { createApp } from './app'
import { readConfig } from './config'
import { createContext } from './context'
import { serverFor } from './listen'
import type { LogFields } from './log'
import { openSite } from './site'
import { openStore } from './store/open'
import type { NewComment, Store } from './store/store'
import { newCommentId } from './threads/writer'

/** Threads of the little site. */
export const FIX = 'toaster/fixes/plug-it-in'
export const FAQ = 'toaster/faq/can-it-toast-cheese'
export const GUIDE = 'toaster/guides/e42'

/** The time in all tests, until one moves its clock. */
export const START = Date.UTC(2027, 0, 15, 12)

const page = (title: string, body: string) =>
  `<!doctype html><html lang=en><head><meta charset=utf-8><title>${title}</title><link rel=stylesheet href=/x.css></head><body><h1>${title}</h1>${body}</body></html>`

/** As the build publishes it: attributes without quotes where they need none. */
const published: Readonly<Record<string, string>> = {
  '404.html': page('This page does not exist', ''),
  'index.html': page('Home', 'w'.repeat(2_000)),
  'toaster/e42/index.html': page('E42', `<comment-thread thread=${GUIDE}></comment-thread>`),
  'toaster/fixes/plug-it-in/index.html': page(
    'Plug it in',
    `<outcome-count fix=toaster/plug-it-in></outcome-count><comment-thread thread=${FIX}></comment-thread>`,
  ),
  'toaster/fixes/empty-crumb-tray/index.html': page('Empty the crumb tray', ''),
  'toaster/faq/index.html': page('FAQ', `<comment-thread thread=${FAQ} folded></comment-thread>`),
  'assets/elements.1.js': `export {} // ${'x'.repeat(2_000)}`,
  'toaster/e42/tree.json': JSON.stringify({
    q: 'lights',
    a: {
      on: { f: 'empty-crumb-tray', n: { f: 'plug-it-in', n: null } },
      off: { f: 'plug-it-in', n: null },
      unsure: null,
    },
  }),
  'threads.json': JSON.stringify({
    [GUIDE]: { title: 'Toaster error E42', href: '/toaster/e42/', guides: ['toaster/e42'] },
    [FIX]: { title: 'Plug it in', href: '/toaster/fixes/plug-it-in/', guides: ['toaster/e42'] },
    'toaster/fixes/empty-crumb-tray': {
      title: 'Empty the crumb tray',
      href: '/toaster/fixes/empty-crumb-tray/',
      guides: ['toaster/e42'],
    },
    [FAQ]: {
      title: 'Can it toast <cheese>?',
      href: '/toaster/faq/#can-it-toast-cheese',
      guides: ['toaster/e42'],
    },
  }),
}

/** Writes the little site into a folder, as the build would. */
export function publishSite(folder: string): void {
  for (const [name, text] of Object.entries(published)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    writeFileSync(`${path}.br`, brotliCompressSync(text))
    writeFileSync(`${path}.gz`, gzipSync(text))
  }
}

/** A whole server on a store of its own; without a socket unless one is asked for. `clock.now` is its time. */
export async function startTestServer(env: Record<string, string> = {}, wrap = (store: Store) => store) {
  const folder = mkdtempSync(join(tmpdir(), 'fixpath-test-'))
  publishSite(join(folder, 'out'))
  const config = readConfig({
    SITE_FOLDER: join(folder, 'out'),
    DATA_FOLDER: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
    SECRET: 's'.repeat(40),
    MODERATORS: 'ana:test-token-of-ana-000000',
    TRUSTED_PROXIES: '1',
    ...env,
  })
  const store = await openStore(config)
  const clock = { now: START }
  const logged: ({ event: string } & LogFields)[] = []
  const log = {
    write: (event: string, fields: LogFields = {}) => {
      logged.push({ event, ...fields })
    },
    flush: () => {},
  }
  const site = openSite(config.siteFolder)
  const context = await createContext({ config, store: wrap(store), site, log, now: () => clock.now })
  const app = createApp(context)
  const closers: (() => void)[] = []

  /** Each visitor has an address of their own, as a proxy would name it. */
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { host: 'localhost', ...headers } })
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', ...headers },
      body: new URLSearchParams(fields).toString(),
    })

  return {
    app,
    config,
    context,
    folder,
    store,
    clock,
    logged,
    get,
    post,
    /** As the script asks: for JSON. */
    send: async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const answer = await post(path, fields, { accept: 'application/json', ...headers })
      return { status: answer.status, headers: answer.headers, body: await answer.json() }
    },
    /** Stores a comment, approved unless said otherwise. */
    addComment: async (values: Partial<NewComment> = {}) => {
      const id = newCommentId()
      const comment: NewComment = {
        id,
        submission: id,
        thread: FIX,
        parent: null,
        name: 'Kim',
        body: `Comment ${id}`,
        status: 'approved',
        staff: null,
        tokenHash: null,
        addressHash: null,
        browserHash: null,
        now: clock.now,
        ...values,
      }
      const result = await store.addComment(comment)
      if ('refused' in result) throw new Error(result.refused)
      context.changes.changed(comment.thread)
      return result.comment
    },
    /** Works for a comment as a browser does. */
    prove: async (thread = FIX) => {
      const challenge = await (await get(links.challenge(thread))).json()
      const solution = await solveChallenge({ challenge, deriveKey })
      return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
    },
    /** Listens; gives back the port. */
    listen: async (patience?: ServerOptions) => {
      const server = serverFor(app, patience)
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      closers.push(() => {
        server.closeAllConnections()
        server.close()
      })
      return { server, port: (server.address() as AddressInfo).port }
    },
    stop: async () => {
      for (const close of closers) close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A server for the tests of a file. */
export type TestServer = Awaited<ReturnType<typeof startTestServer>>
