import { parseArgs } from 'node:util'
import { COMMENT_ID } from '../../../lib/comments'

/** A mistake in the command. */
export class Misuse extends Error {}

const options = {
  status: { type: 'string' },
  text: { type: 'string' },
  thread: { type: 'string' },
  limit: { type: 'string' },
  comment: { type: 'string' },
  file: { type: 'string' },
  as: { type: 'string' },
  outcomes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** The options of a command. */
export type Values = ReturnType<typeof parseCommand>['values']

/** Splits a command into its options and the rest. */
export function parseCommand(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
}

/** What each command takes besides --json. */
const TAKES: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  list: ['status', 'text', 'thread', 'limit'],
  answer: ['file', 'as'],
  log: ['comment', 'limit'],
  export: ['outcomes'],
}

/** Refuses an option that a command does not take. */
export function checkOptions(command: string, values: Values): void {
  const allowed = new Set<string>(['json', 'help', ...(TAKES[command] ?? [])])
  const strange = Object.keys(values).find((name) => !allowed.has(name))
  if (strange) throw new Misuse(`${command} does not take --${strange}.`)
}

/** How many lines to show. */
export function readLimit(text = '50'): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new Misuse(`--limit is ${text}; it must be a whole number from 1 to 200.`)
  return limit
}

/** The comments that a command names. */
export function readIds(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) throw new Misuse('Name at least one comment by its ID, as list shows it.')
  const wrong = ids.find((id) => !COMMENT_ID.test(id))
  if (wrong) throw new Misuse(`${JSON.stringify(wrong)} is no ID; an ID is 16 letters and digits.`)
  return ids
}

/** The one thing that a command is about. */
export function expectOne(rest: readonly string[], what: string): string {
  const [one] = rest
  if (!one || rest.length > 1) throw new Misuse(`Name one ${what}.`)
  return one
}
