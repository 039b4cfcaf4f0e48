/** What may stand in a log line. Never an address, a name, a text, a query, a visit or a token. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Structured logs: one JSON object a line. */
export interface Log {
  /** One line; `event` says what happened: `request`, `error`, `start`, `stop` … */
  write(event: string, fields?: LogFields): void
  /** Writes what is still held back. */
  flush(): void
}

/** How long lines may be held back, so that a busy server does not write for each request. */
const HOLD_MS = 200
const HOLD_CHARACTERS = 16_384

/** Logs to a stream, in pieces; `off` logs nothing but errors. */
export function createLog(
  kind: 'json' | 'off',
  out: Pick<NodeJS.WritableStream, 'write'> = process.stdout,
): Log {
  let held = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (held) out.write(held)
    held = ''
  }
  return {
    write(event, fields) {
      if (kind === 'off' && event !== 'error') return
      held += `${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`
      if (held.length > HOLD_CHARACTERS) flush()
      else timer ??= setTimeout(flush, HOLD_MS).unref()
    },
    flush,
  }
}

/** An error as a log may hold it: its kind and where it happened. Messages of databases quote values, so none. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: at
      ?.slice(0, 4)
      .map((line) => line.trim())
      .join(' | '),
  }
}
