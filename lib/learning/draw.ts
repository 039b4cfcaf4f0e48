/** A source of numbers in [0, 1). */
export type Random = () => number

/** A number from the standard normal distribution (Box and Muller 1958). */
function drawNormal(random: Random): number {
  // 1 - random() is never 0, so its logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** A number from the gamma distribution of this shape, 0 or more, and scale 1 (Marsaglia and Tsang 2000). */
export function drawGamma(shape: number, random: Random): number {
  if (shape <= 0) return 0
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Draws this small would be 0 but for rounding; an outcome that can occur must not be drawn as impossible. */
const LEAST_CHANCE = 1e-9

/** Chances from the Dirichlet distribution. Outcomes of weight 0 have chance 0; weights of 0 only give 0. */
export function drawDirichlet(weights: ArrayLike<number>, random: Random): Float64Array {
  const draws = Float64Array.from(weights, (weight) => drawGamma(weight, random))
  const total = draws.reduce((sum, draw) => sum + draw, 0)
  return draws.map((draw, i) => {
    if ((weights[i] as number) <= 0) return 0
    return Math.max(total > 0 ? draw / total : 0, LEAST_CHANCE)
  })
}

/** An index, with chances in proportion to weights that sum to `total`, above 0. */
export function drawIndex(weights: ArrayLike<number>, total: number, random: Random): number {
  let left = random() * total
  let last = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number
    if (weight <= 0) continue
    last = i
    left -= weight
    if (left < 0) break
  }
  return last
}
