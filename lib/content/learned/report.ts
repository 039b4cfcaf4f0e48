import type { Verdict } from '../../learning/judge'
import type { Interval, Learning } from '../../learning/learn'
import type { OutcomeProblem } from '../../learning/outcomes'
import { countOf } from '../check/format'
import type { Proposal } from './propose'

/** At most this many problems of a file are shown; the rest is counted. */
const CAP = 100

/** A chance with two digits, as short as it can be written. Nobody can tell chances below 0.001 apart. */
const digits = (value: number) => (value < 0.001 ? '0' : String(Number(value.toPrecision(2))))

const range = ([low, high]: Interval) => `${digits(low)}–${digits(high)}`

/** What is wrong with an outcome file, for a terminal. */
export function formatOutcomeProblems(file: string, problems: readonly OutcomeProblem[]): string {
  const lines = problems.slice(0, CAP).map(({ line, message }) => `${file}:${line}  ${message}`)
  const hidden = problems.length - lines.length
  const count = `${countOf(problems.length, 'problem')}. Nothing was learned.`
  return [...lines, ...(hidden > 0 ? [`… and ${hidden} more`] : []), '', count].join('\n')
}

function formatAuthor({ written, author }: Proposal): string {
  if (written === undefined) return `not named (${digits(author)})`
  // Rows and causes are scaled: the word or number alone would not say what it was worth.
  return digits(Number(written)) === digits(author) ? String(written) : `${written} (${digits(author)})`
}

/** The changes, file by file, as a table. */
export function formatProposals(folder: string, proposals: readonly Proposal[]): string {
  const files = [...new Set(proposals.map(({ file }) => file))]
  const head = ['field', 'author', 'learned', 'evidence', '95 % interval', 'silent readers']
  const rows = proposals.map((one) => [
    one.field,
    formatAuthor(one),
    `→ ${one.learned}`,
    `${Math.round(one.evidence)} of ${Math.round(one.visits)}`,
    range(one.credible),
    range(one.reporting),
  ])
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()
  const groups = files.map((file) =>
    [`${folder}/${file}`, ...rows.filter((_, i) => proposals[i]?.file === file).map(line)].join('\n'),
  )
  return [line(head), ...groups].join('\n\n')
}

const minutes = (value: number) => `${value.toFixed(2)} min`
const percent = (share: number) => `${Math.round(100 * share)} %`

/** What was learned from how much, before the table. */
export function formatSummary(learned: number, heldOut: number, { reporting, impossible }: Learning): string {
  const lines = [
    `${countOf(learned + heldOut, 'visit')}: ${learned} to learn from, ${heldOut} held out to judge by.`,
    `Readers seem to report ${percent(reporting.worked)} of what helped and ${percent(reporting.failed)} of what did not.`,
  ]
  if (impossible > 0)
    lines.push(`${countOf(impossible, 'visit')} left out: today's estimates hold them to be impossible.`)
  return lines.join('\n')
}

/** Whether the changes pass, and why. */
export function formatVerdict({ accepted, visits, before, after, sure, least }: Verdict): string {
  if (visits < least)
    return `Refused: ${countOf(visits, 'held-out visit')} cannot judge a change; at least ${least} can.`
  const numbers = `${minutes(before)} expected with today's estimates, ${minutes(after)} with the new ones; cheaper in ${percent(sure)} of the draws`
  return accepted
    ? `On ${visits} held-out visits: ${numbers}.`
    : `Refused: the change does not lower the expected cost on held-out outcomes.\n${visits} visits: ${numbers}.`
}
