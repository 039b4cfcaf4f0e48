import type { CommentStatus, ModeratedComment } from '../../store/store'
import { isAction } from '../act'
import { act, answer, undo } from './change'
import { checkOptions, expectOne, Misuse, parseCommand, readIds, readLimit, type Values } from './options'
import { printComment, printComments, printLog } from './print'
import { type ExitStatus, json, type Terminal } from './terminal'
import { USAGE } from './usage'

const STATUSES: readonly string[] = ['waiting', 'approved', 'hidden', 'deleted'] satisfies CommentStatus[]

/** A comment without the hashes, which are nobody's business. */
function withoutHashes({ addressHash: _, browserHash: __, ...comment }: ModeratedComment) {
  return comment
}

async function list({ store, print, complain, now }: Terminal, values: Values): Promise<ExitStatus> {
  const { status, text, thread, json: asJson } = values
  if (status !== undefined && !STATUSES.includes(status))
    throw new Misuse(`--status is ${status}; it must be one of ${STATUSES.join(', ')}.`)
  const found = await store.findComments({
    ...(status && { status: status as CommentStatus }),
    ...(text && { text }),
    ...(thread && { thread }),
    oldestFirst: status === 'waiting',
    limit: readLimit(values.limit),
    now: now(),
  })
  if (asJson) await print(json(found.map(withoutHashes)))
  else if (found.length > 0) await print(`${printComments(found)}\n`)
  if (found.length > 0) return 0
  if (!asJson) complain('No comment matches.')
  return 1
}

async function show(
  { store, print, complain, now }: Terminal,
  rest: readonly string[],
  asJson = false,
): Promise<ExitStatus> {
  const [id = ''] = readIds([expectOne(rest, 'comment by its ID')])
  const [comment] = await store.findComments({ id, limit: 1, now: now() })
  if (!comment) {
    complain(`There is no comment ${id}.`)
    return 1
  }
  const log = await store.auditLog({ limit: 200, comment: id })
  if (asJson) await print(json({ ...withoutHashes(comment), log }))
  else await print(`${printComment(comment)}\n${log.length > 0 ? `\n${printLog(log)}\n` : ''}`)
  return 0
}

async function log(
  { store, print, complain }: Terminal,
  { comment, limit, json: asJson }: Values,
): Promise<ExitStatus> {
  if (comment !== undefined) readIds([comment])
  const entries = await store.auditLog({ limit: readLimit(limit), ...(comment && { comment }) })
  if (asJson) await print(json(entries))
  else if (entries.length > 0) await print(`${printLog(entries)}\n`)
  if (entries.length > 0) return 0
  if (!asJson) complain('The log has no such entry.')
  return 1
}

async function exportAll({ store, print }: Terminal, outcomes = false): Promise<ExitStatus> {
  for await (const line of store.exportComments({ outcomes })) await print(`${JSON.stringify(line)}\n`)
  return 0
}

async function* parseLines(lines: AsyncIterable<string>): AsyncIterable<unknown> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() === '') continue
    try {
      yield JSON.parse(line)
    } catch {
      throw new Error(`Line ${number} is no JSON. Nothing was imported.`)
    }
  }
}

async function run(
  terminal: Terminal,
  command: string,
  rest: readonly string[],
  values: Values,
): Promise<ExitStatus> {
  const { store, print, complain } = terminal
  checkOptions(command, values)
  if (isAction(command)) return act(terminal, command, rest, values.json)
  switch (command) {
    case 'list':
      if (rest.length > 0)
        throw new Misuse(`list takes no ${JSON.stringify(rest[0])}; to look for words: --text WORDS`)
      return list(terminal, values)
    case 'show':
      return show(terminal, rest, values.json)
    case 'answer':
      return answer(terminal, rest, values)
    case 'undo':
      return undo(terminal, rest, values.json)
    case 'log':
      return log(terminal, values)
    case 'export':
      return exportAll(terminal, values.outcomes)
    case 'import': {
      const { added, present } = await store.importComments(
        parseLines(terminal.lines(expectOne(rest, 'file'))),
      )
      await print(values.json ? json({ added, present }) : `${added} added, ${present} were there already.\n`)
      return 0
    }
    case 'backup': {
      const file = expectOne(rest, 'file')
      await store.backup(file)
      complain(`Copied to ${file}.`)
      return 0
    }
    default:
      throw new Misuse(`There is no command ${JSON.stringify(command)}.`)
  }
}

/** Does what `npm run comments -- …` says. */
export async function runComments(
  args: readonly string[],
  open: () => Promise<Terminal>,
  io: Pick<Terminal, 'print' | 'complain'>,
): Promise<ExitStatus> {
  try {
    const { values, positionals } = parseCommand(args)
    const [command, ...rest] = positionals
    if (values.help || command === 'help') {
      await io.print(`${USAGE}\n`)
      return 0
    }
    if (!command) throw new Misuse('Say what to do.')
    const terminal = await open()
    try {
      return await run(terminal, command, rest, values)
    } finally {
      await terminal.store.close()
    }
  } catch (error) {
    io.complain(error instanceof Misuse ? `${error.message}\n\n${USAGE}` : (error as Error).message)
    return error instanceof Misuse ? 2 : 1
  }
}
