import { allCodes } from '../content/codes'
import type { Graph } from '../content/graph'
import { links } from '../links'

/** Every page that search engines should know: all but the states of questionnaires and former addresses. */
export function sitemapPages(graph: Graph): { path: string; reviewed?: string }[] {
  return [
    { path: links.home() },
    { path: links.codes() },
    // A code with a guide leads on to it.
    ...allCodes(graph).flatMap(({ code }) => (code.guide ? [] : [{ path: links.code(code.code) }])),
    ...graph.products.flatMap(({ product, reviewed }) => [
      { path: links.product(product), reviewed },
      { path: links.fixes(product), reviewed },
      { path: links.causes(product), reviewed },
      { path: links.faqs(product), reviewed },
    ]),
    ...graph.guides.flatMap((guide) =>
      [links.guide(guide), links.diagnose(guide), links.wholeGuide(guide), links.howItDecides(guide)].map(
        (path) => ({ path, reviewed: guide.reviewed }),
      ),
    ),
    ...graph.fixes.map((fix) => ({ path: links.fix(fix), reviewed: fix.reviewed })),
    ...graph.causes.map((cause) => ({ path: links.cause(cause), reviewed: cause.reviewed })),
  ]
}
