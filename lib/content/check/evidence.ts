import type { Cause, Fix, Guide, Question } from '../documents'
import type { Article } from '../read'
import { sharesOf } from '../shares'
import type { Context } from './context'
import { isRecord } from './finding'
import { type Problem, problemAt } from './problem'
import { referencesOf } from './references'
import { listOptions, quote, show } from './suggest'

/** The questions whose answers name a cause of this guide. */
function questionsOf({ documents }: Context, guide: Guide): Question[] {
  return documents.questions.filter(
    ({ product, answers }) =>
      product === guide.product &&
      answers.some(({ suggests }) =>
        Object.keys(suggests).some((cause) => Object.hasOwn(guide.causes, cause)),
      ),
  )
}

/** What a question says of a cause, rounded so that equal estimates are equal. */
function evidenceOf(question: Question, cause: string): string {
  return sharesOf(question, cause)
    .map((share) => share.toFixed(6))
    .join(' ')
}

function checkUse(context: Context, question: Question, article: Article): Problem[] {
  const { answers, product } = question
  const guides = context.documents.guides.filter((guide) => guide.product === product)
  const asking = guides.filter((guide) => questionsOf(context, guide).includes(question))
  const named = [...new Set(answers.flatMap(({ suggests }) => Object.keys(suggests)))].filter(
    (cause) => cause !== '*',
  )
  if (answers.length < 2) return []
  if (asking.length === 0)
    return [
      problemAt(article, ['answers'], {
        rule: 'question-without-use',
        message: 'No answer suggests a cause of any guide, so this question is never asked.',
        ...(named.length ? { found: listOptions(named) } : {}),
        expected: 'causes that a guide lists',
        mend: `suggests: { ${Object.keys(guides[0]?.causes ?? {})[0] ?? 'some-cause'}: usually, "*": sometimes }`,
      }),
    ]
  const useful = asking.some(
    (guide) =>
      new Set([...Object.keys(guide.causes), '*'].map((cause) => evidenceOf(question, cause))).size > 1,
  )
  if (useful) return []
  return [
    problemAt(article, ['answers'], {
      rule: 'question-without-use',
      message: 'Whatever the cause, every answer is as likely as before: this question tells nothing apart.',
      expected: 'an answer that is likelier for one cause than for another',
      mend: `suggests: { ${named[0]}: almost-always, "*": rarely }`,
    }),
  ]
}

/** What cures a cause, as text that is equal if the cures are. */
function curesOf(fixes: readonly Fix[], cause: Cause): string {
  return fixes
    .filter(
      (fix) => fix.kind === 'fix' && fix.product === cause.product && Object.hasOwn(fix.cures, cause.id),
    )
    .map((fix) => `${fix.id} ${fix.cures[cause.id]}`)
    .sort()
    .join(', ')
}

/** A question that would tell two causes apart, from a sign that only one of them has. */
function proposeQuestion(a: Cause, b: Cause): string {
  const [cause, other] = a.signs.some((sign) => !b.signs.includes(sign)) ? [a, b] : [b, a]
  const sign = cause.signs.find((one) => !other.signs.includes(one))
  if (!sign) return `Give ${a.file} a sign that ${b.file} does not have, and ask for it.`
  return [
    `question: ${quote(`Is this so? ${sign}`)}`,
    'answers:',
    `  - { id: "yes", label: "Yes", said: …, suggests: { ${cause.id}: usually, ${other.id}: rarely } }`,
    `  - { id: "no", label: "No", said: …, suggests: { ${cause.id}: rarely, ${other.id}: usually } }`,
  ].join('\n')
}

/** Causes of a guide that no question tells apart although other fixes cure them: one warning for each group. */
function checkAlike(context: Context, guide: Guide): Problem[] {
  const questions = questionsOf(context, guide)
  const groups = new Map<string, Cause[]>()
  for (const id of Object.keys(guide.causes)) {
    const cause = context.documents.causes.find((one) => one.product === guide.product && one.id === id)
    if (!cause) continue
    const key = questions.map((question) => evidenceOf(question, id)).join('\n')
    groups.set(key, [...(groups.get(key) ?? []), cause])
  }
  return [...groups.values()].flatMap((causes) => {
    const [first, ...others] = causes
    if (!first) return []
    const other = others.find(
      (one) => curesOf(context.documents.fixes, one) !== curesOf(context.documents.fixes, first),
    )
    const article = other && context.find(guide.product, 'guide', guide.id)
    if (!other || !article) return []
    return [
      problemAt(
        article,
        ['causes', other.id],
        {
          rule: 'causes-alike',
          severity: 'warning',
          message: `No question tells ${listOptions(causes.map(({ id }) => `"${id}"`))} apart, but different fixes cure them.`,
          found: causes.map(({ file }) => file).join(', '),
          expected: 'a question whose answers suggest one of them more than the other',
          mend: proposeQuestion(first, other),
        },
        'key',
      ),
    ]
  })
}

function checkSources({ of, articles, isPartlyUnread }: Context): Problem[] {
  return of('Sources').flatMap((article) => {
    const { sources } = article.data
    if (!isRecord(sources) || isPartlyUnread(article.product)) return []
    const used = new Set(
      articles
        .filter(({ product }) => product === article.product)
        .flatMap((one) => referencesOf(one).flatMap(({ to, id }) => (to === 'source' ? [id] : []))),
    )
    return Object.keys(sources).flatMap((id) =>
      used.has(id)
        ? []
        : [
            problemAt(
              article,
              ['sources', id],
              {
                rule: 'unused-source',
                severity: 'warning',
                message: `No article names the source "${show(id)}".`,
                mend: 'Name it where its facts are used, or remove it.',
              },
              'key',
            ),
          ],
    )
  })
}

/** The rules about evidence: every question tells something, and causes with different fixes can be told apart. */
export function checkEvidence(context: Context): Problem[] {
  const { documents, find, isPartlyUnread } = context
  return [
    ...documents.questions.flatMap((question) => {
      const article = find(question.product, 'question', question.id)
      return article && !isPartlyUnread(question.product) ? checkUse(context, question, article) : []
    }),
    ...documents.guides.flatMap((guide) => (isPartlyUnread(guide.product) ? [] : checkAlike(context, guide))),
    ...checkSources(context),
  ]
}
