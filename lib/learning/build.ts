import { type Model, OTHER, type Question, UNSURE } from '../diagnosis/model'
import type { GuidePlace, QuestionPlace, Space, Values } from './space'

type Row = Record<string, number>

/** Whether a block still says what its author said. */
function isUnchanged({ blocks }: Space, values: Values, block: number): boolean {
  const { author } = blocks[block] as Space['blocks'][number]
  return (values[block] as Float64Array).every((value, i) => value === author[i])
}

function buildQuestion(
  space: Space,
  guide: GuidePlace,
  place: QuestionPlace,
  old: Question,
  values: Values,
): Question {
  const { rows, unsure } = place
  const blocks = [...new Set(rows), ...(unsure >= 0 ? [unsure] : [])]
  if (blocks.every((block) => isUnchanged(space, values, block))) return old
  const answers: Record<string, Row> = Object.fromEntries(place.answers.map((answer) => [answer, {}]))
  const rate = unsure >= 0 ? (values[unsure]?.[0] ?? 0) : undefined
  guide.causes.forEach((cause, c) => {
    const block = rows[c] as number
    // A cause without a row of its own is one of those that `*` stands for.
    if ((space.blocks[block]?.given ?? OTHER) !== cause) return
    const sure = 1 - (rate ?? place.fixedUnsure?.[c] ?? 0)
    place.answers.forEach((answer, a) => {
      const row = answers[answer] as Row
      row[cause] = sure * (values[block]?.[a] ?? 0)
    })
  })
  const doubt = old.answers[UNSURE]
  if (doubt) answers[UNSURE] = rate === undefined ? doubt : { [OTHER]: rate }
  return { ...old, answers }
}

/** The model of a guide with other estimates. Where these are the author's, the model's numbers are the same to the bit. */
export function buildModel(space: Space, id: string, model: Model, values: Values): Model {
  const guide = space.guides[id]
  if (!guide) throw new RangeError(`There is no guide ${JSON.stringify(id)}.`)
  const chances = values[guide.prior] as Float64Array
  const causes = isUnchanged(space, values, guide.prior)
    ? model.causes
    : Object.fromEntries(
        Object.keys(model.causes).map((cause) => [cause, chances[guide.causes.indexOf(cause)] ?? 0]),
      )
  const questions = Object.fromEntries(
    guide.questions.map((place) => {
      const old = model.questions[place.id] as Question
      return [place.id, buildQuestion(space, guide, place, old, values)]
    }),
  )
  const fixes = Object.fromEntries(
    Object.entries(model.fixes).map(([fix, old]) => {
      const cures = Object.entries(old.cures).map(([cause, rate]) => {
        const block = guide.fixes[fix]?.[guide.causes.indexOf(cause)] ?? -1
        return [cause, block < 0 ? rate : (values[block]?.[0] ?? rate)]
      })
      return [fix, { ...old, cures: Object.fromEntries(cures) }]
    }),
  )
  return { ...model, causes, questions, fixes }
}
