/** A probability, in [0, 1]. */
export type Probability = number

/** The answer id that means "I'm not sure": its chance is never tempered and it never rules a fix out. */
export const UNSURE = 'unsure'

/** In posteriors: the unexplained cause, cured only by escalation. In answer tables: every cause not named. */
export const OTHER = '*'

/** Something the reader can find out. */
export interface Question {
  /** Minutes to find the answer; finite, 0 or more. */
  cost: number
  /** P(answer | cause): answer id -> cause id or `*` -> chance. For every cause that can occur they sum to 1. */
  answers: Record<string, Record<string, Probability>>
  /** Questions that partly measure the same thing, named on either side; see `overlap.ts` for the rule. */
  overlaps?: string[]
}

/** Something the reader can try. */
export interface Fix {
  /** Minutes to do and check; finite, 0 or more. */
  cost: number
  /** P(the fault is gone | cause), for each cause it can cure; the others are 0. */
  cures: Record<string, Probability>
  /** Question id -> answers under which the fix may be tried; unanswered and `unsure` allow it too. */
  applies?: Record<string, string[]>
  /** Fixes that must have been tried, and have failed, earlier on the path. */
  after?: string[]
  /** Irreversible or risky: once it is tried, no question and no other kind of fix may follow. */
  last?: boolean
}

/** A troubleshooting problem with one fault: all the engine knows. Costs in minutes. */
export interface Model {
  /** How common each cause is. What is left to 1 is something else (`OTHER`). */
  causes: Record<string, Probability>
  questions: Record<string, Question>
  fixes: Record<string, Fix>
  /** Minutes until somebody else has solved it; possible at any point, and always cures. */
  escalation: { cost: number }
  /** The order in which a plain article lists the fixes: a baseline, nothing more. */
  order?: string[]
}

/** One thing that is wrong with a model file. */
export interface ModelProblem {
  /** Where, as a JSON path such as `$.questions.vpn.answers.on.vpn`. */
  path: string
  /** What stands there. */
  found: string
  /** What could stand there. */
  expected: string
}

export { readModel } from './read-model'
