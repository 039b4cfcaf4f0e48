import type { Database } from './database'
import { randomKey, toEntry } from './rows'
import type { AuditEntry } from './store'
import type { AuditRow, Db } from './tables'

/** Writes one line of the log; `key` is random unless it is needed before. */
export function writeEntry(
  db: Db,
  entry: Omit<AuditEntry, 'id'>,
  { key = randomKey(), undoes = null }: { key?: string; undoes?: string | null } = {},
): Promise<AuditRow> {
  return db
    .insertInto('audit')
    .values({ ...entry, key, undoes })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** See `Store.log`. */
export function log({ write }: Database, entry: Omit<AuditEntry, 'id'>): Promise<AuditEntry> {
  const { at, by, action, comment, detail } = entry
  return write(async (db) => toEntry(await writeEntry(db, { at, by, action, comment, detail })))
}

/** See `Store.auditLog`. */
export async function readLog(
  { read }: Database,
  { limit, before, comment }: { limit: number; before?: number; comment?: string },
): Promise<AuditEntry[]> {
  let query = read.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  if (comment !== undefined) query = query.where('comment', '=', comment)
  return (await query.execute()).map(toEntry)
}
