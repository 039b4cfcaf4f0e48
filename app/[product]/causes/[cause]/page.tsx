import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CausePage } from '@/components/article/CausePage'
import { Moved } from '@/components/shell/Moved'
import { findByAlias, idsWithAliases } from '@/lib/content/aliases'
import { graph } from '@/lib/content/source'
import { links } from '@/lib/links'
import { openQuestionnaire } from '@/lib/questionnaire/view'

interface Props {
  params: Promise<{ product: string; cause: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return idsWithAliases(graph.causes).map(({ product, id }) => ({ product, cause: id }))
}

async function find({ params }: Props) {
  const { product, cause: id } = await params
  return { id, cause: findByAlias(graph.causes, product, id) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { cause } = await find(props)
  return { title: cause.title, description: cause.summary, alternates: { canonical: links.cause(cause) } }
}

export default async function Page(props: Props) {
  const { id, cause } = await find(props)
  if (id !== cause.id) return <Moved title={cause.title} href={links.cause(cause)} />
  const questionnaires = graph.guidesOf(cause).map((guide) => openQuestionnaire(graph, guide))
  return <CausePage graph={graph} cause={cause} questionnaires={questionnaires} />
}
