import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { contentSecurityPolicy } from './security'

/** What only Next's own browser code needs: scripts, preloads and marks for waking the page up. */
function isForNext(node: Element): boolean {
  const { tagName, properties } = node
  if (tagName === 'script') {
    const own = String(properties.src ?? '').startsWith('/assets/') || properties.type === 'speculationrules'
    return !own
  }
  if (tagName === 'link') {
    const rel = [properties.rel].flat().join(' ')
    return /preload|modulepreload/.test(rel)
  }
  if (tagName === 'meta') return properties.name === 'next-size-adjust'
  // React leaves empty boundaries behind, for streaming that never happens here.
  return (tagName === 'div' || tagName === 'template') && properties.hidden != null && node.children.length === 0
}

function strip() {
  return (tree: Root) =>
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return
      if (node.type === 'comment' || (node.type === 'element' && isForNext(node))) {
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type !== 'element') return
      if (node.tagName === 'link') delete node.properties.dataPrecedence
      if (node.tagName === 'head')
        node.children.splice(1, 0, {
          type: 'element',
          tagName: 'meta',
          properties: { httpEquiv: ['Content-Security-Policy'], content: contentSecurityPolicy },
          children: [],
        })
    })
}

const lean = unified()
  .use(rehypeParse)
  .use(strip)
  .use(rehypeStringify, {
    omitOptionalTags: true,
    preferUnquoted: true,
    collapseEmptyAttributes: true,
    quoteSmart: true,
    tightAttributes: false,
  })

/** A page as Next wrote it → the same page with nothing of Next's in it, under our security policy. */
export function leanPage(html: string): string {
  return String(lean.processSync(html))
}
