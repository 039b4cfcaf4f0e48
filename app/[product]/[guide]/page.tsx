import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GuidePage } from '@/components/guide/GuidePage'
import { Moved } from '@/components/shell/Moved'
import { findByAlias, idsWithAliases } from '@/lib/content/aliases'
import { graph } from '@/lib/content/source'
import { links } from '@/lib/links'
import { openQuestionnaire } from '@/lib/questionnaire/view'

interface Props {
  params: Promise<{ product: string; guide: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return idsWithAliases(graph.guides).map(({ product, id }) => ({ product, guide: id }))
}

async function find({ params }: Props) {
  const { product, guide: id } = await params
  return { id, guide: findByAlias(graph.guides, product, id) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { guide } = await find(props)
  return { title: guide.title, description: guide.summary, alternates: { canonical: links.guide(guide) } }
}

export default async function Page(props: Props) {
  const { id, guide } = await find(props)
  if (id !== guide.id) return <Moved title={guide.title} href={links.guide(guide)} />
  return <GuidePage questionnaire={openQuestionnaire(graph, guide)} />
}
