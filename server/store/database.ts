import { sql } from 'kysely'
import type { Dialect } from './migrations'
import type { Db } from './tables'

/** What the two kinds of database have in common. */
export interface Database {
  dialect: Dialect
  /** For reading one statement at a time. */
  read: Db
  /**
   * Does everything in one transaction, on disk when the promise resolves; nothing if `work` throws. Where
   * others came between, it is done again: `work` must not change anything but the database. `once` is for
   * work that cannot be repeated.
   */
  write<T>(work: (db: Db) => Promise<T>, options?: { once?: boolean }): Promise<T>
  /** A view that stays as it is while others write, until it is closed. */
  snapshot(): Promise<{ db: Db; close(): Promise<void> }>
  /** Copies everything into a file, while others write. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/**
 * To be called last in a transaction that changes what readers see. Last, because on PostgreSQL the row stays
 * locked until the commit: so whoever reads a version sees everything that it counts.
 */
export async function bumpVersion(db: Db): Promise<void> {
  await db.updateTable('meta').set({ value: sql`value + 1` }).where('name', '=', 'version').execute()
}
