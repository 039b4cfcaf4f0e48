import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, open as openFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
} from 'kysely'
import Libsql from 'libsql'
import LibsqlAside from 'libsql/promise'
import type { Database } from './database'
import { joinFlushes } from './flush'
import { migrate } from './migrations'
import type { Db, Tables } from './tables'
import { cleanText } from './text'

/** How long a write waits for another process (an import, say) to finish. */
const PATIENCE_MS = 30_000
/** Waiting inside SQLite stops the whole process, so that is short and the rest is done outside. */
const BUSY_TIMEOUT_MS = 20
/** Statements are kept prepared; lists of different lengths make different statements. */
const PREPARED = 200
/** After so many commits the log is written back into the database; each is about ten pages, 40 kB. */
const COMMITS_KEPT = 500

const isBusy = (error: unknown) => /^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')

async function retryWhileBusy<T>(attempt: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (Date.now() > end)
        throw new Error(`Another process has kept the database locked for ${PATIENCE_MS / 1000} s.`, {
          cause: error,
        })
      await wait(pause)
    }
  }
}

/** One connection, whose statements are prepared once. */
function connect(file: string): SqliteDatabase {
  const database = new Libsql(file, { timeout: BUSY_TIMEOUT_MS })
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => {
      prepared.clear()
      database.close()
    },
    prepare: (text) => {
      const statement = prepared.get(text) ?? (database.prepare(text) as unknown as SqliteStatement)
      prepared.delete(text)
      prepared.set(text, statement)
      if (prepared.size > PREPARED) prepared.delete(prepared.keys().next().value as string)
      return statement
    },
  }
}

class Driver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // Immediate: a transaction that turns from reading to writing later can be refused at any point.
    await retryWhileBusy(() => connection.executeQuery(CompiledQuery.raw('begin immediate')))
  }
}

class Compiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(typeof value === 'string' ? cleanText(value) : value)
  }
}

class Dialect extends SqliteDialect {
  readonly config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.config = config
  }
  override createDriver(): SqliteDriver {
    return new Driver(this.config)
  }
  override createQueryCompiler(): SqliteQueryCompiler {
    return new Compiler()
  }
}

async function open(file: string): Promise<Db> {
  const db = new Kysely<Tables>({ dialect: new Dialect({ database: connect(file) }) })
  await retryWhileBusy(async () => {
    // WAL: readers and the one writer do not wait for each other.
    await sql`pragma journal_mode = wal`.execute(db)
    // With FULL the whole process would stand still at each commit until the disk has it. What FULL adds to
    // NORMAL is a flush of the log after each commit: `write` sees to that, without stopping anybody.
    await sql`pragma synchronous = normal`.execute(db)
    // For the same reason commits do not write the log back: see `startWritingBack`.
    await sql`pragma wal_autocheckpoint = 0`.execute(db)
    await sql`pragma foreign_keys = on`.execute(db)
    // What is deleted is overwritten in the file too.
    await sql`pragma secure_delete = on`.execute(db)
    await sql`pragma journal_size_limit = 67108864`.execute(db)
  })
  return db
}

/**
 * Writes the log back into the database every so many commits, on another thread, while others read and write;
 * whatever keeps it from that, it is tried again after as many more.
 */
function startWritingBack(file: string, writer: Db) {
  const aside = new LibsqlAside(file, { timeout: BUSY_TIMEOUT_MS })
  const writeBack = () => aside.exec('pragma wal_checkpoint(passive)')
  const work = async () => {
    await writeBack()
    // What was committed meanwhile, with the writer held: only a log that is written back to its end is begun
    // anew, and otherwise it would grow for as long as there is always somebody who writes.
    await writer.connection().execute(writeBack)
  }
  let commits = 0
  let running: Promise<void> = Promise.resolve()
  return {
    committed() {
      if (++commits % COMMITS_KEPT > 0) return
      running = running.then(work).catch(() => {})
    },
    async stop() {
      await running
      aside.close()
    },
  }
}

/** Flushes a file or folder to disk. */
function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Opens, and makes if need be, `fixpath.db` in a folder. One connection reads, one writes, in turns. */
export async function openSqlite(folder: string): Promise<Database> {
  const file = join(folder, 'fixpath.db')
  let reader: Db
  let writer: Db
  let log: FileHandle
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writer = await open(file)
    reader = await open(file)
    // Made by the first who opens, and the same file until the last has closed.
    log = await openFile(`${file}-wal`, 'r+')
  } catch (error) {
    throw new Error(
      `The database ${file} cannot be opened: ${(error as Error).message}. The folder must be writable; DATA_FOLDER names another.`,
      { cause: error },
    )
  }
  const flush = joinFlushes(() => log.datasync())
  const writingBack = startWritingBack(file, writer)
  const close = async () => {
    await writingBack.stop()
    await log.close()
    await reader.destroy()
    // Leaves one file with everything in it, if nobody else has it open.
    await sql`pragma wal_checkpoint(truncate)`.execute(writer).catch(() => {})
    await writer.destroy()
  }
  try {
    await writer.transaction().execute((db) => migrate(db, 'sqlite'))
    await flush()
  } catch (error) {
    await close()
    throw error
  }
  return {
    dialect: 'sqlite',
    read: reader,
    write: async (work) => {
      const result = await writer.transaction().execute(work)
      // A commit is on disk, not only handed to the system, so that it outlives a power cut too.
      await flush()
      writingBack.committed()
      return result
    },
    snapshot: async () => {
      const db = await open(file)
      await sql`begin`.execute(db)
      // The view begins with the first reading.
      await db.selectFrom('meta').select('value').execute()
      const close = async () => {
        // A connection lives on until its statements are collected as garbage; its view must not, because the
        // log grows as long as somebody looks at an old moment.
        await sql`rollback`.execute(db)
        await db.destroy()
      }
      return { db, close }
    },
    backup: async (target) => {
      if (existsSync(target)) throw new Error(`${target} exists already. Name a file that does not.`)
      // Not under its name until it is whole and on disk, which `vacuum into` does not see to.
      const part = `${target}.part`
      rmSync(part, { force: true })
      const db = await open(file)
      try {
        await sql`vacuum into ${part}`.execute(db)
        sync(part)
        renameSync(part, target)
        sync(dirname(target))
      } finally {
        await db.destroy()
        rmSync(part, { force: true })
      }
    },
    close,
  }
}
