import { nameOf } from '../content/graph'
import { messages as t } from '../messages'
import type { Stop } from './states'
import type { Questionnaire } from './view'

/** What a point of a questionnaire is called in a browser's tab or a list of links. */
export function titleOfStop({ graph, guide }: Questionnaire, { node }: Stop): string {
  const code = nameOf(guide)
  if (node.kind === 'ask') return `${graph.question(guide.product, node.question).question} · ${code}`
  if (node.kind === 'try') return `${graph.fix(guide.product, node.fix).title} · ${code}`
  return `${t.handover.heading} · ${code}`
}
