import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createApp } from '../app'
import { readConfig } from '../config'
import { createContext } from '../context'
import { openSite } from '../site'
import { openStore } from '../store/open'
import type { NewComment } from '../store/store'
import { newCommentId } from '../threads/writer'

/** A published site with as little in it as the server needs. */
const published: Readonly<Record<string, unknown>> = {
  '404.html':
    '<!doctype html><html><head><meta charset=utf-8><link rel=stylesheet href=/x.css></head><body></body></html>',
  'threads.json': {
    'toaster/guides/e42': { title: 'Toaster error E42', href: '/toaster/e42/', guides: ['toaster/e42'] },
    'toaster/fixes/plug-it-in': {
      title: 'Plug it in',
      href: '/toaster/fixes/plug-it-in/',
      guides: ['toaster/e42'],
    },
    'toaster/fixes/empty-crumb-tray': {
      title: 'Empty the crumb tray',
      href: '/toaster/fixes/empty-crumb-tray/',
      guides: ['toaster/e42'],
    },
    'toaster/faq/can-it-toast-cheese': {
      title: 'Can it toast cheese?',
      href: '/toaster/faq/#can-it-toast-cheese',
      guides: ['toaster/e42'],
    },
  },
  'toaster/e42/tree.json': {
    q: 'lights',
    a: {
      on: { f: 'empty-crumb-tray', n: { f: 'plug-it-in', n: null } },
      off: { f: 'plug-it-in', n: null },
      unsure: null,
    },
  },
}

export const THREAD = 'toaster/faq/can-it-toast-cheese'
export const TOKENS = { ana: 'token-of-ana-0123456789', ben: 'token-of-ben-0123456789' }
export const START = Date.UTC(2027, 0, 15, 12)

/** A whole server on a store of its own, without a socket; `clock.now` is its time. */
export async function startServer(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fixpath-server-'))
  const siteFolder = join(folder, 'out')
  for (const [name, text] of Object.entries(published)) {
    mkdirSync(dirname(join(siteFolder, name)), { recursive: true })
    writeFileSync(join(siteFolder, name), typeof text === 'string' ? text : JSON.stringify(text))
  }
  const config = readConfig({
    SITE_FOLDER: siteFolder,
    DATA_FOLDER: join(folder, 'data'),
    SECRET: 's'.repeat(40),
    MODERATORS: `ana:${TOKENS.ana},ben:${TOKENS.ben}`,
    CONTENT_DIR: join(folder, 'content'),
    ...env,
  })
  const store = await openStore(config)
  const clock = { now: START }
  const log = { write: () => {}, flush: () => {} }
  const context = await createContext({
    config,
    store,
    site: openSite(siteFolder),
    log,
    now: () => clock.now,
  })
  const app = createApp(context)

  /** Stores a comment of a visitor. */
  const addComment = async (values: Partial<NewComment> = {}) => {
    const result = await store.addComment({
      id: newCommentId(),
      submission: newCommentId(),
      thread: THREAD,
      parent: null,
      name: 'Kim',
      body: `Comment ${newCommentId()}`,
      status: 'waiting',
      staff: null,
      tokenHash: null,
      addressHash: newCommentId(),
      browserHash: null,
      now: clock.now,
      ...values,
    })
    if ('refused' in result) throw new Error(result.refused)
    return result.comment
  }

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', ...headers },
      body: new URLSearchParams(fields).toString(),
    })

  /** Signs in; gives back the cookie and the token of the forms. */
  const signIn = async (who: keyof typeof TOKENS = 'ana') => {
    const answer = await post('/moderate/sign-in', { token: TOKENS[who] })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const page = await (await app.request('/moderate/', { headers: { cookie } })).text()
    const form = /name="form" value="([\w-]+)"/.exec(page)?.[1] ?? ''
    return {
      cookie,
      form,
      get: async (path: string) => (await app.request(path, { headers: { cookie } })).text(),
      post: (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
        post(path, { form, ...fields }, { cookie, ...headers }),
    }
  }

  return {
    app,
    config,
    context,
    store,
    clock,
    folder,
    addComment,
    post,
    signIn,
    stop: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A server for the tests of a file. */
export type TestServer = Awaited<ReturnType<typeof startServer>>
