import { findAmbiguous } from '../lib/diagnosis/ambiguous'
import { pathOfEstimate } from '../lib/diagnosis/estimates'
import type { Model } from '../lib/diagnosis/model'
import type { Policy, PolicyNode } from '../lib/diagnosis/policy'
import { findSavings } from '../lib/diagnosis/savings'
import { type FirstStep, type Flip, findSensitivity } from '../lib/diagnosis/sensitivity'
import { messages as t } from '../lib/messages'
import { branches } from '../lib/questionnaire/states'

/** Work for each tree that is compiled only to be compared with others. */
const COMPARED = { effort: 150_000 }

/** How many changes of estimates the report shows. */
const MOST_SHIFTS = 10

const minutes = (number: number) => `${number.toFixed(2)} min`
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** Leaves of a tree: the paths that a reader can walk. */
export function countLeaves(node: PolicyNode): number {
  if (node.kind === 'escalate') return 1
  return branches(node).reduce((sum, [, child]) => sum + countLeaves(child), 0)
}

/** The tree as an outline: what is asked or tried, how many readers come there, how long it still takes. */
function outline(node: PolicyNode, indent = '', answer = ''): string[] {
  const here = `${percent(node.reach)}, ${minutes(node.cost)} to go`
  const lead = `${indent}${answer && `${answer}: `}`
  if (node.kind === 'escalate') return [`${lead}escalate (${percent(node.reach)})`]
  if (node.kind === 'try')
    return [`${lead}try ${node.fix}, helps ${percent(node.chance)} (${here})`, ...outline(node.next, indent)]
  return [
    `${lead}ask ${node.question} (${here})`,
    ...Object.entries(node.answers).flatMap(([answer, child]) => outline(child, `${indent}  `, answer)),
  ]
}

/** What a policy costs beside the other ways, its tree, and what it does without. */
export function reportPolicy(policy: Policy): string[] {
  const { root, ecr, bound, optimal, baselines, nodes, unlimited, unused } = policy
  const rows = (items: Policy['unused']['fixes']) =>
    items.length ? items.map(({ id, reason }) => `  ${id}: ${t.decides.reasons[reason]}`) : ['  none']
  const within = optimal ? 'optimal' : `at most ${percent(ecr / bound - 1)} above the bound`
  return [
    'Expected time until the problem is gone',
    ...(baselines.order === undefined ? [] : [`  the order given          ${minutes(baselines.order)}`]),
    `  best order, no questions ${minutes(baselines.bestFixedOrder)}`,
    `  one step ahead           ${minutes(baselines.lookahead)}`,
    `  this tree                ${minutes(ecr)} (${within})`,
    `  proven lower bound       ${minutes(bound)}`,
    `The tree has ${nodes} nodes and ${countLeaves(root)} leaves; without a limit it would take ${minutes(unlimited)}.`,
    '',
    'Tree',
    ...outline(root),
    '',
    'Fixes that no path leads to',
    ...rows(unused.fixes),
    'Questions that are never asked',
    ...rows(unused.questions),
  ]
}

/** What each question saves. */
export function reportSavings(model: Model, { root }: Policy): string[] {
  const savings = findSavings(model, root, COMPARED)
  const width = Math.max(0, ...savings.map(({ question }) => question.length))
  return [
    '',
    'What each question saves: minutes lost on average if it could not be asked',
    ...savings.map((one) => `  ${one.question.padEnd(width)}  ${one.minutes.toFixed(2)}`),
    ...(savings.length ? [] : ['  no question is asked']),
  ]
}

/** Causes that look the same and need different fixes. */
export function reportAmbiguous(model: Model): string[] {
  const pairs = findAmbiguous(model)
  return [
    '',
    'Causes that no question tells apart, although they need different fixes',
    ...pairs.map(
      ({ causes: [a, b], question, difference }) =>
        `  ${a} and ${b}: ${question ? `${question} comes nearest and tells ${percent(difference)} apart` : 'there are no questions'}`,
    ),
    ...(pairs.length ? [] : ['  none']),
  ]
}

function describeStep(step: FirstStep): string {
  if (step.kind === 'ask') return `ask ${step.question}`
  return step.kind === 'try' ? `try ${step.fix}` : 'escalate'
}

function describeFlip({ after, now, instead }: Flip): string {
  const where = after ? `after ${after.question}=${after.answer}` : 'first'
  return `${where}: ${describeStep(instead)} rather than ${describeStep(now)}`
}

/** What becomes of the policy if an estimate is wrong. */
export function reportSensitivity(model: Model, policy: Policy, maxNodes: number | undefined): string[] {
  const { estimates, complete, shifts, check } = findSensitivity(
    model,
    policy,
    maxNodes === undefined ? {} : { maxNodes },
  )
  const most = complete ? '' : 'at least '
  return [
    '',
    `If one of the ${estimates} estimates is wrong: its odds doubled or halved`,
    ...(shifts.length ? [] : ['  no such change is known to make another tree better']),
    ...shifts
      .slice(0, MOST_SHIFTS)
      .flatMap(({ estimate, factor, regret, flips }) => [
        `  ${pathOfEstimate(estimate)} ${factor > 1 ? '× 2' : '÷ 2'}: another tree saves ${most}${minutes(regret)}`,
        ...flips.slice(0, 3).map((flip) => `    ${describeFlip(flip)}`),
      ]),
    ...(shifts.length > MOST_SHIFTS ? [`  … and ${shifts.length - MOST_SHIFTS} smaller ones`] : []),
    ...(check
      ? [`Most worth checking: ${pathOfEstimate(check.estimate)} (saves ${most}${minutes(check.saves)})`]
      : []),
  ]
}
