import { randomInt } from 'node:crypto'
import type { Context as Request } from 'hono'
import { SECRET } from '../../lib/comments'
import type { Fields } from '../body'
import type { AppEnv, Context } from '../context'
import { addressOf, keyedHash, plainHash } from '../visitor'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A random id for a comment. */
export function newCommentId(): string {
  return Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** What is known of whoever writes; nothing of it can be turned back into an address. */
export interface Writer {
  addressHash: string
  browserHash: string | null
  /** For limits: another every day. */
  limitKey: string
  /** For one comment from this browser: tells a second press of the button from a second comment. */
  submission(...parts: readonly string[]): string
}

/** How long an equal comment from the same browser counts as the same press of the button. */
const SAME_PRESS_MS = 10 * 60_000
const DAY_MS = 24 * 60 * 60_000

/** The key for limits on whoever sent a request: keyed, and another every day. */
export function limitKey({ config, now }: Pick<Context, 'config' | 'now'>, c: Request<AppEnv>): string {
  const address = addressOf(c, config.trustedProxies)
  return keyedHash(config.secret, 'limit', String(Math.floor(now() / DAY_MS)), address)
}

/** Reads who writes from a request. */
export function readWriter(
  context: Pick<Context, 'config' | 'now'>,
  c: Request<AppEnv>,
  fields: Fields,
): Writer {
  const { config, now } = context
  const address = addressOf(c, config.trustedProxies)
  const browser = fields.browser
  const given = fields.submission
  return {
    addressHash: keyedHash(config.secret, 'writer', address),
    browserHash: browser && SECRET.test(browser) ? plainHash(browser) : null,
    limitKey: limitKey(context, c),
    // The words are part of it: a form that is sent again with other words is another comment. Without a
    // script nothing random comes with the form, since every reader is sent the same page; then the same
    // words from the same browser within ten minutes are one comment.
    submission: (...parts) =>
      given && SECRET.test(given)
        ? keyedHash(config.secret, 'submission', given, ...parts)
        : keyedHash(
            config.secret,
            'submission',
            address,
            c.req.header('user-agent') ?? '',
            String(Math.floor(now() / SAME_PRESS_MS)),
            ...parts,
          ),
  }
}

/** The token by which a writer edits: made from the submission, so that sending it again gives the same. */
export function ownToken({ config }: Pick<Context, 'config'>, id: string, submission: string): string {
  return keyedHash(config.secret, 'own', id, submission)
}
