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
  return { title: t.product.allFixes(graph.product((await params).product).name) }
}

export default async function FixesPage({ params }: Props) {
  const product = graph.product((await params).product)
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs above={[{ title: product.short, href: links.product(product.product) }]} />
      <div className="measure">
        <h1>{t.product.allFixes(product.short)}</h1>
        <p className="lead">{t.product.allFixesLead}</p>
        <ArticleList
          items={graph
            .in(graph.fixes, product.product)
            .map((fix) => ({ title: fix.title, href: links.fix(fix), note: fix.summary }))}
        />
      </div>
    </Page>
  )
}
