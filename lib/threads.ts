import type { Graph } from './content/graph'
import { links } from './links'

/** An article that can be commented on, as the server is told of it. */
export interface PublishedThread {
  title: string
  href: string
  /** The guides it belongs to: `teams/caa20002`. */
  guides: string[]
}

type Named = { product: string; id: string }

/** A thread is named by its article: `teams/fixes/clear-cache`. */
export function threadOf(folder: 'faq' | 'fixes' | 'guides', { product, id }: Named): string {
  return `${product}/${folder}/${id}`
}

const guideId = ({ product, id }: Named) => `${product}/${id}`

/** Every article that can be commented on: the closed list from which the server admits threads. */
export function listThreads(graph: Graph): Record<string, PublishedThread> {
  return Object.fromEntries([
    ...graph.guides.map((guide) => [
      threadOf('guides', guide),
      { title: guide.title, href: links.guide(guide), guides: [guideId(guide)] },
    ]),
    ...graph.fixes.map((fix) => [
      threadOf('fixes', fix),
      { title: fix.title, href: links.fix(fix), guides: graph.guidesWith(fix).map(guideId) },
    ]),
    ...graph.products.flatMap(({ product }) =>
      graph.faqIn(product).map((faq) => [
        threadOf('faq', faq),
        {
          title: faq.question,
          href: links.faq(faq),
          guides: graph.guides.filter((guide) => graph.faqOf(guide).includes(faq)).map(guideId),
        },
      ]),
    ),
  ])
}
