import { createElement, Fragment, type ReactNode } from 'react'
import type { Context } from '../context'
import { renderPage } from '../page'
import { deskFiles } from './files'

/** A page of moderation: in the site's frame, with a style sheet and a script of its own. */
export function renderDesk(
  context: Pick<Context, 'shell'>,
  title: string,
  content: ReactNode,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Response {
  const { style, script } = deskFiles()
  const head = createElement(
    Fragment,
    null,
    createElement('link', { rel: 'stylesheet', href: style.href }),
    createElement('script', { type: 'module', src: script.href }),
  )
  return renderPage(context, title, content, { status, headers, head })
}
