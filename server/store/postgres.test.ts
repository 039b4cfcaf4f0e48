import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testStore } from './contract'
import { openStore } from './open'
import { openPostgres } from './postgres'
import {
  createDatabase,
  makePostgres,
  NO_POSTGRES,
  newComment,
  postgresUrl,
  runSql,
  type TestPlace,
} from './testing'

if (!postgresUrl) console.warn(`The tests of the store in PostgreSQL are skipped. Each ${NO_POSTGRES}.`)
const why = postgresUrl ? '' : ` (${NO_POSTGRES})`

describe.skipIf(!postgresUrl)(`the store in PostgreSQL${why}`, () =>
  testStore(() => createDatabase(makePostgres)),
)

describe.skipIf(!postgresUrl)(`PostgreSQL${why}`, () => {
  let place: TestPlace
  let url: string
  beforeEach(async () => {
    place = await makePostgres()
    url = place.config.databaseUrl as string
  })
  afterEach(() => place.remove())

  test('refuses a database of a newer program', async () => {
    await (await openStore(place.config)).close()
    await runSql(`update meta set value = 99 where name = 'schema'`, url)
    await expect(openStore(place.config)).rejects.toThrow(
      /schema 99, written by a newer Fixpath; this one knows schemas up to 1/,
    )
  })

  test('says which database cannot be used, without the password', async () => {
    const wrong = new URL(url)
    wrong.pathname = '/nowhere'
    wrong.password = 'secret-word'
    const error = await openStore({ ...place.config, databaseUrl: wrong.href }).catch((reason) => reason)
    expect(error.message).toMatch(/^The database at localhost\/nowhere cannot be used: .*does not exist/)
    expect(error.message).not.toContain('secret-word')
    const closed = 'postgres://ana:secret-word@127.0.0.1:1/fixpath'
    await expect(openStore({ ...place.config, databaseUrl: closed })).rejects.toThrow(
      /^The database at 127\.0\.0\.1:1\/fixpath cannot be used: .*ECONNREFUSED/,
    )
  })

  test.each(['update audit set "by" = \'eve\'', 'delete from audit', 'truncate audit'])(
    'refuses to %s',
    async (change) => {
      const store = await openStore(place.config)
      await store.log({ at: 1, by: 'ben', action: 'promote', comment: 'a', detail: '' })
      await expect(runSql(change, url)).rejects.toThrow('never changed')
      expect(await store.auditLog({ limit: 9 })).toMatchObject([{ by: 'ben' }])
      await store.close()
    },
  )

  test('goes on when the database has cut all connections', async () => {
    const store = await openStore(place.config)
    const adding = Array.from({ length: 20 }, () => store.addComment(newComment()))
    await Promise.all(adding)
    await runSql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      url,
    )
    // As a visitor would: again, if it failed.
    const tryAgain = async (): Promise<unknown> => store.addComment(newComment()).catch(tryAgain)
    expect(await tryAgain()).toHaveProperty('added', true)
    expect(await store.countByStatus()).toMatchObject({ approved: 21 })
    await store.close()
  })

  test('begins work anew that others came in the way of', async () => {
    const { write, close } = await openPostgres(url)
    // Each takes one row and then the other's: PostgreSQL ends one of the two, which then finds its turn.
    const signal = () => {
      let resolve = () => {}
      const promise = new Promise<void>((done) => {
        resolve = done
      })
      return { promise, resolve }
    }
    const locked = [signal(), signal()] as const
    const touch = (first: 'schema' | 'version', then: 'schema' | 'version', mine: 0 | 1) =>
      write(async (db) => {
        const bump = (name: 'schema' | 'version') =>
          db
            .updateTable('meta')
            .set(({ eb }) => ({ value: eb('value', '+', 10) }))
            .where('name', '=', name)
            .execute()
        await bump(first)
        locked[mine].resolve()
        await locked[1 - mine]?.promise
        await bump(then)
      })
    await Promise.all([touch('schema', 'version', 0), touch('version', 'schema', 1)])
    expect(await runSql(`select value from meta order by name`, url)).toEqual([
      { value: '21' },
      { value: '21' },
    ])
    await close()
  })
})
