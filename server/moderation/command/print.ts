import type { AuditEntry, Comment } from '../../store/store'
import { oneLine } from '../promote/draft'
import { plainWords } from '../promote/plain-mdx'

/** 2027-01-15 12:30, in UTC as everything that the store keeps. */
export function printTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

/** Cut to a length, so that a line stays a line. Terminals must not be told what to do by what a visitor typed. */
function cut(text: string, length: number): string {
  const line = oneLine(text)
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}

/** Text of several lines without control characters. */
export function printText(text: string): string {
  return text.split('\n').map(oneLine).join('\n')
}

/** Columns side by side, each as wide as its widest cell; the last is not filled up. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, index) => Math.max(known[index] ?? 0, cell.length)),
    [],
  )
  return rows
    .map((row) =>
      row
        .map((cell, index) => (index < row.length - 1 ? cell.padEnd(widths[index] ?? 0) : cell))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const nameOf = ({ name, staff }: Comment) => (staff ? `${staff} (staff)` : name || 'A reader')

/** A list of comments for a terminal. */
export function printComments(comments: readonly Comment[]): string {
  return printTable([
    ['ID', 'STATUS', 'WRITTEN (UTC)', 'ON', 'BY', 'TEXT'],
    ...comments.map((comment) => [
      comment.id,
      comment.status,
      printTime(comment.created),
      cut(comment.thread, 50),
      cut(nameOf(comment), 24),
      cut(plainWords(comment.body), 60),
    ]),
  ])
}

/** Lines of the log for a terminal. */
export function printLog(entries: readonly AuditEntry[]): string {
  return printTable([
    ['ENTRY', 'WHEN (UTC)', 'BY', 'WHAT', 'COMMENT', 'DETAILS'],
    ...entries.map(({ id, at, by, action, comment, detail }) => [
      String(id),
      printTime(at),
      cut(by, 24),
      action,
      comment,
      cut(detail, 60),
    ]),
  ])
}

/** One comment for a terminal: what is known of it, then its text. */
export function printComment(comment: Comment & { banned?: boolean }): string {
  const facts: [string, string][] = [
    ['comment', comment.id],
    ['status', comment.status],
    ['on', comment.thread],
    ['by', oneLine(nameOf(comment))],
    ['written', `${printTime(comment.created)} UTC`],
    ...(comment.edited === null ? [] : [['edited', `${printTime(comment.edited)} UTC`] as [string, string]]),
    ...(comment.parent ? [['answers', comment.parent] as [string, string]] : []),
    ['votes', String(comment.votes)],
    ...(comment.pinned ? [['pinned', 'yes'] as [string, string]] : []),
    ...(comment.banned ? [['writer', 'banned'] as [string, string]] : []),
  ]
  return `${printTable(facts)}\n\n${printText(comment.body)}`
}
