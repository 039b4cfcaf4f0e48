import * as generated from 'contentlayer/generated'
import type { Located, Product } from './documents'
import { buildGraph, type Documents } from './graph'

/** A document as contentlayer hands it over. */
interface Loaded {
  _id: string
  _raw: { sourceFileDir: string; sourceFileName: string }
  body?: { raw: string }
}

/** contentlayer's document in our shape: its id, product and text, without the loader's own fields. */
function locate<T extends Located>(loaded: Loaded): T {
  const { _id, _raw, body, type, ...values } = loaded as Loaded & { type: string }
  return {
    ...values,
    id: _raw.sourceFileName.replace(/\.(mdx|yaml)$/, ''),
    product: _id.split('/')[0] ?? '',
    file: _id,
    body: body?.raw ?? '',
  } as unknown as T
}

const all = <T extends Located>(documents: readonly unknown[]): T[] =>
  documents.map((document) => locate<T>(document as Loaded)).sort((a, b) => (a.file < b.file ? -1 : 1))

/** The values of a product's single YAML file, by product. */
function byProduct<T>(documents: readonly unknown[], pick: (values: T) => unknown) {
  return Object.fromEntries(all(documents).map((document) => [document.product, pick(document as T)]))
}

const documents: Documents = {
  products: all<Product>(generated.allProducts),
  guides: all(generated.allGuides),
  causes: all(generated.allCauses),
  fixes: all(generated.allFixes),
  questions: all(generated.allQuestions),
  faq: all(generated.allFaqs),
  sources: byProduct<{ sources: unknown }>(
    generated.allSources,
    ({ sources }) => sources,
  ) as Documents['sources'],
  codes: byProduct<Documents['codes'][string]>(generated.allCodes, ({ families, codes, messages }) => ({
    families,
    codes,
    messages,
  })) as Documents['codes'],
}

/** The site's knowledge graph. The only module that knows contentlayer's output. */
export const graph = buildGraph(documents)
