import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { NOT_FOUND, type Site } from './site'

/** What our own pages take from the published ones. */
export interface Shell {
  /** Links to style sheets, script and icon, as the build named them. */
  head: string
  /** The small print of the published site, such as whose names it uses. */
  disclaimer: string | undefined
}

const isWanted = ({ tagName, properties }: Element) =>
  tagName === 'link'
    ? /stylesheet|icon/.test(String(properties.rel))
    : (tagName === 'script' && Boolean(properties.src)) ||
      (tagName === 'meta' && (properties.charSet !== undefined || properties.name === 'viewport'))

/** The parts of a page's head that every page needs. */
export function headOf(html: string): string {
  const wanted: Element[] = []
  visit(unified().use(rehypeParse).parse(html), 'element', (element) => {
    if (isWanted(element)) wanted.push(element)
  })
  return unified().use(rehypeStringify).stringify({ type: 'root', children: wanted })
}

const textIn = (node: Root | Element): string =>
  node.children
    .map((child) =>
      child.type === 'text' ? child.value : 'children' in child ? textIn(child as Element) : '',
    )
    .join('')

/** The second paragraph of a page's small print: the first is the same on every page of every site. */
export function disclaimerOf(html: string): string | undefined {
  const lines: string[] = []
  visit(unified().use(rehypeParse).parse(html), { tagName: 'footer' }, (footer) => {
    visit(footer, { tagName: 'p' }, (line) => {
      lines.push(textIn(line as Element))
    })
  })
  return lines[1]
}

/** Reads the frame of the published site. */
export async function readShell(site: Site): Promise<Shell> {
  const html = await site.text(NOT_FOUND)
  return { head: headOf(html), disclaimer: disclaimerOf(html) }
}
