import type { Located } from './documents'

type Named = Located & { aliases: string[] }

/** Every id under which articles can be found: their own and their former ones. */
export function idsWithAliases(articles: readonly Named[]): { product: string; id: string }[] {
  return articles.flatMap(({ product, id, aliases }) => [id, ...aliases].map((id) => ({ product, id })))
}

/** The article with this id, or the one that had it before. */
export function findByAlias<T extends Named>(
  articles: readonly T[],
  product: string,
  id: string,
): T | undefined {
  const own = articles.filter((article) => article.product === product)
  return own.find((article) => article.id === id) ?? own.find(({ aliases }) => aliases.includes(id))
}
