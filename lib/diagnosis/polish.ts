import { findBestOrder } from './best-order'
import { chainDraft, type Draft, joinDraft } from './draft'
import type { Problem } from './problem'

/** Plans are made exact when at most this many fixes could serve. */
const EXACT_FIXES = 10

/** At most this many plans are looked at, likeliest first. */
const MOST_PLANS = 1500

const isChain = (draft: Draft): boolean =>
  draft.decision.kind === 'escalate' ||
  (draft.decision.kind === 'try' && draft.children.every(({ node }) => isChain(node)))

/** Betters the plans at the ends of a tree, without more nodes than `most` in all. */
export function polishDraft(problem: Problem, draft: Draft, most: number): Draft {
  const chains: Draft[] = []
  const collect = (node: Draft) => {
    if (!isChain(node)) for (const child of node.children) collect(child.node)
    else if (node.situation.total > 0) chains.push(node)
  }
  collect(draft)
  const better = new Map<Draft, Draft>()
  let room = most - draft.nodes
  chains.sort((a, b) => b.situation.total - a.situation.total)
  for (const chain of chains.slice(0, MOST_PLANS)) {
    const { order } = findBestOrder(problem, chain.situation, EXACT_FIXES)
    const changed = chainDraft(problem, chain.situation, order)
    const grown = changed.nodes - chain.nodes
    if (changed.cost >= chain.cost - 1e-12 * chain.situation.total || grown > room) continue
    room -= grown
    better.set(chain, changed)
  }
  const rebuild = (node: Draft): Draft => {
    if (isChain(node)) return better.get(node) ?? node
    const children = node.children.map((child) => ({ answer: child.answer, node: rebuild(child.node) }))
    return joinDraft(problem, node.situation, node.decision, children)
  }
  return better.size > 0 ? rebuild(draft) : draft
}
