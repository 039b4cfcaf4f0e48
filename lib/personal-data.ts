/**
 * Finds what a reader may not want to publish. Pure, and shared by the server and the form: both must see the
 * same. It only asks; a wrong guess costs the reader one press. Every repetition is bounded, so that no text
 * makes it slow.
 */

/** What kind of thing was found. */
export type PersonalKind =
  | 'email'
  | 'tenant'
  | 'id'
  | 'token'
  | 'password'
  | 'user'
  | 'computer'
  | 'network'
  | 'phone'

/** Something that may be personal, and where it stands. */
export interface Finding {
  kind: PersonalKind
  text: string
  start: number
  end: number
}

interface Rule {
  kind: PersonalKind
  pattern: RegExp
  /** Says no to what only looks like it. */
  accept?: (text: string, before: string) => boolean
}

const digitsIn = (text: string) => text.replace(/\D/g, '').length

/** Addresses that name nobody: private networks, this computer, and name servers that everybody knows. */
function isPublicAddress(text: string): boolean {
  const parts = text.split('.').map(Number)
  const [a = 0, b = 0] = parts
  if (parts.some((part) => part > 255) || /(^|\.)0\d/.test(text)) return false
  if (a === 0 || a === 10 || a === 127 || a >= 224 || (a === 192 && b === 168)) return false
  if ((a === 172 && b >= 16 && b <= 31) || (a === 169 && b === 254)) return false
  return !['1.1.1.1', '1.0.0.1', '8.8.8.8', '8.8.4.4', '9.9.9.9'].includes(text)
}

/** Eight groups, or fewer with one gap; six pairs are the address of a network card. */
function isNetworkAddress(text: string): boolean {
  const groups = text.split(/[:-]/)
  if (groups.length === 6 && groups.every((group) => group.length === 2)) return true
  if (text.includes('-')) return false
  if (/^fe80:/i.test(text)) return false
  if (text.includes('::'))
    return groups.filter(Boolean).length >= 3 && text.indexOf('::') === text.lastIndexOf('::')
  return groups.length === 8 && groups.every(Boolean)
}

const isDate = (text: string) => /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(text)

/** Names that stand for "your name" in instructions. */
const NOBODY =
  /^(public|default|all users|administrator|user|users?name|your.?name|you|me|name|shared|<.*|%.*|\$.*|\{.*|\[.*)$/i

/** The more telling kinds first: where two overlap, the first wins. */
const rules: readonly Rule[] = [
  { kind: 'token', pattern: /\beyJ[\w-]{10,2000}(?:\.[\w-]{0,2000}){0,4}/g },
  { kind: 'token', pattern: /\bbearer\s{1,4}[\w.~+/=-]{16,2000}/gi },
  {
    kind: 'token',
    pattern:
      /\b(?:access_token|refresh_token|id_token|client_secret|api_?key|sig|code|session_state)=[^\s&]{12,2000}/gi,
  },
  {
    kind: 'password',
    pattern:
      /\b(?:password|passwd|passcode|pwd|pin)\s{0,3}(?:is\s{1,3}|[:=]\s{0,3})["'“‘]?[^\s"'”’]{4,128}/gi,
    accept: (text) => /[\d!-/@?]\S{0,127}$/.test(text.replace(/^.{3,8}?(?:\s{1,3}is\s|[:=])/i, '')),
  },
  {
    kind: 'email',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu,
  },
  {
    kind: 'tenant',
    pattern:
      /\b[a-z0-9](?:[a-z0-9-]{0,62})\.(?:onmicrosoft\.(?:com|us|de|cn)|sharepoint\.(?:com|us|de|cn)|b2clogin\.com)\b/gi,
  },
  { kind: 'id', pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi },
  {
    kind: 'user',
    pattern: /(?:[a-z]:[\\/]Users[\\/]|\/Users\/|\/home\/)[^\\/\s"'`*?|:]{1,64}/gi,
    accept: (text) => !NOBODY.test(text.split(/[\\/]/).at(-1) ?? ''),
  },
  { kind: 'computer', pattern: /\b(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{6,12}\b/gi },
  {
    kind: 'network',
    pattern: /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g,
    accept: (text, before) => isPublicAddress(text) && !/(?:version|build|ver|v)[\s:]{0,3}$/i.test(before),
  },
  {
    kind: 'network',
    pattern: /(?<![\w:-])[0-9a-f]{0,4}(?:[:-][0-9a-f]{0,4}){2,8}(?![\w:-])/gi,
    accept: isNetworkAddress,
  },
  {
    kind: 'phone',
    pattern: /(?<![\w+])(?:\+|00)[1-9][\d ().\-/]{6,20}\d(?!\w)/g,
    accept: (text) => digitsIn(text) >= 8 && digitsIn(text) <= 17 && !isDate(text),
  },
  { kind: 'phone', pattern: /(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w.-]\d|\w)/g },
  {
    kind: 'phone',
    pattern: /(?<![\w.:/-])\(?0\d{1,5}\)?[ /-]\d[\d -]{4,13}\d(?![\w.:])/g,
    accept: (text) => digitsIn(text) >= 9 && digitsIn(text) <= 14 && !isDate(text),
  },
]

/** More than this nobody reads. */
const MOST = 20

/** What in a text may be personal, in the order in which it stands there. */
export function findPersonalData(text: string): Finding[] {
  const found: Finding[] = []
  for (const { kind, pattern, accept } of rules)
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const words = match[0].replace(/[.,;:!?'"”’)\]]+$/, '')
      const end = start + words.length
      if (accept && !accept(words, text.slice(Math.max(0, start - 16), start))) continue
      if (found.some((other) => start < other.end && other.start < end)) continue
      found.push({ kind, text: words, start, end })
    }
  return found.sort((a, b) => a.start - b.start).slice(0, MOST)
}

/** The text with what was found replaced by words that say what stood there; repeated until nothing is left. */
export function takeOut(text: string, words: (kind: PersonalKind) => string): string {
  let left = text
  // Each round takes at most `MOST`; a text of 4,000 characters holds few hundred.
  for (let round = 0; round < 40; round++) {
    const found = findPersonalData(left)
    if (found.length === 0) break
    for (const { kind, start, end } of found.reverse())
      left = `${left.slice(0, start)}${words(kind)}${left.slice(end)}`
  }
  return left
}
