import { createProcessor } from '@mdx-js/mdx'
import GithubSlugger from 'github-slugger'
import remarkGfm from 'remark-gfm'
import type { Article, Position } from '../read'
import { stepPrefixes } from '../steps'

/** An attribute of a component. A value that is no text is an expression. */
export interface Attribute {
  type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute'
  name?: string
  value?: string | null | { value: string }
}

/** A node of a Markdown tree: as much of it as rules look at. */
export interface Node {
  type: string
  name?: string | null
  value?: string
  url?: string
  alt?: string | null
  depth?: number
  ordered?: boolean
  start?: number | null
  attributes?: Attribute[]
  children?: Node[]
  position?: { start: Position }
  data?: { estree?: { body: unknown[]; comments?: unknown[] } | null }
}

/** What the parser says of a text that is not MDX. */
export interface ParseFault {
  message: string
  ruleId: string
  at: Position
}

/** A body as a tree, or the reason why it is none. */
export interface Body {
  tree: Node | undefined
  fault: ParseFault | undefined
}

const processor = createProcessor({ remarkPlugins: [remarkGfm] })

/** Parses MDX. The parser stops at the first fault; line numbers are those of the text. */
export function parseBody(text: string): Body {
  try {
    return { tree: processor.parse(text) as unknown as Node, fault: undefined }
  } catch (thrown) {
    const error = thrown as {
      reason?: string
      message: string
      ruleId?: string
      line?: number
      column?: number
    }
    const message = error.reason ?? error.message
    // A tag without an end has no place of its own, but the message names one: `<Steps>` (22:1-22:8).
    const [, line, column] = /\((\d+):(\d+)-/.exec(message) ?? []
    const at = { line: error.line ?? (Number(line) || 1), column: error.column ?? (Number(column) || 1) }
    return { tree: undefined, fault: { message, ruleId: error.ruleId ?? '', at } }
  }
}

const bodies = new WeakMap<Article, Body>()

/** The body of an article as a tree; parsed once. */
export function bodyOf(article: Article): Body {
  const known = bodies.get(article)
  if (known) return known
  const body = parseBody(article.body)
  bodies.set(article, body)
  return body
}

/** Every node below a node with its ancestors, outermost first, in the order of the text. */
export function walk(node: Node, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  const descend = (parent: Node, ancestors: readonly Node[]) => {
    for (const child of parent.children ?? []) {
      visit(child, ancestors)
      descend(child, [...ancestors, child])
    }
  }
  descend(node, [])
}

/** Whether a node is a component or a raw HTML element. */
export function isElement(node: Node): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** All elements of a name, with their ancestors. */
export function elementsOf(tree: Node, name: string): { node: Node; ancestors: readonly Node[] }[] {
  const found: { node: Node; ancestors: readonly Node[] }[] = []
  walk(tree, (node, ancestors) => {
    if (isElement(node) && node.name === name) found.push({ node, ancestors })
  })
  return found
}

/** The value of an attribute that is plain text. */
export function attributeOf(node: Node, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value
  return typeof value === 'string' ? value : undefined
}

/** Where a node begins. */
export function positionOf(node: Node): Position {
  return node.position?.start ?? { line: 1, column: 1 }
}

/** The words of a node as readers see them; pictures have none. */
export function wordsOf(node: Node): string {
  if (node.type === 'image' || node.type === 'imageReference') return ''
  if (node.type === 'break') return '\n'
  return node.children ? node.children.map(wordsOf).join('') : (node.value ?? '')
}

/** `device="windows,mac"` of the `<For>` around a node: the answers that it names, in their order. */
function answersAround(ancestors: readonly Node[]): string[] {
  const around = ancestors.find((node) => isElement(node) && node.name === 'For')
  return (around?.attributes ?? []).flatMap(({ value }) => String(value).split(/\s*,\s*/))
}

/** One place of an article that has an address of its own. */
export interface Anchor {
  id: string
  node: Node
  kind: 'heading' | 'step'
}

/** The places of a body that links can lead to: headings as rehype-slug names them, and steps. */
export function anchorsOf(tree: Node): Anchor[] {
  const slugger = new GithubSlugger()
  const anchors: Anchor[] = []
  const lists: { list: Node; answers: string[] }[] = []
  walk(tree, (node, ancestors) => {
    if (node.type === 'heading') anchors.push({ id: slugger.slug(wordsOf(node)), node, kind: 'heading' })
    if (!isElement(node) || node.name !== 'Steps') return
    const list = node.children?.find((child) => child.type === 'list' && child.ordered)
    if (list) lists.push({ list, answers: answersAround(ancestors) })
  })
  const prefixes = stepPrefixes(lists.map(({ answers }) => answers))
  lists.forEach(({ list }, index) => {
    list.children?.forEach((node, step) => {
      anchors.push({ id: `${prefixes[index]}step-${step + 1}`, node, kind: 'step' })
    })
  })
  return anchors
}
