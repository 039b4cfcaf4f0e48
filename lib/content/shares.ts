import type { Question } from './documents'
import { estimate } from './estimates'

/** What an answer says of a cause that its author names neither by id nor by `*`. */
const UNSTATED = 'sometimes'

/** Of the readers with this cause (or `*`, something else) who can tell: the share that gives each answer, summing to 1. */
export function sharesOf(question: Pick<Question, 'answers'>, cause: string): number[] {
  const weights = question.answers.map(({ suggests }) => {
    const named = Object.hasOwn(suggests, cause) ? suggests[cause] : suggests['*']
    return estimate(named ?? UNSTATED, 'how-often')
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
