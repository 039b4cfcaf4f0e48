import { beliefOf, findIndex, type State, situationOf } from './belief'
import { findBestOrder } from './best-order'
import { followDecision } from './draft'
import { createGraph } from './graph'
import { type Model, OTHER, type Probability } from './model'
import { prepareProblem } from './problem'
import { curedMass } from './situation'

/** A cause counts as ruled out when it is below this share of its prior … */
const RULED_OUT_SHARE = 0.25
/** … and below this probability. */
const RULED_OUT_CHANCE = 0.03

/** What one answer would change. */
export interface AnswerEffect {
  answer: string
  /** P(this answer), here. */
  chance: Probability
  /** The cause that would then be likeliest, `OTHER` included; of equals the first by id. */
  likeliest: string
  /** P(likeliest | this answer). */
  posterior: Probability
}

/** What makes up the case for a fix. */
export interface TryReason {
  /** P(it helps), here. */
  chance: Probability
  /** Minutes. */
  cost: number
  /** Causes now under a quarter of their prior and under 3 %, most common prior first. Never `OTHER`. */
  against: string[]
  /** The causes that it would cure here, by their share of the chance; the shares sum to 1. */
  causes: { id: string; share: Probability }[]
}

/**
 * Why ask this now: each answer that can occur, likeliest first, with what it would point to, and the
 * minutes that asking is expected to save. `saves` is the cost of going straight to the best plan of fixes
 * from here, less the cost of asking. The cost of asking is `cost`, that of the compiled tree's node, if given;
 * else it allows for the question and at most one more after each answer, and so is at least the true one.
 * Negative when asking does not pay. Throws a RangeError on ids that the model does not have.
 */
export function explainAsk(
  model: Model,
  state: State,
  question: string,
  cost?: number,
): { answers: AnswerEffect[]; saves: number } {
  const problem = prepareProblem(model)
  const situation = situationOf(problem, state)
  const index = findIndex(problem.questions, question, 'question')
  const { total } = situation
  if (total <= 0) return { answers: [], saves: 0 }
  const children = followDecision(problem, situation, { kind: 'ask', index })
  const answers = children.map(({ answer, situation: next }): AnswerEffect => {
    const belief = beliefOf(problem, next)
    const top = belief.reduce((best, share, c) => (share > (belief[best] as number) ? c : best), 0)
    return {
      answer: problem.questions[index]?.answers[answer] ?? '',
      chance: next.total / total,
      likeliest: problem.causes[top] ?? OTHER,
      posterior: belief[top] ?? 0,
    }
  })
  answers.sort((a, b) => b.chance - a.chance)
  const straight = findBestOrder(problem, situation, 12).cost / total
  if (cost !== undefined) return { answers, saves: straight - cost }
  let asking = (problem.questions[index]?.cost ?? 0) * total
  for (const child of children) {
    const { root, expand } = createGraph(problem, child.situation)
    expand(root)
    asking += root.high
  }
  return { answers, saves: straight - asking / total }
}

/** Why try this now, and what speaks against other causes. Throws a RangeError on ids that the model does not have. */
export function explainTry(model: Model, state: State, fix: string): TryReason {
  const problem = prepareProblem(model)
  const belief = beliefOf(problem, situationOf(problem, state))
  const index = findIndex(problem.fixes, fix, 'fix')
  const chance = curedMass(problem, belief, index)
  const { cure, cost } = problem.fixes[index] as (typeof problem.fixes)[number]
  const prior = (c: number) => problem.prior[c] as number
  const now = (c: number) => belief[c] as number
  const causes = problem.causes.flatMap((id, c) => {
    const share = chance > 0 ? (now(c) * (cure[c] as number)) / chance : 0
    return share > 0 ? [{ id, share }] : []
  })
  const against = problem.causes.flatMap((id, c) => {
    const out = id !== OTHER && now(c) < RULED_OUT_SHARE * prior(c) && now(c) < RULED_OUT_CHANCE
    return out ? [{ id, prior: prior(c) }] : []
  })
  return {
    chance,
    cost,
    against: against.sort((a, b) => b.prior - a.prior).map(({ id }) => id),
    causes: causes.sort((a, b) => b.share - a.share),
  }
}
