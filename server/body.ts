import type { Context as Request } from 'hono'
import { messages as t } from '../lib/messages'
import { Refused } from './errors'

/** The longest body that is read, in bytes: sixteen times the longest comment. */
export const MOST_BODY = 65_536

/** How long a body may take to arrive: a form is a few packets, on the worst connection too. */
const MOST_BODY_MS = 20_000

/** Fields of a form or of a flat JSON object. */
export type Fields = Readonly<Record<string, string>>

/** Reads the bytes of a body as they arrive: too many are refused before the rest has come. */
export async function readBytes(request: globalThis.Request, mostMs = MOST_BODY_MS): Promise<Uint8Array> {
  const tooLarge = () => new Refused(413, 'too-large', t.server.tooLarge(MOST_BODY))
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Refused(408, 'too-slow', t.server.tooSlow)), mostMs).unref()
  })
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late])
      if (done) break
      size += value.length
      if (size > MOST_BODY) throw tooLarge()
      chunks.push(value)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(400, 'broken-off', t.server.brokenOff)
  } finally {
    clearTimeout(timer)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused(400, 'not-utf-8', t.server.notUtf8)
  }
}

/** Escapes of a form that are no UTF-8 would become � in silence: they are refused. */
function fieldsOfForm(text: string): Fields {
  try {
    const pairs = text.split('&').filter(Boolean)
    return Object.fromEntries(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=')
        const plain = (part: string) => decodeURIComponent(part.replaceAll('+', ' '))
        return [plain(name), plain(value.join('='))]
      }),
    )
  } catch {
    throw new Refused(400, 'bad-form', t.server.badForm)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(400, 'bad-json', t.server.badJson)
  }
}

/** A flat object: what a form could hold. Numbers and booleans become text. */
function fieldsOfJson(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused(400, 'bad-json', t.server.badJson)
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      if (one === null || one === undefined) return []
      if (typeof one === 'object') throw new Refused(400, 'bad-json', t.server.badJson)
      return [[name, String(one)]]
    }),
  )
}

const typeOf = (c: Pick<Request, 'req'>) =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/**
 * Reads what a form or a script sent, at most `MOST_BODY` bytes.
 *
 * @throws Refused (400, 408, 413, 415)
 */
export async function readFields(c: Pick<Request, 'req'>): Promise<Fields> {
  const type = typeOf(c)
  if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded')
    throw new Refused(415, 'wrong-type', t.server.wrongType, {
      accept: 'application/json, application/x-www-form-urlencoded',
    })
  const text = decode(await readBytes(c.req.raw))
  return type === 'application/json' ? fieldsOfJson(parseJson(text)) : fieldsOfForm(text)
}

/**
 * Reads any JSON value that a script sent, at most `MOST_BODY` bytes.
 *
 * @throws Refused (400, 408, 413, 415)
 */
export async function readJson(c: Pick<Request, 'req'>): Promise<unknown> {
  if (typeOf(c) !== 'application/json')
    throw new Refused(415, 'wrong-type', t.server.wrongType, { accept: 'application/json' })
  return parseJson(decode(await readBytes(c.req.raw)))
}

/** Does whoever asks want JSON rather than a page? */
export function wantsJson(c: Pick<Request, 'req'>): boolean {
  const accept = c.req.header('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}
