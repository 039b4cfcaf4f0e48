import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import type { PhrasingContent, Root, Text } from 'mdast'
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type Processor, unified } from 'unified'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'

/**
 * What comments may be made of: paragraphs, lists, code, emphasis, links. Everything else that Markdown knows
 * is switched off in the parser, so it is shown as it was typed. So are escapes: in a comment on Windows
 * `\\server\_share` is a path.
 */
const SWITCHED_OFF = [
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeIndented',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
]

function limitMarkdown(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: SWITCHED_OFF } }]
}

/** An address that a comment may lead to, as it is written into the page; undefined if it may not. */
export function safeAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const allowed = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  // `https://microsoft.com@evil.example` leads to evil.example.
  return allowed && !parsed.username && !parsed.password ? parsed.href : undefined
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\\^{|}]{1,500}/gi

/** What ends a sentence does not belong to an address, nor does a bracket that it did not open. */
function withoutTail(address: string): string {
  let end = address.length
  while (end > 0) {
    const last = address[end - 1] ?? ''
    const opens =
      last === ')' && address.slice(0, end).split('(').length >= address.slice(0, end).split(')').length
    if (opens || !/[.,;:!?'")\]*_~]/.test(last)) break
    end--
  }
  return address.slice(0, end)
}

const textNode = (value: string): Text => ({ type: 'text', value })

/** A text with its addresses made links, and its lines kept: people press Enter and mean it. */
function splitText(value: string, withLinks: boolean): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const addText = (text: string) => {
    text.split('\n').forEach((line, index) => {
      if (index > 0) parts.push({ type: 'break' })
      if (line) parts.push(textNode(line))
    })
  }
  let at = 0
  for (const match of withLinks ? value.matchAll(ADDRESS) : []) {
    const address = withoutTail(match[0])
    const url = safeAddress(address)
    if (!url) continue
    addText(value.slice(at, match.index))
    parts.push({ type: 'link', url, children: [textNode(address)] })
    at = match.index + address.length
  }
  addText(value.slice(at))
  return parts
}

/** Links lead to the web or are none; addresses in plain text become links. */
function prepare() {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return CONTINUE
      if (node.type === 'link') {
        const url = safeAddress(node.url)
        if (!url) {
          parent.children.splice(index, 1, ...node.children)
          return index
        }
        node.url = url
        node.title = null
      }
      if (node.type === 'text') {
        const parts = splitText(node.value, parent.type !== 'link')
        parent.children.splice(index, 1, ...(parts as never[]))
        return [SKIP, index + parts.length]
      }
      return CONTINUE
    })
  }
}

const textIn = (node: ElementContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textIn).join('') : ''

/** Says where a link leads that calls itself something else; tells search engines not to follow it. */
function mark() {
  return (tree: HtmlRoot) => {
    visit(tree, { tagName: 'a' }, (node, index, parent) => {
      const link = node as Element
      const { host, href } = new URL(String(link.properties.href))
      link.properties.rel = ['ugc', 'nofollow']
      const words = textIn(link).trim()
      const says = URL.canParse(words) ? new URL(words).href : undefined
      if (says === href || !parent || index === undefined) return CONTINUE
      parent.children.splice(index + 1, 0, { type: 'text', value: ` (${host})` })
      return index + 2
    })
  }
}

/** The closed list of what comes out. No ids, no classes, no styles. */
const schema: Options = {
  ...defaultSchema,
  tagNames: ['p', 'br', 'ul', 'ol', 'li', 'code', 'pre', 'em', 'strong', 'a'],
  attributes: { a: ['href', 'rel'], ol: ['start'] },
  protocols: { href: ['http', 'https'] },
  ancestors: {},
  required: {},
  clobber: [],
  strip: [],
}

const parser = unified().use(limitMarkdown).use(remarkParse).use(prepare)
const writer = unified().use(remarkRehype).use(rehypeSanitize, schema).use(mark).use(rehypeStringify)

/** More markup than this nobody writes; the parser's work grows with the square of it. */
const MOST_MARKUP = 400
const DEEPEST_LIST = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){5}/m

/** Paragraphs and lines alone: what a text is shown as that only wants to keep the parser busy. */
function plainTree(body: string): Root {
  const children = body
    .split('\n\n')
    .map((text) => ({ type: 'paragraph' as const, children: [textNode(text)] }))
  return { type: 'root', children }
}

/** A comment as a tree: what of its Markdown counts as such, with its lines and addresses. */
export function parseComment(body: string): Root {
  const markup = body.match(/[[\]*_`<]/g)?.length ?? 0
  const tree = markup > MOST_MARKUP || DEEPEST_LIST.test(body) ? plainTree(body) : parser.parse(body)
  return parser.runSync(tree) as Root
}

/** A text as a page may hold it, and how many links are in it. */
export interface Rendered {
  html: string
  links: number
}

/** How many texts are remembered as HTML. */
const MOST_KEPT = 2_000
const kept = new Map<string, Rendered>()

/** Limited Markdown → HTML that may stand in a page. The text must have passed `checkBody`. */
export function renderMarkdown(body: string): Rendered {
  const known = kept.get(body)
  if (known) return known
  const tree = parseComment(body)
  let links = 0
  visit(tree, 'link', () => {
    links++
  })
  const rendered = { html: writer.stringify(writer.runSync(tree) as HtmlRoot), links }
  kept.set(body, rendered)
  const oldest = kept.keys().next()
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
  return rendered
}
