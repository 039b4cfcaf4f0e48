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
  return { title: t.product.allFixes(graph.product((await params).product).name) }
}

export default async function FixesPage({ params }: Props) {
  const product = graph.product((await params).product)
  return (
    <ArticleIndexPage
      product={product}
      title={t.product.allFixes(product.short)}
      lead={t.product.allFixesLead}
      items={graph
        .in(graph.fixes, product.product)
        .map((fix) => ({ title: fix.title, href: links.fix(fix), note: fix.summary }))}
    />
  )
}
