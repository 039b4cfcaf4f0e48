import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoreConfig } from '../open'
import { makePostgres, makeSqlite, NO_POSTGRES, postgresUrl } from '../testing'
import { countChanges, findDamage, type Sent } from './damage'

const KILLS = 50
const here = dirname(fileURLToPath(import.meta.url))

let folder: string
let program: string
beforeAll(async () => {
  // Below node_modules, so that it finds the packages; one file, because it is started so often.
  const cache = join(here, '../../../node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  folder = mkdtempSync(join(cache, 'crash-'))
  program = join(folder, 'writer.cjs')
  await build({
    entryPoints: [join(here, 'writer.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql', 'pg-native', 'cloudflare:sockets'],
    logLevel: 'error',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lets a process write, and kills it as soon as it has printed so many lines. */
async function writeAndKill(config: StoreConfig, round: number, again: Sent[], lines: number) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ORDER: JSON.stringify({ config, round, again }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_, signal) => resolve(signal)),
  )
  const sent: Sent[] = []
  const acknowledged: Sent[] = []
  let heard = 0
  for await (const line of createInterface({ input: child.stdout })) {
    heard++
    // What still stands in the pipe after the kill was acknowledged before it, and counts.
    if (heard === lines) child.kill('SIGKILL')
    const said = JSON.parse(line)
    if (said.failed) throw new Error(`Round ${round}: ${said.failed}`)
    if (said.sent) sent.push(said.sent)
    if (said.acknowledged) acknowledged.push(said.acknowledged)
  }
  expect(await closed).toBe('SIGKILL')
  return { sent, acknowledged }
}

const stores = [
  { name: 'SQLite', make: makeSqlite, skip: false },
  {
    name: postgresUrl ? 'PostgreSQL' : `PostgreSQL (${NO_POSTGRES})`,
    make: makePostgres,
    skip: !postgresUrl,
  },
]

describe.each(stores)('a store in $name', ({ make, skip }) => {
  test.skipIf(skip)(
    `keeps what it acknowledged, once and whole, when its process is killed ${KILLS} times`,
    async () => {
      const { config, remove } = await make()
      try {
        const all: Sent[] = []
        let again: Sent[] = []
        for (let round = 0; round < KILLS; round++) {
          // Sometimes while it opens, else after as many lines as chance has it.
          const lines = round % 5 === 0 ? 1 : 1 + Math.ceil(Math.random() * 400)
          const { sent, acknowledged } = await writeAndKill(config, round, again, lines)
          all.push(...acknowledged)
          const damage = await findDamage(config, acknowledged)
          expect(damage, `round ${round}, killed at line ${lines}`).toEqual([])
          // The last of each writer: some were acknowledged, some stored but not acknowledged, some lost.
          again = sent.slice(-18)
        }
        expect(all.length).toBeGreaterThan(KILLS * 10)
        expect(await findDamage(config, all)).toEqual([])
        const { version, changes, comments, proofs, pairs } = await countChanges(config)
        expect({ version, proofs, pairs }).toEqual({ version: changes, proofs: comments, pairs: comments })
      } finally {
        await remove()
      }
    },
    120_000,
  )
})
