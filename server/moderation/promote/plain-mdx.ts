import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { parseComment, safeAddress } from '../../threads/markdown'

/**
 * Controls and what turns the direction of text: no article needs them, they may stop a parser, and a reviewer
 * would not see them.
 */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

function withoutUnseen(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .toWellFormed()
    .replace(UNSEEN, '')
}

/** What begins something in MDX or in GitHub's Markdown, wherever it stands. */
const SIGNS = /[\\`*_{}[\]<>&|~]/g

/** What begins a heading, list, rule or table at the start of a line. */
const STARTS = /^(?:[#+=:-])/
const NUMBERED = /^(\d+)([.)])/
/** A paragraph that begins with one of these is a program. */
const PROGRAM = /^(?=import|export)/

/** What GitHub's Markdown turns into a link by itself; no escape keeps it from that. */
const ADDRESS = /((?:https?:\/\/|www\.)\S+|[^\s@]+@\S+)/i

/** Code is the one place where nothing means anything. */
function writeCode(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim()
  if (!text) return ''
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$/.test(text) ? ' ' : ''
  return `${fence}${space}${text}${space}${fence}`
}

function writeText(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .split(ADDRESS)
    .map((part, index) => (index % 2 ? writeCode(part) : part.replace(SIGNS, '\\$&')))
    .join('')
}

const isBlocks = ({ type }: Nodes) => ['root', 'list', 'listItem'].includes(type)

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join(isBlocks(node) ? '\n' : '')
  if (node.type === 'break') return '\n'
  return 'value' in node ? node.value : ''
}

/** A stretch of a paragraph: words, or code, or the end of a line. */
type Piece = { text: string } | { code: string } | 'break'

function piecesOf(node: PhrasingContent): Piece[] {
  switch (node.type) {
    case 'inlineCode':
      return [{ code: node.value }]
    case 'break':
      return ['break']
    case 'link': {
      const words = node.children.flatMap(piecesOf)
      return safeAddress(wordsOf(node).trim()) === node.url
        ? words
        : [...words, { text: ' (' }, { code: node.url }, { text: ')' }]
    }
    default:
      if ('children' in node) return node.children.flatMap(piecesOf)
      return 'value' in node ? [{ text: node.value }] : []
  }
}

/** Words that stand side by side as one: an address may lie across both. */
function joinTexts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && last !== 'break' && 'text' in last && piece !== 'break' && 'text' in piece)
      joined[joined.length - 1] = { text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

function writePiece(piece: Piece): string {
  if (piece === 'break') return '\n'
  return 'code' in piece ? writeCode(piece.code) : writeText(piece.text)
}

/** Two stretches of code that touched would be one. */
function joinWritten(parts: readonly string[]): string {
  return parts.reduce((all, part) => all + (all.endsWith('`') && part.startsWith('`') ? ' ' : '') + part, '')
}

/** One line of a paragraph, so that its start begins nothing. */
function writeLine(line: string): string {
  const text = line.trim()
  if (PROGRAM.test(text)) return `&#${text.charCodeAt(0)};${text.slice(1)}`
  return text.replace(STARTS, '\\$&').replace(NUMBERED, '$1\\$2')
}

function writeParagraph(children: readonly PhrasingContent[]): string {
  const lines = joinWritten(joinTexts(children.flatMap(piecesOf)).map(writePiece))
    .split('\n')
    .map(writeLine)
  return lines.filter(Boolean).join('\\\n')
}

function writeFence(value: string): string {
  const longest = Math.max(2, ...(value.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${value}\n${fence}`
}

/** Puts a mark before the first line of a block, and room for it before the others. */
function hang(mark: string, block: string): string {
  const room = ' '.repeat(mark.length)
  return block
    .split('\n')
    .map((line, index) => (index === 0 ? mark + line : line && room + line))
    .join('\n')
}

function writeBlock(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
      return writeParagraph(node.children)
    case 'code':
      return node.value.trim() ? writeFence(node.value) : ''
    case 'list': {
      const items = node.children.map((item) => writeBlocks(item.children)).filter(Boolean)
      return items.map((item, index) => hang(node.ordered ? `${index + 1}. ` : '- ', item)).join('\n')
    }
    default:
      return ''
  }
}

function writeBlocks(nodes: readonly RootContent[]): string {
  return nodes.map(writeBlock).filter(Boolean).join('\n\n')
}

/**
 * A comment's Markdown as MDX in which every word is text. A visitor typed it: no tag, brace, address or first
 * line of it may mean anything to the compiler of articles. Paragraphs, lists and code stay as they are;
 * of everything else the words stay.
 */
export function plainMdx(markdown: string): string {
  return writeBlocks(parseComment(withoutUnseen(markdown)).children)
}

/** The words of a comment, without its Markdown. */
export function plainWords(markdown: string): string {
  return wordsOf(parseComment(withoutUnseen(markdown)))
}
