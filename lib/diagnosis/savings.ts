import type { Model } from './model'
import { compilePolicy, type PolicyNode, type PolicyOptions } from './policy'

/** What a question is worth. */
export interface Saving {
  question: string
  /** Minutes that a reader would lose on average if it could not be asked. */
  minutes: number
}

function collectQuestions(node: PolicyNode, into = new Set<string>()): Set<string> {
  if (node.kind === 'try') return collectQuestions(node.next, into)
  if (node.kind === 'ask') {
    into.add(node.question)
    for (const child of Object.values(node.answers)) collectQuestions(child, into)
  }
  return into
}

/** The model as if one question did not exist. */
function withoutQuestion(model: Model, id: string): Model {
  const { [id]: _, ...questions } = model.questions
  return {
    ...model,
    questions: Object.fromEntries(
      Object.entries(questions).map(([other, { overlaps, ...question }]) => [
        other,
        overlaps ? { ...question, overlaps: overlaps.filter((one) => one !== id) } : question,
      ]),
    ),
    fixes: Object.fromEntries(
      Object.entries(model.fixes).map(([fix, { applies, ...rest }]) => {
        if (!applies) return [fix, rest]
        const { [id]: _, ...others } = applies
        return [fix, { ...rest, applies: others }]
      }),
    ),
  }
}

/**
 * What each question of a tree saves, the most first: the cost of a tree compiled without it less that of
 * one compiled with it, both with the same options. Beyond exact size both are approximate; a difference
 * below 0 is shown as 0.
 */
export function findSavings(model: Model, root: PolicyNode, options: PolicyOptions = {}): Saving[] {
  const { ecr } = compilePolicy(model, options)
  return [...collectQuestions(root)]
    .map((question) => ({
      question,
      minutes: Math.max(0, compilePolicy(withoutQuestion(model, question), options).ecr - ecr),
    }))
    .sort((a, b) => b.minutes - a.minutes || (a.question < b.question ? -1 : 1))
}
