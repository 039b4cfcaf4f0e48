import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AskPage } from '@/components/diagnosis/AskPage'
import { HandoverPage } from '@/components/diagnosis/HandoverPage'
import { PlanPage } from '@/components/diagnosis/PlanPage'
import { graph } from '@/lib/content/source'
import { stopAt, stopsOf } from '@/lib/questionnaire/states'
import { titleOfStop } from '@/lib/questionnaire/titles'
import { openQuestionnaire } from '@/lib/questionnaire/view'

interface Props {
  params: Promise<{ product: string; guide: string; state?: string[] }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return graph.guides.flatMap((guide) =>
    stopsOf(openQuestionnaire(graph, guide).policy).map(({ segments }) => ({
      product: guide.product,
      guide: guide.id,
      state: segments,
    })),
  )
}

async function find({ params }: Props) {
  const { product, guide, state = [] } = await params
  const questionnaire = openQuestionnaire(graph, graph.guide(product, guide))
  return { questionnaire, stop: stopAt(questionnaire.policy, state) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { questionnaire, stop } = await find(props)
  // The guide is the page to be found; its hundreds of states are for people who were sent there.
  return { title: titleOfStop(questionnaire, stop), robots: stop.segments.length ? { index: false } : null }
}

export default async function Page(props: Props) {
  const { questionnaire, stop } = await find(props)
  const { node } = stop
  if (node.kind === 'ask') return <AskPage questionnaire={questionnaire} stop={stop} node={node} />
  if (node.kind === 'try') return <PlanPage questionnaire={questionnaire} stop={stop} node={node} />
  return <HandoverPage questionnaire={questionnaire} stop={stop} />
}
