import type { Database } from './database'

/** See `Store.isKnownWriter`. */
export async function isKnownWriter({ read }: Database, browserHash: string): Promise<boolean> {
  const rows = await read
    .selectFrom('comments')
    .select('status')
    .distinct()
    .where('browser_hash', '=', browserHash)
    .where('status', 'in', ['approved', 'hidden'])
    .execute()
  return rows.length === 1 && rows[0]?.status === 'approved'
}

/** See `Store.isBanned`. */
export async function isBanned({ read }: Database, hashes: readonly string[], now: number): Promise<boolean> {
  if (hashes.length === 0) return false
  const ban = await read
    .selectFrom('bans')
    .select('hash')
    .where('hash', 'in', hashes)
    .where('until', '>', now)
    .where('lifted', 'is', null)
    .executeTakeFirst()
  return ban !== undefined
}

/** See `Store.forgetWriters`. */
export function forgetWriters({ write }: Database, before: number, now: number): Promise<void> {
  return write(async (db) => {
    await db
      .updateTable('comments')
      .set({ address_hash: null })
      .where('address_hash', 'is not', null)
      .where('created', '<', before)
      .execute()
    await db.deleteFrom('proofs').where('expires', '<=', now).execute()
    await db
      .deleteFrom('bans')
      .where((eb) =>
        eb.or([eb('until', '<=', now), eb.and([eb('lifted', 'is not', null), eb('at', '<', before)])]),
      )
      .execute()
  })
}
