import { writeEntry } from './audit'
import { bumpVersion, type Database } from './database'
import { commentNow } from './moderation'
import { lockComment, toEntry } from './rows'
import type { CommentStatus, ModerationAction, Store } from './store'
import type { AuditRow, CommentRow, Db } from './tables'

/** Actions that overwrite one another: the newer one stands in the way of undoing the older. */
const KINDS: readonly (readonly ModerationAction[])[] = [
  ['approve', 'hide', 'delete'],
  ['pin', 'unpin'],
  ['ban', 'unban'],
]

/** Whether this entry still decides how things are: not undone, and nothing newer of its kind that stands. */
async function isLatest(db: Db, entry: AuditRow, kind: readonly ModerationAction[]): Promise<boolean> {
  const newer = await db
    .selectFrom('audit as a')
    .select('a.id')
    .where('a.comment', '=', entry.comment)
    .where('a.action', 'in', kind)
    .where('a.id', '>=', entry.id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('audit as u').select('u.id').whereRef('u.undoes', '=', 'a.key'))),
    )
    .orderBy('a.id', 'desc')
    .executeTakeFirst()
  return newer?.id === entry.id
}

/** The status that an entry noted; but what its writer changed since has been read by nobody, so it waits. */
function statusBefore({ detail, at }: AuditRow, { edited }: CommentRow): CommentStatus {
  return detail === 'approved' && edited !== null && edited >= at ? 'waiting' : (detail as CommentStatus)
}

async function takeBack(db: Db, entry: AuditRow, comment: CommentRow): Promise<void> {
  const { action, detail, key } = entry
  const set = db.updateTable('comments').where('id', '=', comment.id)
  switch (action) {
    case 'approve':
    case 'hide':
      await set.set({ status: statusBefore(entry, comment) }).execute()
      break
    case 'pin':
    case 'unpin':
      await set.set({ pinned: detail === 'pinned' ? 1 : 0 }).execute()
      break
    case 'ban':
      await db.deleteFrom('bans').where('entry', '=', key).execute()
      break
    case 'unban':
      await db.updateTable('bans').set({ lifted: null }).where('lifted', '=', key).execute()
  }
}

/** See `Store.undo`. */
export function undo(
  { write, dialect }: Database,
  id: number,
  by: string,
  now: number,
): ReturnType<Store['undo']> {
  return write(async (db) => {
    const entry = await db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst()
    const kind = KINDS.find((actions) => entry && actions.includes(entry.action))
    if (!entry || !kind) return 'not-found'
    const comment = await lockComment(db, dialect, entry.comment)
    if (!comment) return 'not-found'
    if (comment.status === 'deleted' || !(await isLatest(db, entry, kind))) return 'too-late'
    await takeBack(db, entry, comment)
    const undone = await writeEntry(
      db,
      { at: now, by, action: 'undo', comment: entry.comment, detail: `${entry.action} ${entry.id}` },
      { undoes: entry.key },
    )
    const result = { comment: await commentNow(db, entry.comment), entry: toEntry(undone) }
    if (entry.action !== 'ban' && entry.action !== 'unban') await bumpVersion(db)
    return result
  })
}
