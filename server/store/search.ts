import { sql } from 'kysely'
import type { Database } from './database'
import { SHOWN, toComment } from './rows'
import type { CommentSearch, CommentStatus, ModeratedComment } from './store'
import { foldText } from './text'

const MOST = 200
/** More words than this are passed over. */
const WORDS = 20

/** See `Store.findComments`. */
export async function findComments(
  { read, dialect }: Database,
  search: CommentSearch,
): Promise<ModeratedComment[]> {
  const { id, status, thread, before, oldestFirst = false, now = Date.now() } = search
  let query = read.selectFrom('comments as c')
  if (id !== undefined) query = query.where('c.id', '=', id)
  if (status) query = query.where('c.status', '=', status)
  if (thread !== undefined) query = query.where('c.thread', '=', thread)
  const words = foldText(search.text ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, WORDS)
  // Not `like`: what is looked for is a text, in which % and _ are characters like others.
  const find = sql.raw(dialect === 'postgres' ? 'strpos' : 'instr')
  for (const word of words) query = query.where(sql<boolean>`${find}(c.folded, ${word}) > 0`)
  if (before !== undefined) {
    const last = await read
      .selectFrom('comments')
      .select(['created', 'id'])
      .where('id', '=', before)
      .executeTakeFirst()
    if (!last) return []
    const sign = oldestFirst ? '>' : '<'
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('c.created', 'c.id'), sign, tuple(last.created, last.id)),
    )
  }
  const direction = oldestFirst ? 'asc' : 'desc'
  const rows = await query
    .select(SHOWN.map((column) => `c.${column}` as const))
    .select(['c.address_hash', 'c.browser_hash'])
    .select(({ eb, exists }) =>
      exists(
        eb
          .selectFrom('bans')
          .select('bans.hash')
          .where('bans.until', '>', now)
          .where('bans.lifted', 'is', null)
          .where((ban) =>
            ban.or([
              ban('bans.hash', '=', ban.ref('c.address_hash')),
              ban('bans.hash', '=', ban.ref('c.browser_hash')),
            ]),
          ),
      ).as('banned'),
    )
    .orderBy('c.created', direction)
    .orderBy('c.id', direction)
    .limit(Math.min(Math.max(Math.trunc(search.limit), 1), MOST))
    .execute()
  return rows.map((row) => ({
    ...toComment(row),
    addressHash: row.address_hash,
    browserHash: row.browser_hash,
    banned: Boolean(row.banned),
  }))
}

/** See `Store.countByStatus`. */
export async function countByStatus({ read }: Database): Promise<Record<CommentStatus, number>> {
  const rows = await read
    .selectFrom('comments')
    .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute()
  const counts = { waiting: 0, approved: 0, hidden: 0, deleted: 0 }
  for (const { status, count } of rows) counts[status] = count
  return counts
}
