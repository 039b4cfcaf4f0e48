import type { Article } from '../read'
import { bodyOf, parseBody } from './body'
import type { Context } from './context'
import { checkElements } from './elements'
import { checkHeadings } from './headings'
import { checkLinks } from './links'
import { checkParse, checkPrograms } from './mdx'
import { formatPath, type Problem, sortProblems } from './problem'
import { fieldsOf } from './shapes'
import { checkConditions, checkStepLists } from './steps'

function checkBody(context: Context, article: Article): Problem[] {
  const { tree } = bodyOf(article)
  if (!tree) return checkParse(article)
  return [
    ...checkPrograms(article, tree),
    ...checkElements(article, tree),
    ...checkHeadings(article, tree),
    ...checkStepLists(article, tree),
    ...checkConditions(context, article, tree),
    ...checkLinks(context, article, tree),
  ]
}

/** Fields that hold Markdown are bodies of one sentence: their problems stand at the field. */
function checkMarkdownFields(context: Context, article: Article): Problem[] {
  if (!article.type || article.syntax.length) return []
  return Object.entries(fieldsOf(article.type)).flatMap(([name, { kind }]) => {
    const text = article.data[name]
    if (kind !== 'markdown' || typeof text !== 'string') return []
    // A copy that only differs in its body: the check of parsing reads both from the article.
    const part: Article = { ...article, body: text, lines: text.split('\n'), type: 'Cause' }
    const { tree } = parseBody(text)
    const found = tree
      ? [
          ...checkPrograms(part, tree),
          ...checkElements(part, tree),
          ...checkStepLists(part, tree),
          ...checkLinks(context, part, tree),
        ]
      : checkParse(part)
    const field = formatPath([name])
    return found.map((problem) => ({ ...problem, ...article.positionOf([name]), field }))
  })
}

/** The rules about what stands below the frontmatter, and about Markdown in it. */
export function checkBodies(context: Context): Problem[] {
  return sortProblems(
    context.articles
      .filter(({ type, file }) => type && file.endsWith('.mdx'))
      .flatMap((article) => [...checkBody(context, article), ...checkMarkdownFields(context, article)]),
  )
}
