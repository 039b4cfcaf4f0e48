import { randomBytes } from 'node:crypto'
import type { AddResult, Comment, NewComment, NewOutcome, Store } from '../store'

/** A database for one suite. */
export interface TestDatabase {
  /** Another store over the same database, as another process would have it. */
  open(): Promise<Store>
  /** A store over a database of its own. */
  openOther(): Promise<Store>
  /** Removes all that was made. */
  remove(): Promise<void>
}

/** What the tests of a suite share. */
export interface Suite {
  create(): Promise<TestDatabase>
  readonly database: TestDatabase
  readonly store: Store
  /** The view of a second process. */
  readonly other: Store
  add(values?: Partial<NewComment>): Promise<Comment>
  /** The comments shown in a thread. */
  idsOf(thread: string): Promise<string[]>
  /** Whether the version grew. */
  changes(work: () => Promise<unknown>): Promise<boolean>
}

/** Milliseconds. */
export const MINUTE = 60_000
/** Milliseconds. */
export const DAY = 24 * 60 * MINUTE
/** The time in all tests. */
export const T = Date.UTC(2027, 0, 15, 12)

/** A text that no other test uses. */
export const random = () => randomBytes(8).toString('hex')
/** A thread that no other test uses. */
export const newThread = () => `teams/faq/${random()}`

/** A comment that differs from every other. */
export function newComment(values: Partial<NewComment> = {}): NewComment {
  const id = random()
  return {
    id,
    submission: `s-${id}`,
    thread: 'teams/faq/can-a-vpn',
    parent: null,
    name: 'Ana',
    body: `It is ${id}`,
    status: 'approved',
    staff: null,
    tokenHash: `token-${id}`,
    addressHash: `address-${id}`,
    browserHash: `browser-${id}`,
    now: T,
    ...values,
  }
}

/** The outcome of a visit of its own. */
export const newOutcome = (values: Partial<NewOutcome> = {}): NewOutcome => ({
  visit: random(),
  step: 0,
  guide: 'teams/caa20002',
  answers: [['vpn', 'on']],
  tried: [],
  event: { kind: 'solved', fix: 'turn-off-vpn' },
  fix: 'teams/turn-off-vpn',
  now: T,
  ...values,
})

/** The comment that was stored. */
export function commentOf(result: AddResult): Comment {
  if ('refused' in result) throw new Error(`The comment was refused: ${result.refused}`)
  return result.comment
}

/** All that comes. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Values as a file brings them. */
export async function* lines(values: readonly unknown[]): AsyncGenerator<unknown> {
  yield* values
}

/** So many, made one by one. */
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
