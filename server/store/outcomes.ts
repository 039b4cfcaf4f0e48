import { sql } from 'kysely'
import { bumpVersion, type Database } from './database'
import { lock, randomKey } from './rows'
import type { FixCount, NewOutcome, OutcomeEvent, OutcomeLine, Store } from './store'
import type { Db, OutcomeRow } from './tables'
import { summariseVisit, type VisitEvent } from './visit'

/** Counts what a visit said of a fix; its latest word replaces an earlier one. */
async function countResult(
  db: Db,
  dialect: Database['dialect'],
  { visit, step, event }: NewOutcome,
  fix: string,
): Promise<void> {
  const helped = event.kind === 'solved' ? 1 : 0
  const before = await lock(
    db.selectFrom('fix_results').select(['step', 'helped']).where('fix', '=', fix).where('visit', '=', visit),
    dialect,
  ).executeTakeFirst()
  if (before && (before.step > step || before.helped === helped)) {
    if (before.step < step)
      await db
        .updateTable('fix_results')
        .set({ step })
        .where('fix', '=', fix)
        .where('visit', '=', visit)
        .execute()
    return
  }
  await db
    .insertInto('fix_results')
    .values({ fix, visit, step, helped })
    .onConflict((conflict) => conflict.columns(['fix', 'visit']).doUpdateSet({ step, helped }))
    .execute()
  await db
    .insertInto('fix_counts')
    .values({ fix, helped: helped - (before?.helped ?? 0), told: before ? 0 : 1 })
    .onConflict((conflict) =>
      conflict.column('fix').doUpdateSet({
        helped: sql`fix_counts.helped + excluded.helped`,
        told: sql`fix_counts.told + excluded.told`,
      }),
    )
    .execute()
  await bumpVersion(db)
}

/** Stores an event in a transaction; false if it was there. */
export async function storeOutcome(
  db: Db,
  dialect: Database['dialect'],
  outcome: NewOutcome,
): Promise<boolean> {
  const { visit, step, guide, answers, tried, event, fix: about, now } = outcome
  const guided = guide === null ? 0 : 1
  // First, because it keeps other events of this visit waiting until this one is stored.
  await db
    .insertInto('visits')
    .values({ visit, last: now, guided, batch: null })
    .onConflict((conflict) =>
      conflict.column('visit').doUpdateSet({
        last: sql`case when excluded.last > visits.last then excluded.last else visits.last end`,
        guided: sql`case when excluded.guided = 1 then 1 else visits.guided end`,
      }),
    )
    .execute()
  const stored = await db
    .insertInto('outcomes')
    .values({
      visit,
      step,
      guide,
      answers: JSON.stringify(answers),
      tried: JSON.stringify(tried),
      kind: event.kind,
      fix: 'fix' in event ? event.fix : null,
      about,
      at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('visit')
    .executeTakeFirst()
  if (!stored) return false
  if (about !== null && (event.kind === 'solved' || event.kind === 'failed'))
    await countResult(db, dialect, outcome, about)
  return true
}

/** See `Store.addOutcome`. */
export function addOutcome({ write, dialect }: Database, outcome: NewOutcome): Promise<boolean> {
  return write((db) => storeOutcome(db, dialect, outcome))
}

/** See `Store.countOutcomes`. */
export async function countOutcomes(
  { read }: Database,
  fixes?: readonly string[],
): Promise<Map<string, FixCount>> {
  if (fixes?.length === 0) return new Map()
  let query = read.selectFrom('fix_counts').selectAll()
  if (fixes) query = query.where('fix', 'in', fixes)
  return new Map((await query.execute()).map(({ fix, helped, told }) => [fix, { helped, told }]))
}

function toEvent({ guide, answers, tried, kind, fix }: OutcomeRow): VisitEvent {
  const event = (kind === 'escalated' ? { kind } : { kind, fix }) as OutcomeEvent
  return { guide, answers: JSON.parse(answers), tried: JSON.parse(tried), event }
}

/** See `Store.exportOutcomes`. */
export function exportOutcomes(
  { write }: Database,
  { quietSince, again = false }: Parameters<Store['exportOutcomes']>[0],
): Promise<OutcomeLine[]> {
  return write(async (db) => {
    const batch = randomKey()
    // Marked and read in one transaction: an export that runs beside this one finds them marked.
    await db
      .updateTable('visits')
      .set({ batch })
      .where('batch', 'is', null)
      .where('guided', '=', 1)
      .where('last', '<', quietSince)
      .execute()
    let query = db
      .selectFrom('outcomes')
      .innerJoin('visits', 'visits.visit', 'outcomes.visit')
      .selectAll('outcomes')
      .orderBy('visits.last')
      .orderBy('outcomes.visit')
      .orderBy('outcomes.step')
    query = again
      ? query.where('visits.guided', '=', 1).where('visits.last', '<', quietSince)
      : query.where('visits.batch', '=', batch)
    const visits = new Map<string, VisitEvent[]>()
    for (const row of await query.execute()) {
      const events = visits.get(row.visit)
      if (events) events.push(toEvent(row))
      else visits.set(row.visit, [toEvent(row)])
    }
    return [...visits.values()].flatMap(summariseVisit)
  })
}
