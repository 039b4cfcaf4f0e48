import type { Graph } from '../content/graph'
import { openQuestionnaire, type Questionnaire } from './view'

/** The route parameters of every guide's further pages. */
export function guideParams(graph: Graph): { product: string; guide: string }[] {
  return graph.guides.map(({ product, id }) => ({ product, guide: id }))
}

/** The questionnaire that route parameters name. */
export async function questionnaireAt(
  graph: Graph,
  params: Promise<{ product: string; guide: string }>,
): Promise<Questionnaire> {
  const { product, guide } = await params
  return openQuestionnaire(graph, graph.guide(product, guide))
}
