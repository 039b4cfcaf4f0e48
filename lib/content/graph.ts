import type {
  Cause,
  Code,
  CodeFamily,
  Faq,
  Fix,
  Guide,
  Located,
  Product,
  Question,
  Source,
} from './documents'

/** Everything that is known, as the documents give it. */
export interface Documents {
  products: Product[]
  guides: Guide[]
  causes: Cause[]
  fixes: Fix[]
  questions: Question[]
  faq: Faq[]
  /** By product: its sources by id. */
  sources: Record<string, Record<string, Source>>
  /** By product: its codes. */
  codes: Record<string, { families: CodeFamily[]; codes: Code[]; messages: Code[] }>
}

/** The typed knowledge graph: the documents, and the edges between them. Ids are unique per product and kind. */
export type Graph = ReturnType<typeof buildGraph>

/** What a guide is called where space is short: its code, or its title if it has none. */
export const nameOf = (guide: Guide): string => guide.codes[0] ?? guide.title

function byId<T extends Located>(documents: readonly T[]): Map<string, T> {
  return new Map(documents.map((document) => [`${document.product}/${document.id}`, document]))
}

/** Builds the graph over documents that the content check has accepted. */
export function buildGraph(documents: Documents) {
  const products = new Map(documents.products.map((product) => [product.product, product]))
  const guides = byId(documents.guides)
  const causes = byId(documents.causes)
  const fixes = byId(documents.fixes)
  const questions = byId(documents.questions)

  function must<T>(map: Map<string, T>, kind: string, key: string): T {
    const found = map.get(key)
    if (!found) throw new Error(`There is no ${kind} ${key}.`)
    return found
  }

  const graph = {
    ...documents,
    /** The product in this folder. Throws if there is none; the same holds for the look-ups below. */
    product: (product: string) => must(products, 'product', product),
    guide: (product: string, id: string) => must(guides, 'guide', `${product}/${id}`),
    cause: (product: string, id: string) => must(causes, 'cause', `${product}/${id}`),
    fix: (product: string, id: string) => must(fixes, 'fix', `${product}/${id}`),
    question: (product: string, id: string) => must(questions, 'question', `${product}/${id}`),

    /** The articles of one product, of one kind. */
    in: <T extends Located>(list: readonly T[], product: string) =>
      list.filter((one) => one.product === product),

    /** The causes of a guide, most common first as its author lists them. */
    causesOf: (guide: Guide): Cause[] =>
      Object.keys(guide.causes).map((id) => graph.cause(guide.product, id)),

    /** The fixes that can cure one of the guide's causes: what a plan may hold. */
    fixesOf: (guide: Guide): Fix[] =>
      graph
        .in(documents.fixes, guide.product)
        .filter((fix) => fix.kind === 'fix' && Object.keys(fix.cures).some((id) => id in guide.causes)),

    /** What gets a reader of this guide working meanwhile. */
    workaroundsOf: (guide: Guide): Fix[] =>
      graph
        .in(documents.fixes, guide.product)
        .filter((fix) => fix.kind === 'workaround' && fix.worksAround.some((id) => id in guide.causes)),

    /** The questions whose answers tell causes of this guide apart. */
    questionsOf: (guide: Guide): Question[] =>
      graph
        .in(documents.questions, guide.product)
        .filter(({ answers }) =>
          answers.some(({ suggests }) => Object.keys(suggests).some((id) => id in guide.causes)),
        ),

    /** The fixes that can cure a cause, in no order of merit. */
    fixesFor: (cause: Cause): Fix[] =>
      graph.in(documents.fixes, cause.product).filter((fix) => cause.id in fix.cures),

    /** The guides in whose plans a fix may stand, or for which it is the workaround or the hand-over. */
    guidesWith: (fix: Fix): Guide[] =>
      graph
        .in(documents.guides, fix.product)
        .filter((guide) =>
          fix.kind === 'handover'
            ? guide.handover === fix.id
            : [...Object.keys(fix.cures), ...fix.worksAround].some((id) => id in guide.causes),
        ),

    /** The guides that list a cause. */
    guidesOf: (cause: Cause): Guide[] =>
      graph.in(documents.guides, cause.product).filter((guide) => cause.id in guide.causes),

    /** The FAQ entries of a guide. */
    faqOf: (guide: Guide): Faq[] => graph.faqIn(guide.product).filter((faq) => faq.guides.includes(guide.id)),

    /** The FAQ entries of a product, in the order in which they are shown. */
    faqIn: (product: string): Faq[] => graph.in(documents.faq, product).sort((a, b) => a.rank - b.rank),

    /** The sources that an article names. */
    sourcesOf: (article: Located & { sources: string[] }): Source[] =>
      article.sources.flatMap((id) => documents.sources[article.product]?.[id] ?? []),
  }
  return graph
}
