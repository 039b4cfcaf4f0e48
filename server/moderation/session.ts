import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Moderator } from '../config'
import { keyedHash } from '../visitor'

/** A signed-in moderator. */
export interface Session {
  /** The moderator's name, from the configuration. */
  name: string
  /** Random; names the session when it is ended. */
  id: string
  /** Milliseconds since 1970. */
  expires: number
}

/** How long a session lasts: a working day. */
export const SESSION_MS = 12 * 60 * 60 * 1000

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares without telling by its time how much was right. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

/** Whose token this is. Every token is compared, whichever it is, so that the time taken says nothing. */
export function findModerator(moderators: readonly Moderator[], token: string): Moderator | undefined {
  return moderators.reduce<Moderator | undefined>(
    (found, moderator) => (isSame(moderator.token, token) ? moderator : found),
    undefined,
  )
}

/** Who may vouch for a session: the server's secret, and the moderators of today. */
export interface Keys {
  secret: string
  moderators: readonly Moderator[]
}

/** Holds the token too: whoever gets another token, or none, is signed out by that. */
function sign({ secret }: Keys, { token }: Moderator, { name, id, expires }: Session): string {
  return keyedHash(secret, 'session', name, id, String(expires), token)
}

/** Begins a session: what the cookie holds. */
export function beginSession(keys: Keys, moderator: Moderator, now: number): string {
  const session = { name: moderator.name, id: randomBytes(16).toString('hex'), expires: now + SESSION_MS }
  const name = Buffer.from(session.name).toString('base64url')
  return [name, session.id, session.expires, sign(keys, moderator, session)].join('.')
}

/** Whose session a cookie holds; undefined if it is forged, has run out, or its token is no more. */
export function readSession(keys: Keys, cookie: string | undefined, now: number): Session | undefined {
  const [name64, id, expires, mac, ...rest] = (cookie ?? '').split('.')
  if (!name64 || !id || !expires || !mac || rest.length > 0) return undefined
  const session = { name: Buffer.from(name64, 'base64url').toString(), id, expires: Number(expires) }
  const moderator = keys.moderators.find(({ name }) => name === session.name)
  if (!moderator || !isSame(mac, sign(keys, moderator, session))) return undefined
  return session.expires > now ? session : undefined
}

/** What every form of a session carries, and no other site can know. */
export function formToken({ secret }: Keys, { id }: Session): string {
  return keyedHash(secret, 'session', 'form', id)
}
