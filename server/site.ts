import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { securityHeaders } from '../lib/publish/security'
import { redirectFor } from './redirects'

const IMMUTABLE = /^\/(_next\/static|assets)\//

/** The page for unknown addresses, in the best form that the browser takes. */
function sendNotFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const form = ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(accepted))
  const file = join(folder, `404.html${form === 'br' ? '.br' : form === 'gzip' ? '.gz' : ''}`)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-cache')
  response.setHeader('vary', 'Accept-Encoding')
  if (form && existsSync(file)) response.setHeader('content-encoding', form)
  response.statusCode = 404
  response.end(
    request.method === 'HEAD' ? undefined : readFileSync(existsSync(file) ? file : join(folder, '404.html')),
  )
}

/**
 * Serves the published site: compressed files as they lie there, revalidation, ranges, strict headers,
 * redirects for old questionnaire addresses, and a page for what does not exist.
 *
 * @throws an Error if the folder holds no published site
 */
export function serveSite(folder: string): RequestListener {
  if (!existsSync(join(folder, '404.html')))
    throw new Error(`There is no published site in ${folder}. Run: npm run build`)
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    dotfiles: false,
    extensions: ['html'],
    setHeaders(response, path) {
      const cache = IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.setHeader('cache-control', cache)
    },
  })
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      response.statusCode = 405
      return response.end()
    }
    const [path = '/', query] = (request.url ?? '/').split('?')
    const target = redirectFor(folder, path)
    if (target) {
      response.statusCode = path.includes('/diagnose/') ? 307 : 308
      response.setHeader('location', query && !target.includes('#') ? `${target}?${query}` : target)
      return response.end()
    }
    files(request, response, () => sendNotFound(folder, request, response))
  }
}
