import type { DocumentTypeName, Guide } from '../documents'
import type { ReferenceTarget } from '../fields'
import type { Documents } from '../graph'
import type { Article } from '../read'
import { documentsOf } from './documents'
import { isRecord } from './finding'
import type { Problem } from './problem'
import { mapReferences } from './references'
import { nearest } from './suggest'

/** What rules look at: all articles, and what they come to. */
export interface Context {
  articles: readonly Article[]
  /** Where pictures and other files are looked for. */
  contentFolder: string
  /** The day that counts as today, YYYY-MM-DD. */
  today: string
  /** The folders of products. */
  products: readonly string[]
  /**
   * The documents, with every id that names nothing replaced by the one that was probably meant: a slip of
   * the pen is reported once, and not again as a cause that nothing cures.
   */
  documents: Documents
  /** The ids of one kind in a product; of `source` those of `sources.yaml`. */
  idsOf(product: string, kind: ReferenceTarget): readonly string[]
  /** The article of this kind and id. */
  find(product: string, kind: Exclude<ReferenceTarget, 'source'>, id: string): Article | undefined
  /** The articles of a type, of one product or of all. */
  of(type: DocumentTypeName, product?: string): Article[]
  /** Whether `sources.yaml` of this product could not be read, so that its ids are not known. */
  hasNoSources(product: string): boolean
  /** Whether an article of this product could not be read, so that nothing can be said about what is missing. */
  isPartlyUnread(product: string): boolean
}

/** A rule: everything that it finds in all articles. */
export type Rule = (context: Context) => Problem[]

/** The document type that holds a kind of article. */
export const typeOfKind: Record<Exclude<ReferenceTarget, 'source'>, DocumentTypeName> = {
  guide: 'Guide',
  cause: 'Cause',
  fix: 'Fix',
  question: 'Question',
  faq: 'Faq',
}

function sourceIds(articles: readonly Article[]): string[] {
  return articles.flatMap(({ data }) => (isRecord(data.sources) ? Object.keys(data.sources) : []))
}

/** Gathers what rules look at. */
export function buildContext(articles: readonly Article[], contentFolder: string, today: string): Context {
  const products = [...new Set(articles.filter(({ type }) => type).map(({ product }) => product))]
  const of = (type: DocumentTypeName, product?: string) =>
    articles.filter(
      (article) => article.type === type && (product === undefined || article.product === product),
    )
  const known = new Map<string, readonly string[]>()
  const idsOf = (product: string, kind: ReferenceTarget) => {
    const key = `${product}/${kind}`
    const ids =
      known.get(key) ??
      (kind === 'source'
        ? sourceIds(of('Sources', product))
        : of(typeOfKind[kind], product).map(({ id }) => id))
    known.set(key, ids)
    return ids
  }
  const byId = new Map(
    articles.map((article) => [`${article.product}/${article.type}/${article.id}`, article]),
  )
  const mended = articles.map((article) => ({
    ...article,
    data: mapReferences(article, ({ to, id }) => {
      const ids = idsOf(article.product, to)
      return ids.includes(id) ? id : (nearest(id, ids) ?? id)
    }),
  }))
  return {
    articles,
    contentFolder,
    today,
    products,
    documents: documentsOf(mended),
    idsOf,
    find: (product, kind, id) => byId.get(`${product}/${typeOfKind[kind]}/${id}`),
    of,
    hasNoSources: (product) =>
      of('Sources', product).some(({ data, syntax }) => syntax.length > 0 || !isRecord(data.sources)),
    isPartlyUnread: (product) =>
      articles.some((article) => article.product === product && article.syntax.length > 0),
  }
}

/** The guides of a product that list a cause. */
export function guidesWith(documents: Documents, product: string, cause: string): Guide[] {
  return documents.guides.filter((guide) => guide.product === product && Object.hasOwn(guide.causes, cause))
}
