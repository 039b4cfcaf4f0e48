import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { routePath } from 'hono/route'
import { links } from '../lib/links'
import { securityHeaders } from '../lib/publish/security'
import type { AppEnv, Context } from './context'
import { answerError } from './error-page'
import { healthRoutes } from './health'
import { describeError } from './log'
import { moderationRoutes } from './moderation/routes'
import { refuseCrossSite } from './origin'
import { outcomeRoutes } from './outcomes/routes'
import { pathOf } from './site'
import { createFiller } from './threads/fill'
import { threadRoutes } from './threads/routes'

/** A name for each request, by which a visitor's report finds its line in the log. */
function nameRequests(): () => string {
  const run = randomBytes(4).toString('hex')
  let count = 0
  return () => `${run}-${(++count).toString(36)}`
}

/** What the log calls an address: only what we publish or route; never what a visitor made up. */
function loggedRoute(context: Context, path: string | undefined, route: string): string {
  if (!route.includes('*')) return route
  if (path === undefined || !context.site.files.has(path)) return 'other'
  // The answers of a questionnaire are nobody's business.
  return path.replace(/\/diagnose\/.+$/, '/diagnose/…/')
}

/** The methods that an address takes, for `Allow`. What is no route of ours can only be a published page. */
function methodsAt(app: Hono<AppEnv>, path: string): string {
  const takes = (method: string) =>
    app.router.match(method, path)[0].some(([[, route]]) => !route.path.includes('*'))
  const [reads, posts] = [takes('GET'), takes('POST')]
  return [...(reads || !posts ? ['GET', 'HEAD'] : []), ...(posts ? ['POST'] : [])].join(', ')
}

/** The whole server as one Hono app: comments, outcomes, moderation, and the published site. */
export function createApp(context: Context): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const { config, site, log } = context
  const name = nameRequests()
  const filler = createFiller(context)

  app.use('*', async (c, next) => {
    const id = name()
    const start = performance.now()
    c.set('requestId', id)
    await next()
    log.write('request', {
      id,
      method: c.req.method,
      route: loggedRoute(context, pathOf(c.req.url), routePath(c)),
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    })
  })

  // Before the published files: there this address says no, for static hosts.
  app.get(links.outcomesOpen(), (c) =>
    c.json({ open: true }, 200, { ...securityHeaders, 'cache-control': 'no-store' }),
  )

  app.get('*', async (c, next) => {
    const path = pathOf(c.req.url)
    if (path === undefined) return next()
    const request = c.req.raw
    return (await filler.serve(request, path)) ?? (await site.serve(request, path)) ?? next()
  })

  // From here on every answer is made by us, and kept by nobody unless it says that it may be.
  app.use('*', async (c, next) => {
    await next()
    for (const [header, value] of Object.entries(securityHeaders))
      if (!c.res.headers.has(header)) c.res.headers.set(header, value)
    const isRedirect = c.res.status >= 300 && c.res.status < 400
    if (!isRedirect && !c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  app.use('*', refuseCrossSite(config.siteUrl))

  app.route('/', healthRoutes(context))
  app.route('/', threadRoutes(context))
  app.route('/', outcomeRoutes(context))
  app.route('/', moderationRoutes(context))

  app.get('*', async (c) => {
    const path = pathOf(c.req.url)
    const [, query = ''] = c.req.url.split('?', 2)
    const moved = path === undefined ? undefined : await site.redirect(path, query && `?${query}`)
    return moved ?? site.notFound(c.req.raw)
  })
  app.all('*', (c) => c.body(null, 405, { allow: methodsAt(app, c.req.path) }))

  app.onError((error, c) => {
    const answer = answerError(context, c, error)
    if (answer.status >= 500) log.write('error', { id: c.get('requestId'), ...describeError(error) })
    return answer
  })
  return app
}
