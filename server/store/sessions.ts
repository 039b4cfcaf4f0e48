import type { Database } from './database'

/** Sessions that were ended lie beside the proofs that were used: both are words that hold no more. */
const nameOf = (id: string) => `session ${id}`

/** See `Store.endSession`. */
export async function endSession({ write }: Database, id: string, expires: number): Promise<void> {
  await write((db) =>
    db
      .insertInto('proofs')
      .values({ id: nameOf(id), expires })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** See `Store.isSessionEnded`. */
export async function isSessionEnded({ read }: Database, id: string): Promise<boolean> {
  const ended = await read.selectFrom('proofs').select('id').where('id', '=', nameOf(id)).executeTakeFirst()
  return ended !== undefined
}
