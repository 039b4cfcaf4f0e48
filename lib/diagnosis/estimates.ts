import { type Fix, type Model, OTHER, type Probability, type Question } from './model'
import { compareIds } from './problem'

/** One number of a model that somebody estimated. */
export type Estimate =
  | { kind: 'cause'; cause: string; value: Probability }
  /** `cause` is `OTHER` for the row of all causes that the question does not name. */
  | { kind: 'answer'; question: string; answer: string; cause: string; value: Probability }
  | { kind: 'cure'; fix: string; cause: string; value: Probability }

/** A probability whose odds are multiplied. 0 and 1 stay what they are. */
export function multiplyOdds(chance: Probability, factor: number): Probability {
  return (chance * factor) / (1 - chance + chance * factor)
}

const open = (value: Probability) => value > 0 && value < 1
const sorted = (record: object) => Object.keys(record).sort(compareIds)

/** The causes that no answer of a question names, and which share the row `*`. */
const isNamed = ({ answers }: Question, cause: string) =>
  Object.values(answers).some((row) => Object.hasOwn(row, cause))

const chanceIn = (row: Record<string, Probability> | undefined, cause: string) =>
  (row && Object.hasOwn(row, cause) ? row[cause] : row?.[OTHER]) ?? 0

/** Every estimate that is not certain, in an order that does not depend on that of keys. */
export function listEstimates(model: Model): Estimate[] {
  const causes = sorted(model.causes)
  return [
    ...causes.map((cause): Estimate => ({ kind: 'cause', cause, value: model.causes[cause] ?? 0 })),
    ...sorted(model.questions).flatMap((question) => {
      const asked = model.questions[question] as Question
      return sorted(asked.answers).flatMap((answer) =>
        [...causes.filter((cause) => isNamed(asked, cause)), OTHER].map(
          (cause): Estimate => ({
            kind: 'answer',
            question,
            answer,
            cause,
            value: chanceIn(asked.answers[answer], cause),
          }),
        ),
      )
    }),
    ...sorted(model.fixes).flatMap((fix) =>
      sorted(model.fixes[fix]?.cures ?? {}).map(
        (cause): Estimate => ({ kind: 'cure', fix, cause, value: model.fixes[fix]?.cures[cause] ?? 0 }),
      ),
    ),
  ].filter(({ value }) => open(value))
}

/** Sets one number of a list that sums to `total`, and scales the others so that it still does. */
function replaceShare(shares: Record<string, number>, id: string, value: number, total: number) {
  const others = Object.entries(shares).reduce((sum, [other, share]) => sum + (other === id ? 0 : share), 0)
  const scale = others > 0 ? (total - value) / others : 0
  return Object.fromEntries(
    Object.entries(shares).map(([other, share]) => [other, other === id ? value : share * scale]),
  )
}

function changeAnswers(
  question: Question,
  { answer, cause }: { answer: string; cause: string },
  value: number,
) {
  const ids = Object.keys(question.answers)
  const row = Object.fromEntries(ids.map((id) => [id, chanceIn(question.answers[id], cause)]))
  const changed = replaceShare(row, answer, value, 1)
  return Object.fromEntries(
    ids.map((id) => {
      const chances = { ...question.answers[id] }
      // A cause that only some answers name falls back on `*` in the others; it must not change with it.
      if (cause === OTHER)
        for (const named of Object.values(question.answers).flatMap((one) => Object.keys(one)))
          if (named !== OTHER) chances[named] ??= chanceIn(question.answers[id], named)
      return [id, { ...chances, [cause]: changed[id] as number }]
    }),
  )
}

/**
 * The model with the odds of one estimate multiplied by `factor`. What must sum to 1 with it (the other
 * causes and what is left to `OTHER`; the other answers under that cause) is scaled in proportion.
 */
export function changeEstimate(model: Model, estimate: Estimate, factor: number): Model {
  const value = multiplyOdds(estimate.value, factor)
  if (estimate.kind === 'cause') {
    const named = Object.values(model.causes).reduce((sum, share) => sum + share, 0)
    const all = { ...model.causes, [OTHER]: Math.max(0, 1 - named) }
    const { [OTHER]: _, ...causes } = replaceShare(all, estimate.cause, value, 1)
    return { ...model, causes }
  }
  if (estimate.kind === 'cure') {
    const fix = model.fixes[estimate.fix] as Fix
    const cures = { ...fix.cures, [estimate.cause]: value }
    return { ...model, fixes: { ...model.fixes, [estimate.fix]: { ...fix, cures } } }
  }
  const question = model.questions[estimate.question] as Question
  const answers = changeAnswers(question, estimate, value)
  return { ...model, questions: { ...model.questions, [estimate.question]: { ...question, answers } } }
}

/** Where an estimate stands in a model file, as a JSON path. */
export function pathOfEstimate(estimate: Estimate): string {
  const step = (id: string) => (/^[A-Za-z_][\w-]*$/.test(id) ? `.${id}` : `[${JSON.stringify(id)}]`)
  const { cause } = estimate
  if (estimate.kind === 'cause') return `$.causes${step(cause)}`
  if (estimate.kind === 'cure') return `$.fixes${step(estimate.fix)}.cures${step(cause)}`
  return `$.questions${step(estimate.question)}.answers${step(estimate.answer)}${step(cause)}`
}
