import type { Model } from '../../diagnosis/model'
import { prepareProblem } from '../../diagnosis/problem'
import { createRandom } from '../../diagnosis/random'
import { applyAnswer, startSituation, tablesOf } from '../../diagnosis/situation'
import { drawIndex } from '../draw'
import type { Visit } from '../visit'

/** How simulated readers behave. */
export interface Habits {
  seed: number
  visits: number
  /** P(a reader says so | the fix helped). */
  reportsWorked: number
  /** P(a reader says so | the fix failed). */
  reportsFailed: number
}

const shuffle = (n: number, random: () => number) =>
  Array.from({ length: n }, (_, i) => [random(), i] as const)
    .sort(([a], [b]) => a - b)
    .map(([, i]) => i)

/**
 * Visits of readers whose fault follows a model: a cause is drawn, some questions are answered in any order,
 * and fixes are tried in any order, up to four, until one helps, patience ends, or the reader falls silent.
 */
export function simulateVisits(guide: string, model: Model, habits: Habits): Visit[] {
  const random = createRandom(habits.seed)
  const problem = prepareProblem(model)
  return Array.from({ length: habits.visits }, (): Visit => {
    const cause = drawIndex(problem.prior, 1, random)
    const asked = Math.floor(random() * (problem.questions.length + 1))
    let situation = startSituation(problem)
    const answers = shuffle(problem.questions.length, random)
      .slice(0, asked)
      .map((q): [string, string] => {
        const question = problem.questions[q] as (typeof problem.questions)[number]
        const chances = tablesOf(problem, situation, q).map((table) => table[cause] as number)
        const answer = drawIndex(chances, 1, random)
        situation = applyAnswer(problem, situation, q, answer)
        return [question.id, question.answers[answer] as string]
      })
    const tried: string[] = []
    for (const f of shuffle(problem.fixes.length, random).slice(0, 4)) {
      const fix = problem.fixes[f] as (typeof problem.fixes)[number]
      tried.push(fix.id)
      const helped = random() < (fix.cure[cause] as number)
      if (random() >= (helped ? habits.reportsWorked : habits.reportsFailed))
        return { guide, answers, tried, result: 'silent' }
      if (helped) return { guide, answers, tried, result: 'solved' }
    }
    return { guide, answers, tried, result: 'escalated' }
  })
}
