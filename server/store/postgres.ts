import { Kysely, PostgresDialect, PostgresQueryCompiler } from 'kysely'
import { Pool, types } from 'pg'
import type { Database } from './database'
import { migrate } from './migrations'
import type { Tables } from './tables'
import { cleanText } from './text'

/** How often work is begun anew that others came in the way of. */
const ATTEMPTS = 8
const INT8 = 20

class Compiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(typeof value === 'string' ? cleanText(value) : value)
  }
}

class Dialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new Compiler()
  }
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? ''

/** Nothing was stored because of what others did: serialization failure, deadlock, a row that was first. */
const isConflict = (error: unknown) => ['40001', '40P01', '23505'].includes(codeOf(error))

/** The connection is gone: the database restarts, or the network was cut. */
const isLost = (error: unknown) =>
  /^(57P0[123]|08...|ECONNRESET|EPIPE)$/.test(codeOf(error)) ||
  /connection terminated|not queryable/i.test((error as Error).message)

function connect(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    // On this side too, for a network that swallows the answer.
    query_timeout: 40_000,
    keepAlive: true,
    application_name: 'fixpath',
    types: {
      // Times and counts are far below 2^53.
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  })
  // A connection that breaks is replaced by the pool, and whoever uses it at that moment is told by the
  // statement. Without a listener on both, the event would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Where a connection leads, without the password. */
function nameDatabase(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host || 'this machine'}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

/** Opens a PostgreSQL database, or one that speaks its protocol, and makes the tables if need be. */
export async function openPostgres(url: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new Dialect({ pool: connect(url) }) })
  const write: Database['write'] = async (work, { once = false } = {}) => {
    for (let attempt = 1; ; attempt++) {
      let worked = false
      try {
        return await db.transaction().execute(async (transaction) => {
          const result = await work(transaction)
          worked = true
          return result
        })
      } catch (error) {
        // A connection lost during the commit may have committed: that is for the caller to find out.
        const again = isConflict(error) || (!worked && isLost(error))
        if (once || !again || attempt === ATTEMPTS) throw error
      }
    }
  }
  try {
    await write((transaction) => migrate(transaction, 'postgres'))
  } catch (error) {
    await db.destroy()
    throw new Error(`The database at ${nameDatabase(url)} cannot be used: ${(error as Error).message}`, {
      cause: error,
    })
  }
  return {
    dialect: 'postgres',
    read: db,
    write,
    snapshot: async () => {
      const view = await db
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute()
      // The view begins with the first reading.
      await view.selectFrom('meta').select('value').execute()
      return {
        db: view,
        close: async () => {
          await view.rollback().execute()
        },
      }
    },
    backup: () => Promise.reject(new Error('PostgreSQL makes its own backups: see docs/operating.md.')),
    close: () => db.destroy(),
  }
}
