import type { Model } from './model'
import { prepareProblem } from './problem'
import { tellsNothing } from './unused'

/**
 * The model without what cannot matter: fixes that cure nothing that can occur and that no such fix waits
 * for, fixes that can never be tried, and questions that tell nothing. A question that overlaps with others
 * stays, because an answer to it weakens theirs. No policy is lost that could be better than all that remain.
 */
export function reduceModel(model: Model): Model {
  const problem = prepareProblem(model)
  const needed = new Set<number>()
  problem.fixes.forEach(({ causes, before }, f) => {
    if (causes.length > 0 && before) for (const fix of [f, ...before]) needed.add(fix)
  })
  const fixes = problem.fixes.filter((_, f) => needed.has(f))
  const questions = problem.questions.filter(
    ({ neighbours }, q) => neighbours.length > 0 || !tellsNothing(problem, q),
  )
  return {
    ...model,
    fixes: Object.fromEntries(fixes.map(({ id }) => [id, model.fixes[id] as Model['fixes'][string]])),
    questions: Object.fromEntries(
      questions.map(({ id }) => [id, model.questions[id] as Model['questions'][string]]),
    ),
  }
}
