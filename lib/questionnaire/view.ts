import type { Cause, Fix, Guide } from '../content/documents'
import type { Graph } from '../content/graph'
import { modelOf } from '../content/model'
import { chanceOfCure, posterior, type State } from '../diagnosis/belief'
import { type Model, OTHER, UNSURE } from '../diagnosis/model'
import type { Policy, PolicyNode } from '../diagnosis/policy'
import { links, type Segment, TRIED } from '../links'
import { messages as t } from '../messages'
import { policyOf } from './policy'

/** The state of somebody who has answered and tried nothing. */
export const START: State = { answers: [], tried: [] }

/** A guide with everything that its pages need: its model, its compiled tree, the graph around it. */
export interface Questionnaire {
  graph: Graph
  guide: Guide
  model: Model
  policy: Policy
}

const opened = new Map<Guide, Questionnaire>()

/** The questionnaire of a guide. The same one each time. */
export function openQuestionnaire(graph: Graph, guide: Guide): Questionnaire {
  const known = opened.get(guide)
  if (known) return known
  const questionnaire = { graph, guide, model: modelOf(graph, guide), policy: policyOf(graph, guide) }
  opened.set(guide, questionnaire)
  return questionnaire
}

/** The words for an answer in a trail or a heading: `device`, `mac` → "Mac". */
export function saidOf(graph: Graph, product: string) {
  return (question: string, answer: string): string => {
    const asked = graph.question(product, question)
    if (answer === UNSURE) return `${asked.short}: ${t.ask.unsureSaid}`
    const given = asked.answers.find(({ id }) => id === answer)
    if (!given) throw new Error(`${asked.file} has no answer ${answer}.`)
    return given.said
  }
}

/** One answer or failed fix on the way here, with the page on which it was chosen. */
export interface TrailItem {
  kind: 'answer' | 'tried'
  said: string
  href: string
}

/** What the reader has said and tried so far, in order. */
export function trailOf({ graph, guide }: Questionnaire, segments: readonly Segment[]): TrailItem[] {
  return segments.map((segment, index) => {
    const [name = '', value = ''] = segment.split('.')
    const href = links.diagnose(guide, segments.slice(0, index))
    return name === TRIED
      ? { kind: 'tried', said: graph.fix(guide.product, value).title, href }
      : { kind: 'answer', said: saidOf(graph, guide.product)(name, value), href }
  })
}

/** A cause and how likely it is now; `cause` is missing for what no listed cause explains. */
export interface LikelyCause {
  cause?: Cause
  title: string
  share: number
}

/** Every cause with how likely it is in a state, the likeliest first. */
export function likelyCauses({ graph, guide, model }: Questionnaire, state: State): LikelyCause[] {
  return Object.entries(posterior(model, state))
    .map(([id, share]) => {
      if (id === OTHER) return { title: t.likely.other, share }
      const cause = graph.cause(guide.product, id)
      return { cause, title: cause.title, share }
    })
    .sort((a, b) => b.share - a.share || (a.title < b.title ? -1 : 1))
}

/** How many questions a reader answers on average before the problem is solved or handed over. */
export function expectedQuestions(node: PolicyNode): number {
  if (node.kind === 'escalate') return 0
  if (node.kind === 'try') return expectedQuestions(node.next)
  return Object.values(node.answers).reduce((sum, child) => sum + expectedQuestions(child), node.reach)
}

const ranked = new Map<Questionnaire, { fix: Fix; chance: number }[]>()

/** The fixes of a guide with the chance that each has for somebody who has answered nothing, best odds per minute first. */
export function fixesByOdds(questionnaire: Questionnaire): { fix: Fix; chance: number }[] {
  const known = ranked.get(questionnaire)
  if (known) return known
  const { graph, guide, model } = questionnaire
  const odds = graph
    .fixesOf(guide)
    .map((fix) => ({ fix, chance: chanceOfCure(model, START, fix.id) }))
    .sort((a, b) => b.chance / b.fix.minutes - a.chance / a.fix.minutes || (a.fix.id < b.fix.id ? -1 : 1))
  ranked.set(questionnaire, odds)
  return odds
}

/** The workarounds that no answer has ruled out: the web version is none for somebody in whom it fails. */
export function workaroundsIn({ graph, guide }: Questionnaire, { answers }: State): Fix[] {
  return graph
    .workaroundsOf(guide)
    .filter(({ applies }) =>
      answers.every(
        ([question, answer]) => answer === UNSURE || (applies[question] ?? [answer]).includes(answer),
      ),
    )
}

/** The answers that say something: all but “I’m not sure”. */
export function givenAnswers({ answers }: State): ReadonlyMap<string, string> {
  return new Map(answers.filter(([, answer]) => answer !== UNSURE))
}

/** For whom a fix is, in words; undefined if it is for everybody or if trying it is how one finds out. */
export function audienceOf(graph: Graph, fix: Fix): string | undefined {
  if (fix.kind === 'workaround') return undefined
  const said = saidOf(graph, fix.product)
  const groups = Object.entries(fix.applies).map(([question, answers]) =>
    t.list(answers.map((answer) => said(question, answer))),
  )
  return groups.length ? groups.join(', ') : undefined
}

/** For each fix the share of readers who come to the point of trying it. */
export function reachOfFixes(root: PolicyNode): Map<string, number> {
  const reach = new Map<string, number>()
  const visit = (node: PolicyNode): void => {
    if (node.kind === 'try') {
      reach.set(node.fix, (reach.get(node.fix) ?? 0) + node.reach)
      visit(node.next)
    } else if (node.kind === 'ask') for (const child of Object.values(node.answers)) visit(child)
  }
  visit(root)
  return reach
}
