import { type ExpressionBuilder, sql } from 'kysely'
import type { Database } from './database'
import { SHOWN, toComment } from './rows'
import type { Comment, Store, ThreadId } from './store'
import type { Tables } from './tables'

/** Approved comments, and the places of others that have an approved comment somewhere below. */
function isShown(eb: ExpressionBuilder<Tables & { c: Tables['comments'] }, 'c'>) {
  const { ref } = eb
  return eb.or([
    eb('c.status', '=', 'approved'),
    eb.exists(
      eb
        .selectFrom('comments as below')
        .select('below.id')
        .whereRef('below.thread', '=', 'c.thread')
        // What begins with the path and a dot: the slash is the character after the dot.
        .where('below.path', '>', sql<string>`${ref('c.path')} || '.'`)
        .where('below.path', '<', sql<string>`${ref('c.path')} || '/'`)
        .where('below.status', '=', 'approved'),
    ),
  ])
}

/** The order of a thread: trees by their top comment, each tree by its paths. */
const ORDER = sql`root.pinned desc, (root.staff is null), root.votes desc, root.created, root.id, c.path`

/** A comment that is not approved keeps its place without name and text. */
function toShown(row: Parameters<typeof toComment>[0]): Comment {
  const comment = toComment(row)
  if (comment.status === 'approved') return comment
  return { ...comment, name: '', body: '', staff: null, pinned: false, votes: 0, edited: null }
}

/** See `Store.readThread`. */
export async function readThread(
  { read }: Database,
  thread: ThreadId,
  { limit, offset }: { limit: number; offset: number },
): ReturnType<Store['readThread']> {
  const shown = read.selectFrom('comments as c').where('c.thread', '=', thread).where(isShown)
  const [{ total }, rows] = await Promise.all([
    shown.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    shown
      .innerJoin('comments as root', 'root.id', 'c.root')
      .select(SHOWN.map((column) => `c.${column}` as const))
      .orderBy(ORDER)
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { comments: rows.map(toShown), total }
}

/** See `Store.placeInThread`. */
export async function placeInThread({ read }: Database, id: string): Promise<number | undefined> {
  const found = await read
    .selectFrom((eb) =>
      eb
        .selectFrom('comments as c')
        .innerJoin('comments as root', 'root.id', 'c.root')
        .where('c.thread', '=', eb.selectFrom('comments').select('thread').where('comments.id', '=', id))
        .where(isShown)
        .select(['c.id', sql<number>`row_number() over (order by ${ORDER})`.as('place')])
        .as('placed'),
    )
    .select('place')
    .where('id', '=', id)
    .executeTakeFirst()
  return found && found.place - 1
}

/** See `Store.countComments`. */
export async function countComments(
  { read }: Database,
  threads?: readonly ThreadId[],
): Promise<Map<ThreadId, number>> {
  if (threads?.length === 0) return new Map()
  let query = read
    .selectFrom('comments')
    .select(({ fn }) => ['thread', fn.countAll<number>().as('count')])
    .where('status', '=', 'approved')
    .groupBy('thread')
  if (threads) query = query.where('thread', 'in', threads)
  return new Map((await query.execute()).map(({ thread, count }) => [thread, count]))
}

/** See `Store.latestComments`. */
export async function latestComments(
  { read }: Database,
  threads: readonly ThreadId[],
  limit: number,
): Promise<Comment[]> {
  if (threads.length === 0) return []
  const rows = await read
    .selectFrom('comments')
    .select(SHOWN)
    .where('status', '=', 'approved')
    .where('thread', 'in', threads)
    .orderBy('created', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toComment)
}
