import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Page } from '../components/shell/Page'
import { securityHeaders } from '../lib/publish/security'
import { site } from '../site.config'
import type { Context } from './context'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in HTML or XML, also within quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
}

/** What a page of ours may need besides its title and content. */
export interface PageOptions {
  status?: number
  headers?: Readonly<Record<string, string>>
  /** May others keep a copy? Pages with anything personal may not. Default: no. */
  cacheControl?: string
  /** For the head: links to feeds and the like. */
  head?: ReactNode
}

/** A whole page in the frame of the site. Everything in it is escaped by React. */
export function pageHtml(
  context: Pick<Context, 'shell'>,
  title: string,
  content: ReactNode,
  head?: ReactNode,
) {
  const frame = renderToStaticMarkup(createElement(Page, { disclaimer: context.shell.disclaimer }, content))
  const more = head ? renderToStaticMarkup(head) : ''
  return `<!doctype html><html lang="${site.language}"><head>${context.shell.head}<title>${escapeMarkup(`${title} · ${site.name}`)}</title><meta name="robots" content="noindex">${more}</head><body>${frame}</body></html>`
}

/** Answers with a page of our own: under the site's policy, and kept by nobody unless said otherwise. */
export function renderPage(
  context: Pick<Context, 'shell'>,
  title: string,
  content: ReactNode,
  { status = 200, headers = {}, cacheControl = 'no-store', head }: PageOptions = {},
): Response {
  return new Response(pageHtml(context, title, content, head), {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cacheControl,
      ...headers,
    },
  })
}
