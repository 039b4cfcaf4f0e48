import type { Field } from '../fields'
import type { Finding, Path } from './problem'
import { pasteable, show } from './suggest'

/** A finding about a value of frontmatter, and where that stands. */
export interface ValueFinding extends Finding {
  path: Path
  part?: 'key' | 'value'
}

/** What the forms of values are checked against. */
export interface CheckValueOptions {
  /** The day that counts as today, YYYY-MM-DD. */
  today: string
}

/** Whether a value is a mapping of YAML. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The field that a value belongs to: the last name on its path. */
export function nameOf(path: Path): string {
  return String(path.findLast((key) => typeof key === 'string') ?? '')
}

/** Says that a value has another form than its field, and shows a correct one. */
export function wrongType(
  field: Field,
  value: unknown,
  path: Path,
  expected: string,
  mend?: string,
): ValueFinding[] {
  const whose = typeof path.at(-1) === 'number' ? `An entry of "${nameOf(path)}"` : `"${nameOf(path)}"`
  const message = `${whose} must be ${expected}.`
  const example = pasteable(nameOf(path), field.example)
  return [{ path, rule: 'wrong-type', message, found: show(value), mend: mend ?? example }]
}
