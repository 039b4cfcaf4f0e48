import { createServer, type Server, type ServerOptions } from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Hono } from 'hono'
import { securityHeaders } from '../lib/publish/security'
import type { Config } from './config'
import type { AppEnv } from './context'

/** The longest that a request may take to arrive whole, and its headers alone. */
const REQUEST_MS = 30_000
const HEADERS_MS = 15_000
/** How long an idle connection is kept: longer than proxies keep theirs (60 s), so that they close first. */
const KEEP_ALIVE_MS = 65_000

/**
 * Connections that may wait to be accepted. With Node.js's 511 a thousand readers who come at once overflow the
 * queue, and those left out try again only after a second, then three, then seven.
 */
const BACKLOG = 4_096

/** A request that is no proper HTTP, such as one with a backslash in its path. */
function refuseMalformed(error: unknown): Response {
  const status = error instanceof RequestError ? 400 : 500
  return new Response(null, { status, headers: { ...securityHeaders, 'content-length': '0' } })
}

/** Makes the HTTP server around an app; tests have less patience. */
export function serverFor(app: Hono<AppEnv>, patience: ServerOptions = {}): Server {
  return createServer(
    {
      requestTimeout: REQUEST_MS,
      headersTimeout: HEADERS_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 5_000,
      ...patience,
    },
    getRequestListener(app.fetch, { errorHandler: refuseMalformed }),
  )
}

/**
 * Listens.
 *
 * @throws an Error that says why it cannot, and what to do
 */
export function listen(app: Hono<AppEnv>, { port, host }: Pick<Config, 'port' | 'host'>): Promise<Server> {
  const server = serverFor(app)
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const hint =
        error.code === 'EADDRINUSE'
          ? ' Another program listens there; choose another port: PORT=3001 npm start'
          : ''
      fail(new Error(`The server cannot listen on port ${port}: ${error.message}.${hint}`))
    })
    server.listen({ port, host, backlog: BACKLOG }, () => done(server))
  })
}

/** Accepts nothing new and waits for the requests under way; false if some had to be cut off. */
export async function stopGracefully(server: Server, mostMs: number): Promise<boolean> {
  const closed = new Promise<true>((done) => {
    server.close(() => done(true))
  })
  // Connections that fall idle while we wait are closed too, or their readers would hold us up.
  server.closeIdleConnections()
  const closeIdle = setInterval(() => server.closeIdleConnections(), 100)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), mostMs)
  })
  const clean = await Promise.race([closed, late])
  clearInterval(closeIdle)
  clearTimeout(timer)
  if (!clean) server.closeAllConnections()
  return clean
}
