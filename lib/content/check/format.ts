import { type Problem, sortProblems } from './problem'

const paint = (code: number) => (text: string, color: boolean) =>
  color ? `\u001b[${code}m${text}\u001b[0m` : text
const bold = paint(1)
const dim = paint(2)
const red = paint(31)
const yellow = paint(33)
const green = paint(32)

/** `1, 'error'` → `1 error`; `2, 'error'` → `2 errors`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function formatProblem(problem: Problem, width: number, color: boolean): string {
  const place = `${problem.line}:${problem.column}`.padStart(width)
  const label = problem.severity === 'error' ? red('error  ', color) : yellow('warning', color)
  const indent = ' '.repeat(width + 13)
  const detail = (name: string, text: string | undefined, paintText = (line: string) => line) =>
    text === undefined
      ? []
      : [
          `${indent}${dim(name.padEnd(10), color)}${text
            .split('\n')
            .map(paintText)
            .join(`\n${indent}${' '.repeat(10)}`)}`,
        ]
  return [
    `  ${place}  ${label}  ${problem.message}  ${dim(`(${problem.rule})`, color)}`,
    ...detail('found', problem.found),
    ...detail('expected', problem.expected),
    ...detail('mend', problem.mend, (line) => green(line, color)),
  ]
    .join('\n')
    .replace(/[ \t]+$/gm, '')
}

/** All problems as text for a terminal: grouped by file, sorted by line, with a count at the end. */
export function formatProblems(problems: Problem[], options: { color?: boolean; cap?: number } = {}): string {
  if (problems.length === 0) return ''
  const { color = false, cap = Number.POSITIVE_INFINITY } = options
  // Errors are what must be mended: a cap may hide warnings, never an error behind a warning.
  const ranked = [...sortProblems(problems)].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  )
  const shown = sortProblems(ranked.slice(0, cap))
  const hidden = ranked.slice(cap)
  const width = Math.max(...shown.map(({ line, column }) => `${line}:${column}`.length))
  const files = [...new Set(shown.map(({ file }) => file))]
  const groups = files.map((file) =>
    [
      bold(file, color),
      ...shown
        .filter((problem) => problem.file === file)
        .map((problem) => formatProblem(problem, width, color)),
    ].join('\n'),
  )
  const more = `… and ${hidden.length} more in ${countOf(new Set(hidden.map(({ file }) => file)).size, 'file')}`
  return [...groups, ...(hidden.length ? [more] : []), countProblems(problems)].join('\n\n')
}

/** `3 errors and 1 warning in 2 files.` */
function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length
  const parts = [
    ...(count('error') ? [countOf(count('error'), 'error')] : []),
    ...(count('warning') ? [countOf(count('warning'), 'warning')] : []),
  ]
  return `${parts.join(' and ')} in ${countOf(new Set(problems.map(({ file }) => file)).size, 'file')}.`
}
