import type { Store } from '../../store/store'

/** What a command works with; tests give their own. */
export interface Terminal {
  store: Store
  now(): number
  /** Prints a result, whole or in pieces; waits until it is out. */
  print(text: string): void | Promise<void>
  /** Says what is wrong. */
  complain(text: string): void
  /** The text of a file; `-` is standard input. */
  read(file: string): Promise<string>
  /** The lines of a file; `-` is standard input. */
  lines(file: string): AsyncIterable<string>
}

/** Done; nothing found or refused; a mistake in the command. */
export type ExitStatus = 0 | 1 | 2

/** The name under which the log keeps what is done from a terminal. */
export const BY = 'command line'

/** A value for programs. */
export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
