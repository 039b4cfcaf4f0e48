/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964

/**
 * Wilson's 95 % interval for a share: unlike the textbook one it stays within 0 and 1 and holds for small
 * numbers (Wilson 1927; Brown, Cai and DasGupta 2001).
 */
export function wilsonInterval(helped: number, told: number): [low: number, high: number] {
  if (told === 0) return [0, 1]
  const share = helped / told
  const square = (Z * Z) / told
  const middle = (share + square / 2) / (1 + square)
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / told + square / (4 * told))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
