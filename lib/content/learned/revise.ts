import { isMap, isScalar, type Node, parseDocument, stringify, type YAMLMap } from 'yaml'

/** One number of a file's frontmatter. */
export interface Revision {
  path: readonly (string | number)[]
  value: number
}

/** A piece of a text that is replaced: from `start` up to `end`. */
interface Splice {
  start: number
  end: number
  text: string
}

const keyText = (key: string | number) => stringify(String(key)).trim()

/** Where a new entry of a map goes, and how it is written there. */
function addEntry(yaml: string, map: YAMLMap, key: string | number, value: number): Splice {
  const entry = `${keyText(key)}: ${value}`
  const [start, end] = map.range as [number, number, number]
  const last = map.items.at(-1)
  const lastNode = (last?.value ?? last?.key) as Node | undefined
  const after = lastNode?.range?.[1] ?? start + 1
  if (map.flow) return { start: after, end: after, text: last ? `, ${entry}` : ` ${entry} ` }
  const first = (map.items[0]?.key as Node | undefined)?.range?.[0] ?? start
  const indent = ' '.repeat(first - (yaml.lastIndexOf('\n', first - 1) + 1))
  // After the line of the last entry, and so after a comment that stands on it.
  const newline = yaml.indexOf('\n', Math.min(after, end) - 1)
  const line = newline < 0 ? yaml.length : newline + 1
  return { start: line, end: line, text: `${newline < 0 ? '\n' : ''}${indent}${entry}\n` }
}

/**
 * The text of an article with other numbers in its frontmatter. Only the numbers change: comments, layout,
 * order and line ends stay. What is not there yet is added at the end of its map. Throws an Error where a
 * path leads to no number or word, or through something that is no map or list.
 */
export function reviseFrontmatter(text: string, revisions: readonly Revision[]): string {
  const head = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0]
  const length = head === undefined ? -1 : text.slice(head.length).search(/^---[ \t]*\r?$/m)
  if (head === undefined || length < 0) throw new Error('The file has no frontmatter.')
  const yaml = text.slice(head.length, head.length + length)
  const document = parseDocument(yaml, { schema: 'core' })
  const splices = revisions.map(({ path, value }, order): Splice & { order: number } => {
    const node = document.getIn(path, true)
    if (isScalar(node) && node.range) {
      const [start, end] = node.range
      return { start, end, text: String(value), order }
    }
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const key = path.at(-1)
    if (node !== undefined || !isMap(parent) || key === undefined)
      throw new Error(`There is no place for ${path.join('.')}.`)
    return { ...addEntry(yaml, parent, key, value), order }
  })
  // From the end on, so that earlier places stay where they are; entries for one place in their order.
  splices.sort((a, b) => b.start - a.start || b.order - a.order)
  const revised = splices.reduce(
    (now, { start, end, text }) => now.slice(0, start) + text + now.slice(end),
    yaml,
  )
  return head + revised + text.slice(head.length + length)
}
