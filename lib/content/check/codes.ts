import type { Article } from '../read'
import type { Context } from './context'
import { isRecord } from './finding'
import { type Path, type Problem, problemAt } from './problem'
import { listOptions, nearest } from './suggest'

interface Entry {
  article: Article
  path: Path
  code: string
  data: Record<string, unknown>
}

const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Codes are compared as search does it: without 0x, spaces, hyphens and case. */
const normalise = (code: string) => code.toUpperCase().replace(/^0X/, '').replace(/[\s-]/g, '')

function entriesOf(
  article: Article,
  list: 'codes' | 'messages' | 'families',
  name: 'code' | 'starts',
): Entry[] {
  const value = article.data[list]
  if (!Array.isArray(value)) return []
  return value.flatMap((data, index) => {
    const code = isRecord(data) ? data[name] : undefined
    return isRecord(data) && typeof code === 'string' ? [{ article, path: [list, index], code, data }] : []
  })
}

function checkShape(article: Article, path: Path, code: string): Problem[] {
  if (!code.trim() || /^(?!0X)[A-Z0-9]+([_-][A-Z0-9]+)*$/.test(code)) return []
  const mend = code
    .trim()
    .toUpperCase()
    .replace(/^0X/, '')
    .replace(/[^A-Z0-9_-]+/g, '')
  return [
    problemAt(article, path, {
      rule: 'code-shape',
      message: 'A code is written in upper case, without 0x and spaces.',
      found: code,
      expected: 'A-Z and 0-9',
      mend,
    }),
  ]
}

/** The same code, or a spelling of it, must not stand in two entries. */
function checkTwice(entries: readonly Entry[]): Problem[] {
  const owners = new Map<string, Entry>()
  const claim = (entry: Entry, path: Path, text: string): Problem[] => {
    const other = owners.get(normalise(text))
    if (!other) owners.set(normalise(text), entry)
    if (!other || other === entry) return []
    return [
      problemAt(entry.article, path, {
        rule: 'code-twice',
        message: `"${text}" stands for ${other.code} already, in line ${other.article.positionOf(other.path).line}.`,
        found: text,
        mend: 'Remove one of the two.',
      }),
    ]
  }
  return [
    ...entries.flatMap((entry) =>
      claim(entry, [...entry.path, entry.path[0] === 'families' ? 'starts' : 'code'], entry.code),
    ),
    ...entries.flatMap((entry) =>
      texts(entry.data.spellings).flatMap((text, index) =>
        claim(entry, [...entry.path, 'spellings', index], text),
      ),
    ),
  ]
}

function checkSee({ idsOf }: Context, { article, path, data }: Entry): Problem[] {
  return texts(data.see).flatMap((see, index) => {
    if (!see.trim()) return []
    const known = (['cause', 'fix'] as const).flatMap((kind) =>
      idsOf(article.product, kind).map((id) => `${kind === 'fix' ? 'fixes' : 'causes'}/${id}`),
    )
    if (known.includes(see)) return []
    return [
      problemAt(article, [...path, 'see', index], {
        rule: 'unknown-reference',
        message: `"see" leads to no cause or fix.`,
        found: see,
        expected: 'causes/ID or fixes/ID',
        mend: nearest(see, known) ?? known.find((one) => one.endsWith(`/${see}`)) ?? `Remove ${see}.`,
      }),
    ]
  })
}

/** What codes.yaml says of a code's guide must be what the guide says of its codes. */
function checkGuide(
  { of }: Context,
  { article, path, code, data }: Entry,
  others: readonly Entry[],
): Problem[] {
  const guides = of('Guide', article.product)
  const treating = guides.filter((guide) => texts(guide.data.codes).includes(code)).map(({ id }) => id)
  const named = guides.find(({ id }) => id === data.guide)
  if (named && !treating.includes(named.id))
    return [
      problemAt(article, [...path, 'guide'], {
        rule: 'code-guide',
        message: `The guide "${named.id}" does not say that it treats ${code}.`,
        found: named.id,
        expected: treating.length ? listOptions(treating) : 'a guide that lists the code',
        mend: `Add ${code} to "codes" of ${named.file}, or remove the guide here.`,
      }),
    ]
  if (data.guide !== undefined || treating.length === 0) return []
  // A code that stands twice is reported as such.
  if (others.some((other) => other.code === code && other.data.guide !== undefined)) return []
  return [
    problemAt(article, path, {
      rule: 'code-guide',
      message: `The guide "${treating[0]}" treats ${code}, but readers who bring the code are not sent there.`,
      mend: `guide: ${treating[0]}`,
    }),
  ]
}

/** Two guides of one product must not treat the same code: its address could lead to one only. */
function checkGuideCodes({ of }: Context): Problem[] {
  const owners = new Map<string, Article>()
  return of('Guide').flatMap((guide) =>
    texts(guide.data.codes).flatMap((code, index) => {
      const path = ['codes', index]
      const key = `${guide.product}/${normalise(code)}`
      const other = owners.get(key)
      if (!other) owners.set(key, guide)
      if (!other || other === guide) return checkShape(guide, path, code)
      return [
        problemAt(guide, path, {
          rule: 'code-twice',
          message: `${code} is treated by ${other.file} already, and a code leads to one guide.`,
          found: code,
          mend: `Remove ${code} from one of the two, and name the other guide in "also".`,
        }),
      ]
    }),
  )
}

/** The rules about codes: how they are spelt, that they are unique, and where they lead. */
export function checkCodes(context: Context): Problem[] {
  return [
    ...checkGuideCodes(context),
    ...context.of('Codes').flatMap((article) => {
      const families = entriesOf(article, 'families', 'starts')
      const codes = [...entriesOf(article, 'codes', 'code'), ...entriesOf(article, 'messages', 'code')]
      return [
        ...families.flatMap(({ path, code }) => checkShape(article, [...path, 'starts'], code)),
        ...codes.flatMap(({ path, code }) => checkShape(article, [...path, 'code'], code)),
        ...checkTwice(families),
        ...checkTwice(codes),
        ...codes.flatMap((entry) => [...checkSee(context, entry), ...checkGuide(context, entry, codes)]),
      ]
    }),
  ]
}
