import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** What the tests want to know of a page, without a browser. */
export interface ParsedPage {
  tree: Root
  title: string
  /** Every id, in order; one that stands twice is here twice. */
  ids: string[]
  links: { href: string; text: string; element: Element }[]
  /** Every other address that the page names: style sheets, scripts, icons, forms, redirects. */
  resources: string[]
  /** Where its forms post to. */
  posts: string[]
}

const parser = unified().use(rehypeParse)

/** The visible words below a node, white space folded. */
export function textOf(node: Root | Element): string {
  const words: string[] = []
  visit(node, 'text', ({ value }) => {
    words.push(value)
  })
  return words.join('').replace(/\s+/g, ' ').trim()
}

/** The elements below a node that a test accepts, in order. */
export function elementsIn(node: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(node, 'element', (element) => {
    if (element !== node && test(element)) found.push(element)
  })
  return found
}

/** Does an element have a class? */
export function hasClass(element: Element, name: string): boolean {
  return [element.properties.className].flat().includes(name)
}

const isPost = ({ method }: Element['properties']) => String(method).toLowerCase() === 'post'

function resourceOf({ tagName, properties }: Element): string | undefined {
  const { src, href, action, httpEquiv, content } = properties
  if (tagName === 'script' || tagName === 'img' || tagName === 'source') return src ? String(src) : undefined
  if (tagName === 'link') return href ? String(href) : undefined
  if (tagName === 'form') return action && !isPost(properties) ? String(action) : undefined
  if (tagName === 'meta' && String(httpEquiv) === 'refresh') return String(content).replace(/^.*url=/i, '')
  return undefined
}

/** Reads a page. */
export function parsePage(html: string): ParsedPage {
  const tree = parser.parse(html)
  const page: ParsedPage = { tree, title: '', ids: [], links: [], resources: [], posts: [] }
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element
    if (properties.id) page.ids.push(String(properties.id))
    if (tagName === 'title' && !page.title) page.title = textOf(element)
    if (tagName === 'a' && properties.href !== undefined)
      page.links.push({ href: String(properties.href), text: textOf(element), element })
    const resource = resourceOf(element)
    if (resource) page.resources.push(resource)
    if (tagName === 'form' && isPost(properties)) page.posts.push(String(properties.action))
  })
  return page
}
