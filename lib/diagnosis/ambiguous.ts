import type { Model } from './model'
import { OTHER } from './model'
import { type Problem, prepareProblem } from './problem'

/** Two causes that no question tells apart although they need different fixes. */
export interface Ambiguity {
  causes: [string, string]
  /** The question that comes nearest; undefined if there are no questions. */
  question?: string
  /** How often its answer tells them apart at best: half the sum of differences, 0 to `SAME_EVIDENCE`. */
  difference: number
}

/** Causes whose answers differ for no more than one reader in ten look the same. */
const SAME_EVIDENCE = 0.1

/** A fix serves two causes if it cures each at least half as often as that cause's best fix. */
const SERVES = 0.5

function serveTogether({ fixes }: Problem, a: number, b: number): boolean {
  const best = (c: number) => fixes.reduce((most, { cure }) => Math.max(most, cure[c] as number), 0)
  const needA = SERVES * best(a)
  const needB = SERVES * best(b)
  // What nothing cures needs no telling apart.
  if (needA === 0 || needB === 0) return true
  return fixes.some(({ cure }) => (cure[a] as number) >= needA && (cure[b] as number) >= needB)
}

/** Lists such pairs, the ones that concern most readers first: they are where another question would help. */
export function findAmbiguous(model: Model): Ambiguity[] {
  const problem = prepareProblem(model)
  const { causes, prior, questions } = problem
  const found: { pair: Ambiguity; mass: number }[] = []
  for (let a = 0; a < causes.length; a++)
    for (let b = a + 1; b < causes.length; b++) {
      const both = Math.min(prior[a] as number, prior[b] as number)
      if (both === 0 || causes[b] === OTHER || serveTogether(problem, a, b)) continue
      let difference = 0
      let question = questions[0]?.id
      for (const { id, like } of questions) {
        const apart =
          (like[0] ?? []).reduce((sum, row) => sum + Math.abs((row[a] as number) - (row[b] as number)), 0) / 2
        if (apart <= difference) continue
        difference = apart
        question = id
      }
      if (difference > SAME_EVIDENCE) continue
      const pair: Ambiguity = { causes: [causes[a] as string, causes[b] as string], difference }
      found.push({ pair: question === undefined ? pair : { ...pair, question }, mass: both })
    }
  return found.sort((a, b) => b.mass - a.mass).map(({ pair }) => pair)
}
