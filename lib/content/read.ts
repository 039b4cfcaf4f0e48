import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, visit } from 'yaml'
import { type DocumentTypeName, documentTypes } from './documents'

/** Where in a file, counted from 1. */
export interface Position {
  line: number
  column: number
}

/** One thing that keeps frontmatter from being read. */
export interface SyntaxFault {
  /** The code of the YAML parser, or one of ours: `NO_FRONTMATTER`, `OPEN_FRONTMATTER`, `NO_FIELDS`, `ALIAS`. */
  code: string
  message: string
  at: Position
}

/** A file of the content folder as its author wrote it, with the place of everything in it. */
export interface Article {
  /** Relative to the content folder, with forward slashes. */
  file: string
  product: string
  id: string
  /** Undefined where the file lies in no folder that has a document type. */
  type: DocumentTypeName | undefined
  /** The frontmatter, or the whole of a YAML file. Dates are text. */
  data: Record<string, unknown>
  /** The lines of the file, for messages that show one. */
  lines: readonly string[]
  /** The MDX below the frontmatter, after as many blank lines as the frontmatter has, so that its line numbers are the file's. */
  body: string
  /** Frontmatter that is no YAML. */
  syntax: SyntaxFault[]
  /** Where the value at a path begins, or its key (or where it would have to be added). */
  positionOf(path: readonly (string | number)[], part?: 'key' | 'value'): Position
}

/** The type of the document at this path, by its folder or name. */
function typeOf(file: string): DocumentTypeName | undefined {
  const [, second, third, ...deeper] = file.split('/')
  if (second === undefined || deeper.length > 0) return undefined
  const pattern = third === undefined ? `*/${second}` : `*/${second}/*${/\.[^.]+$/.exec(third)?.[0] ?? ''}`
  const found = Object.entries(documentTypes).find(([, type]) => type.pattern === pattern)
  return found?.[0] as DocumentTypeName | undefined
}

/** The node at a path, or the key that stands before it. */
function nodeAt(
  root: Node | null,
  path: readonly (string | number)[],
  part: 'key' | 'value',
): Node | undefined {
  let node: Node | null | undefined = root
  for (const [depth, key] of path.entries()) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key),
      )
      if (!pair) return undefined
      const value = pair.value as Node | null
      const last = depth === path.length - 1
      // An empty value has no place of its own: the key's is meant.
      const empty = !value || (isScalar(value) && value.value === null)
      node = empty || (last && part === 'key') ? (pair.key as Node) : value
    } else if (isSeq(node)) node = node.items[Number(key)] as Node | undefined
    else return undefined
  }
  return node ?? undefined
}

/** Frontmatter, and the body below it, of an MDX file. */
function splitFrontmatter(text: string): { yaml: string; head: string; fault?: string } {
  const match = /^---[ \t]*\n((?:[\s\S]*?\n)??)---[ \t]*(?:\n|$)/.exec(text)
  if (match) return { yaml: match[1] ?? '', head: match[0] }
  return { yaml: '', head: '', fault: /^---[ \t]*(\n|$)/.test(text) ? 'OPEN_FRONTMATTER' : 'NO_FRONTMATTER' }
}

const ownFaults: Record<string, string> = {
  NO_FRONTMATTER: 'The file does not begin with frontmatter.',
  OPEN_FRONTMATTER: 'The frontmatter has no end.',
  NO_FIELDS: 'The frontmatter is not a list of fields.',
  ALIAS: 'An asterisk outside quotes is a YAML alias.',
}

/** Reads one file. Never throws for what an author wrote: what is wrong stands in `syntax`. */
export function readArticle(file: string, text: string): Article {
  const mdx = file.endsWith('.mdx')
  const normal = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { yaml, head, fault } = mdx ? splitFrontmatter(normal) : { yaml: normal, head: normal }
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, logLevel: 'error' })
  const linesAbove = mdx && head ? 1 : 0
  // Our own count: the LineCounter of yaml loses line starts where the lexer stumbles.
  const place = (offset: number): Position => {
    const before = yaml.slice(0, offset)
    const start = before.lastIndexOf('\n') + 1
    return { line: before.split('\n').length + linesAbove, column: before.length - start + 1 }
  }
  const syntax: SyntaxFault[] = document.errors.map(({ code, message, pos }) => ({
    code,
    message,
    at: place(pos[0]),
  }))
  const add = (code: string, at: Position = { line: 1, column: 1 }) =>
    syntax.push({ code, message: ownFaults[code] ?? code, at })
  if (fault) add(fault)
  // Aliases could build circles, and nobody means them: `*: sometimes` is a `"*"` without its quotes.
  visit(document, { Alias: (_, alias) => void add('ALIAS', place(alias.range?.[0] ?? 0)) })
  if (syntax.length === 0 && document.contents && !isMap(document.contents) && !isEmpty(document.contents))
    add('NO_FIELDS', place(document.contents.range?.[0] ?? 0))
  const value: unknown = syntax.length > 0 ? {} : document.toJS()
  const parts = file.split('/')
  return {
    file,
    product: parts[0] ?? '',
    id: (parts.at(-1) ?? '').replace(/\.(mdx|yaml)$/, ''),
    type: typeOf(file),
    data:
      value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {},
    lines: normal.split('\n'),
    body: mdx ? '\n'.repeat(head.split('\n').length - 1) + normal.slice(head.length) : '',
    syntax,
    positionOf(path, part = 'value') {
      for (let end = path.length; end > 0; end--) {
        const node = nodeAt(document.contents, path.slice(0, end), end === path.length ? part : 'value')
        if (node?.range && !isAlias(node)) return place(node.range[0])
      }
      return { line: 1, column: 1 }
    },
  }
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null
}

/** Reads every file below the content folder, in the order of their names. Hidden files are passed over. */
export function readContent(folder: string): Article[] {
  const files: string[] = []
  const collect = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const path = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory()) collect(path)
      else files.push(path)
    }
  }
  collect('')
  // Pictures and the like are only listed: their bytes are no text.
  const textOf = (file: string) =>
    /\.(mdx|yaml)$/.test(file) ? readFileSync(join(folder, file), 'utf8') : ''
  return files.sort().map((file) => readArticle(file, textOf(file)))
}
