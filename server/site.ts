import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { securityHeaders } from '../lib/publish/security'
import { type Files, indexFiles, isFolder } from './files'
import { redirectFor } from './redirects'
import { answer, type Representation } from './send'

/** The published site as the server sees it. */
export interface Site {
  files: Files
  /** A published text, such as `/threads.json` or `/404.html`. */
  text(path: string): Promise<string>
  /** Answers from the published files; undefined for what is none. */
  serve(request: Request, path: string): Response | Promise<Response> | undefined
  /** Leads on from an address that is no page itself; undefined if it leads nowhere. */
  redirect(path: string, query: string): Promise<Response | undefined>
  /** The page for unknown addresses. */
  notFound(request: Request): Promise<Response>
}

/** The page for unknown addresses lies here; it has no address of its own. */
export const NOT_FOUND = '/404.html'

/** The path of an address, decoded as files are named; undefined where it cannot be. */
export function pathOf(url: string): string | undefined {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.slice(start).search(/[?#]/)
  const path = end < 0 ? url.slice(start) : url.slice(start, start + end)
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/**
 * Opens the published site. Files are served as they were when the server started.
 *
 * @throws an Error if the folder holds no published site
 */
export function openSite(folder: string): Site {
  if (!isFolder(folder) || !existsSync(join(folder, '404.html')))
    throw new Error(`There is no published site in ${folder}. Run: npm run build`)
  const files = indexFiles(folder)
  const load = async (path: string): Promise<Representation> => {
    const found = await files.load(path)
    if (!found) throw new Error(`${path} is missing from the site in ${folder}. Run: npm run build`)
    return found
  }
  return {
    files,
    text: async (path) => new TextDecoder().decode((await load(path)).forms.identity.bytes),
    serve(request, path) {
      const found = files.load(path)
      if (!found || path === NOT_FOUND) return undefined
      if (found instanceof Promise) return found.then((loaded) => answer(request, loaded, securityHeaders))
      return answer(request, found, securityHeaders)
    },
    async redirect(path, query) {
      const target = await redirectFor(files, path)
      if (!target) return undefined
      return new Response(null, {
        status: path.includes('/diagnose/') ? 307 : 308,
        headers: { ...securityHeaders, location: target.includes('#') ? target : target + query },
      })
    },
    notFound: async (request) => answer(request, await load(NOT_FOUND), securityHeaders, 404),
  }
}
