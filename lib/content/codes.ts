import type { Code } from './documents'
import type { Graph } from './graph'

/** Every code and server message of every product, with its product. The first product to name a code has its page. */
export function allCodes(graph: Graph): { product: string; code: Code }[] {
  const seen = new Set<string>()
  return Object.entries(graph.codes).flatMap(([product, { codes, messages }]) =>
    [...codes, ...messages]
      .filter(({ code }) => !seen.has(code) && seen.add(code))
      .map((code) => ({ product, code })),
  )
}

/** The codes of all products together, as the index of codes shows them; a guide's spellings count for its codes. */
export function codesIndex(graph: Graph) {
  const products = Object.entries(graph.codes)
  return {
    families: products.flatMap(([, { families }]) => families),
    codes: products.flatMap(([product, { codes }]) =>
      codes.map((code) => ({
        ...code,
        spellings: [
          ...(code.spellings ?? []),
          ...(code.guide ? graph.guide(product, code.guide).spellings : []),
        ],
      })),
    ),
    messages: products.flatMap(([, { messages }]) => messages),
  }
}
