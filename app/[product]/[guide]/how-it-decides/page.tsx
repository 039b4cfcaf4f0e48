import type { Metadata } from 'next'
import { HowItDecidesPage } from '@/components/diagnosis/HowItDecidesPage'
import { graph } from '@/lib/content/source'
import { messages as t } from '@/lib/messages'
import { guideParams, questionnaireAt } from '@/lib/questionnaire/guides'

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
  return <HowItDecidesPage questionnaire={await questionnaireAt(graph, params)} />
}
