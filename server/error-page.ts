import type { Context as Request } from 'hono'
import { createElement as h } from 'react'
import { messages as t } from '../lib/messages'
import { wantsJson } from './body'
import type { AppEnv, Context } from './context'
import { Refused } from './errors'
import { renderPage } from './page'

/** Answers a request that failed: JSON for scripts, a page of the site for everybody else. */
export function answerError(context: Pick<Context, 'shell'>, c: Request<AppEnv>, error: unknown): Response {
  const known = error instanceof Refused ? error : undefined
  const status = known?.status ?? 500
  const message = known?.message ?? t.server.broken
  const headers = { 'cache-control': 'no-store', ...known?.headers }
  if (wantsJson(c)) return c.json({ error: known?.code ?? 'broken', message }, status, headers)
  const content = h(
    'div',
    { className: 'measure pt-10' },
    h('h1', null, t.server.errorTitle),
    h('p', { className: 'lead', role: 'alert' }, message),
    !known && h('p', { className: 'quiet' }, t.server.reference(c.get('requestId'))),
    c.req.method === 'POST' && h('p', { className: 'quiet' }, t.server.keepText),
  )
  return renderPage(context, t.server.errorTitle, content, { status, headers })
}
