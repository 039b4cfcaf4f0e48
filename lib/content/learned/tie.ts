import { type Model, OTHER, type Question, UNSURE } from '../../diagnosis/model'
import type { Guide } from '../documents'
import type { Graph } from '../graph'
import { modelOf } from '../model'

type Row = Record<string, number>

/** The table without the causes that no answer names: they read the row `*`, which says the same. */
function tieRows(question: Question, named: ReadonlySet<string>): Question {
  const keep = (row: Row) =>
    Object.fromEntries(Object.entries(row).filter(([cause]) => cause === OTHER || named.has(cause)))
  const answers = Object.entries(question.answers).map(([id, row]) => [id, id === UNSURE ? row : keep(row)])
  return { ...question, answers: Object.fromEntries(answers) }
}

/**
 * The engine's model of a guide with one row for all causes that a question does not name. `modelOf` spells
 * those rows out, but their author wrote one number for all of them, so one number is learned for all.
 */
export function learnableModel(graph: Graph, guide: Guide): Model {
  const model = modelOf(graph, guide)
  const questions = Object.entries(model.questions).map(([id, question]) => {
    const { answers } = graph.question(guide.product, id)
    return [id, tieRows(question, new Set(answers.flatMap(({ suggests }) => Object.keys(suggests))))]
  })
  return { ...model, questions: Object.fromEntries(questions) }
}

/** The learnable models of all guides, by `product/id`. */
export function learnableModels(graph: Graph): Record<string, Model> {
  return Object.fromEntries(
    graph.guides.map((guide) => [`${guide.product}/${guide.id}`, learnableModel(graph, guide)]),
  )
}
