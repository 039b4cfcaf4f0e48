import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { openStore } from '../../server/store/open'
import type { Comment, NewComment, Store } from '../../server/store/store'
import { newCommentId } from '../../server/threads/writer'

/** A server with a store and articles of its own, for tests that change what others would see. */
export interface OwnServer {
  origin: string
  /** The store, as a second process sees it. */
  store: Store
  /** Its copy of the articles. */
  contentFolder: string
  /** Stores a comment of a visitor. */
  add(values?: Partial<NewComment>): Promise<Comment>
}

/** The moderator of these servers. */
export const TOKEN = 'test-token-of-ana-000000'

async function startOwnServer(): Promise<OwnServer & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'fixpath-own-'))
  const contentFolder = join(folder, 'content')
  const dataFolder = join(folder, 'data')
  cpSync('content', contentFolder, { recursive: true })
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: '',
      DATA_FOLDER: dataFolder,
      CONTENT_DIR: contentFolder,
      SECRET: 'a secret that only the tests know of',
      MODERATORS: `ana:${TOKEN}`,
      LOG: 'off',
      // As in playwright.config.ts: a test may be many visitors.
      TRUSTED_PROXIES: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (data) => {
      const [found] = /http:\/\/localhost:\d+/.exec(String(data)) ?? []
      if (found) done(found)
    })
    child.once('exit', () => fail(new Error('The server did not start.')))
  })
  const store = await openStore({ dataFolder })
  return {
    origin,
    store,
    contentFolder,
    add: async (values = {}) => {
      const result = await store.addComment({
        id: newCommentId(),
        submission: newCommentId(),
        thread: 'teams/faq/can-a-vpn-cause-it',
        parent: null,
        name: 'Kim',
        body: `Words ${newCommentId()}`,
        status: 'waiting',
        staff: null,
        tokenHash: null,
        addressHash: newCommentId(),
        browserHash: null,
        now: Date.now(),
        ...values,
      })
      if ('refused' in result) throw new Error(result.refused)
      return result.comment
    },
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill()
      await ended
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Tests with a server of their own; one for each worker. */
export const test = base.extend<{ signedIn: Page }, { own: OwnServer }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
    async ({}, use) => {
      const server = await startOwnServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  signedIn: async ({ page, own }, use) => {
    await page.goto(`${own.origin}/moderate/`)
    await page.getByLabel('Token').fill(TOKEN)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Signed in as').waitFor()
    await use(page)
  },
})
