import type { Database } from './database'
import { openPostgres } from './postgres'
import { createSqlStore } from './sql-store'
import { openSqlite } from './sqlite'
import type { Store } from './store'

/** Where the store is: PostgreSQL if a URL is given, else the file `fixpath.db` in the data folder. */
export interface StoreConfig {
  databaseUrl?: string | undefined
  dataFolder: string
}

/** Opens the database by itself: for what the store does not do, such as looking for damage. */
export function openDatabase({ databaseUrl, dataFolder }: StoreConfig): Promise<Database> {
  return databaseUrl ? openPostgres(databaseUrl) : openSqlite(dataFolder)
}

/**
 * Opens the store, which is made and brought up to date if need be.
 *
 * @throws an Error that says where the database is, what is wrong and how to mend it
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  return createSqlStore(await openDatabase(config))
}
