import type { PreparedQuestion, Problem } from './problem'

/** What can still matter once some causes are ruled out for certain. */
export interface Support {
  /** The set of live causes, a bit for each. */
  key: number
  /** The causes that are still possible. */
  live: Int32Array
  /** For each question, whether its answers are unequally likely under the live causes. */
  informative: Uint8Array
  /** For each question and answer code, whether that answer would say nothing now. */
  neutral: Uint8Array[]
  /** For each fix, whether trying it can matter: it cures a live cause, or other rules ask for it. */
  useful: Uint8Array
}

/** How many sets of causes are kept. */
const MOST_KEPT = 20_000

/** Whether a question's answer leaves more than a trace in the chances of causes. */
const leavesTraces = ({ neighbours, blocks }: PreparedQuestion, answer: number) =>
  neighbours.length > 0 || (blocks[answer] as number[]).length > 0

/** Finds, and keeps, what can still matter for a set of possible causes. */
export function createSupports({ causes, questions, fixes }: Problem): (mass: Float64Array) => Support {
  const known = new Map<number, Support>()
  const awaited = new Set(fixes.flatMap(({ after }) => after))
  const isEven = (table: Float64Array, live: number[]) => live.every((c) => table[c] === table[live[0] ?? 0])

  const create = (key: number, live: number[]): Support => ({
    key,
    live: Int32Array.from(live),
    informative: Uint8Array.from(questions, ({ like }) =>
      like.some((tables) => tables.some((table) => !isEven(table, live))) ? 1 : 0,
    ),
    neutral: questions.map((question) =>
      Uint8Array.from(
        question.like.flatMap((tables) =>
          tables.map((table, answer) => (!leavesTraces(question, answer) && isEven(table, live) ? 1 : 0)),
        ),
      ),
    ),
    useful: Uint8Array.from(fixes, (fix, f) =>
      awaited.has(f) || fix.last || live.some((c) => (fix.cure[c] as number) > 0) ? 1 : 0,
    ),
  })

  return (mass) => {
    let key = 0
    for (let c = 0; c < causes.length; c++) if ((mass[c] as number) > 0) key += 2 ** c
    const found = known.get(key)
    if (found) return found
    const support = create(
      key,
      [...mass.keys()].filter((c) => (mass[c] as number) > 0),
    )
    // Where fixes cure for certain there are as many sets of causes as of fixes; what is lost is made again.
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, support)
    return support
  }
}
