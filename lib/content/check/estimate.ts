import { readEstimate, scales } from '../estimates'
import type { Field } from '../fields'
import { isRecord, nameOf, type ValueFinding, wrongType } from './finding'
import type { Path } from './problem'
import { listOptions, nearest, show } from './suggest'

/** An estimate must be a word of its scale, or a number between 0 and 1 but neither of them. */
export function checkEstimate(scale: keyof typeof scales, value: unknown, path: Path): ValueFinding[] {
  if (readEstimate(value, scale) !== undefined) return []
  const words = Object.keys(scales[scale])
  const key = path.at(-1)
  const name = key === '*' ? '"*"' : String(key)
  const common = { path, found: show(value), expected: `${listOptions(words)}, or a number between 0 and 1` }
  if (value === 0 || value === 1) {
    const word = value === 0 ? words[0] : words.at(-1)
    const message = `The estimate for ${name} is ${value}, but nothing is ever that certain: one mistaken answer would rule out the true cause for good.`
    return [{ ...common, rule: 'certainty', message, mend: `${name}: ${word}` }]
  }
  const number = typeof value === 'string' ? Number.parseFloat(value) : value
  const near = typeof value === 'string' ? nearest(value, words) : undefined
  const share = typeof number === 'number' && number > 1 && number < 100 ? number / 100 : number
  const inside = typeof share === 'number' && share > 0 && share < 1
  const mend = near
    ? `${name}: ${near}`
    : inside
      ? `${name}: ${share}`
      : `${name}: ${words[Math.floor(words.length / 2)]}`
  return [{ ...common, rule: 'off-scale', message: `The estimate for ${name} is not on the scale.`, mend }]
}

/** Estimates by cause. */
export function checkEstimates(
  field: Field & { kind: 'estimates' },
  value: unknown,
  path: Path,
): ValueFinding[] {
  if (!isRecord(value)) {
    const causes = Array.isArray(value) ? value.filter((cause) => typeof cause === 'string') : []
    const word = Object.keys(scales[field.scale]).at(-2)
    const mend = `${nameOf(path)}: { ${causes.map((cause) => `${cause}: ${word}`).join(', ')} }`
    return wrongType(field, value, path, 'causes, each with an estimate', causes.length ? mend : undefined)
  }
  return Object.entries(value).flatMap(([cause, estimate]) =>
    checkEstimate(field.scale, estimate, [...path, cause]),
  )
}
