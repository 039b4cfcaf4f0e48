/** What this browser remembers of comments. Storage may be switched off or full: then nothing is remembered. */

/** A comment that this browser sent. */
export interface Kept {
  id: string
  thread: string
  /** Proves to the server whose it is. */
  token: string
  /** When it was sent. */
  at: number
}

const OWN = 'fixpath.comments'
const WRITER = 'fixpath.writer'
const VOTED = 'fixpath.votes'
/** After this nobody comes back to see what became of a comment. */
const KEPT_MS = 30 * 24 * 60 * 60_000
const MOST = 30

function read<T>(key: string, otherwise: T): T {
  try {
    return JSON.parse(localStorage[key]) ?? otherwise
  } catch {
    return otherwise
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage[key] = JSON.stringify(value)
  } catch {}
}

/** A secret that nobody guesses. */
export function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** The comments of this browser in a thread, the oldest first. */
export function ownComments(thread: string): Kept[] {
  const all = read<Kept[]>(OWN, [])
  return Array.isArray(all) ? all.filter((one) => one.thread === thread && Date.now() - one.at < KEPT_MS) : []
}

/** Remembers a comment that was sent. */
export function keepComment(kept: Kept): void {
  const others = read<Kept[]>(OWN, []).filter((one) => one.id !== kept.id)
  write(OWN, [...others, kept].slice(-MOST))
}

/** Forgets a comment: deleted, or published and no longer to be changed. */
export function forgetComment(id: string): void {
  write(
    OWN,
    read<Kept[]>(OWN, []).filter((one) => one.id !== id),
  )
}

/** The secret by which the server knows that this browser's comments were approved before; the server keeps only its hash. */
export function writerSecret(): string | undefined {
  const known = read<string | undefined>(WRITER, undefined)
  if (known) return known
  write(WRITER, randomSecret())
  return read<string | undefined>(WRITER, undefined)
}

/** Notes that this browser has said "me too", or asks whether it has. */
export const votes = {
  has: (id: string) => read<string[]>(VOTED, []).includes(id),
  add: (id: string) =>
    write(VOTED, [...read<string[]>(VOTED, []).filter((one) => one !== id), id].slice(-500)),
}

/** What was typed and not sent yet: kept for the tab. */
export const draft = {
  read(key: string): string {
    try {
      return sessionStorage[`fixpath.draft ${key}`] ?? ''
    } catch {
      return ''
    }
  },
  write(key: string, text: string): void {
    try {
      if (text) sessionStorage[`fixpath.draft ${key}`] = text
      else delete sessionStorage[`fixpath.draft ${key}`]
    } catch {}
  },
}
