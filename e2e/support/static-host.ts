import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { outFolder } from './site'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
}

/** A plain static host, as many are: files as they lie there, `404.html` for the rest, no redirects. */
export function startStaticHost(): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const wanted = join(outFolder, decodeURIComponent(pathname))
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? join(wanted, 'index.html') : wanted
    const found = existsSync(file)
    response.statusCode = found ? 200 : 404
    response.setHeader(
      'content-type',
      found ? (TYPES[extname(file)] ?? 'text/plain') : (TYPES['.html'] ?? ''),
    )
    response.end(readFileSync(found ? file : join(outFolder, '404.html')))
  })
  return new Promise((done) => {
    server.listen(0, 'localhost', () => {
      done({ origin: `http://localhost:${(server.address() as AddressInfo).port}`, server })
    })
  })
}
