import { ArticleBody } from '@/components/article/ArticleBody'
import { Sources } from '@/components/article/Sources'
import { CommentPlace } from '@/components/comments/CommentPlace'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import type { Product } from '@/lib/content/documents'
import type { Graph } from '@/lib/content/graph'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { saidOf } from '@/lib/questionnaire/view'
import { threadOf } from '@/lib/threads'

/** Every question about a product with its answer; each has its own address. */
export function FaqPage({ graph, product }: { graph: Graph; product: Product }) {
  const entries = graph.faqIn(product.product)
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs above={[{ title: product.short, href: links.product(product.product) }]} />
      <div className="measure">
        <h1>{t.faq.title(product.short)}</h1>
        <p className="lead">{t.faq.lead}</p>
        <ul className="list-disc ps-5">
          {entries.map((faq) => (
            <li key={faq.id}>
              <a href={`#${faq.id}`}>{faq.question}</a>
            </li>
          ))}
        </ul>
        {entries.map((faq) => (
          <article key={faq.id} id={faq.id} className="target-row">
            <h2>
              <a href={`#${faq.id}`} className="text-ink no-underline">
                {faq.question}
              </a>
            </h2>
            <div className="prose">
              <ArticleBody
                article={faq}
                setting={{ saidOf: saidOf(graph, faq.product), idPrefix: `${faq.id}-`, deeper: 1 }}
              />
            </div>
            <Sources sources={graph.sourcesOf(faq)} reviewed={faq.reviewed} />
            <CommentPlace thread={threadOf('faq', faq)} folded />
          </article>
        ))}
      </div>
    </Page>
  )
}
