import { type Model, OTHER, UNSURE } from '../diagnosis/model'
import { compareIds, type PreparedQuestion, prepareProblem } from '../diagnosis/problem'

/** How many visits the authors' word is worth. All above 0. */
export interface Strength {
  /** For how common the causes of a guide are: visits to the guide. */
  causes: number
  /** For each row of an answer table: readers with that cause who could answer. */
  answers: number
  /** For each cure rate: readers with that cause who tried the fix. */
  cures: number
}

/** As if the author had counted so many. Evidence from more visits than that outweighs the author's word. */
export const DEFAULT_STRENGTH: Strength = { causes: 20, answers: 10, cures: 10 }

/** A distribution over a few outcomes, which is learned: the smallest thing that has a prior of its own. */
export interface Block {
  /** `causes` of a guide; `answers` of a question for a cause; `cure` of a fix for a cause; `unsure` at a question. */
  kind: 'causes' | 'answers' | 'cure' | 'unsure'
  /** The guide, or the product whose guides share the block. */
  scope: string
  /** The question or fix; empty for `causes`. */
  subject: string
  /** The cause given which the outcomes are drawn, or `*`; empty for `causes` and `unsure`. */
  given: string
  /** Causes and `*`; answers but `unsure`; `cured` and `failed`; `unsure` and `sure`. */
  outcomes: readonly string[]
  /** The author's estimates; they sum to 1 (to 0 in a row for causes that cannot occur). */
  author: Float64Array
  /** Visits that the author's estimates count for. */
  strength: number
}

/** Where the numbers of a guide's question stand among the blocks. */
export interface QuestionPlace {
  id: string
  /** Answers but `unsure`, sorted. */
  answers: readonly string[]
  /** For each cause of the guide, the block of its row. */
  rows: Int32Array
  /** The block of the share who cannot tell, or -1 where nobody may say so or it depends on the cause. */
  unsure: number
  /** P(unsure | cause) where it depends on the cause: it then is evidence, and stays the author's. */
  fixedUnsure: Float64Array | undefined
  /** Indices of the questions that overlap with it. */
  neighbours: readonly number[]
}

/** Where the numbers of a guide stand among the blocks. */
export interface GuidePlace {
  id: string
  /** Cause ids, sorted, and `*` at the end. */
  causes: readonly string[]
  /** The block of how common they are. */
  prior: number
  questions: readonly QuestionPlace[]
  /** Fix id -> for each cause, the block of its cure rate, or -1 where it cures nothing. */
  fixes: Readonly<Record<string, Int32Array>>
}

/** All that can be learned about some guides. Guides of one product share answer tables and cure rates. */
export interface Space {
  blocks: readonly Block[]
  guides: Readonly<Record<string, GuidePlace>>
}

/** One distribution for each block, in the order of `Space.blocks`. */
export type Values = readonly Float64Array[]

/** What guides share belongs to their product: what stands before the slash, or the guide itself. */
const productOf = (guide: string) => guide.split('/')[0] ?? guide

/** P(answer | cause) among those who can tell. */
function sharesOf({ like, answers, unsure }: PreparedQuestion, cause: number): Float64Array {
  const sure = answers.flatMap((_, a) => (a === unsure ? [] : [like[0]?.[a]?.[cause] ?? 0]))
  const total = sure.reduce((sum, chance) => sum + chance, 0)
  // Sums that are 1 but for rounding stay as they are: an estimate without evidence must not change at all.
  const scale = total > 0 && Math.abs(total - 1) > 1e-15 ? total : 1
  return Float64Array.from(sure, (chance) => chance / scale)
}

/** The blocks of all guides. A cause that no answer of a question names shares its row `*`, as in the engine. */
export function createSpace(models: Readonly<Record<string, Model>>, strength: Strength): Space {
  const blocks: Block[] = []
  const known = new Map<string, number>()
  const place = (block: Block): number => {
    const key = JSON.stringify([block.kind, block.scope, block.subject, block.given])
    const index = known.get(key) ?? blocks.push(block) - 1
    known.set(key, index)
    return index
  }
  const guides = Object.keys(models)
    .sort(compareIds)
    .map((id): GuidePlace => {
      const model = models[id] as Model
      const problem = prepareProblem(model)
      const scope = productOf(id)
      const occurring = problem.causes.map((_, c) => c).filter((c) => (problem.prior[c] ?? 0) > 0)
      const placeQuestion = (question: PreparedQuestion): QuestionPlace => {
        const table = model.questions[question.id]?.answers ?? {}
        const answers = question.answers.filter((answer) => answer !== UNSURE)
        const named = (cause: string) =>
          cause !== OTHER && answers.some((answer) => Object.hasOwn(table[answer] ?? {}, cause))
        const chances = question.like[0]?.[question.unsure]
        const [first = 0] = occurring
        const varies =
          chances && occurring.some((c) => Math.abs((chances[c] ?? 0) - (chances[first] ?? 0)) > 1e-12)
        const rate = chances?.[first] ?? 0
        const rows = problem.causes.map((cause, c) =>
          place({
            kind: 'answers',
            scope,
            subject: question.id,
            given: named(cause) ? cause : OTHER,
            outcomes: answers,
            author: sharesOf(question, c),
            strength: strength.answers,
          }),
        )
        return {
          id: question.id,
          answers,
          rows: Int32Array.from(rows),
          unsure:
            chances && !varies
              ? place({
                  kind: 'unsure',
                  scope,
                  subject: question.id,
                  given: '',
                  outcomes: [UNSURE, 'sure'],
                  author: Float64Array.of(rate, 1 - rate),
                  strength: strength.answers,
                })
              : -1,
          fixedUnsure: varies ? chances : undefined,
          neighbours: question.neighbours,
        }
      }
      const placeFix = (fix: string): Int32Array => {
        const cures = model.fixes[fix]?.cures ?? {}
        return Int32Array.from(problem.causes, (cause) => {
          if (cause === OTHER || !Object.hasOwn(cures, cause)) return -1
          const rate = cures[cause] ?? 0
          return place({
            kind: 'cure',
            scope,
            subject: fix,
            given: cause,
            outcomes: ['cured', 'failed'],
            author: Float64Array.of(rate, 1 - rate),
            strength: strength.cures,
          })
        })
      }
      return {
        id,
        causes: problem.causes,
        prior: place({
          kind: 'causes',
          scope: id,
          subject: '',
          given: '',
          outcomes: problem.causes,
          author: Float64Array.from(problem.prior),
          strength: strength.causes,
        }),
        questions: problem.questions.map(placeQuestion),
        fixes: Object.fromEntries(problem.fixes.map((fix) => [fix.id, placeFix(fix.id)])),
      }
    })
  return { blocks, guides: Object.fromEntries(guides.map((guide) => [guide.id, guide])) }
}

/** Values that are the authors' own. */
export function authorsValues({ blocks }: Space): Values {
  return blocks.map(({ author }) => author)
}
