import type { Estimate } from './fields'

/**
 * What authors' words mean as numbers. No word means 0 or 1, because one mistaken answer must never make
 * the true cause impossible. The numbers are our convention, in the middle of what people mean by such
 * words; `docs/authoring.md` shows the same table.
 */
export const scales = {
  'how-common': { rare: 0.02, occasional: 0.06, common: 0.15, 'very-common': 0.3 },
  'how-often': { never: 0.02, rarely: 0.1, sometimes: 0.35, usually: 0.7, 'almost-always': 0.95 },
} as const satisfies Record<string, Record<string, number>>

/** One of the two scales. */
export type Scale = keyof typeof scales

/** The number for an author's estimate, in (0, 1), or undefined if it is neither a word of the scale nor such a number. */
export function readEstimate(value: unknown, scale: Scale): number | undefined {
  if (typeof value === 'number') return value > 0 && value < 1 ? value : undefined
  const words: Record<string, number> = scales[scale]
  return typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : undefined
}

/** The number for an estimate that the content check has accepted. */
export function estimate(value: Estimate, scale: Scale): number {
  const number = readEstimate(value, scale)
  if (number === undefined)
    throw new Error(`The estimate ${JSON.stringify(value)} is not on the scale ${scale}.`)
  return number
}
