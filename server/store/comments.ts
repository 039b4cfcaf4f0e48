import { bumpVersion, type Database } from './database'
import { eraseComment, lockComment, SHOWN, toComment } from './rows'
import { type AddResult, type Comment, DEEPEST, type NewComment, type Refusal, type Store } from './store'
import type { Db, NewCommentRow } from './tables'
import { hashWords, searchable } from './text'

/** Takes the transaction back, so that what was spent for the comment is spent no more. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** Digits of a time, so that texts sort as times do. */
const TIME_DIGITS = 15

/** Sorts behind the parent and its earlier answers: '.' comes before every digit and letter. */
export function placeBelow(parent: { path: string } | undefined, id: string, created: number): string {
  const own = `${String(created).padStart(TIME_DIGITS, '0')}${id}`
  return parent ? `${parent.path}.${own}` : own
}

const bySubmission = (db: Db, submission: string) =>
  db.selectFrom('comments').select(SHOWN).where('submission', '=', submission).executeTakeFirst()

async function findParent(db: Db, { parent, thread }: NewComment) {
  if (parent === null) return undefined
  const found = await db
    .selectFrom('comments')
    .select(['path', 'root', 'depth'])
    .where('id', '=', parent)
    .where('thread', '=', thread)
    .where('status', '=', 'approved')
    .executeTakeFirst()
  if (!found) throw new Refused('no-parent')
  if (found.depth >= DEEPEST) throw new Refused('too-deep')
  return found
}

async function spendProof(db: Db, proof: { id: string; expires: number }): Promise<boolean> {
  const spent = await db
    .insertInto('proofs')
    .values(proof)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return spent !== undefined
}

async function add(
  db: Db,
  comment: NewComment,
  proof: { id: string; expires: number } | undefined,
): Promise<AddResult> {
  const sentBefore = async () => {
    const stored = await bySubmission(db, comment.submission)
    return stored && { comment: toComment(stored), added: false }
  }
  const before = await sentBefore()
  if (before) return before
  const parent = await findParent(db, comment)
  if (proof && !(await spendProof(db, proof))) {
    // The same submission may have come in twice at once: both bring the same proof.
    const meanwhile = await sentBefore()
    if (meanwhile) return meanwhile
    throw new Refused('used-proof')
  }
  const { id, submission, thread, name, body, status, staff, now } = comment
  const row: NewCommentRow = {
    id,
    submission,
    thread,
    parent: comment.parent,
    root: parent?.root ?? id,
    depth: parent ? parent.depth + 1 : 0,
    path: placeBelow(parent, id, now),
    name,
    body,
    folded: searchable(comment),
    // The staff may give two readers of a thread the same answer.
    words: staff === null ? hashWords(thread, body) : null,
    status,
    staff,
    pinned: 0,
    votes: 0,
    created: now,
    edited: null,
    token_hash: comment.tokenHash,
    address_hash: comment.addressHash,
    browser_hash: comment.browserHash,
  }
  const stored = await db
    .insertInto('comments')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(SHOWN)
    .executeTakeFirst()
  if (!stored) {
    const meanwhile = await sentBefore()
    if (meanwhile) return meanwhile
    const taken = await db.selectFrom('comments').select('id').where('id', '=', id).executeTakeFirst()
    if (taken) throw new Error(`There is a comment ${id} already: ids must be random.`)
    throw new Refused('duplicate')
  }
  if (status === 'approved') await bumpVersion(db)
  return { comment: toComment(stored), added: true }
}

/** See `Store.addComment`. */
export async function addComment(
  database: Database,
  comment: NewComment,
  proof?: { id: string; expires: number },
): Promise<AddResult> {
  try {
    return await database.write((db) => add(db, comment, proof))
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    throw error
  }
}

/** See `Store.comment`. */
export async function readComment({ read }: Database, id: string): Promise<Comment | undefined> {
  const row = await read.selectFrom('comments').select(SHOWN).where('id', '=', id).executeTakeFirst()
  return row && toComment(row)
}

/** See `Store.ownComment`. */
export async function readOwn(
  { read }: Database,
  id: string,
  tokenHash: string,
): Promise<Comment | undefined> {
  const row = await read
    .selectFrom('comments')
    .select(SHOWN)
    .where('id', '=', id)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && toComment(row)
}

/** The comment, if whoever holds the token may still change it. */
async function lockOwn(
  db: Db,
  dialect: Database['dialect'],
  id: string,
  by: { tokenHash: string; since: number },
) {
  const row = await lockComment(db, dialect, id)
  if (!row || row.status === 'deleted') return 'not-found'
  if (row.token_hash === null || row.token_hash !== by.tokenHash) return 'wrong-token'
  return row.created < by.since ? 'too-late' : row
}

/** See `Store.editComment`. */
export function editComment(
  { write, dialect }: Database,
  id: string,
  change: Parameters<Store['editComment']>[1],
): ReturnType<Store['editComment']> {
  return write(async (db) => {
    const old = await lockOwn(db, dialect, id, change)
    if (typeof old === 'string') return old
    const { name, body, now } = change
    const words = hashWords(old.thread, body)
    const same = await db
      .selectFrom('comments')
      .select('id')
      .where('words', '=', words)
      .where('id', '!=', id)
      .executeTakeFirst()
    const row = await db
      .updateTable('comments')
      .set({
        name,
        body,
        folded: searchable({ thread: old.thread, name, body }),
        words: same ? null : words,
        // What waits or was hidden stays so, whatever its writer does.
        status: old.status === 'approved' ? change.status : old.status,
        edited: now,
      })
      .where('id', '=', id)
      .returning(SHOWN)
      .executeTakeFirstOrThrow()
    if (old.status === 'approved') await bumpVersion(db)
    return toComment(row)
  })
}

/** See `Store.deleteOwn`. */
export function deleteOwn(
  { write, dialect }: Database,
  id: string,
  by: Parameters<Store['deleteOwn']>[1],
): ReturnType<Store['deleteOwn']> {
  return write(async (db) => {
    const old = await lockOwn(db, dialect, id, by)
    if (typeof old === 'string') return old
    await eraseComment(db, id)
    await bumpVersion(db)
    return 'deleted'
  })
}
