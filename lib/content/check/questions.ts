import { UNSURE } from '../../diagnosis/model'
import { TRIED } from '../../links'
import type { Article } from '../read'
import type { Context } from './context'
import { isRecord } from './finding'
import { type Problem, problemAt } from './problem'
import { isId, listOptions, nearest, toId } from './suggest'

/** The ids of a question's answers, in order; one that is missing is empty. */
export function answerIdsOf(question: Article): string[] {
  const { answers } = question.data
  if (!Array.isArray(answers)) return []
  return answers.map((answer) => (isRecord(answer) && typeof answer.id === 'string' ? answer.id : ''))
}

function checkAnswerIds(question: Article): Problem[] {
  const ids = answerIdsOf(question)
  return ids.flatMap((id, index): Problem[] => {
    const path = ['answers', index, 'id']
    if (!id.trim()) return []
    if (id === UNSURE || id === '*') {
      const why =
        id === UNSURE
          ? '"I’m not sure" is added to every question by itself'
          : 'it stands for all causes not named'
      return [
        problemAt(question, path, {
          rule: 'answer-reserved',
          message: `No answer may be called "${id}": ${why}.`,
          found: id,
          mend: id === UNSURE ? 'Remove this answer, or give it another id.' : 'id: some-words',
        }),
      ]
    }
    if (!isId(id))
      return [
        problemAt(question, path, {
          rule: 'id-shape',
          message: `The id of an answer stands in addresses (${question.id}.${toId(id) || 'yes'}), but this one is not lower case with hyphens.`,
          found: id,
          expected: 'a-z, 0-9 and single hyphens between them',
          mend: `id: ${toId(id) || 'some-words'}`,
        }),
      ]
    if (ids.indexOf(id) === index) return []
    return [
      problemAt(question, path, {
        rule: 'answer-twice',
        message: `Two answers have the id "${id}".`,
        found: id,
        mend: `id: ${id}-2`,
      }),
    ]
  })
}

function checkQuestion(question: Article): Problem[] {
  const { answers } = question.data
  const few = Array.isArray(answers) && answers.length === 1
  return [
    ...(question.id === TRIED
      ? [
          problemAt(question, [], {
            rule: 'answer-reserved',
            message: `No question may be called "${TRIED}": in addresses it stands before a fix that did not help.`,
            found: TRIED,
            mend: `Rename the file to ${TRIED}-before.mdx.`,
          }),
        ]
      : []),
    ...(few
      ? [
          problemAt(question, ['answers'], {
            rule: 'few-answers',
            message: 'A question needs at least two answers.',
            found: '1 answer',
            expected: '2 or more; "I’m not sure" is added by itself',
            mend: '- id: no\n  label: No\n  said: it does not\n  suggests: { "*": sometimes }',
          }),
        ]
      : []),
    ...checkAnswerIds(question),
  ]
}

function checkApplies({ find }: Context, fix: Article): Problem[] {
  const { applies } = fix.data
  if (!isRecord(applies)) return []
  return Object.entries(applies).flatMap(([question, answers]) => {
    const known = find(fix.product, 'question', question)
    if (!known || known.syntax.length || !Array.isArray(answers)) return []
    const ids = answerIdsOf(known)
    return answers.flatMap((answer, index) => {
      if (typeof answer !== 'string' || !answer.trim() || ids.includes(answer)) return []
      return [
        problemAt(fix, ['applies', question, index], {
          rule: 'unknown-answer',
          message: `The question "${question}" has no answer "${answer}".`,
          found: answer,
          expected: listOptions(ids),
          mend: nearest(answer, ids) ?? `Remove ${answer}.`,
        }),
      ]
    })
  })
}

/** The rules about questions and the conditions that name their answers. */
export function checkQuestions(context: Context): Problem[] {
  return [
    ...context.of('Question').flatMap(checkQuestion),
    ...context.of('Fix').flatMap((fix) => checkApplies(context, fix)),
  ]
}
