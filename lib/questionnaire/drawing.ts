import type { PolicyNode } from '../diagnosis/policy'
import { branches, planFrom } from './states'

/** One box of the drawn tree. Coordinates in the drawing's own units, from its top left corner. */
export interface Box {
  x: number
  y: number
  /** What the reader answered to come here; empty for the first box. */
  answer: string
  label: string
  kind: PolicyNode['kind'] | 'more'
  /** The share of readers who come here. */
  reach: number
  /** The box that this one hangs on, by its place in the list. */
  parent?: number
}

/** The words that a drawing needs. */
export interface DrawingWords {
  answer: (question: string, answer: string) => string
  label: (node: PolicyNode) => string
  more: (count: number) => string
}

export const BOX = { width: 236, height: 46, column: 272, row: 58 } as const

/** Branches that fewer readers than this take are drawn as one. */
const RARE = 0.015

/**
 * Lays out the first levels of a tree, from left to right: a question's answers one below the other, a run
 * of fixes as one box. Rare answers are gathered in one box, so that the picture stays readable.
 *
 * @param levels how many questions deep the drawing goes
 */
export function drawTree(
  root: PolicyNode,
  words: DrawingWords,
  levels: number,
): { boxes: Box[]; width: number; height: number } {
  const boxes: Box[] = []
  let rows = 0
  const place = (node: PolicyNode | number, level: number, answer: string, parent?: number): number => {
    const index = boxes.length
    const rest = typeof node === 'number'
    const box: Box = {
      x: level * BOX.column,
      y: 0,
      answer,
      label: rest ? words.more(node) : words.label(node),
      kind: rest ? 'more' : node.kind,
      reach: rest ? 0 : node.reach,
      ...(parent === undefined ? {} : { parent }),
    }
    boxes.push(box)
    const ys: number[] = []
    if (!rest && node.kind === 'ask' && level < levels) {
      const all = branches(node)
        .map(([segment, child]) => ({ answer: segment.slice(node.question.length + 1), child }))
        .sort((a, b) => b.child.reach - a.child.reach || (a.answer < b.answer ? -1 : 1))
      const drawn = all.filter(({ child }, place) => child.reach >= RARE || place === 0)
      for (const { answer, child } of drawn)
        ys.push(place(child, level + 1, words.answer(node.question, answer), index))
      if (drawn.length < all.length) ys.push(place(all.length - drawn.length, level + 1, '', index))
    } else if (!rest && node.kind === 'try' && level < levels) {
      const { end } = planFrom(node)
      if (end.kind === 'ask') ys.push(place(end, level + 1, '', index))
    }
    // Beside its first branch, not amid all of them: on a phone the drawing then begins where it is looked at.
    box.y = ys[0] ?? rows++ * BOX.row
    return box.y
  }
  place(root, 0, '')
  const width = Math.max(...boxes.map(({ x }) => x)) + BOX.width
  return { boxes, width: width + 2, height: rows * BOX.row }
}
