import { fileOf } from '../../../lib/content/check/scaffold'
import { quote, toId } from '../../../lib/content/check/suggest'
import type { Comment } from '../../store/store'
import { plainMdx, plainWords } from './plain-mdx'

/** An FAQ entry as a moderator edits it. */
export interface Draft {
  product: string
  id: string
  question: string
  /** Ids of guides of the product. */
  guides: readonly string[]
  /** MDX. */
  answer: string
}

/** Longer questions are no questions. */
export const QUESTION_LENGTH = 200
/** The longest id that is proposed. */
const ID_LENGTH = 48

/** Text on one line, without what nobody sees. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffe\uffff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Cuts at the end of a word. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('-'), 1)).trim()
}

/** The question in some words: their first sentence that asks, or else its first sentence. */
export function questionIn(words: string): string {
  const sentences = oneLine(words).match(/[^.?!]+[.?!]*/g) ?? []
  const asked = sentences.find((sentence) => sentence.includes('?')) ?? sentences[0] ?? ''
  return shorten(asked.trim(), QUESTION_LENGTH)
}

/** An id for a question. */
export function idFor(question: string): string {
  return shorten(toId(question), ID_LENGTH).replace(/^-+|-+$/g, '')
}

/** What a comment and its answer make to begin with. */
export function draftFrom(
  asked: Pick<Comment, 'body' | 'thread'>,
  answer: Pick<Comment, 'body'> | undefined,
  guides: readonly string[],
): Draft {
  const question = questionIn(plainWords(asked.body))
  const [product = ''] = asked.thread.split('/')
  return { product, id: idFor(question), question, guides, answer: plainMdx((answer ?? asked).body) }
}

/** What an author still has to do, where they will see it. */
const TO_DO = `# A draft, made from a reader's comment. Before it is published: check each claim, name where it comes
# from under sources, set reviewed to that day, and remove these two lines.`

/** The article: frontmatter in which every value is quoted, and the answer. */
export function writeArticle({ question, guides, answer }: Draft, today: string): string {
  return `---
${TO_DO}
question: ${quote(oneLine(question))}
guides: [${guides.join(', ')}]
sources: []
reviewed: ${today}
---

${answer.replace(/\r\n?/g, '\n').toWellFormed().trim()}
`
}

/** The file of the draft, below the content folder. */
export function fileOfDraft({ product, id }: Draft): string {
  return fileOf(product, 'faq', id)
}
