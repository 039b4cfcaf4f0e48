import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FixPage } from '@/components/article/FixPage'
import { Moved } from '@/components/shell/Moved'
import { findByAlias, idsWithAliases } from '@/lib/content/aliases'
import { graph } from '@/lib/content/source'
import { links } from '@/lib/links'
import { openQuestionnaire } from '@/lib/questionnaire/view'

interface Props {
  params: Promise<{ product: string; fix: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return idsWithAliases(graph.fixes).map(({ product, id }) => ({ product, fix: id }))
}

async function find({ params }: Props) {
  const { product, fix: id } = await params
  return { id, fix: findByAlias(graph.fixes, product, id) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { fix } = await find(props)
  return { title: fix.title, description: fix.summary, alternates: { canonical: links.fix(fix) } }
}

export default async function Page(props: Props) {
  const { id, fix } = await find(props)
  if (id !== fix.id) return <Moved title={fix.title} href={links.fix(fix)} />
  const questionnaires = graph.guidesWith(fix).map((guide) => openQuestionnaire(graph, guide))
  return <FixPage graph={graph} fix={fix} questionnaires={questionnaires} />
}
