import { type Model, type ModelProblem, OTHER, UNSURE } from './model'

/** How far sums of probabilities may be from 1: files carry rounded numbers. */
const TOLERANCE = 1e-6

type Json = Record<string, unknown>
type Report = (path: string, found: string, expected: string) => void

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The JSON path of a member; ids that are not plain words are quoted. */
const member = (path: string, key: string | number) =>
  typeof key === 'number'
    ? `${path}[${key}]`
    : /^[\w-]+$/.test(key)
      ? `${path}.${key}`
      : `${path}[${JSON.stringify(key)}]`

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length > 0 ? 'an array' : 'an empty array'
  if (isObject(value)) return 'an object'
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

const showNumber = (value: number) => String(Number(value.toPrecision(7)))

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function entriesOf(value: unknown, path: string, what: string, report: Report): [string, unknown][] {
  if (isObject(value)) return Object.entries(value)
  report(path, show(value), `an object of ${what}`)
  return []
}

function checkNumber(
  value: unknown,
  path: string,
  what: string,
  top: number,
  report: Report,
): value is number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= top) return true
  report(path, show(value), what)
  return false
}

const checkProbability = (value: unknown, path: string, report: Report) =>
  checkNumber(value, path, 'a probability from 0 to 1', 1, report)

const checkCost = (value: unknown, path: string, report: Report) =>
  checkNumber(value, path, 'minutes: a finite number, 0 or more', Number.MAX_VALUE, report)

/** Reports every entry of a list that is not one of `known`, is `self`, or stands there twice. */
function checkIds(
  list: unknown,
  path: string,
  known: ReadonlySet<string>,
  what: string,
  report: Report,
  self?: string,
) {
  if (list === undefined) return
  if (!Array.isArray(list)) return report(path, show(list), `an array of ids of ${what}`)
  const seen = new Set<unknown>()
  list.forEach((id: unknown, index) => {
    const at = member(path, index)
    if (typeof id !== 'string' || !known.has(id)) report(at, show(id), `the id of one of the ${what}`)
    else if (id === self) report(at, show(id), `one of the other ${what}`)
    else if (seen.has(id)) report(at, show(id), 'each id once')
    seen.add(id)
  })
}

function checkCauses(json: unknown, report: Report): Map<string, number> {
  const path = '$.causes'
  const priors = new Map<string, number>()
  let total = 0
  for (const [id, prior] of entriesOf(json, path, 'causes and how common each is', report)) {
    if (id === OTHER)
      report(
        member(path, id),
        show(id),
        'a name: what the causes leave over to 1 is something else by itself',
      )
    else if (checkProbability(prior, member(path, id), report)) total += prior
    priors.set(id, typeof prior === 'number' ? prior : 0)
  }
  if (total > 1 + TOLERANCE) report(path, `a sum of ${showNumber(total)}`, 'a sum of at most 1')
  if (total < 1 - TOLERANCE) priors.set(OTHER, 1 - total)
  return priors
}

function checkAnswers(json: unknown, path: string, priors: ReadonlyMap<string, number>, report: Report) {
  const rows = entriesOf(json, path, 'answers', report)
  if (isObject(json) && rows.length === 0) report(path, 'no answers', 'at least one answer')
  let readable = rows.length > 0
  for (const [answer, row] of rows) {
    const at = member(path, answer)
    if (!isObject(row)) readable = false
    for (const [cause, chance] of entriesOf(row, at, 'causes and chances', report)) {
      if (cause !== OTHER && !priors.has(cause)) {
        report(member(at, cause), show(cause), `the id of one of the causes, or "${OTHER}"`)
      }
      if (!checkProbability(chance, member(at, cause), report)) readable = false
    }
  }
  if (!readable) return
  for (const [cause, prior] of [...priors].sort(([a], [b]) => byText(a, b))) {
    if (!(prior > 0)) continue
    let total = 0
    for (const [, row] of rows as [string, Json][]) {
      total += Number(Object.hasOwn(row, cause) ? row[cause] : Object.hasOwn(row, OTHER) ? row[OTHER] : 0)
    }
    if (Math.abs(total - 1) > TOLERANCE) {
      const whom = cause === OTHER ? 'something else ("*")' : `the cause ${cause}`
      report(path, `a sum of ${showNumber(total)} for ${whom}`, 'answers that sum to 1 for every cause')
    }
  }
}

