/** `npm run new fix my-fix`: writes a file to start from. Also guide, cause, question and faq; `--product ID`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileOf, type ScaffoldKind, scaffoldArticle, scaffoldTypes } from '../lib/content/check/scaffold'
import { isId, listOptions, nearest, toId } from '../lib/content/check/suggest'
import { readContent } from '../lib/content/read'

const kinds = Object.keys(scaffoldTypes)
const usage = `npm run new ${kinds.join('|')} my-id [--product ID]`

/** Says what is wrong, and how it is right. */
function refuse(message: string): number {
  console.error(`${message}\n\nUsage: ${usage}`)
  return 1
}

/** npm keeps `--product` to itself unless `--` stands before it, and hands it over as a variable. */
function readArguments() {
  const { values, positionals } = parseArgs({
    options: { product: { type: 'string' } },
    allowPositionals: true,
  })
  return {
    kind: positionals[0],
    id: positionals[1],
    rest: positionals.slice(2),
    product: values.product ?? process.env.npm_config_product,
  }
}

function run(): number {
  let given: ReturnType<typeof readArguments>
  try {
    given = readArguments()
  } catch (error) {
    return refuse((error as Error).message)
  }
  const { kind, id, rest } = given
  if (!kind || !id) return refuse('Name the kind of article and its id.')
  if (!kinds.includes(kind)) {
    const near = nearest(kind, kinds)
    return refuse(
      `There is no kind "${kind}". ${near ? `Did you mean ${near}?` : `There are ${listOptions(kinds)}.`}`,
    )
  }
  if (rest.length || !isId(id))
    return refuse(`An id is lower case with hyphens: ${toId([id, ...rest].join(' ')) || 'my-id'}.`)

  const folder = process.env.CONTENT_DIR || 'content'
  if (!existsSync(folder)) return refuse(`There is no folder ${folder}.`)
  const articles = readContent(folder)
  const products = [
    ...new Set(articles.filter(({ type }) => type === 'Product').map((article) => article.product)),
  ]
  const product = given.product ?? (products.length === 1 ? products[0] : undefined)
  if (!product) return refuse(`Say for which product: ${listOptions(products)}.`)
  if (!products.includes(product))
    return refuse(`There is no product "${product}", but ${listOptions(products)}.`)

  const file = join(folder, fileOf(product, kind as ScaffoldKind, id))
  if (existsSync(file)) return refuse(`${file} exists already, and is left as it is.`)
  const own = articles.filter((article) => article.product === product)
  const idsOf = (type: string) => own.filter((article) => article.type === type).map((article) => article.id)
  const fixes = own.filter(({ type }) => type === 'Fix')
  const text = scaffoldArticle(
    kind as ScaffoldKind,
    {
      causes: idsOf('Cause'),
      fixes: fixes.filter(({ data }) => (data.kind ?? 'fix') === 'fix').map((fix) => fix.id),
      handovers: fixes.filter(({ data }) => data.kind === 'handover').map((fix) => fix.id),
      guides: idsOf('Guide'),
      sources: Object.keys(own.find(({ type }) => type === 'Sources')?.data.sources ?? {}),
    },
    new Date().toISOString().slice(0, 10),
  )
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text, { flag: 'wx' })
  console.log(`Wrote ${file}.

Next:
  1. Replace everything marked REPLACE: and look at every estimate and id; they are only examples.
  2. Uncomment the optional fields that you need, and remove the others.
  3. npm run content tells you what is missing. docs/authoring.md says how to write.`)
  return 0
}

process.exitCode = run()
