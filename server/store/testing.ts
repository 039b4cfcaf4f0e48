import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { newComment, newOutcome, type TestDatabase } from './contract/fixtures'
import { openStore, type StoreConfig } from './open'

export { newComment, newOutcome }

/** The PostgreSQL for tests, in which every test makes databases of its own. */
export const postgresUrl = process.env.TEST_DATABASE_URL

/** Why tests are skipped, for their title. */
export const NO_POSTGRES =
  'needs PostgreSQL: node scripts/postgres.mjs npx vitest run server (or set TEST_DATABASE_URL)'

/** A place for a store, removed with everything in it by `remove`. */
export interface TestPlace {
  config: StoreConfig
  remove(): Promise<void>
}

/** A folder for a store in SQLite. */
export async function makeSqlite(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'fixpath-store-'))
  return {
    config: { dataFolder: join(folder, 'data') },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs SQL in the PostgreSQL for tests. */
export async function runSql(text: string, url = postgresUrl): Promise<unknown[]> {
  const pool = new Pool({ connectionString: url, max: 1 })
  try {
    return (await pool.query(text)).rows
  } finally {
    await pool.end()
  }
}

/** A new database in the PostgreSQL for tests. */
export async function makePostgres(): Promise<TestPlace> {
  if (!postgresUrl) throw new Error(`This test ${NO_POSTGRES}.`)
  const name = `fixpath_test_${randomBytes(6).toString('hex')}`
  await runSql(`create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return {
    config: { databaseUrl: url.href, dataFolder: '' },
    remove: async () => {
      await runSql(`drop database if exists ${name} with (force)`)
    },
  }
}

/** The database of a suite, in places that `make` makes. */
export async function createDatabase(make: () => Promise<TestPlace>): Promise<TestDatabase> {
  const place = await make()
  const places = [place]
  return {
    open: () => openStore(place.config),
    openOther: async () => {
      const other = await make()
      places.push(other)
      return openStore(other.config)
    },
    remove: async () => {
      for (const { remove } of places) await remove()
    },
  }
}
