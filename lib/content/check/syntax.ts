import { documentTypes } from '../documents'
import type { Article, SyntaxFault } from '../read'
import type { Context } from './context'
import { isRecord } from './finding'
import { type Path, type Problem, problemAt, problemOn } from './problem'
import { quote } from './suggest'

/** The words that `npm run new` leaves for authors to replace. */
export const REPLACE = 'REPLACE:'

/** What to do about the usual traps of YAML, by the parser's code. */
function mendSyntax({ code, at }: SyntaxFault, line: string): { message: string; mend: string } {
  const [, head = '', text = ''] = /^(\s*(?:- )?[\w"*-]+:\s+)(.*)$/.exec(line) ?? []
  const quoted = text && !/^["'[{|>]/.test(text) ? `${head.trimStart()}${JSON.stringify(text)}` : undefined
  const inQuotes = quoted ?? 'Put the text into double quotes.'
  switch (code) {
    case 'NO_FRONTMATTER':
      return { message: 'The file does not begin with frontmatter.', mend: '---\ntitle: …\n---' }
    case 'OPEN_FRONTMATTER':
      return {
        message: 'The frontmatter begins but does not end.',
        mend: 'Put a line --- below the last field.',
      }
    case 'NO_FIELDS':
      return {
        message: 'The frontmatter holds no fields.',
        mend: 'Write each field on its own line: name, colon, space, value.',
      }
    case 'ALIAS':
      // `*Never*` begins a text; a lone `*` is every cause that is not named.
      if (/^\*[^\s:,}]/.test(line.slice(at.column - 1)))
        return { message: 'A text must stand in quotes if it begins with an asterisk.', mend: inQuotes }
      return {
        message: 'An asterisk must stand in quotes, because alone it has another meaning in YAML.',
        mend: line.trim().replace(/(?<!["'\w])\*(?!["'])/, '"*"'),
      }
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (!text.includes(': '))
        return {
          message: 'The line below is indented, so it reads as a part of this one.',
          mend: 'Begin both lines at the same column.',
        }
      return { message: 'A text with a colon must stand in quotes.', mend: inQuotes }
    case 'BAD_SCALAR_START':
      return {
        message: `A text must stand in quotes if it begins with ${line[at.column - 1] ?? 'such a sign'}.`,
        mend: inQuotes,
      }
    case 'UNEXPECTED_TOKEN':
      return {
        message: 'Something follows where the value has ended already.',
        mend: text ? head.trimStart() + quote(text) : 'Put the whole value into one pair of quotes.',
      }
    case 'TAB_AS_INDENT':
      return { message: 'A line is indented with a tab.', mend: 'Use spaces.' }
    case 'DUPLICATE_KEY':
      return { message: 'The same name stands here twice.', mend: 'Remove one of the two.' }
    case 'BAD_INDENT':
      return {
        message: 'The indentation is uneven, or a bracket above is not closed.',
        mend: 'Line up what belongs together; close every [ and {.',
      }
    case 'OPEN_QUOTE':
      return { message: 'A quote is opened here, but not closed.', mend: `${line.trim()}"` }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return {
        message: 'A colon, a quote or a bracket is missing.',
        mend: /^[\w-]+ [^:]*$/.test(line)
          ? line.replace(' ', ': ')
          : 'Write name, colon, space, value; close what you open.',
      }
    case 'BAD_DQ_ESCAPE':
      return {
        message: 'In double quotes, a backslash must be written twice.',
        mend: quoted ?? line.trim().replaceAll('\\', '\\\\'),
      }
    default:
      return { message: 'This is not YAML.', mend: inQuotes }
  }
}

/** The parser finds a quote without its end only at the end of the frontmatter: authors want its beginning. */
function findOpenQuote({ lines }: Article, fault: SyntaxFault): SyntaxFault {
  if (!/closing ["']quote/.test(fault.message)) return fault
  const line = lines.findIndex(
    (text) => /:\s+"(?:[^"\\]|\\.)*$/.test(text) || /:\s+'(?:[^']|'')*$/.test(text),
  )
  if (line < 0) return fault
  return {
    ...fault,
    code: 'OPEN_QUOTE',
    at: { line: line + 1, column: (lines[line] ?? '').search(/["']/) + 1 },
  }
}

function checkSyntax(article: Article): Problem[] {
  const seen = new Set<number>()
  // The parser often stumbles again over what follows its first complaint in a line.
  const faults = [...article.syntax]
    .sort((a, b) => Number(b.code === 'ALIAS') - Number(a.code === 'ALIAS') || a.at.line - b.at.line)
    .filter(({ at }) => !seen.has(at.line) && seen.add(at.line))
  return faults.map((given) => {
    const fault = findOpenQuote(article, given)
    const line = article.lines[fault.at.line - 1] ?? ''
    const none = fault.code === 'NO_FRONTMATTER'
    return problemOn(article, fault.at, {
      rule: none || fault.code === 'OPEN_FRONTMATTER' ? 'no-frontmatter' : 'frontmatter-syntax',
      ...(line.trim() ? { found: line.trim() } : {}),
      ...mendSyntax(fault, line),
    })
  })
}

/** Kinds of article that may say everything in their frontmatter. */
const mayBeEmpty = new Set<Article['type']>(['Product', 'Question', 'Sources', 'Codes'])

function checkBody(article: Article): Problem[] {
  const { type, body, lines, syntax } = article
  const noFrontmatter = syntax.some(({ code }) => code.endsWith('_FRONTMATTER'))
  if (!type || mayBeEmpty.has(type) || body.trim() || noFrontmatter) return []
  return [
    problemOn(
      article,
      { line: Math.max(1, lines.length - 1), column: 1 },
      {
        rule: 'empty-body',
        message: 'The article ends with its frontmatter.',
        expected: `text below the second ---, as docs/authoring.md describes it for ${documentTypes[type].folder}`,
        mend: 'Write the article, or delete the file.',
      },
    ),
  ]
}

function pathsToReplace(value: unknown, path: Path): Path[] {
  if (typeof value === 'string') return value.includes(REPLACE) ? [path] : []
  if (Array.isArray(value)) return value.flatMap((entry, index) => pathsToReplace(entry, [...path, index]))
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, entry]) => pathsToReplace(entry, [...path, key]))
  return []
}

function checkReplaced(article: Article): Problem[] {
  const finding = {
    rule: 'left-to-replace',
    message: `Here "${REPLACE}" still marks text that was to be replaced.`,
    mend: 'Write your own words and remove the mark.',
  } as const
  const inBody = article.body.split('\n').flatMap((line, index) => {
    const column = line.indexOf(REPLACE) + 1
    return column ? [problemOn(article, { line: index + 1, column }, finding)] : []
  })
  return [...pathsToReplace(article.data, []).map((path) => problemAt(article, path, finding)), ...inBody]
}

/** The rules about the two halves of a file: frontmatter that can be read, and text below it. */
export function checkHalves({ articles }: Context): Problem[] {
  return articles
    .filter(({ type }) => type)
    .flatMap((article) => [...checkSyntax(article), ...checkBody(article), ...checkReplaced(article)])
}
