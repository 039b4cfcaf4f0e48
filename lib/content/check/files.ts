import { documentTypes } from '../documents'
import type { Article } from '../read'
import type { Context } from './context'
import { type Problem, problemAt } from './problem'
import { isId, listOptions, nearest, toId } from './suggest'

const folders = Object.values(documentTypes).flatMap(({ folder }) => (folder ? [folder as string] : []))
const singleFiles = Object.values(documentTypes).flatMap(({ pattern, folder }) =>
  folder ? [] : [pattern.slice(2)],
)
const pictures = /\.(avif|gif|jpe?g|png|svg|webp)$/

/** Guide ids that are addresses of a product already: `/teams/fixes/`. */
const reservedGuides = ['fixes', 'causes', 'faq', 'codes', 'search', 'feed']

/** Folders of products that are addresses of the site already: `/search/`. */
const reservedProducts = [
  'codes',
  'search',
  'feed',
  'assets',
  'pictures',
  'api',
  'moderate',
  'threads',
  'comments',
  'outcomes',
  'challenge',
  'healthz',
]

const places = [
  ...folders.map((folder) => `PRODUCT/${folder}/ID.mdx`),
  ...singleFiles.map((name) => `PRODUCT/${name}`),
]

function checkPlace(article: Article): Problem[] {
  const { file, type } = article
  if (type || pictures.test(file)) return []
  const [product = '', second = '', ...deeper] = file.split('/')
  const ending = /\.[^./]*$/.exec(file)?.[0] ?? ''
  const right = documentTypes && folders.includes(second) && deeper.length === 1 ? '.mdx' : undefined
  const single = singleFiles.find(
    (name) => deeper.length === 0 && name.replace(/\..*$/, '') === second.replace(/\..*$/, ''),
  )
  if (right || single) {
    const name = single ?? `${second}/${(deeper[0] ?? '').replace(/(\.[^.]*)?$/, right ?? '')}`
    return [
      problemAt(article, [], {
        rule: 'file-ending',
        message: `A file here must end in ${right ?? single?.replace(/^[^.]*/, '')}.`,
        found: ending || 'no ending',
        mend: `Rename it to ${product}/${name}.`,
      }),
    ]
  }
  const near = deeper.length === 1 ? nearest(second, folders) : undefined
  return [
    problemAt(article, [], {
      rule: 'file-place',
      message: 'No kind of article lives here, so nobody would ever read this file.',
      expected: listOptions(places),
      mend: near
        ? `Move it to ${product}/${near}/${deeper[0]}.`
        : 'Move it out of the content folder, or to one of these places.',
    }),
  ]
}

function checkId(article: Article): Problem[] {
  const { id, type, product } = article
  if (!type) return []
  const folder = documentTypes[type].folder
  if (!isId(id))
    return [
      problemAt(article, [], {
        rule: 'id-shape',
        message: 'The name of this file is its id and its address, but it is not lower case with hyphens.',
        found: id,
        expected: 'a-z, 0-9 and single hyphens between them',
        mend: `Rename the file to ${toId(id) || 'some-words'}.mdx.`,
      }),
    ]
  if (!isId(product) && type === 'Product')
    return [
      problemAt(article, [], {
        rule: 'id-shape',
        message:
          'The name of this folder is the address of the product, but it is not lower case with hyphens.',
        found: product,
        expected: 'a-z, 0-9 and single hyphens between them',
        mend: `Rename the folder to ${toId(product) || 'some-words'}.`,
      }),
    ]
  const taken =
    type === 'Guide' ? reservedGuides.includes(id) : type === 'Product' && reservedProducts.includes(product)
  if (!taken) return []
  const [name, address, thing] =
    type === 'Guide'
      ? [id, `/${product}/${id}/`, `file: ${folder}/${id}-error.mdx`]
      : [product, `/${product}/`, 'folder']
  return [
    problemAt(article, [], {
      rule: 'id-reserved',
      message: `The address ${address} belongs to another page of the site.`,
      found: name,
      expected: `any id but ${listOptions(type === 'Guide' ? reservedGuides : reservedProducts)}`,
      mend: `Rename the ${thing}.`,
    }),
  ]
}

function checkCase({ articles }: Context): Problem[] {
  const seen = new Map<string, Article>()
  return articles.flatMap((article) => {
    const key = article.file.toLowerCase()
    const other = seen.get(key)
    if (!other) seen.set(key, article)
    if (!other) return []
    return [
      problemAt(article, [], {
        rule: 'id-case',
        message: `This file and ${other.file} differ only in upper and lower case: on many computers they are one file.`,
        found: article.file,
        mend: 'Give one of them another name.',
      }),
    ]
  })
}

function checkProducts({ products, articles, of }: Context): Problem[] {
  return products.flatMap((product) => {
    const first = articles.find((article) => article.product === product && article.type)
    if (!first || of('Product', product).length) return []
    return [
      {
        ...problemAt(first, [], {
          rule: 'no-product',
          message: `The product "${product}" has no page of its own, which names it and its maker.`,
          expected: `${product}/product.mdx`,
          mend: `Add ${product}/product.mdx with name, short, vendor, summary, support, disclaimer and reviewed.`,
        }),
        file: `${product}/product.mdx`,
      },
    ]
  })
}

/** The rules about files: where they lie, how they end and what they are called. */
export function checkFiles(context: Context): Problem[] {
  return [
    ...context.articles.flatMap((article) => [...checkPlace(article), ...checkId(article)]),
    ...checkCase(context),
    ...checkProducts(context),
  ]
}
