/**
 * `npm run learn -- OUTCOMES.jsonl [--write] [--strength N]`: shows what readers' outcomes say of the
 * authors' estimates, and with `--write` puts it into the articles. See docs/learning.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent, formatProblems } from '../lib/content/check'
import { countOf } from '../lib/content/check/format'
import { prepareLesson } from '../lib/content/learned/learn'
import {
  formatOutcomeProblems,
  formatProposals,
  formatSummary,
  formatVerdict,
} from '../lib/content/learned/report'
import { type Article, readArticle, readContent } from '../lib/content/read'
import { compilePolicy } from '../lib/diagnosis/policy'
import { MAX_PAGES } from '../lib/questionnaire/pages'

const usage = `Usage: npm run learn -- OUTCOMES.jsonl [--write] [--strength N]

  --write       put the new numbers into the articles, if they pass
  --strength N  the authors' word counts N times as much as usual (1)`

/** Says what is wrong, and how it is right. */
function refuse(message: string): number {
  console.error(`${message}\n\n${usage}`)
  return 2
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { write: { type: 'boolean' }, strength: { type: 'string' } },
    allowPositionals: true,
  })
  return { ...values, positionals }
}

/** What the content check would refuse in the revised articles but does not refuse today. */
function newProblems(articles: readonly Article[], texts: Readonly<Record<string, string>>, folder: string) {
  const check = (list: readonly Article[]) =>
    checkContent([...list], { contentFolder: folder }).filter(({ severity }) => severity === 'error')
  const known = new Set(check(articles).map(({ file, rule, message }) => `${file} ${rule} ${message}`))
  const revised = articles.map((article) => {
    const text = texts[article.file]
    return text === undefined ? article : readArticle(article.file, text)
  })
  return check(revised).filter(({ file, rule, message }) => !known.has(`${file} ${rule} ${message}`))
}

function run(): number {
  let given: ReturnType<typeof readArguments>
  try {
    given = readArguments()
  } catch (error) {
    return refuse((error as Error).message)
  }
  const { positionals, write } = given
  const [file] = positionals
  if (!file || positionals.length > 1) return refuse('Name one file of outcomes.')
  if (!existsSync(file)) return refuse(`There is no file ${file}.`)
  const strength = Number(given.strength ?? 1)
  if (!(strength > 0 && strength < Number.POSITIVE_INFINITY))
    return refuse(`--strength must be a number above 0; it is ${given.strength}.`)
  const folder = process.env.CONTENT_DIR || 'content'
  if (!existsSync(folder)) return refuse(`There is no folder ${folder}.`)

  const articles = readContent(folder)
  const lesson = prepareLesson(
    articles,
    (path) => readFileSync(join(folder, path), 'utf8'),
    readFileSync(file, 'utf8'),
    { strength, compile: (model) => compilePolicy(model, { maxNodes: MAX_PAGES }).root },
  )
  if (Array.isArray(lesson)) {
    console.error(formatOutcomeProblems(file, lesson))
    return 2
  }
  const { learning, learned, heldOut, proposals, texts, verdict } = lesson
  console.log(formatSummary(learned, heldOut, learning))
  if (!verdict) {
    console.log('\nNothing to propose: no estimate has moved far enough on enough evidence.')
    return 0
  }
  console.log(`\n${formatProposals(folder, proposals)}\n\n${formatVerdict(verdict)}`)
  if (!verdict.accepted) {
    console.log('Nothing was written.')
    return 1
  }
  const problems = newProblems(articles, texts, folder)
  if (problems.length > 0) {
    console.log(`\n${formatProblems(problems)}\n\nThe new numbers break these rules. Nothing was written.`)
    return 1
  }
  const count = `${countOf(proposals.length, 'estimate')} in ${countOf(Object.keys(texts).length, 'file')}`
  if (!write) {
    console.log(`\n--write would change ${count}.`)
    return 0
  }
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text)
  console.log(`\nChanged ${count}. Review the difference before you publish it.`)
  return 0
}

process.exitCode = run()
