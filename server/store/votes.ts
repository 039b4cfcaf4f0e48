import { sql } from 'kysely'
import { bumpVersion, type Database } from './database'
import type { Store } from './store'

/** See `Store.vote`. */
export function vote(
  { write }: Database,
  id: string,
  visitor: string,
  now: number,
): ReturnType<Store['vote']> {
  return write(async (db) => {
    const found = await db
      .selectFrom('comments')
      .select('votes')
      .where('id', '=', id)
      .where('status', '=', 'approved')
      .executeTakeFirst()
    if (!found) return undefined
    const counted = await db
      .insertInto('votes')
      .values({ comment: id, visitor, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('comment')
      .executeTakeFirst()
    if (!counted) return { votes: found.votes, counted: false }
    const { votes } = await db
      .updateTable('comments')
      .set({ votes: sql`votes + 1` })
      .where('id', '=', id)
      .returning('votes')
      .executeTakeFirstOrThrow()
    await bumpVersion(db)
    return { votes, counted: true }
  })
}
