import type { Metadata } from 'next'
import { HowItDecidesPage } from '@/components/diagnosis/HowItDecidesPage'
import { graph } from '@/lib/content/source'
import { messages as t } from '@/lib/messages'
import { guideParams, questionnaireAt } from '@/lib/questionnaire/guides'
import { sensitivityOf } from '@/lib/questionnaire/policy'

interface Props {
  params: Promise<{ product: string; guide: string }>
}

export const dynamicParams = false

export const generateStaticParams = () => guideParams(graph)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { guide } = await questionnaireAt(graph, params)
  return { title: `${t.decides.title} · ${guide.title}` }
}

export default async function Page({ params }: Props) {
  const questionnaire = await questionnaireAt(graph, params)
  const sensitivity = sensitivityOf(graph, questionnaire.guide)
  return <HowItDecidesPage questionnaire={questionnaire} sensitivity={sensitivity} />
}
