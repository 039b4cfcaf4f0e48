import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePostgres, makeSqlite, NO_POSTGRES, postgresUrl } from '../testing'
import { countChanges, findDamage, type Sent } from './damage'
import { buildWriter, startWriter } from './program'

/** Fewer than the whole server is killed (`server/crash`): here the blows fall on nothing but the store. */
const KILLS = 12

let writer: Awaited<ReturnType<typeof buildWriter>>
beforeAll(async () => {
  writer = await buildWriter()
})
afterAll(() => writer.remove())

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
          const { sent, acknowledged, hear, kill } = startWriter(writer.program, { config, round, again })
          await hear(lines)
          await kill()
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
