import type { Metadata } from 'next'
import { FaqPage } from '@/components/faq/FaqPage'
import { graph } from '@/lib/content/source'
import { messages as t } from '@/lib/messages'

interface Props {
  params: Promise<{ product: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return graph.products.map(({ product }) => ({ product }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: t.faq.title(graph.product((await params).product).name) }
}

export default async function Page({ params }: Props) {
  return <FaqPage graph={graph} product={graph.product((await params).product)} />
}
