import { createHash, createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import type { Context as Request } from 'hono'
import type { AppEnv } from './context'

/** An IPv6 address → its first four groups: whoever has one address has all of these. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::')
  const front = head ? head.split(':') : []
  const back = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)
  const groups = [...front, ...Array<string>(missing).fill('0'), ...back]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')
}

/** One spelling for each network that one visitor has: IPv4 as it is, the /64 of IPv6. */
export function normalizeAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase()
  const mapped = /^(?:0*:)*:?(?:ffff:)(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  const withoutPort = mapped ?? (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.replace(/:\d+$/, '') : bare)
  const kind = isIP(withoutPort)
  return kind === 6 ? `${firstGroups(withoutPort)}::/64` : kind === 4 ? withoutPort : 'unknown'
}

/**
 * The address of whoever asks. Each trusted proxy has added, at the end of `X-Forwarded-For`, the address
 * that it was asked from; what stands before those is what a visitor claims, and is not believed.
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const claimed = (forwardedFor ?? '').split(',').map((part) => part.trim())
  const chain = [...claimed.filter(Boolean), socket ?? '']
  const at = Math.max(0, chain.length - 1 - trustedProxies)
  return normalizeAddress((trustedProxies > 0 ? chain[at] : socket) ?? '')
}

/** The address of whoever sent a request; `unknown` in tests without a socket. */
export function addressOf(c: Request<AppEnv>, trustedProxies: number): string {
  return clientAddress(
    c.env?.incoming?.socket?.remoteAddress,
    c.req.header('x-forwarded-for'),
    trustedProxies,
  )
}

/** What a hash is for: hashes for different purposes cannot be compared. */
export type HashPurpose = 'writer' | 'vote' | 'limit' | 'submission' | 'own' | 'session' | 'challenge'

/** A keyed hash: without the server's secret nobody can find the address again by trying them all. */
export function keyedHash(secret: string, purpose: HashPurpose, ...parts: readonly string[]): string {
  // JSON keeps the parts apart: ("a", "bc") is not ("ab", "c").
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url')
}

/** The hash of a long random secret, which needs no key: nobody can try them all. */
export function plainHash(random: string): string {
  return createHash('sha256').update(random).digest('base64url')
}
