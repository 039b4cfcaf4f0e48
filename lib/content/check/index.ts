import type { Article } from '../read'
import { checkBodies } from './bodies'
import { checkCodes } from './codes'
import { buildContext, type Rule } from './context'
import { checkEvidence } from './evidence'
import { checkFrontmatter } from './fields'
import { checkFiles } from './files'
import { checkKinds } from './kinds'
import { checkNames } from './names'
import { type Problem, sortProblems } from './problem'
import { checkQuestions } from './questions'
import { checkReachability } from './reach'
import { checkHalves } from './syntax'

export { documentsOf } from './documents'
export { formatProblems } from './format'
export type { Problem } from './problem'

/** Where the articles lie, and what day it is. */
export interface CheckOptions {
  /** Shown before file names; pictures are looked for here. */
  contentFolder: string
  /** The day that counts as today, YYYY-MM-DD; the real one unless given. */
  today?: string
}

const ruleSets: readonly Rule[] = [
  checkFiles,
  checkHalves,
  (context) => context.articles.flatMap((article) => checkFrontmatter(article, context)),
  checkNames,
  checkCodes,
  checkQuestions,
  checkKinds,
  checkReachability,
  checkEvidence,
  checkBodies,
]

/** By file: what a message lists must not depend on how a disk lists its files. */
function sortArticles(articles: readonly Article[]): Article[] {
  return [...articles].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

/** Everything that is wrong with the articles, at once and in the order of files and lines. */
export function checkContent(articles: Article[], options: CheckOptions): Problem[] {
  const { contentFolder, today = new Date().toISOString().slice(0, 10) } = options
  const context = buildContext(sortArticles(articles), contentFolder, today)
  const folder = contentFolder.replace(/\\/g, '/').replace(/\/+$/, '')
  const problems = ruleSets.flatMap((rule) => rule(context))
  return sortProblems(problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` })))
}
