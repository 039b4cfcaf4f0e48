import type { State } from '../diagnosis/belief'
import type { Policy, PolicyNode } from '../diagnosis/policy'
import { type Segment, TRIED } from '../links'
import type { PublishedTree } from './resolve'

/** A point in a questionnaire: where it stands in the tree, and what is known there. */
export interface Stop {
  /** What its address spells out: the answers, and the fixes that did not help, in order. */
  segments: Segment[]
  /** What the tree says to do here. */
  node: PolicyNode
  /** The same as the segments, as the engine reads it. */
  state: State
}

/** The engine's state that an address spells out. */
export function stateOf(segments: readonly Segment[]): State {
  const pairs = segments.map((segment) => {
    const dot = segment.indexOf('.')
    return [segment.slice(0, dot), segment.slice(dot + 1)] as const
  })
  return {
    answers: pairs.filter(([name]) => name !== TRIED),
    tried: pairs.filter(([name]) => name === TRIED).map(([, fix]) => fix),
  }
}

/** Every node that follows a node, with the segment that leads there. */
export function branches(node: PolicyNode): [Segment, PolicyNode][] {
  if (node.kind === 'ask')
    return Object.entries(node.answers).map(([answer, child]) => [`${node.question}.${answer}`, child])
  return node.kind === 'try' ? [[`${TRIED}.${node.fix}`, node.next]] : []
}

/** Every point of a questionnaire, each once, the first question first. */
export function stopsOf(policy: Policy): Stop[] {
  const stops: Stop[] = []
  const visit = (node: PolicyNode, segments: Segment[]) => {
    stops.push({ segments, node, state: stateOf(segments) })
    for (const [segment, child] of branches(node)) visit(child, [...segments, segment])
  }
  visit(policy.root, [])
  return stops
}

/** The point at an address, or undefined if the tree has no such point. */
export function stopAt(policy: Policy, segments: readonly string[]): Stop | undefined {
  let node: PolicyNode | undefined = policy.root
  for (const segment of segments) {
    node = branches(node).find(([name]) => name === segment)?.[1]
    if (!node) return undefined
  }
  const known = segments as Segment[]
  return { segments: known, node, state: stateOf(known) }
}

/** The run of fixes that begins at a node: one plan page shows it whole. Empty unless the node is a fix to try. */
export function planFrom(node: PolicyNode): {
  tries: Extract<PolicyNode, { kind: 'try' }>[]
  end: PolicyNode
} {
  const tries = []
  let end = node
  while (end.kind === 'try') {
    tries.push(end)
    end = end.next
  }
  return { tries, end }
}

/** The tree as it is published for finding pages by old addresses. */
export function publishedTree(node: PolicyNode): PublishedTree {
  if (node.kind === 'escalate') return null
  if (node.kind === 'try') return { f: node.fix, n: publishedTree(node.next) }
  const answers = Object.entries(node.answers).map(([answer, child]) => [answer, publishedTree(child)])
  return { q: node.question, a: Object.fromEntries(answers) }
}
