import type { Metadata } from 'next'
import { ArticleIndexPage } from '@/components/article/ArticleIndexPage'
import { graph } from '@/lib/content/source'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

interface Props {
  params: Promise<{ product: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return graph.products.map(({ product }) => ({ product }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: t.product.allCauses(graph.product((await params).product).name) }
}

export default async function CausesPage({ params }: Props) {
  const product = graph.product((await params).product)
  return (
    <ArticleIndexPage
      product={product}
      title={t.product.allCauses(product.short)}
      lead={t.product.allCausesLead}
      items={graph
        .in(graph.causes, product.product)
        .map((cause) => ({ title: cause.title, href: links.cause(cause), note: cause.summary }))}
    />
  )
}
