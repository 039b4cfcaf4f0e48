import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config'
import { beginSession, formToken, readSession } from '../moderation/session'
import { findDamage, type Sent } from '../store/crash/damage'
import { openStore, type StoreConfig } from '../store/open'
import { makePostgres, makeSqlite, NO_POSTGRES, postgresUrl } from '../store/testing'
import { FIX, publishSite } from '../testing'
import { makeChallenge } from '../threads/proof'
import { buildServer, startServerProcess } from './program'
import { type Acknowledged, newStory, type Place, type Story, tell, WrongAnswer } from './story'

const KILLS = 50
const READERS = 6
/** Rounds in which a comment comes with a proof of work, which is spent with it. */
const PROOFS = 8

let folder: string
let server: Awaited<ReturnType<typeof buildServer>>
let env: Record<string, string>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fixpath-crash-'))
  publishSite(join(folder, 'out'))
  server = await buildServer()
  env = {
    SITE_FOLDER: join(folder, 'out'),
    CONTENT_DIR: join(folder, 'content'),
    SECRET: 's'.repeat(40),
    MODERATORS: 'ana:test-token-of-ana-000000',
    TRUSTED_PROXIES: '1',
  }
})
afterAll(() => {
  server.remove()
  rmSync(folder, { recursive: true, force: true })
})

function signIn(): Place {
  const config = readConfig(env)
  const [moderator] = config.moderators
  if (!moderator) throw new Error('There is no moderator.')
  const cookie = beginSession(config, moderator, Date.now())
  const session = readSession(config, cookie, Date.now())
  if (!session) throw new Error('There is no session.')
  return {
    thread: FIX,
    fix: 'toaster/plug-it-in',
    secret: config.secret,
    cookie: `moderator=${cookie}`,
    form: formToken(config, session),
  }
}

async function prove(): Promise<string> {
  const challenge = await makeChallenge({ config: readConfig(env), now: Date.now }, FIX)
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** Readers who tell one story after the other until the server is gone. */
async function tellStories(
  origin: string,
  place: Place,
  round: number,
  unfinished: Story[],
  proof: string | undefined,
  events: { sending(): void; acknowledge(what: Acknowledged): void },
): Promise<Story[]> {
  const left: Story[] = []
  await Promise.all(
    Array.from({ length: READERS }, async (_, reader) => {
      let parent: string | undefined
      for (let n = 0; ; n++) {
        const fresh = { parent, ...(proof && reader + n === 0 && { proof }) }
        const story = unfinished.pop() ?? newStory(`r${round}-${reader}-${n}`, fresh)
        try {
          const id = await tell(origin, place, story, events)
          parent = story.parent ? undefined : id
        } catch (error) {
          if (error instanceof WrongAnswer) throw error
          left.push(story)
          return
        }
      }
    }),
  )
  return left
}

/** What was acknowledged and is not so. */
async function findLost(config: StoreConfig, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const isSent = (one: Acknowledged): one is Sent => one.kind !== 'approval'
  const damage = await findDamage(config, acknowledged.filter(isSent))
  const store = await openStore(config)
  for (const one of acknowledged)
    if (one.kind === 'approval' && (await store.comment(one.id))?.status !== 'approved')
      damage.push(`Approved, and is not: ${one.id}`)
  await store.close()
  return damage
}

const stores = [
  { name: 'SQLite', make: makeSqlite, skip: false },
  {
    name: postgresUrl ? 'PostgreSQL' : `PostgreSQL (${NO_POSTGRES})`,
    make: makePostgres,
    skip: !postgresUrl,
  },
]

describe.each(stores)('a server on $name', ({ make, skip }) => {
  test.skipIf(skip)(
    `keeps what it told readers it has, once and whole, when it is killed ${KILLS} times`,
    async () => {
      const { config, remove } = await make()
      const start = () =>
        startServerProcess(server.program, {
          ...env,
          DATA_FOLDER: config.dataFolder || join(folder, 'none'),
          ...(config.databaseUrl && { DATABASE_URL: config.databaseUrl }),
        })
      try {
        const place = signIn()
        const all: Acknowledged[] = []
        let unfinished: Story[] = []
        for (let round = 0; round < KILLS; round++) {
          const proof = round % Math.ceil(KILLS / PROOFS) === 0 ? await prove() : undefined
          const { origin, end } = await start()
          const acknowledged: Acknowledged[] = []
          // Killed while something is sent, or just after something was acknowledged, as chance has it.
          let left = 1 + randomInt(100)
          let killed: Promise<unknown> | undefined
          const step = () => {
            if (--left <= 0) killed ??= end('SIGKILL')
          }
          const acknowledge = (what: Acknowledged) => {
            acknowledged.push(what)
            step()
          }
          // A story that was not finished is told again from its beginning, which was acknowledged or not.
          unfinished = await tellStories(origin, place, round, unfinished, proof, {
            sending: step,
            acknowledge,
          })
          expect(await killed, 'the server ended by itself').toBe('SIGKILL')
          expect(unfinished.length).toBe(READERS)
          all.push(...acknowledged)
          expect(await findLost(config, acknowledged), `round ${round}`).toEqual([])
        }
        expect(all.length).toBeGreaterThan(KILLS * 10)

        // Stopped gently, it finishes what it began.
        const { origin, end } = await start()
        let ended: Promise<unknown> | undefined
        let steps = 0
        await tellStories(origin, place, KILLS, unfinished, undefined, {
          sending: () => {
            if (++steps === 60) ended = end('SIGTERM')
          },
          acknowledge: (what) => all.push(what),
        })
        expect(await ended).toBe(0)
        expect(await findLost(config, all)).toEqual([])
      } finally {
        await remove()
      }
    },
    180_000,
  )
})
