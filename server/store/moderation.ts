import { writeEntry } from './audit'
import { bumpVersion, type Database } from './database'
import { eraseComment, lockComment, randomKey, SHOWN, toComment, toEntry } from './rows'
import type { Comment, Store } from './store'
import type { CommentRow, Db } from './tables'

type Action = Parameters<Store['moderate']>[1]

/** A ban lasts so long unless it is said how long. */
const BAN_MS = 30 * 24 * 60 * 60 * 1000

const hashesOf = ({ address_hash, browser_hash }: CommentRow) => [
  ...new Set([address_hash, browser_hash].filter((hash) => hash !== null)),
]

async function ban(db: Db, comment: CommentRow, entry: string, now: number, until: number): Promise<string> {
  const hashes = hashesOf(comment)
  if (hashes.length === 0) return 'nobody: what could be banned is forgotten'
  await db
    .insertInto('bans')
    .values(hashes.map((hash) => ({ entry, comment: comment.id, hash, at: now, until, lifted: null })))
    .execute()
  return `until ${new Date(until).toISOString()}`
}

/** Lifts every ban of this writer, by whichever comment it was set. */
async function unban(db: Db, comment: CommentRow, entry: string): Promise<string> {
  const hashes = hashesOf(comment)
  const lifted = await db
    .updateTable('bans')
    .set({ lifted: entry })
    .where('lifted', 'is', null)
    .where((eb) =>
      eb.or([eb('comment', '=', comment.id), ...(hashes.length > 0 ? [eb('hash', 'in', hashes)] : [])]),
    )
    .returning('hash')
    .execute()
  return `${lifted.length} lifted`
}

/** Does it, and gives back what the log says of it: the state before, for undo. */
async function act(
  db: Db,
  comment: CommentRow,
  action: Action,
  entry: string,
  now: number,
  until: number,
): Promise<string> {
  const set = (values: Partial<Pick<CommentRow, 'status' | 'pinned'>>) =>
    db.updateTable('comments').set(values).where('id', '=', comment.id).execute()
  switch (action) {
    case 'approve':
      await set({ status: 'approved' })
      return comment.status
    case 'hide':
      await set({ status: 'hidden' })
      return comment.status
    case 'delete':
      await eraseComment(db, comment.id)
      return comment.status
    case 'pin':
    case 'unpin':
      await set({ pinned: action === 'pin' ? 1 : 0 })
      return comment.pinned === 1 ? 'pinned' : 'unpinned'
    case 'ban':
      return ban(db, comment, entry, now, until)
    case 'unban':
      return unban(db, comment, entry)
  }
}

/** The comment as it is now. */
export async function commentNow(db: Db, id: string): Promise<Comment> {
  return toComment(
    await db.selectFrom('comments').select(SHOWN).where('id', '=', id).executeTakeFirstOrThrow(),
  )
}

/** See `Store.moderate`. */
export function moderate(
  { write, dialect }: Database,
  id: string,
  action: Action,
  by: string,
  now: number,
  until = now + BAN_MS,
  seen?: Parameters<Store['moderate']>[5],
): ReturnType<Store['moderate']> {
  return write(async (db) => {
    const comment = await lockComment(db, dialect, id)
    if (!comment || (comment.status === 'deleted' && action !== 'unban')) return undefined
    if (seen && (seen.status !== comment.status || seen.edited !== comment.edited)) return undefined
    const key = randomKey()
    const detail = await act(db, comment, action, key, now, until)
    const entry = await writeEntry(db, { at: now, by, action, comment: id, detail }, { key })
    const result = { comment: await commentNow(db, id), entry: toEntry(entry) }
    if (action !== 'ban' && action !== 'unban') await bumpVersion(db)
    return result
  })
}
