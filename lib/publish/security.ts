import { type Comments, site } from '../../site.config'
import { GISCUS } from '../links'

/**
 * The policy under which every page runs: nothing inline, nothing from elsewhere. Speculation rules are
 * data, not script; the keyword admits them and nothing more. Only a site that has its comments on GitHub
 * admits another host, and that in a frame alone.
 */
export function policyFor(comments: Comments): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'inline-speculation-rules'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    ...(typeof comments === 'object' ? [`frame-src ${GISCUS}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ')
}

/** The policy of this site. */
export const contentSecurityPolicy = policyFor(site.comments)

/** Headers of every answer. The policy's `frame-ancestors` works only as a header, not in a page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
}

/** Pages that a reader is about to open are fetched when the pointer or finger comes near. */
export const speculationRules = {
  prefetch: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }],
} as const
