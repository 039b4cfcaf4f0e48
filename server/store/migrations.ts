import { sql } from 'kysely'
import type { Db } from './tables'

/** The two kinds of SQL that the store speaks. */
export type Dialect = 'sqlite' | 'postgres'

/** Words of the schema that differ. Texts are compared byte by byte, so that both sort alike. */
const WORDS = {
  sqlite: {
    text: 'text',
    time: 'integer',
    serial: 'integer primary key autoincrement',
    end: 'strict',
  },
  postgres: {
    text: 'text collate "C"',
    time: 'bigint',
    serial: 'integer generated always as identity primary key',
    end: '',
  },
} as const

/** Statements for each version of the schema; a version that was released is never changed. */
const MIGRATIONS: readonly ((dialect: Dialect) => readonly string[])[] = [
  (dialect) => {
    const { text, time, serial, end } = WORDS[dialect]
    return [
      `create table comments (
        id ${text} primary key,
        submission ${text} not null unique,
        thread ${text} not null,
        parent ${text} references comments (id),
        root ${text} not null references comments (id),
        depth integer not null check (depth between 0 and 3),
        path ${text} not null,
        name ${text} not null,
        body ${text} not null,
        folded ${text} not null,
        words ${text} unique,
        status ${text} not null check (status in ('waiting', 'approved', 'hidden', 'deleted')),
        staff ${text},
        pinned integer not null default 0 check (pinned in (0, 1)),
        votes integer not null default 0 check (votes >= 0),
        created ${time} not null,
        edited ${time},
        token_hash ${text},
        address_hash ${text},
        browser_hash ${text}
      ) ${end}`,
      'create unique index comments_thread on comments (thread, path)',
      'create index comments_created on comments (created, id)',
      'create index comments_status on comments (status, created, id)',
      'create index comments_count on comments (status, thread)',
      'create index comments_browser on comments (browser_hash)',
      `create table votes (
        comment ${text} not null references comments (id),
        visitor ${text} not null,
        at ${time} not null,
        primary key (comment, visitor)
      ) ${end}`,
      `create table proofs (id ${text} primary key, expires ${time} not null) ${end}`,
      'create index proofs_expires on proofs (expires)',
      `create table bans (
        entry ${text} not null,
        comment ${text} not null references comments (id),
        hash ${text} not null,
        at ${time} not null,
        until ${time} not null,
        lifted ${text},
        primary key (entry, hash)
      ) ${end}`,
      'create index bans_hash on bans (hash)',
      'create index bans_comment on bans (comment)',
      `create table audit (
        id ${serial},
        key ${text} not null unique,
        at ${time} not null,
        "by" ${text} not null,
        action ${text} not null,
        comment ${text} not null,
        detail ${text} not null,
        undoes ${text} unique
      ) ${end}`,
      'create index audit_comment on audit (comment, id)',
      `create table visits (
        visit ${text} primary key,
        last ${time} not null,
        guided integer not null check (guided in (0, 1)),
        batch ${text}
      ) ${end}`,
      'create index visits_batch on visits (batch, last)',
      `create table outcomes (
        visit ${text} not null references visits (visit),
        step integer not null,
        guide ${text},
        answers ${text} not null,
        tried ${text} not null,
        kind ${text} not null,
        fix ${text},
        about ${text},
        at ${time} not null,
        primary key (visit, step)
      ) ${end}`,
      `create table fix_results (
        fix ${text} not null,
        visit ${text} not null references visits (visit),
        step integer not null,
        helped integer not null check (helped in (0, 1)),
        primary key (fix, visit)
      ) ${end}`,
      `create table fix_counts (
        fix ${text} primary key,
        helped integer not null,
        told integer not null
      ) ${end}`,
      ...KEEP_AUDIT[dialect],
    ]
  },
]

/** The log cannot be rewritten through the store's own connection either. */
const KEEP_AUDIT = {
  sqlite: ['update', 'delete'].map(
    (change) => `create trigger audit_no_${change} before ${change} on audit
      begin select raise(abort, 'the audit log is never changed'); end`,
  ),
  postgres: [
    `create function keep_audit() returns trigger language plpgsql as $$
      begin raise exception 'the audit log is never changed'; end $$`,
    `create trigger audit_kept before update or delete or truncate on audit
      for each statement execute function keep_audit()`,
  ],
} as const

/** The version of the schema that this program speaks. */
export const SCHEMA = MIGRATIONS.length

/** Any number will do, so long as it is always the same: two processes that start at once take turns. */
const LOCK = 4_207_214_021

/**
 * Brings the schema up to date; `db` is a transaction that nobody else can be in.
 *
 * @throws an Error if the database was written by a newer program
 */
export async function migrate(db: Db, dialect: Dialect): Promise<void> {
  const { text, time, end } = WORDS[dialect]
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
  await sql
    .raw(`create table if not exists meta (name ${text} primary key, value ${time} not null) ${end}`)
    .execute(db)
  await db
    .insertInto('meta')
    .values([
      { name: 'schema', value: 0 },
      { name: 'version', value: 1 },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value: found } = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'schema')
    .executeTakeFirstOrThrow()
  if (found > SCHEMA)
    throw new Error(
      `The database has schema ${found}, written by a newer Fixpath; this one knows schemas up to ${SCHEMA}. Update Fixpath, or give it another database.`,
    )
  for (const statements of MIGRATIONS.slice(found))
    for (const statement of statements(dialect)) await sql.raw(statement).execute(db)
  if (found < SCHEMA)
    await db.updateTable('meta').set({ value: SCHEMA }).where('name', '=', 'schema').execute()
}
