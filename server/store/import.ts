import type { ZodError } from 'zod'
import { placeBelow } from './comments'
import { bumpVersion, type Database } from './database'
import { Line, type LineOf } from './lines'
import { storeOutcome } from './outcomes'
import { DEEPEST, type Store } from './store'
import type { Db, NewCommentRow } from './tables'
import { hashWords, searchable } from './text'

/** So many mistakes are named; the file is seldom better behind them. */
const MOST_PROBLEMS = 20

class Mistake extends Error {}

function nameProblems(error: ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.length ? `${path.join('.')}: ` : ''}${message}`)
    .join('; ')
}

/** What is known of the comments of the file; those that were here before keep their votes. */
interface Progress {
  added: Set<string>
  present: number
}

async function importComment(db: Db, line: LineOf<'comment'>, progress: Progress): Promise<void> {
  const { id, submission, thread, created, staff, status } = line
  const known = await db
    .selectFrom('comments')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', id), eb('submission', '=', submission)]))
    .executeTakeFirst()
  if (known) {
    progress.present++
    return
  }
  const parent =
    line.parent === null
      ? undefined
      : await db
          .selectFrom('comments')
          .select(['path', 'root', 'depth'])
          .where('id', '=', line.parent)
          .where('thread', '=', thread)
          .executeTakeFirst()
  if (line.parent !== null && !parent)
    throw new Mistake(`it answers the comment ${line.parent}, which stands neither above it nor in the store`)
  if (parent && parent.depth >= DEEPEST)
    throw new Mistake(`it is nested deeper than ${DEEPEST} answers to answers`)
  const gone = status === 'deleted'
  const words = gone || staff !== null ? null : hashWords(thread, line.body)
  const row: NewCommentRow = {
    id,
    submission,
    thread,
    parent: line.parent,
    root: parent?.root ?? id,
    depth: parent ? parent.depth + 1 : 0,
    path: placeBelow(parent, id, created),
    name: line.name,
    body: line.body,
    folded: gone ? '' : searchable(line),
    words,
    status,
    staff,
    pinned: line.pinned ? 1 : 0,
    votes: 0,
    created,
    edited: line.edited,
    token_hash: line.tokenHash,
    address_hash: line.addressHash,
    browser_hash: line.browserHash,
  }
  const store = (values: NewCommentRow) =>
    db
      .insertInto('comments')
      .values(values)
      .onConflict((conflict) => conflict.column('words').doNothing())
      .returning('id')
      .executeTakeFirst()
  // The same words may stand here already, in another comment: that is no reason to lose this one.
  if (!(await store(row))) await store({ ...row, words: null })
  progress.added.add(id)
}

async function importVote(db: Db, { kind: _, ...vote }: LineOf<'vote'>, progress: Progress): Promise<void> {
  if (!progress.added.has(vote.comment)) return
  const counted = await db
    .insertInto('votes')
    .values(vote)
    .onConflict((conflict) => conflict.doNothing())
    .returning('comment')
    .executeTakeFirst()
  if (counted)
    await db
      .updateTable('comments')
      .set(({ eb }) => ({ votes: eb('votes', '+', 1) }))
      .where('id', '=', vote.comment)
      .execute()
}

async function importBan(db: Db, { kind: _, ...ban }: LineOf<'ban'>): Promise<void> {
  const comment = await db
    .selectFrom('comments')
    .select('id')
    .where('id', '=', ban.comment)
    .executeTakeFirst()
  if (!comment)
    throw new Mistake(`it names the comment ${ban.comment}, which stands neither above it nor in the store`)
  await db
    .insertInto('bans')
    .values(ban)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function importLine(db: Db, dialect: Database['dialect'], line: Line, progress: Progress) {
  switch (line.kind) {
    case 'comment':
      return importComment(db, line, progress)
    case 'vote':
      return importVote(db, line, progress)
    case 'ban':
      return importBan(db, line)
    case 'spent': {
      const { id, expires } = line
      await db
        .insertInto('proofs')
        .values({ id, expires })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return
    }
    case 'audit': {
      const { kind: _, ...entry } = line
      await db
        .insertInto('audit')
        .values(entry)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return
    }
    case 'outcome': {
      const { kind: _, at, ...outcome } = line
      await storeOutcome(db, dialect, { ...outcome, now: at })
      return
    }
    case 'exported':
      await db
        .updateTable('visits')
        .set({ batch: line.batch })
        .where('visit', '=', line.visit)
        .where('batch', 'is', null)
        .execute()
  }
}

/** See `Store.importComments`. */
export function importLines(
  { write, dialect }: Database,
  lines: AsyncIterable<unknown>,
): ReturnType<Store['importComments']> {
  const work = async (db: Db) => {
    const progress: Progress = { added: new Set(), present: 0 }
    const problems: string[] = []
    let number = 0
    for await (const value of lines) {
      number++
      const line = Line.safeParse(value)
      if (!line.success) problems.push(`line ${number}: ${nameProblems(line.error)}`)
      // Behind the first mistake the lines are only read, to name the other mistakes.
      else if (problems.length === 0)
        try {
          await importLine(db, dialect, line.data, progress)
        } catch (error) {
          if (!(error instanceof Mistake)) throw error
          problems.push(`line ${number}: ${error.message}`)
        }
      if (problems.length === MOST_PROBLEMS) break
    }
    if (problems.length > 0) throw new Error(`Nothing was imported. What is wrong:\n${problems.join('\n')}`)
    await bumpVersion(db)
    return { added: progress.added.size, present: progress.present }
  }
  return write(work, { once: true })
}
