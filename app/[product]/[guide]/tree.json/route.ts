import { graph } from '@/lib/content/source'
import { guideParams, questionnaireAt } from '@/lib/questionnaire/guides'
import { publishedTree } from '@/lib/questionnaire/states'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () => guideParams(graph)

export async function GET(_: Request, { params }: { params: Promise<{ product: string; guide: string }> }) {
  const { policy } = await questionnaireAt(graph, params)
  return Response.json(publishedTree(policy.root))
}
