import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import type { Product } from '@/lib/content/documents'
import { links } from '@/lib/links'
import { ArticleList } from './ArticleList'

/** Every article of one kind of a product. */
export function ArticleIndexPage({
  product,
  title,
  lead,
  items,
}: {
  product: Product
  title: string
  lead: string
  items: Parameters<typeof ArticleList>[0]['items']
}) {
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs above={[{ title: product.short, href: links.product(product.product) }]} />
      <div className="measure">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <ArticleList items={items} />
      </div>
    </Page>
  )
}
