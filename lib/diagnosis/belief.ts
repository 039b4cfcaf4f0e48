import { type Model, OTHER, type Probability } from './model'
import { type Problem, prepareProblem } from './problem'
import { applyAnswer, applyFailure, curedMass, type Situation, startSituation } from './situation'

/** What has happened on a path, in ids. */
export interface State {
  /** In the order given: with `overlaps`, the order counts. */
  answers: ReadonlyArray<readonly [question: string, answer: string]>
  /** Fixes that did not help. */
  tried: readonly string[]
}

/** Index of an id; throws if the model has none such. */
export function findIndex(ids: readonly { id: string }[], id: string, what: string): number {
  const index = ids.findIndex((item) => item.id === id)
  if (index < 0) throw new RangeError(`The model has no ${what} ${JSON.stringify(id)}.`)
  return index
}

/** The situation that a state describes. Throws a RangeError on an id that the model does not have. */
export function situationOf(problem: Problem, state: State): Situation {
  let situation = startSituation(problem)
  for (const [id, answerId] of state.answers) {
    const question = findIndex(problem.questions, id, 'question')
    const answer = problem.questions[question]?.answers.indexOf(answerId) ?? -1
    if (answer < 0)
      throw new RangeError(`The question ${JSON.stringify(id)} has no answer ${JSON.stringify(answerId)}.`)
    if (situation.codes[question] !== 0)
      throw new RangeError(`The question ${JSON.stringify(id)} is answered twice.`)
    situation = applyAnswer(problem, situation, question, answer)
  }
  // Trying the same fix twice is not two failures.
  for (const id of new Set(state.tried))
    situation = applyFailure(problem, situation, findIndex(problem.fixes, id, 'fix'))
  return situation
}

/** P(cause | the path) as an array in the order of `problem.causes`; if the path is impossible, all on `OTHER`. */
export function beliefOf(problem: Problem, { mass, total }: Situation): Float64Array {
  if (total > 0) return mass.map((share) => share / total)
  return Float64Array.from(problem.causes, (cause) => (cause === OTHER ? 1 : 0))
}

/**
 * P(cause | answers, failed fixes) for every cause and `OTHER`; sums to 1. Bayes' rule with answers that are
 * independent given the cause, except as `overlap.ts` says. A state that the model holds to be impossible is
 * something else for certain. Throws a RangeError on ids that the model does not have.
 */
export function posterior(model: Model, state: State): Record<string, Probability> {
  const problem = prepareProblem(model)
  const belief = beliefOf(problem, situationOf(problem, state))
  return Object.fromEntries(problem.causes.map((cause, c) => [cause, belief[c] ?? 0]))
}

/** P(the fix helps | answers, failed fixes), in [0, 1], whether or not the fix applies here. */
export function chanceOfCure(model: Model, state: State, fix: string): Probability {
  const problem = prepareProblem(model)
  const belief = beliefOf(problem, situationOf(problem, state))
  return curedMass(problem, belief, findIndex(problem.fixes, fix, 'fix'))
}
