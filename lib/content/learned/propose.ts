import type { Interval, LearnedEstimate } from '../../learning/learn'
import type { Guide, Question } from '../documents'
import { estimate } from '../estimates'
import type { Estimate } from '../fields'
import type { Graph } from '../graph'

/** Less evidence than this many visits is hearsay. */
export const LEAST_EVIDENCE = 10

/** Odds that change by less than this factor are left alone: no tree turns on so little, and every change wants a review. */
export const LEAST_CHANGE = 1.25

/** A number that should stand in a file. All numbers are in the file's own units. */
export interface Proposal {
  /** Relative to the content folder. */
  file: string
  /** Where in the frontmatter. */
  path: (string | number)[]
  /** For people, such as `answers.works.suggests.vpn`. */
  field: string
  /** What the author wrote, or undefined where the number came from elsewhere (`*`, a default). */
  written: Estimate | undefined
  /** What that was worth. */
  author: number
  /** Rounded to two digits. */
  learned: number
  /** See `LearnedEstimate`. */
  visits: number
  evidence: number
  credible: Interval
  reporting: Interval
}

const odds = (chance: number) => chance / (1 - chance)

/** Whether an estimate has moved far enough, on enough evidence, and by more than chance may have done. */
function isWorthwhile({ author, learned, evidence, credible }: LearnedEstimate): boolean {
  if (evidence < LEAST_EVIDENCE) return false
  if (credible[0] <= author && author <= credible[1]) return false
  const ratio = odds(learned) / odds(author)
  return ratio >= LEAST_CHANGE || ratio <= 1 / LEAST_CHANGE
}

/** Two digits, and never so near 0 or 1 that a mistaken answer or click could rule anything out. */
const roundEstimate = (value: number, least = 0.01, most = 0.99) =>
  Number(Math.min(most, Math.max(least, value)).toPrecision(2))

type Place = Pick<Proposal, 'file' | 'path' | 'field' | 'written'>

function proposeNumber(
  learned: LearnedEstimate,
  place: Place,
  scale = 1,
  least?: number,
  most?: number,
): Proposal {
  const stretch = ([low, high]: Interval): Interval => [low * scale, high * scale]
  return {
    ...place,
    author: learned.author * scale,
    learned: roundEstimate(learned.learned * scale, least, most),
    visits: learned.visits,
    evidence: learned.evidence,
    credible: stretch(learned.credible),
    reporting: stretch(learned.reporting),
  }
}

/** Causes are weights of which only the proportion counts: new ones go on the scale of the old. */
function proposeCauses(guide: Guide, learned: readonly LearnedEstimate[]): Proposal[] {
  const { file } = guide
  const rest = learned.find(({ outcome }) => outcome === '*')
  const changes = learned.filter((one) => one.outcome !== '*' && isWorthwhile(one))
  const other = rest && isWorthwhile(rest) ? roundEstimate(rest.learned, 0.01, 0.5) : guide.other
  const total = Object.values(guide.causes).reduce<number>(
    (sum, word) => sum + estimate(word, 'how-common'),
    0,
  )
  const scale = total / (1 - other)
  return [
    ...changes.map((one) =>
      proposeNumber(
        one,
        {
          file,
          path: ['causes', one.outcome],
          field: `causes.${one.outcome}`,
          written: guide.causes[one.outcome],
        },
        scale,
        0.001,
      ),
    ),
    ...(rest && other !== guide.other
      ? [proposeNumber(rest, { file, path: ['other'], field: 'other', written: guide.other }, 1, 0.01, 0.5)]
      : []),
  ]
}

/** The answers of a question are weighed against each other: a row changes as a whole. */
function proposeRow(question: Question, row: readonly LearnedEstimate[]): Proposal[] {
  if (!row.some(isWorthwhile)) return []
  return row.flatMap((one) => {
    const index = question.answers.findIndex(({ id }) => id === one.outcome)
    const answer = question.answers[index]
    if (!answer) return []
    return [
      proposeNumber(one, {
        file: question.file,
        path: ['answers', index, 'suggests', one.given],
        field: `answers.${one.outcome}.suggests.${one.given}`,
        written: Object.hasOwn(answer.suggests, one.given) ? answer.suggests[one.given] : undefined,
      }),
    ]
  })
}

/** The changes of files that learned estimates are worth, by file and in the order of the estimates. */
export function proposeChanges(graph: Graph, estimates: readonly LearnedEstimate[]): Proposal[] {
  const groups = new Map<string, LearnedEstimate[]>()
  for (const one of estimates) {
    const key = JSON.stringify([one.kind, one.scope, one.subject, one.given])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const proposals = [...groups.values()].flatMap((group): Proposal[] => {
    const [first] = group
    if (!first) return []
    const { kind, scope, subject, given } = first
    const product = scope.split('/')[0] ?? ''
    if (kind === 'causes') return proposeCauses(graph.guide(product, scope.slice(product.length + 1)), group)
    if (kind === 'answers') return proposeRow(graph.question(product, subject), group)
    if (!isWorthwhile(first)) return []
    if (kind === 'unsure') {
      const { file, unsure } = graph.question(product, subject)
      return [proposeNumber(first, { file, path: ['unsure'], field: 'unsure', written: unsure })]
    }
    const { file, cures } = graph.fix(product, subject)
    return [
      proposeNumber(first, { file, path: ['cures', given], field: `cures.${given}`, written: cures[given] }),
    ]
  })
  return proposals
    .filter(({ written, learned }) => written !== learned)
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}
