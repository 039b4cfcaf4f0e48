import { randomUUID } from 'node:crypto'
import { messages as t } from '../../../lib/messages'
import type { Store } from '../../store/store'
import { checkName } from '../../threads/text'
import { answerComment } from '../answer'
import { expectOne, Misuse, readIds, type Values } from './options'
import { BY, type ExitStatus, json, type Terminal } from './terminal'

/** Does one thing to comments. */
export async function act(
  { store, print, complain, now }: Terminal,
  action: Parameters<Store['moderate']>[1],
  ids: readonly string[],
  asJson = false,
): Promise<ExitStatus> {
  const done: unknown[] = []
  let failed = 0
  for (const id of readIds(ids)) {
    const result = await store.moderate(id, action, BY, now())
    if (result) {
      const { comment, entry } = result
      done.push({ id, action, status: comment.status, entry: entry.id, detail: entry.detail })
      // Whether anybody could be banned stands there alone.
      const how = action === 'ban' || action === 'unban' ? `${action} (${entry.detail})` : action
      if (!asJson) await print(`${id}: ${how}, now ${comment.status} (entry ${entry.id})\n`)
    } else {
      failed++
      const comment = await store.comment(id)
      complain(
        comment ? `${id} is ${comment.status}: ${action} is not possible.` : `There is no comment ${id}.`,
      )
    }
  }
  if (asJson) await print(json(done))
  return failed > 0 ? 1 : 0
}

/** Publishes an answer of the staff. */
export async function answer(
  terminal: Terminal,
  [id, ...words]: readonly string[],
  { file, as = t.comments.staff, json: asJson }: Values,
): Promise<ExitStatus> {
  const { store, print, complain, now } = terminal
  readIds(id ? [id] : [])
  if ((file === undefined) === (words.length === 0))
    throw new Misuse('Give the answer as TEXT, or with --file FILE.')
  const body = file === undefined ? words.join(' ') : await terminal.read(file)
  const name = checkName(as)
  if ('problem' in name || !name.text)
    throw new Misuse(`--as: ${'problem' in name ? name.problem : 'Name somebody.'}`)
  const result = await answerComment(store, id ?? '', {
    by: BY,
    staff: name.text,
    body,
    submission: randomUUID(),
    now: now(),
  })
  if (result === 'changed') {
    complain(`There is no comment ${id} that could be answered.`)
    return 1
  }
  if ('problem' in result) {
    complain(result.problem)
    return 1
  }
  await print(asJson ? json(result) : `Published ${result.answer.id} (entry ${result.entry.id})\n`)
  return 0
}

/** Takes back an entry of the log. */
export async function undo(
  { store, print, complain, now }: Terminal,
  rest: readonly string[],
  asJson = false,
): Promise<ExitStatus> {
  const text = expectOne(rest, 'entry, as log shows it')
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new Misuse(`${JSON.stringify(text)} is no entry; an entry is a number.`)
  const result = await store.undo(Number(text), BY, now())
  if (typeof result === 'string') {
    complain(result === 'not-found' ? t.moderation.problems.noEntry : t.moderation.problems.tooLate)
    return 1
  }
  const { comment, entry } = result
  await print(
    asJson
      ? json({ id: comment.id, status: comment.status, entry: entry.id })
      : `${comment.id}: now ${comment.status} (entry ${entry.id})\n`,
  )
  return 0
}
