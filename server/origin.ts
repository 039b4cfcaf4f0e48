import type { MiddlewareHandler } from 'hono'
import { messages as t } from '../lib/messages'
import type { AppEnv } from './context'
import { Refused } from './errors'

/** What a request says of where it was sent from. */
export interface Sender {
  /** `Sec-Fetch-Site`: the browser's own word; scripts cannot set it. */
  site: string | undefined
  origin: string | undefined
  referer: string | undefined
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}

/**
 * Was it sent from a page of this site, or by no page at all (a program)? Only the host is compared: a proxy
 * may have ended TLS. Browsers that name neither themselves nor an origin are older than the questions here.
 */
export function isFromHere({ site, origin, referer }: Sender, hosts: readonly string[]): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  // Readers who send no referrer send the origin `null`; the browser's own word then decides.
  if (site !== undefined && (origin === undefined || origin === 'null')) return true
  const from = origin ?? referer
  if (from === undefined) return true
  const host = hostOf(from)
  return host !== undefined && hosts.includes(host)
}

/** Refuses what another site's page sends. Reading needs no such care: it changes nothing. */
export function refuseCrossSite(siteUrl: string | undefined): MiddlewareHandler<AppEnv> {
  const own = siteUrl ? hostOf(siteUrl) : undefined
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const sender = {
        site: c.req.header('sec-fetch-site'),
        origin: c.req.header('origin'),
        referer: c.req.header('referer'),
      }
      const hosts = [c.req.header('host'), own].filter((host) => host !== undefined)
      if (!isFromHere(sender, hosts)) throw new Refused(403, 'cross-site', t.server.crossSite)
    }
    await next()
  }
}
