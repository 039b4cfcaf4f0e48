import { Hono, type Context as Request } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createElement } from 'react'
import { OffPage, SignInPage } from '../../components/moderation/SignInPage'
import { moderationLinks } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { readFields, wantsJson } from '../body'
import type { AppEnv, Context } from '../context'
import { Refused } from '../errors'
import { limitKey } from '../threads/writer'
import { type DeskRequest, readForm } from './env'
import { renderDesk } from './page'
import { beginSession, findModerator, readSession, SESSION_MS, type Session } from './session'

/** Attempts to sign in, from one address and from all together: nobody guesses a token at this pace. */
const FROM_ONE = { name: 'sign-in', times: 30, seconds: 600 }
const FROM_ALL = { name: 'sign-in-all', times: 300, seconds: 600 }

/** The cookie is sent to these pages and to no others. */
const PATH = '/moderate'

/** Did the moderator come by https, as far as we are told? */
function isSecure({ config }: Pick<Context, 'config'>, c: Request): boolean {
  if (config.siteUrl?.startsWith('https:')) return true
  return config.trustedProxies > 0 && c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https'
}

/** Browsers accept the prefix only with `Secure`, so that no page without TLS can set such a cookie. */
const cookieName = (secure: boolean) => (secure ? '__Secure-moderator' : 'moderator')

/** The session of a request, if there is one that holds. */
export async function sessionOf(context: Context, c: Request): Promise<Session | undefined> {
  const cookie = getCookie(c, cookieName(isSecure(context, c)))
  const session = readSession(context.config, cookie, context.now())
  return session && !(await context.store.isSessionEnded(session.id)) ? session : undefined
}

/** The page where moderators sign in, or the one that says how to begin. */
export function signInPage(
  context: Context,
  {
    status = 200,
    alert,
    said,
    headers,
  }: { status?: number; alert?: string; said?: string; headers?: Record<string, string> } = {},
): Response {
  if (context.config.moderators.length === 0)
    return renderDesk(context, t.moderation.off.title, createElement(OffPage), { status })
  const page = createElement(SignInPage, {
    hours: SESSION_MS / 3_600_000,
    ...(alert && { alert }),
    ...(said && { said }),
  })
  return renderDesk(context, t.moderation.signIn.title, page, { status, ...(headers && { headers }) })
}

/** Answers whoever is not signed in: with the form, or for scripts with an error. */
export function refuseStranger(context: Context, c: Request): Response {
  if (wantsJson(c)) return c.json({ error: 'signed-out', message: t.moderation.signIn.ended }, 401)
  if (c.req.method === 'GET')
    return signInPage(context, { status: c.req.path === moderationLinks.desk() ? 200 : 401 })
  return signInPage(context, { status: 401, alert: t.moderation.signIn.ended })
}

/** Signing in and out. */
export function signInRoutes(context: Context): Hono<AppEnv> {
  const { config, now } = context
  const limits = [
    { limit: context.limiter(FROM_ONE), keyOf: (c: Request<AppEnv>) => limitKey(context, c) },
    { limit: context.limiter(FROM_ALL), keyOf: () => 'all' },
  ]

  return new Hono<AppEnv>().post(moderationLinks.signIn(), async (c) => {
    if (config.moderators.length === 0) return signInPage(context, { status: 403 })
    try {
      for (const { limit, keyOf } of limits) await limit(keyOf(c))
    } catch (error) {
      if (!(error instanceof Refused) || wantsJson(c)) throw error
      return signInPage(context, {
        status: error.status,
        alert: error.message,
        headers: { ...error.headers },
      })
    }
    const { token = '' } = await readFields(c)
    const moderator = findModerator(config.moderators, token.trim())
    if (!moderator) {
      if (wantsJson(c)) throw new Refused(403, 'wrong-token', t.moderation.signIn.wrong)
      return signInPage(context, { status: 403, alert: t.moderation.signIn.wrong })
    }
    const secure = isSecure(context, c)
    setCookie(c, cookieName(secure), beginSession(config, moderator, now()), {
      path: PATH,
      httpOnly: true,
      sameSite: 'Strict',
      secure,
      maxAge: SESSION_MS / 1000,
    })
    return wantsJson(c) ? c.json({ name: moderator.name }) : c.redirect(moderationLinks.desk(), 303)
  })
}

/** Ends the session: the cookie is taken back, and a copy of it holds no more. */
export async function signOut(context: Context, c: DeskRequest): Promise<Response> {
  await readForm(context, c)
  const { id, expires } = c.get('session')
  await context.store.endSession(id, expires)
  const secure = isSecure(context, c)
  deleteCookie(c, cookieName(secure), { path: PATH, secure })
  return wantsJson(c) ? c.json({ ended: true }) : c.redirect(moderationLinks.desk(), 303)
}
