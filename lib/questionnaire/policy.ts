import type { Guide } from '../content/documents'
import type { Graph } from '../content/graph'
import { modelOf } from '../content/model'
import { compilePolicy, type Policy } from '../diagnosis/policy'
import { findSensitivity, type Sensitivity } from '../diagnosis/sensitivity'
import { keepResult } from './kept'
import { MAX_PAGES } from './pages'

/** The compiled tree of a guide. */
export function policyOf(graph: Graph, guide: Guide): Policy {
  const model = modelOf(graph, guide)
  return keepResult('policies', [model, MAX_PAGES], () => compilePolicy(model, { maxNodes: MAX_PAGES }))
}

/** What becomes of a guide's tree if one of its authors' estimates is wrong. */
export function sensitivityOf(graph: Graph, guide: Guide): Sensitivity {
  const model = modelOf(graph, guide)
  return keepResult('sensitivity', [model, MAX_PAGES], () =>
    findSensitivity(model, policyOf(graph, guide), { maxNodes: MAX_PAGES, compile: 8 }),
  )
}