function checkApplies(json: unknown, path: string, questions: Json, report: Report) {
  if (json === undefined) return
  for (const [question, answers] of entriesOf(
    json,
    path,
    'questions and the answers that must hold',
    report,
  )) {
    const at = member(path, question)
    const asked = Object.hasOwn(questions, question) ? questions[question] : undefined
    if (!isObject(asked)) {
      report(at, show(question), 'the id of one of the questions')
      continue
    }
    const known = new Set([...(isObject(asked.answers) ? Object.keys(asked.answers) : []), UNSURE])
    if (answers === undefined || (Array.isArray(answers) && answers.length === 0))
      report(at, show(answers), 'at least one answer')
    checkIds(answers, at, known, `answers of ${question}`, report)
  }
}

/** Reports fixes that could never be tried: rings of `after`, and `after` across the line that `last` draws. */
function checkSequence(fixes: Json, report: Report) {
  const before = (id: string) => {
    const fix = Object.hasOwn(fixes, id) ? fixes[id] : undefined
    const list = isObject(fix) && Array.isArray(fix.after) ? (fix.after as unknown[]) : []
    return list.filter((other): other is string => typeof other === 'string' && Object.hasOwn(fixes, other))
  }
  const isLast = (id: string) => isObject(fixes[id]) && (fixes[id] as Json).last === true
  for (const id of Object.keys(fixes)) {
    const path = `${member('$.fixes', id)}.after`
    const reached = new Set<string>()
    const open = before(id).filter((other) => other !== id)
    while (open.length > 0) {
      const next = open.pop() as string
      if (reached.has(next)) continue
      reached.add(next)
      open.push(...before(next))
    }
    if (reached.has(id))
      report(path, `a ring: ${id} would have to come before itself`, 'fixes that can come first')
    const late = [...reached].filter(isLast).sort(byText)
    if (!isLast(id) && late.length > 0) {
      report(path, `${late.join(', ')}, which must come last`, 'fixes that are not last, or last: true here')
    }
  }
}

/**
 * Reads a model from parsed JSON and reports everything that is wrong with it at once, in the order of the
 * file. Members that the format does not know are left alone, so that a file may carry notes.
 */
export function readModel(
  json: unknown,
): { model: Model; problems: [] } | { model?: undefined; problems: ModelProblem[] } {
  const problems: ModelProblem[] = []
  const report: Report = (path, found, expected) => void problems.push({ path, found, expected })
  if (!isObject(json)) return { problems: [{ path: '$', found: show(json), expected: 'a model: an object' }] }
  const priors = checkCauses(json.causes, report)
  const causes = new Set([...priors.keys()].filter((id) => id !== OTHER))
  const questions = isObject(json.questions) ? json.questions : {}
  const fixes = isObject(json.fixes) ? json.fixes : {}
  const fixIds = new Set(Object.keys(fixes))
  for (const [id, question] of entriesOf(json.questions, '$.questions', 'questions', report)) {
    const path = member('$.questions', id)
    if (!isObject(question)) {
      report(path, show(question), 'a question: an object with cost and answers')
      continue
    }
    checkCost(question.cost, `${path}.cost`, report)
    checkAnswers(question.answers, `${path}.answers`, priors, report)
    checkIds(question.overlaps, `${path}.overlaps`, new Set(Object.keys(questions)), 'questions', report, id)
  }
  for (const [id, fix] of entriesOf(json.fixes, '$.fixes', 'fixes', report)) {
    const path = member('$.fixes', id)
    if (!isObject(fix)) {
      report(path, show(fix), 'a fix: an object with cost and cures')
      continue
    }
    checkCost(fix.cost, `${path}.cost`, report)
    for (const [cause, chance] of entriesOf(fix.cures, `${path}.cures`, 'causes and chances', report)) {
      const at = member(`${path}.cures`, cause)
      if (!causes.has(cause)) report(at, show(cause), 'the id of one of the causes')
      checkProbability(chance, at, report)
    }
    checkApplies(fix.applies, `${path}.applies`, questions, report)
    checkIds(fix.after, `${path}.after`, fixIds, 'fixes', report, id)
    if (fix.last !== undefined && typeof fix.last !== 'boolean')
      report(`${path}.last`, show(fix.last), 'true or false')
  }
  checkSequence(fixes, report)
  if (!isObject(json.escalation)) report('$.escalation', show(json.escalation), 'an object with cost')
  else checkCost(json.escalation.cost, '$.escalation.cost', report)
  checkIds(json.order, '$.order', fixIds, 'fixes', report)
  return problems.length > 0 ? { problems } : { model: json as unknown as Model, problems: [] }
}
