import type { Element } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { NOT_FOUND, type Site } from './site'

/** What our own pages take from the published ones. */
export interface Shell {
  /** Links to style sheets, script and icon, as the build named them. */
  head: string
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

/** Reads the head of the published site. */
export async function readShell(site: Site): Promise<Shell> {
  return { head: headOf(await site.text(NOT_FOUND)) }
}
