import { randomBytes } from 'node:crypto'
import type { SelectQueryBuilder } from 'kysely'
import type { Database } from './database'
import type { AuditEntry, Comment } from './store'
import type { AuditRow, CommentRow, Db, Tables } from './tables'

/** The columns of a comment that may be shown. */
export const SHOWN = [
  'id',
  'thread',
  'parent',
  'depth',
  'name',
  'body',
  'status',
  'staff',
  'pinned',
  'votes',
  'created',
  'edited',
] as const

/** A comment without what never leaves the store. */
export function toComment(row: Pick<CommentRow, (typeof SHOWN)[number]>): Comment {
  const { id, thread, parent, depth, name, body, status, staff, pinned, votes, created, edited } = row
  return {
    id,
    thread,
    parent,
    depth,
    name,
    body,
    status,
    staff,
    pinned: pinned === 1,
    votes,
    created,
    edited,
  }
}

/** An entry of the log without what only the store needs. */
export function toEntry({ id, at, by, action, comment, detail }: AuditRow): AuditEntry {
  return { id, at, by, action, comment, detail }
}

/** A random name that no other has. */
export function randomKey(): string {
  return randomBytes(16).toString('base64url')
}

/** The comment with all its columns, kept from others until the transaction ends. */
export async function lockComment(
  db: Db,
  dialect: Database['dialect'],
  id: string,
): Promise<CommentRow | undefined> {
  return lock(db.selectFrom('comments').selectAll().where('id', '=', id), dialect).executeTakeFirst()
}

/** SQLite has one writer at a time, so there is nothing to lock. */
export function lock<T extends keyof Tables, O>(
  query: SelectQueryBuilder<Tables, T, O>,
  dialect: Database['dialect'],
): SelectQueryBuilder<Tables, T, O> {
  return dialect === 'postgres' ? query.forUpdate() : query
}

/** What a deletion leaves of a comment: its place, and the submission, so that it is not sent once more. */
export const ERASED = {
  status: 'deleted',
  name: '',
  body: '',
  folded: '',
  words: null,
  staff: null,
  pinned: 0,
  votes: 0,
  edited: null,
  token_hash: null,
  address_hash: null,
  browser_hash: null,
} as const

/** Overwrites a comment with `ERASED` and forgets who voted for it. */
export async function eraseComment(db: Db, id: string): Promise<void> {
  await db.updateTable('comments').set(ERASED).where('id', '=', id).execute()
  await db.deleteFrom('votes').where('comment', '=', id).execute()
}
