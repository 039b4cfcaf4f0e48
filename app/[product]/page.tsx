import type { Metadata } from 'next'
import { ArticleBody } from '@/components/article/ArticleBody'
import { ArticleList } from '@/components/article/ArticleList'
import { GuideList } from '@/components/guide/GuideList'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import { graph } from '@/lib/content/source'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { saidOf } from '@/lib/questionnaire/view'

interface Props {
  params: Promise<{ product: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return graph.products.map(({ product }) => ({ product }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, summary } = graph.product((await params).product)
  return { title: name, description: summary }
}

export default async function ProductPage({ params }: Props) {
  const product = graph.product((await params).product)
  const id = product.product
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs above={[{ title: t.home, href: links.home() }]} />
      <div className="measure">
        <h1>{product.name}</h1>
        <p className="lead">{product.summary}</p>
        <h2>{t.product.guides}</h2>
        <GuideList guides={graph.in(graph.guides, id)} />
        <p>
          <a href={links.codes()}>{t.product.codes}</a>
        </p>
        <div className="prose">
          <ArticleBody article={product} setting={{ saidOf: saidOf(graph, id) }} />
        </div>
        <h2>{t.product.fixes}</h2>
        <ArticleList
          items={graph
            .in(graph.fixes, id)
            .map((fix) => ({ title: fix.title, href: links.fix(fix), note: fix.summary }))}
        />
        <h2>{t.product.causes}</h2>
        <ArticleList
          items={graph
            .in(graph.causes, id)
            .map((cause) => ({ title: cause.title, href: links.cause(cause), note: cause.summary }))}
        />
        <h2>{t.product.faq}</h2>
        <ul className="list-disc ps-5">
          {graph.faqIn(id).map((faq) => (
            <li key={faq.id}>
              <a href={links.faq(faq)}>{faq.question}</a>
            </li>
          ))}
        </ul>
        <h2>{t.product.support(product.vendor)}</h2>
        <ul className="list-disc ps-5">
          {product.support.map(({ title, url }) => (
            <li key={url}>
              <a href={url}>{title}</a>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
