import type { Article } from '../read'
import { attributeOf, elementsOf, isElement, type Node, positionOf, wordsOf } from './body'
import type { Context } from './context'
import { type Problem, problemOn } from './problem'
import { answerIdsOf } from './questions'
import { listOptions, nearest, show } from './suggest'

const see = '<See>What the reader sees now.</See>'

function checkList(article: Article, steps: Node): Problem[] {
  const children = steps.children ?? []
  const lists = children.filter((child) => child.type === 'list' && child.ordered)
  const others = children.filter((child) => !lists.includes(child))
  const expected = 'one numbered list'
  const rule = 'steps-list'
  if (children.length === 0) return []
  if (lists.length === 0)
    return [
      problemOn(article, positionOf(steps), {
        rule,
        message: '<Steps> holds no numbered list.',
        expected,
        mend: `1. First step.\n\n   ${see}`,
      }),
    ]
  const stray = others[0] ?? lists[1]
  if (stray)
    return [
      problemOn(article, positionOf(stray), {
        rule,
        message: '<Steps> holds more than one numbered list.',
        found: show(wordsOf(stray).trim() || (stray.name ? `<${stray.name}>` : stray.type)),
        expected,
        mend: 'Indent what belongs to a step by three spaces; put everything else outside <Steps>.',
      }),
    ]
  const [list] = lists
  if (list && (list.start ?? 1) !== 1)
    return [
      problemOn(article, positionOf(list), {
        rule,
        message: 'Steps are counted from 1.',
        found: `${list.start}.`,
        expected: '1.',
        mend: '1.',
      }),
    ]
  return []
}

function checkSteps(article: Article, steps: Node): Problem[] {
  const list = steps.children?.find((child) => child.type === 'list' && child.ordered)
  return (list?.children ?? []).flatMap((step, index) => {
    const count = elementsOf(step, 'See').length
    if (count === 1) return []
    const name = `Step ${index + 1}`
    return [
      problemOn(article, positionOf(step), {
        rule: 'step-check',
        message: count
          ? `${name} has ${count} checks.`
          : `${name} has no check: readers cannot tell whether it worked.`,
        found: show(
          wordsOf(step.children?.[0] ?? step)
            .trim()
            .split('\n')[0] ?? '',
        ),
        expected: 'one <See> in each step',
        mend: count ? 'Join them to one <See>, or make two steps of it.' : `   ${see}`,
      }),
    ]
  })
}

/** The rules about steps: one numbered list, and a way to check each step. */
export function checkStepLists(article: Article, tree: Node): Problem[] {
  const all = elementsOf(tree, 'Steps')
  const isFix = article.type === 'Fix' && (article.data.kind ?? 'fix') === 'fix'
  const strays = elementsOf(tree, 'See').filter(
    ({ ancestors }) => !ancestors.some(({ name }) => name === 'Steps'),
  )
  return [
    ...all.flatMap(({ node }) => [...checkList(article, node), ...checkSteps(article, node)]),
    ...strays.map(({ node }) =>
      problemOn(article, positionOf(node), {
        rule: 'see-outside-steps',
        message: 'A <See> says what a step shows, but this one belongs to no step.',
        found: show(wordsOf(node).trim()),
        mend: 'Move it into a step of <Steps>, indented by three spaces, or write it as plain text.',
      }),
    ),
    ...(isFix && all.length === 0 && article.body.trim()
      ? [
          problemOn(
            article,
            { line: (/^\s*/.exec(article.body)?.[0] ?? '').split('\n').length, column: 1 },
            {
              rule: 'fix-without-steps',
              message: 'A fix tells readers what to do step by step, but this one has no <Steps>.',
              expected: 'at least one <Steps>',
              mend: `<Steps>\n1. First step.\n\n   ${see}\n</Steps>`,
            },
          ),
        ]
      : []),
  ]
}

function checkCondition(context: Context, article: Article, node: Node, name: string): Problem[] {
  const at = positionOf(node)
  const rule = 'for-condition'
  const questions = context.idsOf(article.product, 'question')
  const question = context.find(article.product, 'question', name)
  if (!question) {
    const near = nearest(name, questions)
    const message = `<For> asks for "${name}", but there is no such question.`
    const mend = near ? `${near}="${attributeOf(node, name) ?? '…'}"` : `Remove ${name}.`
    return [problemOn(article, at, { rule, message, found: name, expected: listOptions(questions), mend })]
  }
  if (question.syntax.length) return []
  const answers = answerIdsOf(question)
  const given = (attributeOf(node, name) ?? '').split(',').map((answer) => answer.trim())
  return given
    .filter((answer, index) => !answers.includes(answer) || given.indexOf(answer) !== index)
    .map((answer) => {
      const near = answer ? nearest(answer, answers) : undefined
      const twice = answers.includes(answer)
      return problemOn(article, at, {
        rule,
        message: twice
          ? `<For> names the answer "${answer}" twice.`
          : answer
            ? `The question "${name}" has no answer "${answer}".`
            : `<For> names no answer of the question "${name}".`,
        found: `${name}="${attributeOf(node, name) ?? ''}"`,
        expected: listOptions(answers),
        mend: `${name}="${[...new Set(given.flatMap((one) => (answers.includes(one) ? [one] : one === answer && near ? [near] : [])))].join(',') || answers[0] || '…'}"`,
      })
    })
}

/** The attributes of a `<For>`, as written. */
function conditionsOf(node: Node): string[] {
  return (node.attributes ?? []).map(({ name }) => `${name}="${attributeOf(node, name ?? '') ?? '…'}"`)
}

/** The rules about `<For>`: its attributes are questions and answers, and it stands in no other. */
export function checkConditions(context: Context, article: Article, tree: Node): Problem[] {
  return elementsOf(tree, 'For').flatMap(({ node, ancestors }): Problem[] => {
    const names = (node.attributes ?? []).flatMap(({ name, value }) =>
      // Expressions are reported as such.
      name !== undefined && (value === null || typeof value !== 'object') ? [name] : [],
    )
    const outer = ancestors.find((ancestor) => isElement(ancestor) && ancestor.name === 'For')
    const at = positionOf(node)
    return [
      ...(outer
        ? [
            problemOn(article, at, {
              rule: 'for-within-for',
              message: `This <For> stands inside the one of line ${positionOf(outer).line}.`,
              mend: `Close the outer <For> first, and name all conditions in one: <For ${[outer, node].flatMap(conditionsOf).join(' ')}>`,
            }),
          ]
        : []),
      ...(node.attributes?.length
        ? []
        : [
            problemOn(article, at, {
              rule: 'for-condition',
              message: '<For> does not say for whom it is.',
              expected: 'a question and its answers',
              mend: '<For device="windows">',
            }),
          ]),
      ...[...new Set(names)].flatMap((name) => checkCondition(context, article, node, name)),
    ]
  })
}
