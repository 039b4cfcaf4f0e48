import type { Metadata } from 'next'
import { ArticleList } from '@/components/article/ArticleList'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
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
    <Page disclaimer={product.disclaimer}>
      <Crumbs above={[{ title: product.short, href: links.product(product.product) }]} />
      <div className="measure">
        <h1>{t.product.allCauses(product.short)}</h1>
        <p className="lead">{t.product.allCausesLead}</p>
        <ArticleList
          items={graph
            .in(graph.causes, product.product)
            .map((cause) => ({ title: cause.title, href: links.cause(cause), note: cause.summary }))}
        />
      </div>
    </Page>
  )
}
