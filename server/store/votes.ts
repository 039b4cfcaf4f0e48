import { sql } from 'kysely'
import { bumpVersion, type Database } from './database'
import { lock } from './rows'
import type { Store } from './store'

/** See `Store.vote`. */
export function vote(
  { write, dialect }: Database,
  id: string,
  visitor: string,
  now: number,
): ReturnType<Store['vote']> {
  return write(async (db) => {
    // Locked: a vote that was stored while the comment is deleted would stay behind.
    const found = await lock(
      db.selectFrom('comments').select('votes').where('id', '=', id).where('status', '=', 'approved'),
      dialect,
    ).executeTakeFirst()
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
