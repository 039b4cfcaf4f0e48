import type { Field, Fields } from '../fields'
import type { Article } from '../read'
import { checkEstimate, checkEstimates } from './estimate'
import { type CheckValueOptions, isRecord, nameOf, type ValueFinding, wrongType } from './finding'
import { type Path, type Problem, problemAt } from './problem'
import { checkAddress, checkChoice, checkDate, checkNumber, checkText } from './scalars'
import { answerFields, dataEntries, fieldsOf, linkFields, nameOf as nameOfType } from './shapes'
import { aOrAn, listOptions, nearest, pasteable, quote, show } from './suggest'

function checkList(
  field: Field,
  value: unknown,
  path: Path,
  checkOne: (entry: unknown, path: Path) => ValueFinding[],
): ValueFinding[] {
  if (!Array.isArray(value)) {
    const mend = typeof value === 'string' ? `${nameOf(path)}: [${quote(value)}]` : undefined
    return wrongType(field, value, path, 'a list', mend)
  }
  return value.flatMap((entry, index) => {
    const findings = checkOne(entry, [...path, index])
    const first = value.indexOf(entry)
    if (first === index || findings.length) return findings
    const message = `"${nameOf(path)}" names "${show(entry)}" twice.`
    return [
      {
        path: [...path, index],
        rule: 'listed-twice',
        message,
        found: show(entry),
        mend: 'Remove one of the two.',
      } as const,
    ]
  })
}

function checkApplies(field: Field, value: unknown, path: Path): ValueFinding[] {
  if (!isRecord(value)) return wrongType(field, value, path, 'questions, each with a list of answers')
  return Object.entries(value).flatMap(([question, answers]) => {
    const findings = checkList(field, answers, [...path, question], (answer, at) =>
      checkText(field, answer, at),
    )
    if (!Array.isArray(answers) || answers.length) return findings
    const message = `"${formatKey(path, question)}" names no answer, so the fix would be for nobody.`
    return [
      {
        path: [...path, question],
        rule: 'empty-value',
        message,
        expected: 'at least one answer',
        mend: `Remove "${question}" if the fix is for everybody.`,
      } as const,
    ]
  })
}

const formatKey = (path: Path, key: string) => `${nameOf(path)}.${key}`

const withAddress = (findings: ValueFinding[], entry: unknown, path: Path) =>
  isRecord(entry) && 'url' in entry ? [...findings, ...checkAddress(entry.url, [...path, 'url'])] : findings

function checkData(field: Field, value: unknown, path: Path, options: CheckValueOptions): ValueFinding[] {
  const shape = dataEntries[nameOf(path)]
  if (!shape) return []
  const { fields, what, keyed } = shape
  const check = (entry: unknown, at: Path) =>
    withAddress(checkEntry(fields, entry, at, what, options), entry, at)
  if (!keyed)
    return Array.isArray(value)
      ? value.flatMap((entry, index) => check(entry, [...path, index]))
      : wrongType(field, value, path, 'a list')
  if (!isRecord(value)) return wrongType(field, value, path, `a ${what} for each id`)
  return Object.entries(value).flatMap(([id, entry]) => check(entry, [...path, id]))
}

/** What is wrong with the form of one value. Whether ids name anything is another rule's concern. */
export function checkValue(
  field: Field,
  value: unknown,
  path: Path,
  options: CheckValueOptions,
): ValueFinding[] {
  switch (field.kind) {
    case 'text':
    case 'markdown':
    case 'reference':
      return checkText(field, value, path)
    case 'number':
      return checkNumber(field, value, path)
    case 'date':
      return checkDate(value, path, options)
    case 'choice':
      return checkChoice(field, value, path)
    case 'texts':
    case 'references':
      return checkList(field, value, path, (entry, at) => checkText(field, entry, at))
    case 'choices':
      return checkList(field, value, path, (entry, at) => checkChoice(field, entry, at))
    case 'estimate':
      return checkEstimate(field.scale, value, path)
    case 'estimates':
      return checkEstimates(field, value, path)
    case 'applies':
      return checkApplies(field, value, path)
    case 'answers':
      return checkList(field, value, path, (entry, at) =>
        checkEntry(answerFields, entry, at, 'answer', options),
      )
    case 'links':
      return checkList(field, value, path, (entry, at) =>
        withAddress(checkEntry(linkFields, entry, at, 'link', options), entry, at),
      )
    case 'data':
      return checkData(field, value, path, options)
  }
}

