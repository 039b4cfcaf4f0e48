import { site } from '../../site.config'
import { type ParsedPage, parsePage } from './html'
import { fetchRaw } from './http'

/** Everything that links lead to from some pages, and what they do not find. */
export interface Crawl {
  pages: Map<string, ParsedPage>
  /** "page → address" of everything that does not exist. */
  dead: string[]
  /** "page → address" of every `#place` that its page does not have. */
  lostAnchors: string[]
}

/** How many pages are fetched at once. */
const LANES = 8

/** The path of an address on this site as seen from a page; undefined if it leads elsewhere. */
function inside(origin: string, from: string, href: string): URL | undefined {
  const url = new URL(href, origin + from)
  return [origin, site.url].some((own) => url.origin === new URL(own).origin) ? url : undefined
}

/** Follows every link on the site from some pages on, by HTTP alone. */
export async function crawl(origin: string, from: readonly string[]): Promise<Crawl> {
  const pages = new Map<string, ParsedPage>()
  const status = new Map<string, number>()
  const queue = [...from]
  const seen = new Set(queue)
  const visit = async (path: string) => {
    const answer = await fetchRaw(origin, path)
    const moved = inside(origin, path, answer.headers.location ?? path)?.pathname
    // A permalink leads to wherever its comment stands now.
    status.set(path, answer.status >= 300 && answer.status < 400 && moved ? 200 : answer.status)
    if (moved && !seen.has(moved)) {
      seen.add(moved)
      queue.push(moved)
    }
    if (!answer.headers['content-type']?.startsWith('text/html')) return
    const page = parsePage(answer.body.toString('utf8'))
    pages.set(path, page)
    for (const href of [...page.links.map((link) => link.href), ...page.resources]) {
      const url = inside(origin, path, href)
      if (!url || seen.has(url.pathname)) continue
      seen.add(url.pathname)
      queue.push(url.pathname)
    }
  }
  while (queue.length) await Promise.all(queue.splice(0, LANES).map(visit))

  const uses = [...pages].flatMap(([path, page]) =>
    [...page.links.map(({ href }) => href), ...page.resources].flatMap((href) => {
      const url = inside(origin, path, href)
      return url
        ? [{ text: `${path} → ${href}`, path: url.pathname, anchor: decodeURIComponent(url.hash.slice(1)) }]
        : []
    }),
  )
  return {
    pages,
    // Where the crawl began may be the page that says that there is none.
    dead: uses.filter(({ path }) => status.get(path) !== 200 && !from.includes(path)).map(({ text }) => text),
    lostAnchors: uses
      .filter(({ path, anchor }) => anchor && !pages.get(path)?.ids.includes(anchor))
      .map(({ text }) => text),
  }
}
