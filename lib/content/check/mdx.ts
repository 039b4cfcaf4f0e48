import type { Article } from '../read'
import { bodyOf, type Node, type ParseFault, positionOf, walk } from './body'
import { type Problem, problemOn } from './problem'

/** What to do about the usual traps of MDX. */
function explainFault({ message, ruleId }: ParseFault, found: string): { message: string; mend: string } {
  const [, tag = ''] = /`<\/?([\w-]+)>`/.exec(message) ?? []
  const [, sign = ''] = /Unexpected character `(.+?)` \(/.exec(message) ?? []
  if (ruleId === 'end-tag-mismatch' || ruleId === 'end-tag-mismatch-stack')
    return {
      message: `The tags of <${tag}> do not match: one is not closed, or closed at another depth.`,
      mend: `Write </${tag}> at the same indentation as <${tag}>, with an empty line before it.`,
    }
  if (ruleId === 'unexpected-closing-slash')
    return { message: 'A tag is closed here that was never opened.', mend: 'Remove it, or open it above.' }
  if (ruleId === 'acorn' && /import\/exports/.test(message))
    return {
      message: 'A paragraph that begins with the word import or export is read as a program.',
      mend: 'Begin the sentence with another word.',
    }
  if (/expression/.test(message) || ruleId === 'acorn')
    return {
      message: 'A brace { begins a program in MDX.',
      mend: 'Write \\{ for the sign itself, or put the text into `code`.',
    }
  if (found.includes('<!--')) return { message: 'A comment of HTML is none in MDX.', mend: '{/* … */}' }
  if (/attribute|after self-closing|in closing tag|after attribute/.test(message))
    return {
      message: 'The attributes of a tag cannot be read.',
      mend: 'Write name="text"; use name=\'text\' around a text with double quotes, and &quot; if it has both.',
    }
  if (/<https?:/.test(found))
    return { message: 'An address in angle brackets is a tag in MDX.', mend: 'Write [the words](https://…).' }
  return {
    message: sign
      ? `A < begins a tag in MDX, but "${sign}" cannot stand in its name.`
      : 'A < begins a tag in MDX, but none follows.',
    mend: 'Write \\< for the sign itself, or put the text into `code`.',
  }
}

/** What is not MDX at all. */
export function checkParse(article: Article): Problem[] {
  const { fault } = bodyOf(article)
  if (!fault) return []
  const found = (article.lines[fault.at.line - 1] ?? '').trim()
  return [
    problemOn(article, fault.at, {
      rule: 'mdx-syntax',
      ...(found ? { found } : {}),
      ...explainFault(fault, found),
    }),
  ]
}

/** A comment in braces shows nothing and runs nothing. */
function isComment({ data }: Node): boolean {
  const program = data?.estree
  return (
    program !== undefined &&
    program !== null &&
    program.body.length === 0 &&
    (program.comments?.length ?? 0) > 0
  )
}

/** Programs in articles: refused, because an article must be readable by anybody and run nothing. */
export function checkPrograms(article: Article, tree: Node): Problem[] {
  const problems: Problem[] = []
  const add = (node: Node, rule: 'no-script' | 'no-expression', message: string, mend: string) => {
    const at = positionOf(node)
    problems.push(
      problemOn(article, at, { rule, message, found: (article.lines[at.line - 1] ?? '').trim(), mend }),
    )
  }
  walk(tree, (node) => {
    if (node.type === 'mdxjsEsm')
      add(
        node,
        'no-script',
        'Articles import and export nothing.',
        'Remove it; every component is there already.',
      )
    if (node.name === 'script' || node.name === 'style')
      add(node, 'no-script', `Articles hold no <${node.name}>.`, 'Remove it.')
    if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !isComment(node))
      add(
        node,
        'no-expression',
        'Articles hold no expressions in braces.',
        'Write \\{ for the sign itself, or put the text into `code`.',
      )
  })
  return problems
}
