/**
 * `npm run content`: tells authors everything that is wrong with their articles, at once. Only when there is
 * no error does contentlayer load them, because it stops at the first kind of fault and does not say where.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkContent, formatProblems } from '../lib/content/check'
import { countOf } from '../lib/content/check/format'
import { readContent } from '../lib/content/read'

/** More than this nobody mends in one go. */
const CAP = 100

function run(): number {
  const folder = process.env.CONTENT_DIR || 'content'
  if (!existsSync(folder)) {
    console.error(`There is no folder ${folder}. Set CONTENT_DIR, or run this where content/ is.`)
    return 1
  }
  const articles = readContent(folder)
  const problems = checkContent(articles, { contentFolder: folder })
  const color = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR
  if (problems.length) console.log(formatProblems(problems, { color, cap: CAP }))
  if (problems.some(({ severity }) => severity === 'error')) {
    console.log('\nEach rule is explained in docs/content-errors.md.')
    return 1
  }
  const count = countOf(articles.filter(({ type }) => type).length, 'article')
  if (problems.length === 0) console.log(`${count}, no problems.`)
  return loadContent()
}

/** Runs contentlayer; what it says is shown only if it fails. */
function loadContent(): number {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const program = fileURLToPath(new URL('../node_modules/.bin/contentlayer2', import.meta.url))
  const { status, stdout, stderr, error } = spawnSync(program, ['build'], { cwd: root, encoding: 'utf8' })
  if (status === 0) return 0
  console.error('The check found no error, but contentlayer cannot load the articles:')
  console.error(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
  return 1
}

process.exitCode = run()
