import type { Model } from '../diagnosis/model'
import type { Result, Visit } from './visit'

/** One thing that is wrong with a line of an outcome file. */
export interface OutcomeProblem {
  /** Counted from 1. */
  line: number
  /** A sentence that names what was found. */
  message: string
}

/** Finds today's id of something that was renamed; anything else it gives back as it is. */
export type Rename = (kind: 'guide' | 'question' | 'fix', id: string, guide: string) => string

const results: readonly string[] = ['solved', 'escalated', 'silent'] satisfies Result[]

const show = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')

const isPairs = (value: unknown): value is [string, string][] =>
  Array.isArray(value) && value.every((entry) => isTexts(entry) && entry.length === 2)

/** The entries that stand a second time. */
const repeated = (ids: readonly string[]) => [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]

function checkAnswers(
  model: Model,
  guide: string,
  answers: readonly (readonly [string, string])[],
): string[] {
  return [
    ...answers.flatMap(([question, answer]) => {
      if (!Object.hasOwn(model.questions, question))
        return [`The guide ${guide} has no question ${show(question)}.`]
      if (!Object.hasOwn(model.questions[question]?.answers ?? {}, answer))
        return [`The question ${show(question)} of ${guide} has no answer ${show(answer)}.`]
      return []
    }),
    ...repeated(answers.map(([question]) => question)).map(
      (question) => `The question ${show(question)} is answered twice.`,
    ),
  ]
}

function checkEnd(tried: readonly string[], result: unknown, solvedBy: unknown): string[] {
  if (result !== 'solved')
    return solvedBy === undefined || solvedBy === null
      ? []
      : [`"solvedBy" is ${show(solvedBy)}, but the result is ${show(result)}.`]
  if (tried.length === 0) return ['The result is "solved", but "tried" is empty.']
  if (solvedBy === tried.at(-1)) return []
  return [`"solvedBy" must be the last fix tried, ${show(tried.at(-1))}; it is ${show(solvedBy)}.`]
}

/** The visit on one line, or everything that is wrong with it. */
function readVisit(
  text: string,
  models: Readonly<Record<string, Model>>,
  rename: Rename,
): Visit | readonly string[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return ['This is no JSON.']
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return ['A line must be one JSON object.']
  const given = value as Record<string, unknown>
  const problems: string[] = []
  const expect = (field: string, right: boolean, expected: string) => {
    if (!right) problems.push(`"${field}" must be ${expected}; it is ${show(given[field])}.`)
    return right
  }
  expect('guide', typeof given.guide === 'string', 'a text such as "teams/caa20002"')
  expect('answers', isPairs(given.answers), 'a list of [question, answer]')
  expect('tried', isTexts(given.tried), 'a list of fixes in the order tried')
  expect('result', results.includes(given.result as string), '"solved", "escalated" or "silent"')
  const guide = typeof given.guide === 'string' ? rename('guide', given.guide, '') : ''
  const answers = (isPairs(given.answers) ? given.answers : []).map(
    ([question, answer]) => [rename('question', question, guide), answer] as const,
  )
  const tried = (isTexts(given.tried) ? given.tried : []).map((fix) => rename('fix', fix, guide))
  const solvedBy = typeof given.solvedBy === 'string' ? rename('fix', given.solvedBy, guide) : given.solvedBy
  const model = Object.hasOwn(models, guide) ? models[guide] : undefined
  if (typeof given.guide === 'string' && !model) problems.push(`There is no guide ${show(given.guide)}.`)
  if (model) {
    problems.push(...checkAnswers(model, guide, answers))
    for (const fix of new Set(tried))
      if (!Object.hasOwn(model.fixes, fix)) problems.push(`The guide ${guide} has no fix ${show(fix)}.`)
  }
  problems.push(...repeated(tried).map((fix) => `The fix ${show(fix)} is tried twice.`))
  if (isTexts(given.tried) && results.includes(given.result as string))
    problems.push(...checkEnd(tried, given.result, solvedBy))
  return problems.length ? problems : { guide, answers, tried, result: given.result as Result }
}

/**
 * The visits of an outcome file (JSON lines; empty lines are passed over, fields that it does not know too),
 * and everything that is wrong with it. Nothing should be learned from a file with a problem. Never throws.
 */
export function readOutcomes(
  text: string,
  models: Readonly<Record<string, Model>>,
  rename: Rename = (_, id) => id,
): { visits: Visit[]; problems: OutcomeProblem[] } {
  const visits: Visit[] = []
  const problems: OutcomeProblem[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return
      const read = readVisit(line, models, rename)
      if ('guide' in read) visits.push(read)
      else problems.push(...read.map((message) => ({ line: index + 1, message })))
    })
  return { visits, problems }
}
