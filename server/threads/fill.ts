import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Thread } from '../../components/comments/Thread'
import { securityHeaders } from '../../lib/publish/security'
import type { Context } from '../context'
import { describeError } from '../log'
import { renderOutcomeCount } from '../outcomes/count'
import { answer, type Representation } from '../send'
import { readInPlace, showEmpty } from './shown'

/** A place in a published page that the server fills. */
interface Place {
  tag: 'comment-thread' | 'outcome-count'
  /** The opening tag as it was published. */
  open: string
  /** The thread, or the product and fix. */
  id: string
  folded: boolean
}

const PLACES = /<(comment-thread|outcome-count)\b([^>]*)><\/\1>/g

/** A published page, cut at the places that are to be filled. */
export function cutPage(html: string): (string | Place)[] {
  const parts: (string | Place)[] = []
  let at = 0
  for (const match of html.matchAll(PLACES)) {
    const [all, tag, attributes = ''] = match
    const id = /\b(?:thread|fix)="?([a-z0-9/-]+)"?/.exec(attributes)?.[1]
    if (!id) continue
    parts.push(html.slice(at, match.index), {
      tag: tag as Place['tag'],
      open: `<${tag}${attributes}>`,
      id,
      folded: /\bfolded\b/.test(attributes),
    })
    at = match.index + all.length
  }
  parts.push(html.slice(at))
  return parts
}

/** Fills published pages with comments and counts. */
export interface Filler {
  /** The answer for an address whose page has places to fill; undefined for any other. */
  serve(request: Request, path: string): Response | Promise<Response | undefined> | undefined
}

/** Makes the filler. Pages that could have places are known from the list of articles. */
export function createFiller(context: Context): Filler {
  const { articles, site, store, pages, log } = context
  const candidates = new Set(articles.all().map(({ href }) => href.replace(/#.*$/, '')))
  const cut = new Map<string, { parts: (string | Place)[]; threads: string[] }>()

  async function makePage(parts: readonly (string | Place)[]): Promise<string> {
    const places = parts.filter((part) => typeof part !== 'string')
    const ids = (tag: Place['tag']) => places.filter((place) => place.tag === tag).map(({ id }) => id)
    const [comments, outcomes] = await Promise.all([
      store.countComments(ids('comment-thread')),
      ids('outcome-count').length ? store.countOutcomes(ids('outcome-count')) : undefined,
    ])
    const fill = async ({ tag, id, folded }: Place): Promise<string> => {
      if (tag === 'outcome-count') return renderOutcomeCount(outcomes?.get(id))
      const article = articles.get(id)
      if (!article) return ''
      const shown = comments.has(id) ? await readInPlace(context, article) : showEmpty(article)
      return renderToStaticMarkup(createElement(Thread, { shown, folded }))
    }
    const filled = await Promise.all(
      parts.map(async (part) =>
        typeof part === 'string' ? part : `${part.open}${await fill(part)}</${part.tag}>`,
      ),
    )
    return filled.join('')
  }

  async function prepare(path: string) {
    const parts = cutPage(await site.text(path))
    const threads = parts.flatMap((part) =>
      typeof part === 'string'
        ? []
        : [part.tag === 'comment-thread' ? part.id : part.id.replace('/', '/fixes/')],
    )
    const prepared = { parts, threads: [...new Set(threads)] }
    cut.set(path, prepared)
    return prepared
  }

  async function page(path: string): Promise<Representation | undefined> {
    const { parts, threads } = cut.get(path) ?? (await prepare(path))
    if (parts.length === 1) return undefined
    return pages.get(`page ${path}`, threads, async () => ({
      type: 'text/html; charset=utf-8',
      text: await makePage(parts),
    }))
  }

  return {
    serve(request, path) {
      if (!candidates.has(path)) return undefined
      const known = cut.get(path)
      if (known?.parts.length === 1) return undefined
      return page(path).then(
        (found) => found && answer(request, found, securityHeaders),
        (error: unknown) => {
          // The article matters more than its comments: without a store it is served as it was published.
          log.write('error', { ...describeError(error), page: 'served without comments' })
          return undefined
        },
      )
    },
  }
}
