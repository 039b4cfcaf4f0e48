import { execFile, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDamage, type Sent } from './crash/damage'
import { buildWriter, startWriter } from './crash/program'
import { openStore, type StoreConfig } from './open'
import { makePostgres, makeSqlite, NO_POSTGRES, newComment, postgresUrl } from './testing'

let writer: Awaited<ReturnType<typeof buildWriter>>
beforeAll(async () => {
  writer = await buildWriter()
})
afterAll(() => writer.remove())

/** Takes a backup while another process writes; gives back what was acknowledged before it began. */
async function takeWhileWriting(config: StoreConfig, take: () => Promise<unknown>): Promise<Sent[]> {
  const { acknowledged, hear, kill } = startWriter(writer.program, { config, round: 0, again: [] })
  await hear(300)
  const before = [...acknowledged]
  await take()
  await hear(50)
  await kill()
  expect(before.length).toBeGreaterThan(0)
  return before
}

describe('a backup of SQLite', () => {
  test('holds everything up to its beginning, taken while others write', async () => {
    const [from, to] = await Promise.all([makeSqlite(), makeSqlite()])
    const store = await openStore(from.config)
    const file = join(dirname(from.config.dataFolder), 'backup.db')
    const before = await takeWhileWriting(from.config, () => store.backup(file))

    mkdirSync(to.config.dataFolder)
    copyFileSync(file, join(to.config.dataFolder, 'fixpath.db'))
    expect(await findDamage(to.config, before)).toEqual([])
    const restored = await openStore(to.config)
    expect(await restored.addComment(newComment())).toHaveProperty('added', true)
    await Promise.all([restored.close(), store.close()])
    await Promise.all([from.remove(), to.remove()])
  })

  test('does not overwrite a file, and leaves none that is not whole', async () => {
    const { config, remove } = await makeSqlite()
    const store = await openStore(config)
    const folder = dirname(config.dataFolder)
    writeFileSync(join(folder, 'mine'), 'precious')
    await expect(store.backup(join(folder, 'mine'))).rejects.toThrow('mine exists already')
    const nowhere = join(folder, 'no', 'such', 'folder')
    await expect(store.backup(nowhere)).rejects.toThrow()
    expect(existsSync(nowhere)).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['data', 'mine'])
    await store.close()
    await remove()
  })
})

const run = promisify(execFile)
const hasTools = spawnSync('pg_dump', ['--version']).status === 0
const missing = !postgresUrl ? NO_POSTGRES : 'needs pg_dump on the PATH'

describe.skipIf(!postgresUrl || !hasTools)(
  `a backup of PostgreSQL${postgresUrl && hasTools ? '' : ` (${missing})`}`,
  () => {
    test('holds everything up to its beginning, taken while others write', async () => {
      const [from, to, place] = await Promise.all([makePostgres(), makePostgres(), makeSqlite()])
      const file = join(dirname(place.config.dataFolder), 'fixpath.dump')
      const before = await takeWhileWriting(from.config, () =>
        run('pg_dump', ['--format=custom', `--file=${file}`, from.config.databaseUrl as string]),
      )

      await run('pg_restore', [
        ...['--no-owner', '--exit-on-error', '--single-transaction'],
        ...[`--dbname=${to.config.databaseUrl}`, file],
      ])
      expect(await findDamage(to.config, before)).toEqual([])
      const restored = await openStore(to.config)
      expect(await restored.addComment(newComment())).toHaveProperty('added', true)
      await restored.close()
      await Promise.all([from.remove(), to.remove(), place.remove()])
    })

    test('is left to PostgreSQL', async () => {
      const { config, remove } = await makePostgres()
      const store = await openStore(config)
      await expect(store.backup('/tmp/nothing')).rejects.toThrow('docs/operating.md')
      await store.close()
      await remove()
    })
  },
)
