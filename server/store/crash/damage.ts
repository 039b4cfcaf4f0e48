import { sql } from 'kysely'
import { openDatabase, type StoreConfig } from '../open'
import type { Db } from '../tables'

/** Something that was sent to the store. */
export type Sent =
  /** `body` where it is not `bodyOf(id)`. */
  | { kind: 'comment'; id: string; parent: string | null; body?: string }
  | { kind: 'vote'; comment: string; visitor: string }
  | { kind: 'outcome'; visit: string }

/** Long enough for several pages of the database, so that half of it could be missing. */
export const bodyOf = (id: string) => `${`The words of ${id}. `.repeat(300)}End of ${id}.`

const has = async (query: { executeTakeFirst(): Promise<unknown> }) =>
  (await query.executeTakeFirst()) !== undefined

/** Whether something that was acknowledged is there, whole. */
function isThere(db: Db, sent: Sent): Promise<boolean> {
  switch (sent.kind) {
    case 'comment':
      return has(
        db
          .selectFrom('comments')
          .select('id')
          .where('id', '=', sent.id)
          .where('body', '=', sent.body ?? bodyOf(sent.id)),
      )
    case 'vote':
      return has(
        db
          .selectFrom('votes')
          .select('visitor')
          .where('comment', '=', sent.comment)
          .where('visitor', '=', sent.visitor),
      )
    case 'outcome':
      return has(db.selectFrom('outcomes').select('step').where('visit', '=', sent.visit))
  }
}

/** What never holds in a database whose every write happened once and entirely, as a query for each. */
const NEVER = {
  'comments that are there twice': `select body from comments where body <> '' group by body having count(*) > 1`,
  'comments out of place': `select c.id from comments c left join comments p on p.id = c.parent
    where c.parent is not null and (p.id is null or c.path <> p.path || '.' || substr(c.path, length(p.path) + 2) or c.depth <> p.depth + 1 or c.root <> p.root)`,
  'votes counted wrongly': `select id from comments where status <> 'deleted'
    and votes <> (select count(*) from votes where votes.comment = comments.id)`,
  'events without a visit': `select visit from outcomes where visit not in (select visit from visits)`,
  'results not counted': `select visit from outcomes where about is not null and kind in ('solved', 'failed')
    and not exists (select 1 from fix_results r where r.visit = outcomes.visit and r.fix = outcomes.about)`,
  'fixes counted wrongly': `select fix from fix_counts
    where told <> (select count(*) from fix_results r where r.fix = fix_counts.fix)
    or helped <> (select coalesce(sum(helped), 0) from fix_results r where r.fix = fix_counts.fix)`,
} as const

/**
 * What is wrong with a store after a crash: what was acknowledged and is not there, and whatever is there
 * twice or half. Reads one moment, so that it may be called while others write.
 */
export async function findDamage(config: StoreConfig, acknowledged: readonly Sent[]): Promise<string[]> {
  const database = await openDatabase(config)
  const { db, close } = await database.snapshot()
  const damage: string[] = []
  try {
    for (const sent of acknowledged)
      if (!(await isThere(db, sent))) damage.push(`Acknowledged, but not there: ${JSON.stringify(sent)}`)
    for (const [name, query] of Object.entries(NEVER)) {
      const { rows } = await sql.raw(query).execute(db)
      if (rows.length > 0) damage.push(`There are ${name}: ${JSON.stringify(rows.slice(0, 5))}`)
    }
    if (database.dialect === 'sqlite') {
      const checks = [sql`pragma integrity_check`, sql`pragma foreign_key_check`]
      for (const check of checks)
        for (const row of (await check.execute(db)).rows)
          if (JSON.stringify(row) !== '{"integrity_check":"ok"}') damage.push(JSON.stringify(row))
    }
  } finally {
    await close()
    await database.close()
  }
  return damage
}

/** What the version should be and is, and how many comments and proofs there are, in one moment. */
export async function countChanges(config: StoreConfig) {
  const database = await openDatabase(config)
  try {
    const { rows } = await sql<Record<'version' | 'changes' | 'comments' | 'proofs' | 'pairs', number>>`
      select (select value from meta where name = 'version') as version,
        1 + (select count(*) from comments) + (select count(*) from votes) + (select count(*) from fix_results) as changes,
        (select count(*) from comments) as comments,
        (select count(*) from proofs) as proofs,
        (select count(*) from comments join proofs on proofs.id = comments.id) as pairs`.execute(
      database.read,
    )
    const [row] = rows
    if (!row) throw new Error('The database answers nothing.')
    return row
  } finally {
    await database.close()
  }
}
