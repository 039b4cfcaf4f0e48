/** How a visit ended. `silent`: the reader did not come back, so what became of the last fix is unknown. */
export type Result = 'solved' | 'escalated' | 'silent'

/** One reader's visit to a guide, as one line of an outcome file gives it. */
export interface Visit {
  /** The key of the guide's model, such as `teams/caa20002`. What stands before the slash is the product. */
  guide: string
  /** In the order given; each question at most once. */
  answers: readonly (readonly [question: string, answer: string])[]
  /** Fixes in the order in which they were tried, each at most once. All but the last have failed. */
  tried: readonly string[]
  /** Whether the last fix helped (`solved`), failed (`escalated`), or nobody knows (`silent`). */
  result: Result
}

/** The same words for the same visit, whatever the order of keys or the spaces in its line. */
export function describeVisit({ guide, answers, tried, result }: Visit): string {
  return JSON.stringify([guide, answers, tried, result])
}
