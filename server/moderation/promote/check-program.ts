/**
 * Checks a draft, given as JSON on standard input, against all articles, and prints what is wrong as JSON. A
 * process of its own: it takes a second, in which the server would answer nobody.
 */
import { readFileSync } from 'node:fs'
import { checkContent, type Problem } from '../../../lib/content/check'
import { type Article, readArticle, readContent } from '../../../lib/content/read'

const { folder, file, text, today } = JSON.parse(readFileSync(0, 'utf8')) as Record<string, string>
if (!folder || !file || !today || text === undefined) throw new Error('Give folder, file, text and today.')

const others = readContent(folder).filter((article) => article.file !== file)
const nameOf = (problem: Problem) => `${problem.file} ${problem.rule} ${problem.message}`
const errorsOf = (articles: Article[]) =>
  checkContent(articles, { contentFolder: folder, today }).filter(({ severity }) => severity === 'error')

const errors = errorsOf([...others, readArticle(file, text)])
const isOwn = (problem: Problem) => problem.file.endsWith(`/${file}`)
// What is wrong elsewhere was so before, unless the draft brought it about (an id that is taken, say).
const known = errors.every(isOwn) ? new Set() : new Set(errorsOf(others).map(nameOf))
process.stdout.write(
  JSON.stringify(errors.filter((problem) => isOwn(problem) || !known.has(nameOf(problem)))),
)
