import { type Model, UNSURE } from '../diagnosis/model'
import type { Guide, Question } from './documents'
import { estimate } from './estimates'
import type { Graph } from './graph'
import { sharesOf } from './shares'

/** P(answer | cause) for every answer of a question, from its author's words; for each cause they sum to 1. */
function answerTable(question: Question, causes: readonly string[]): Model['questions'][string]['answers'] {
  const unsure = estimate(question.unsure, 'how-often')
  const table: Record<string, Record<string, number>> = Object.fromEntries(
    question.answers.map(({ id }) => [id, {}]),
  )
  for (const cause of [...causes, '*']) {
    const shares = sharesOf(question, cause)
    question.answers.forEach(({ id }, index) => {
      const row = table[id]
      if (row) row[cause] = (1 - unsure) * (shares[index] ?? 0)
    })
  }
  // As likely whatever the cause: "I'm not sure" costs the reader's time and tells us nothing.
  return { ...table, [UNSURE]: { '*': unsure } }
}

/**
 * The engine's model of a guide: its authors' estimates as numbers, in minutes and probabilities.
 * Causes are scaled so that they and `other` make 1; irreversible fixes come last.
 */
export function modelOf(graph: Graph, guide: Guide): Model {
  const weights = Object.entries(guide.causes).map(
    ([id, word]) => [id, estimate(word, 'how-common')] as const,
  )
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  const fixes = graph.fixesOf(guide)
  const known = new Set(fixes.map(({ id }) => id))
  const questions = graph.questionsOf(guide)
  const asked = new Set(questions.map(({ id }) => id))
  return {
    causes: Object.fromEntries(weights.map(([id, weight]) => [id, (weight / total) * (1 - guide.other)])),
    questions: Object.fromEntries(
      questions.map((question) => [
        question.id,
        {
          cost: question.seconds / 60,
          answers: answerTable(question, Object.keys(guide.causes)),
          overlaps: question.overlaps.filter((id) => asked.has(id)),
        },
      ]),
    ),
    fixes: Object.fromEntries(
      fixes.map((fix) => [
        fix.id,
        {
          cost: fix.minutes,
          cures: Object.fromEntries(
            Object.entries(fix.cures)
              .filter(([id]) => id in guide.causes)
              .map(([id, word]) => [id, estimate(word, 'how-often')]),
          ),
          applies: Object.fromEntries(Object.entries(fix.applies).filter(([id]) => asked.has(id))),
          after: fix.after.filter((id) => known.has(id)),
          last: fix.risk === 'irreversible',
        },
      ]),
    ),
    escalation: { cost: graph.fix(guide.product, guide.handover).minutes },
    order: guide.order.filter((id) => known.has(id)),
  }
}
