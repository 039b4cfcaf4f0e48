import type { Article, Position } from '../read'
import type { RuleId } from './rules'

/** One thing that is wrong with an article, as its author is told. */
export interface Problem {
  file: string
  line: number
  column: number
  /** The field in the frontmatter: `cures.vpn`, `answers[1].id`. */
  field?: string
  /** An error keeps the site from being published; a warning does not. */
  severity: 'error' | 'warning'
  /** The rule's name in `docs/content-errors.md`. */
  rule: RuleId
  /** One sentence: what is wrong. */
  message: string
  /** What stands there. */
  found?: string
  /** What could stand there. */
  expected?: string
  /** Text that can be pasted, or what to do. */
  mend?: string
}

/** The path to a value in frontmatter: names of fields and places in lists. */
export type Path = readonly (string | number)[]

/** What a rule says; the place is added by `problemAt` or `problemOn`. */
export interface Finding {
  rule: RuleId
  message: string
  severity?: Problem['severity']
  found?: string
  expected?: string
  mend?: string
}

/** `['answers', 1, 'id']` → `answers[1].id`. */
export function formatPath(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${key}` : key)).join('')
}

/** A problem with the body of an article, or with the file itself. */
export function problemOn(article: Article, { line, column }: Position, finding: Finding): Problem {
  return { file: article.file, line, column, severity: 'error', ...finding }
}

/** A problem with a value in frontmatter, or with its key. */
export function problemAt(article: Article, path: Path, finding: Finding, part?: 'key' | 'value'): Problem {
  const problem = problemOn(article, article.positionOf(path, part), finding)
  return path.length ? { ...problem, field: formatPath(path) } : problem
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** By file, then line, then column: the order in which an author works through them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareTexts(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareTexts(a.rule, b.rule) ||
      compareTexts(a.message, b.message),
  )
}
