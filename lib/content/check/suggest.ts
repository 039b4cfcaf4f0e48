/** How many letters must be added, left out, changed or swapped with a neighbour to turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let previous: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (previous[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    previous = row
    row = next
  }
  return row[b.length] ?? 0
}

const plain = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '')

/** The option that was probably meant, if one is near enough. */
export function nearest(word: string, options: readonly string[]): string | undefined {
  const wanted = plain(word)
  if (!wanted) return undefined
  const scored = options
    .map((option) => ({ option, distance: editDistance(wanted, plain(option)) }))
    .sort((a, b) => a.distance - b.distance || (a.option < b.option ? -1 : 1))
  const best = scored[0]
  // A third of the letters: `minuts` is `minutes`, `vpn` is not `web`.
  if (best && best.distance <= Math.floor(Math.max(wanted.length, plain(best.option).length) / 3))
    return best.option
  if (wanted.length < 3) return undefined
  const words = word.toLowerCase().split(/[\s_-]+/)
  const holding = options.filter(
    // A part of it (`cache` of `stale-cache`), or some of its words (`empty-tray` of `empty-crumb-tray`).
    (option) =>
      plain(option).includes(wanted) || words.every((part) => option.toLowerCase().split('-').includes(part)),
  )
  return holding.length === 1 ? holding[0] : undefined
}

/** `a, b or c`, cut short where there are many. */
export function listOptions(options: readonly string[], limit = 12): string {
  if (options.length === 0) return 'nothing'
  if (options.length > limit) return `${options.slice(0, limit).join(', ')} … (${options.length} in all)`
  return options.length === 1 ? (options[0] ?? '') : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`
}

/** A value as an author would write it, cut short. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** Text as YAML: in quotes where it needs them. */
export function quote(text: string): string {
  const plain =
    /^[A-Za-z](?:[A-Za-z0-9 .,;()'/-]*[A-Za-z0-9.;()'/-])?$/.test(text) &&
    !/^(?:true|false|null)$/i.test(text)
  if (plain) return text
  // Single quotes keep what they hold as it is, but fold line ends.
  return text.includes('"') && !/[\n\r\t]/.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text)
}

/** Any words as an id: lower case, with hyphens. */
export function toId(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** A name with its article: `an answer`. */
export function aOrAn(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`
}

/** A field with its example, ready to be pasted. */
export function pasteable(name: string, example: string): string {
  return example.startsWith('\n') ? `${name}:${example}` : `${name}: ${example}`
}

/** Whether a name can be an id: lower-case letters and digits, in groups joined by single hyphens. */
export function isId(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
}
