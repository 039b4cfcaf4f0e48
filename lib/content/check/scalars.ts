import type { Field } from '../fields'
import { type CheckValueOptions, nameOf, type ValueFinding, wrongType } from './finding'
import type { Path } from './problem'
import { listOptions, nearest, pasteable, show } from './suggest'

/** Text must be text, and say something. */
export function checkText(field: Field, value: unknown, path: Path): ValueFinding[] {
  if (typeof value !== 'string') {
    const simple = typeof value === 'number' || typeof value === 'boolean'
    const own = typeof path.at(-1) === 'number' ? '' : `${nameOf(path)}: `
    return wrongType(field, value, path, 'text', simple ? `${own}"${value}"` : undefined)
  }
  if (value.trim()) return []
  return [
    {
      path,
      rule: 'empty-value',
      message: `"${nameOf(path)}" is empty.`,
      expected: field.description,
      mend: pasteable(nameOf(path), field.example),
    },
  ]
}

/** A number must lie in the range of its field. */
export function checkNumber(field: Field & { kind: 'number' }, value: unknown, path: Path): ValueFinding[] {
  const range = `a number from ${field.min} to ${field.max}`
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const meant = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    return wrongType(field, value, path, range, meant ? `${nameOf(path)}: ${Number(value)}` : undefined)
  }
  if (value >= field.min && value <= field.max) return []
  const size = value < field.min ? 'small' : 'large'
  const mend = `${nameOf(path)}: ${value < field.min ? field.min : field.max}`
  return [
    {
      path,
      rule: 'out-of-range',
      message: `"${nameOf(path)}" is too ${size}.`,
      found: show(value),
      expected: range,
      mend,
    },
  ]
}

/** A choice must be one of the options. */
export function checkChoice(
  field: Field & { options: readonly string[] },
  value: unknown,
  path: Path,
): ValueFinding[] {
  if (field.options.includes(value as string)) return []
  const near = nearest(String(value), field.options)
  const own = typeof path.at(-1) === 'number' ? '' : `${nameOf(path)}: `
  return [
    {
      path,
      rule: 'not-an-option',
      message: `"${show(value)}" is not a choice for "${nameOf(path)}".`,
      found: show(value),
      expected: listOptions(field.options),
      mend: near ? own + near : pasteable(nameOf(path), field.example),
    },
  ]
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** A date must be a day of the calendar, and not in the future. */
export function checkDate(value: unknown, path: Path, { today }: CheckValueOptions): ValueFinding[] {
  const mend = `${nameOf(path)}: ${today}`
  const day =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  // Date turns 30 February into 1 March: the day must come back as it went in.
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value)
    return [
      {
        path,
        rule: 'not-a-date',
        message: `"${nameOf(path)}" is not a date.`,
        found: show(value),
        expected: 'a day of the calendar, written YYYY-MM-DD',
        mend,
      },
    ]
  // One day is allowed, because it may be tomorrow already where the author lives.
  if (value === undefined || String(value) <= dayAfter(today)) return []
  return [
    {
      path,
      rule: 'future-date',
      message: `"${nameOf(path)}" lies in the future.`,
      found: show(value),
      expected: `${today} or earlier`,
      mend,
    },
  ]
}

/** Whether an address can be opened safely: it begins with https://. */
export function checkAddress(url: unknown, path: Path): ValueFinding[] {
  if (typeof url !== 'string' || !url.trim()) return []
  if (/^https:\/\/[^\s/]+\.[^\s]+$/.test(url)) return []
  const mend = `url: ${url.replace(/^(?:http:\/\/|\/\/)?(?=[^\s/:]+\.)/, 'https://')}`
  return [
    {
      path,
      rule: 'not-https',
      message: 'The address is not a whole https address.',
      found: show(url),
      expected: 'https://…',
      mend,
    },
  ]
}
