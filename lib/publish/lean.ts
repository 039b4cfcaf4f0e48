import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import { contentSecurityPolicy, speculationRules } from './security'

/** What only Next's own browser code needs: scripts, preloads and marks for waking the page up. */
function isForNext(node: Element): boolean {
  const { tagName, properties } = node
  if (tagName === 'script') return !String(properties.src ?? '').startsWith('/assets/')
  if (tagName === 'link') return /preload/.test(String(properties.rel))
  if (tagName === 'meta') return properties.name === 'next-size-adjust'
  // React leaves empty boundaries behind, for streaming that never happens here.
  return (
    (tagName === 'div' || tagName === 'template') &&
    properties.hidden != null &&
    node.children.every(({ type }) => type === 'comment')
  )
}

/** The policy comes first, before anything that it governs; the speculation rules last. */
function addToHead(head: Element) {
  const policy = { httpEquiv: ['Content-Security-Policy'], content: contentSecurityPolicy }
  head.children.splice(1, 0, { type: 'element', tagName: 'meta', properties: policy, children: [] })
  head.children.push({
    type: 'element',
    tagName: 'script',
    properties: { type: 'speculationrules' },
    children: [{ type: 'text', value: JSON.stringify(speculationRules) }],
  })
}

function strip() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return CONTINUE
      if (node.type === 'comment' || (node.type === 'element' && isForNext(node))) {
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type !== 'element') return CONTINUE
      if (node.tagName === 'link') delete node.properties.dataPrecedence
    })
    visit(tree, { tagName: 'head' }, (node) => addToHead(node as Element))
  }
}

const lean = unified().use(rehypeParse).use(strip).use(rehypeStringify, {
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
