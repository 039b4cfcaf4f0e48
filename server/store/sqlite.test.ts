import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import Libsql from 'libsql'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testStore } from './contract'
import { openStore } from './open'
import { openSqlite } from './sqlite'
import { createDatabase, makeSqlite, newComment } from './testing'

describe('the store in SQLite', () => testStore(() => createDatabase(makeSqlite)))

describe('SQLite', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fixpath-store-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('refuses a database of a newer program', async () => {
    await (await openStore({ dataFolder: folder })).close()
    const file = new Libsql(join(folder, 'fixpath.db'))
    file.exec(`update meta set value = 99 where name = 'schema'`)
    file.close()
    await expect(openStore({ dataFolder: folder })).rejects.toThrow(
      /schema 99, written by a newer Fixpath; this one knows schemas up to 1/,
    )
  })

  test('says which file cannot be opened', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openStore({ dataFolder: join(folder, 'file') })).rejects.toThrow(
      /file\/fixpath\.db cannot be opened: .*DATA_FOLDER/,
    )
    writeFileSync(join(folder, 'fixpath.db'), 'This is a poem, not a database. '.repeat(200))
    await expect(openStore({ dataFolder: folder })).rejects.toThrow(/not a database/)
  })

  test('writes its log back while others write, so that it does not grow for ever', async () => {
    const store = await openStore({ dataFolder: folder })
    let written = 0
    const writeSome = (count: number) =>
      Promise.all(
        Array.from({ length: 4 }, async () => {
          for (const end = written + count; written < end; )
            await store.log({
              at: ++written,
              by: 'ana',
              action: 'pin',
              comment: 'a',
              detail: 'x'.repeat(900),
            })
        }),
      )
    const size = () => statSync(join(folder, 'fixpath.db-wal')).size
    await writeSome(400)
    const early = size()
    await writeSome(3_600)
    expect(size()).toBeLessThan(5 * early)
    await store.close()
  })

  test('keeps a log, leaves its flushing to us, and checks references', async () => {
    const { read, write, close } = await openSqlite(folder)
    const pragmas = async (db: typeof read) =>
      Promise.all(
        ['journal_mode', 'synchronous', 'foreign_keys'].map(
          async (name) => Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] as object)[0],
        ),
      )
    expect(await pragmas(read)).toEqual(['wal', 1, 1])
    expect(await write(pragmas)).toEqual(['wal', 1, 1])
    await close()
  })

  test('leaves nothing of a deleted comment in its file', async () => {
    const secret = 'xyzzy'.repeat(2000)
    const store = await openStore({ dataFolder: folder })
    const texts = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('')
    for (const id of ['a', 'b', 'c'])
      await store.addComment(newComment({ id, name: `${id}plugh`, body: `${secret}${id}` }))
    expect(texts()).toContain('xyzzy')
    for (const id of ['a', 'b', 'c']) await store.moderate(id, 'delete', 'ben', 1)
    await store.close()
    expect(texts()).not.toMatch(/xyzzy|plugh/)
  })

  test.each(['update audit set "by" = \'eve\'', 'delete from audit'])('refuses to %s', async (change) => {
    const store = await openStore({ dataFolder: folder })
    await store.log({ at: 1, by: 'ben', action: 'promote', comment: 'a', detail: '' })
    const { write, close } = await openSqlite(folder)
    await expect(write((db) => sql.raw(change).execute(db))).rejects.toThrow('never changed')
    expect(await store.auditLog({ limit: 9 })).toMatchObject([{ by: 'ben' }])
    await Promise.all([close(), store.close()])
  })

  test('waits for another process that is writing, and lets others read meanwhile', async () => {
    const store = await openStore({ dataFolder: folder })
    const file = new Libsql(join(folder, 'fixpath.db'))
    file.exec('begin immediate')
    const adding = store.addComment(newComment())
    expect(await store.countByStatus()).toMatchObject({ approved: 0 })
    file.exec('commit')
    expect(await adding).toHaveProperty('added', true)
    file.close()
    await store.close()
  })
})
