import { links, type Segment, TRIED } from '../links'

/**
 * A guide's tree as it is published for finding pages: `q` the question asked and `a` its answers, or `f`
 * the fix to try and `n` what follows if it does not help; null is the hand-over.
 */
export type PublishedTree =
  | { q: string; a: Record<string, PublishedTree> }
  | { f: string; n: PublishedTree }
  | null

/** The page of today's tree that agrees with an address, and what of the address no longer exists. */
export interface Resolution {
  segments: Segment[]
  dropped: string[]
}

/**
 * Finds the page for an address that some earlier tree gave out: walks today's tree as far as the answers
 * and failed fixes of the address lead, whatever their order. A link never dies; at worst it leads to the
 * first question.
 */
export function resolve(tree: PublishedTree, wanted: readonly string[]): Resolution {
  const left = [...new Set(wanted.filter(Boolean))]
  const segments: Segment[] = []
  let node = tree
  while (node) {
    let found: string | undefined
    if ('q' in node) {
      const { q, a } = node
      found = left.find(
        (segment) => segment.startsWith(`${q}.`) && Object.hasOwn(a, segment.slice(q.length + 1)),
      )
      if (found) node = a[found.slice(q.length + 1)] as PublishedTree
    } else {
      found = left.find((segment) => segment === `${TRIED}.${(node as { f: string }).f}`)
      if (found) node = node.n
    }
    if (!found) break
    left.splice(left.indexOf(found), 1)
    segments.push(found as Segment)
  }
  return { segments, dropped: left }
}

/** The place on a questionnaire's pages which says that answers were dropped; shown when an address points at it. */
export const DROPPED_NOTE = 'dropped'

/** The address of what was found; if anything was dropped, the page says so, with or without JavaScript. */
export function addressOf(guide: { product: string; id: string }, { segments, dropped }: Resolution): string {
  return links.diagnose(guide, segments) + (dropped.length ? `#${DROPPED_NOTE}` : '')
}
