import { documentTypes } from '../documents'
import type { Article } from '../read'
import { type Context, typeOfKind } from './context'
import { type Problem, problemAt } from './problem'
import { type Reference, referencesOf } from './references'
import { isId, listOptions, nearest, toId } from './suggest'

/** Former ids → the ids of today, of one kind. */
function renamed({ of }: Context, product: string, to: Reference['to']): Map<string, string> {
  if (to === 'source') return new Map()
  return new Map(
    of(typeOfKind[to], product).flatMap(({ id, data }) =>
      Array.isArray(data.aliases) ? data.aliases.map((alias): [string, string] => [String(alias), id]) : [],
    ),
  )
}

function checkReference(context: Context, article: Article, { to, id, path, part }: Reference): Problem[] {
  const ids = context.idsOf(article.product, to)
  if (ids.includes(id) || (to === 'source' && context.hasNoSources(article.product))) return []
  const today = renamed(context, article.product, to).get(id)
  const near = today ?? nearest(id, ids)
  const folder = to === 'source' ? 'sources.yaml' : `${documentTypes[typeOfKind[to]].folder}/`
  const where = `${article.product}/${folder}`
  const own = part === 'key' || typeof path.at(-1) === 'number' ? near : `${path.at(-1)}: ${near}`
  const add =
    to === 'source' ? `Add ${id} to ${where}.` : `Write ${where}${toId(id)}.mdx, or remove ${id} here.`
  return [
    problemAt(
      article,
      path,
      {
        rule: 'unknown-reference',
        message: today ? `The ${to} "${id}" has been renamed.` : `There is no ${to} "${id}" in ${where}.`,
        found: id,
        expected: ids.length ? listOptions(ids) : `a ${to}, but there is none yet`,
        mend: near ? own : add,
      },
      part,
    ),
  ]
}

function checkSelf(article: Article, { to, id, path, part }: Reference): Problem[] {
  if (to === 'source' || article.type !== typeOfKind[to] || id !== article.id) return []
  const message = `"${path[0]}" names the article itself.`
  return [
    problemAt(
      article,
      path,
      { rule: 'self-reference', message, found: id, mend: `Remove ${id} here.` },
      part,
    ),
  ]
}

function checkAliases(context: Context): Problem[] {
  const kinds = ['Guide', 'Cause', 'Fix', 'Question', 'Faq'] as const
  return kinds.flatMap((type) => {
    const articles = context.of(type)
    const owners = new Map(articles.map((article) => [`${article.product}/${article.id}`, article]))
    return articles.flatMap((article) => {
      const aliases = Array.isArray(article.data.aliases) ? article.data.aliases : []
      return aliases.flatMap((alias, index): Problem[] => {
        if (typeof alias !== 'string' || !alias.trim()) return []
        const path = ['aliases', index]
        if (!isId(alias))
          return [
            problemAt(article, path, {
              rule: 'id-shape',
              message: 'An alias was once an id, but this is not lower case with hyphens.',
              found: alias,
              expected: 'a-z, 0-9 and single hyphens between them',
              mend: toId(alias) || `Remove ${alias}.`,
            }),
          ]
        const key = `${article.product}/${alias}`
        const other = owners.get(key)
        if (!other) owners.set(key, article)
        // The same alias twice in one list is reported as a list that names it twice.
        if (!other || (other === article && alias !== article.id)) return []
        const whose = other === article ? 'the id of this article' : `taken by ${other.file}`
        return [
          problemAt(article, path, {
            rule: 'id-twice',
            message: `The alias "${alias}" is ${whose}, so its address would lead to two pages.`,
            found: alias,
            mend: `Remove ${alias} here.`,
          }),
        ]
      })
    })
  })
}

/** The rules about ids that articles name: they exist, they name something else, and they are unique. */
export function checkNames(context: Context): Problem[] {
  const named = context.articles.flatMap((article) =>
    referencesOf(article).flatMap((reference) => [
      ...checkReference(context, article, reference),
      ...checkSelf(article, reference),
    ]),
  )
  return [...named, ...checkAliases(context)]
}
