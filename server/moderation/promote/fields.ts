import type { PromoteFields, PromoteProblems } from '../../../components/moderation/PromotePage'
import { isId } from '../../../lib/content/check/suggest'
import { messages as t } from '../../../lib/messages'
import type { Fields } from '../../body'
import { oneLine, QUESTION_LENGTH } from './draft'

const words = t.moderation.promote

/** Longer answers are articles. */
const ANSWER_LENGTH = 20_000
const ID_LENGTH = 80

/** What the form sent. Each guide is a box of its own: `guide-caa20002`. */
export function readPromote(fields: Fields, guides: readonly string[]): PromoteFields {
  return {
    id: (fields.id ?? '').trim(),
    question: oneLine(fields.question ?? ''),
    guides: guides.filter((id) => fields[`guide-${id}`] !== undefined),
    answer: fields.answer ?? '',
  }
}

/** What the moderator has to mend before the articles are asked. */
export function problemsOf({ id, question, guides, answer }: PromoteFields): PromoteProblems {
  return {
    ...((!isId(id) || id.length > ID_LENGTH) && { id: words.badId }),
    ...(question === '' && { question: words.noQuestion }),
    ...(question.length > QUESTION_LENGTH && { question: words.longQuestion(QUESTION_LENGTH) }),
    ...(guides.length === 0 && { guides: words.noGuide }),
    ...(answer.trim() === '' && { answer: words.noAnswer }),
    ...(answer.length > ANSWER_LENGTH && { answer: words.longAnswer(ANSWER_LENGTH) }),
  }
}