/** Lists that say something by being empty: a symptom without a code, a product without messages. */
const mayBeEmpty = new Set(['codes', 'order', 'families', 'messages', 'sources', 'support'])

function checkPresent(name: string, field: Field, value: unknown, path: Path): ValueFinding[] {
  const mend = pasteable(name, field.example)
  if (value === undefined && field.required)
    return [
      {
        path,
        rule: 'missing-field',
        message: `The field "${name}" is missing.`,
        expected: field.description,
        mend,
      },
    ]
  const empty = Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0
  const wanted = field.required && !mayBeEmpty.has(name) && empty
  if (value !== null && !wanted) return []
  const message = `"${name}" is empty.`
  return [
    {
      path,
      rule: 'empty-value',
      message,
      expected: field.description,
      mend: field.required ? mend : `${mend}\n(or remove the line)`,
    },
  ]
}

/** The line with the right name, where the value fits on it. */
function mendName(near: string | undefined, missing: readonly string[], value: unknown): string {
  if (!near) return 'Remove it.'
  if (!missing.includes(near)) return `Remove it, or move its value to "${near}".`
  if (typeof value === 'object') return `${near}: …`
  return `${near}: ${typeof value === 'string' ? quote(value) : value}`
}

/** What is wrong with fields and their values: unknown, missing, or of another form. */
export function checkFields(
  fields: Fields,
  data: Record<string, unknown>,
  path: Path,
  what: string,
  options: CheckValueOptions,
): ValueFinding[] {
  const names = Object.keys(fields)
  const missing = names.filter((name) => !Object.hasOwn(data, name))
  const unknown = Object.keys(data).filter((name) => !Object.hasOwn(fields, name))
  // A misspelt name explains why the right one is missing: one fault, one message.
  const meant = new Map(unknown.map((name) => [name, nearest(name, missing) ?? nearest(name, names)]))
  const explained = new Set(meant.values())
  return [
    ...unknown.map((name): ValueFinding => {
      const near = meant.get(name)
      return {
        path: [...path, name],
        part: 'key',
        rule: 'unknown-field',
        message: `There is no field "${name}" in ${what}.`,
        found: name,
        expected: listOptions(names, 20),
        mend: mendName(near, missing, data[name]),
      }
    }),
    ...names.flatMap((name) => {
      const field = fields[name]
      if (!field) return []
      const value = Object.hasOwn(data, name) ? data[name] : undefined
      if (value === undefined && explained.has(name)) return []
      const absent = checkPresent(name, field, value, [...path, name])
      if (absent.length || value === undefined || value === null) return absent
      return checkValue(field, value, [...path, name], options)
    }),
  ]
}

function checkEntry(
  fields: Fields,
  entry: unknown,
  path: Path,
  what: string,
  options: CheckValueOptions,
): ValueFinding[] {
  if (isRecord(entry)) return checkFields(fields, entry, path, aOrAn(what), options)
  const required = Object.entries(fields).filter(([, field]) => field.required)
  const mend = required.map(([name, field]) => pasteable(name, field.example)).join('\n')
  return [
    {
      path,
      rule: 'wrong-type',
      message: `This ${what} is not written as fields.`,
      found: show(entry),
      expected: listOptions(Object.keys(fields)),
      mend,
    },
  ]
}

/** YAML reads `0xE77` and `1E5` as numbers: the author is shown what stands in the file. */
function showAsWritten(problem: Problem, { lines }: Article): Problem {
  const number =
    problem.rule === 'wrong-type' && Number.isFinite(Number(problem.found)) ? problem.found : undefined
  const written = /^[^\s,\]}#"']+/.exec((lines[problem.line - 1] ?? '').slice(problem.column - 1))?.[0]
  if (!number || !written) return problem
  return { ...problem, found: written, mend: problem.mend?.replace(`"${number}"`, `"${written}"`) ?? '' }
}

/** The rule: frontmatter holds the fields of its kind of article, in their forms. */
export function checkFrontmatter(article: Article, options: CheckValueOptions): Problem[] {
  if (!article.type || article.syntax.length) return []
  const findings = checkFields(fieldsOf(article.type), article.data, [], nameOfType(article.type), options)
  return findings.map(({ path, part, ...finding }) =>
    showAsWritten(problemAt(article, path, finding, part), article),
  )
}
