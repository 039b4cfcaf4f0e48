import { createHash } from 'node:crypto'

/** How a text may be compressed. */
export type Coding = 'br' | 'gzip' | 'identity'

/** One form of what is at an address: its bytes and the tag that names them. */
export interface Form {
  bytes: Uint8Array<ArrayBuffer>
  etag: string
}

/** What is at an address, in each form that there is. */
export interface Representation {
  type: string
  cacheControl: string
  forms: Partial<Record<Coding, Form>> & { identity: Form }
}

/** A tag that changes with the bytes; the same on every server that has the same bytes. */
export function tagOf(bytes: Uint8Array, coding: Coding): string {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
  return `"${hash}${coding === 'identity' ? '' : `-${coding}`}"`
}

/** How much a client wants a coding, by its `Accept-Encoding`: RFC 9110, 12.5.3. */
function qualityOf(accepted: string, coding: Coding): number {
  let any: number | undefined
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim())
    const q = parameters.find((one) => one.startsWith('q='))
    const quality = q === undefined ? 1 : Number(q.slice(2)) || 0
    if (name === coding || (coding === 'gzip' && name === 'x-gzip')) return quality
    if (name === '*') any = quality
  }
  return coding === 'identity' ? 0.001 : (any ?? 0)
}

/** The smallest form that a client takes. */
export function chooseCoding(accepted: string | null, forms: Representation['forms']): Coding {
  if (!accepted) return 'identity'
  if (accepted.includes('br') && forms.br && qualityOf(accepted, 'br') > 0) return 'br'
  return forms.gzip && qualityOf(accepted, 'gzip') > 0 ? 'gzip' : 'identity'
}

const bareTag = (tag: string) => tag.trim().replace(/^W\//, '')

/** Does the client have these bytes already? Weak comparison: RFC 9110, 13.1.2. */
export function hasAlready(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bareTag(tag) === etag)
}

/**
 * The part of some bytes that a `Range` asks for: RFC 9110, 14.1.2. `all` where it asks for several parts or
 * in another unit, which a server may pass over; `none` where nothing lies there.
 */
export function parseRange(range: string, size: number): { start: number; end: number } | 'all' | 'none' {
  const found = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(range)
  if (!found) return 'all'
  const [, first = '', last = ''] = found
  if (first === '' && last === '') return 'all'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'none' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return 'all'
  return start >= size ? 'none' : { start, end }
}

/** Answers a request for what is at an address: compressed, revalidated, or a part of it. */
export function answer(
  request: Request,
  { type, cacheControl, forms }: Representation,
  common: Readonly<Record<string, string>>,
  status = 200,
): Response {
  const { headers } = request
  // Only GET has parts: RFC 9110, 14.2.
  const range = status === 200 && request.method === 'GET' ? headers.get('range') : null
  // Parts are parts of the plain form: nobody resumes a compressed one.
  const coding = range ? 'identity' : chooseCoding(headers.get('accept-encoding'), forms)
  const form = forms[coding] ?? forms.identity
  const all: Record<string, string> = {
    ...common,
    'content-type': type,
    'cache-control': cacheControl,
    etag: form.etag,
    vary: 'Accept-Encoding',
  }
  if (status === 200) {
    all['accept-ranges'] = 'bytes'
    if (hasAlready(headers.get('if-none-match'), form.etag)) {
      delete all['content-type']
      return new Response(null, { status: 304, headers: all })
    }
  }
  const ifRange = headers.get('if-range')
  if (range && (ifRange === null || ifRange === form.etag)) {
    const part = parseRange(range, form.bytes.length)
    if (part === 'none')
      return new Response(null, {
        status: 416,
        headers: { ...common, 'content-range': `bytes */${form.bytes.length}`, 'content-length': '0' },
      })
    if (part !== 'all') {
      all['content-range'] = `bytes ${part.start}-${part.end}/${form.bytes.length}`
      all['content-length'] = String(part.end - part.start + 1)
      return new Response(form.bytes.subarray(part.start, part.end + 1), { status: 206, headers: all })
    }
  }
  if (coding !== 'identity') all['content-encoding'] = coding
  all['content-length'] = String(form.bytes.length)
  return new Response(request.method === 'HEAD' ? null : form.bytes, { status, headers: all })
}
