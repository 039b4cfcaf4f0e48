import type { Database } from './database'
import { HEADER, type Line } from './lines'
import type { OutcomeEvent } from './store'
import type { Db } from './tables'

/** Rows read at a time: so much is in memory, however much there is. */
const PAGE = 500

/** All rows of a query that is read in pages, each from behind the last row of the one before. */
async function* inPages<T>(readAfter: (last: T | undefined) => Promise<T[]>): AsyncGenerator<T> {
  let last: T | undefined
  for (;;) {
    const rows = await readAfter(last)
    yield* rows
    last = rows.at(-1)
    if (rows.length < PAGE || last === undefined) return
  }
}

async function* exportComments(db: Db): AsyncGenerator<Line> {
  const all = db.selectFrom('comments').selectAll().orderBy('depth').orderBy('id').limit(PAGE)
  const rows = inPages<Awaited<ReturnType<typeof all.execute>>[number]>((last) =>
    (last
      ? all.where(({ eb, refTuple, tuple }) => eb(refTuple('depth', 'id'), '>', tuple(last.depth, last.id)))
      : all
    ).execute(),
  )
  // By depth: so that a comment comes before its answers, whatever the clocks said.
  for await (const row of rows)
    yield {
      kind: 'comment',
      id: row.id,
      submission: row.submission,
      thread: row.thread,
      parent: row.parent,
      name: row.name,
      body: row.body,
      status: row.status,
      staff: row.staff,
      pinned: row.pinned === 1,
      created: row.created,
      edited: row.edited,
      tokenHash: row.token_hash,
      addressHash: row.address_hash,
      browserHash: row.browser_hash,
    }
}

async function* exportVotes(db: Db): AsyncGenerator<Line> {
  const all = db.selectFrom('votes').selectAll().orderBy('comment').orderBy('visitor').limit(PAGE)
  for await (const row of inPages<{ comment: string; visitor: string; at: number }>((last) =>
    (last
      ? all.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('comment', 'visitor'), '>', tuple(last.comment, last.visitor)),
        )
      : all
    ).execute(),
  ))
    yield { kind: 'vote', ...row }
}

async function* exportModeration(db: Db): AsyncGenerator<Line> {
  for (const row of await db.selectFrom('bans').selectAll().orderBy('entry').orderBy('hash').execute())
    yield { kind: 'ban', ...row }
  const spent = db.selectFrom('proofs').selectAll().orderBy('id').limit(PAGE)
  for await (const row of inPages<{ id: string; expires: number }>((last) =>
    (last ? spent.where('id', '>', last.id) : spent).execute(),
  ))
    yield { kind: 'spent', ...row }
  const all = db.selectFrom('audit').selectAll().orderBy('id').limit(PAGE)
  for await (const { id, ...row } of inPages<Awaited<ReturnType<typeof all.execute>>[number]>((last) =>
    (last ? all.where('id', '>', last.id) : all).execute(),
  ))
    yield { kind: 'audit', ...row }
}

async function* exportOutcomes(db: Db): AsyncGenerator<Line> {
  const all = db.selectFrom('outcomes').selectAll().orderBy('visit').orderBy('step').limit(PAGE)
  for await (const row of inPages<Awaited<ReturnType<typeof all.execute>>[number]>((last) =>
    (last
      ? all.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('visit', 'step'), '>', tuple(last.visit, last.step)),
        )
      : all
    ).execute(),
  )) {
    const { visit, step, guide, answers, tried, kind, fix, about, at } = row
    yield {
      kind: 'outcome',
      visit,
      step,
      guide,
      answers: JSON.parse(answers),
      tried: JSON.parse(tried),
      event: (kind === 'escalated' ? { kind } : { kind, fix }) as OutcomeEvent,
      fix: about,
      at,
    }
  }
  const marked = db
    .selectFrom('visits')
    .select(['visit', 'batch'])
    .where('batch', 'is not', null)
    .orderBy('visit')
    .limit(PAGE)
  for await (const { visit, batch } of inPages<{ visit: string; batch: string | null }>((last) =>
    (last ? marked.where('visit', '>', last.visit) : marked).execute(),
  ))
    if (batch !== null) yield { kind: 'exported', visit, batch }
}

/** See `Store.exportComments`. */
export async function* exportLines(
  database: Database,
  { outcomes = false }: { outcomes?: boolean } = {},
): AsyncGenerator<Line> {
  const { db, close } = await database.snapshot()
  try {
    yield HEADER
    yield* exportComments(db)
    yield* exportVotes(db)
    yield* exportModeration(db)
    if (outcomes) yield* exportOutcomes(db)
  } finally {
    await close()
  }
}
