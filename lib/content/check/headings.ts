import type { Article } from '../read'
import { anchorsOf, isElement, type Node, positionOf, walk, wordsOf } from './body'
import { type Problem, problemOn } from './problem'
import { show } from './suggest'

/** The title is the first level; a `<For>` gets a heading of the second. */
const TITLE = 1
const FOR = 2

function checkLevels(article: Article, tree: Node): Problem[] {
  const problems: Problem[] = []
  let level = TITLE
  let section: Node | undefined
  walk(tree, (node, ancestors) => {
    if (node.type !== 'heading') return
    const around = ancestors.find((ancestor) => isElement(ancestor) && ancestor.name === 'For')
    // Inside a <For>, and again after it, its own heading or the title is what stands above.
    if (around !== section) {
      section = around
      level = around ? FOR : Math.max(TITLE, Math.min(level, FOR))
    }
    const depth = node.depth ?? 2
    const lowest = around ? FOR + 1 : TITLE + 1
    const right = Math.min(Math.max(depth, lowest), Math.max(level + 1, lowest))
    level = right
    if (depth === right) return
    const words = wordsOf(node).trim()
    const why =
      depth < lowest
        ? around
          ? 'inside <For>, which gets a heading of its own, headings start at ###'
          : 'the title is the only heading of the first level'
        : 'a level is skipped'
    problems.push(
      problemOn(article, positionOf(node), {
        rule: 'heading-level',
        message: `The heading "${show(words)}" has the wrong level: ${why}.`,
        found: `${'#'.repeat(depth)} ${words}`,
        expected: '#'.repeat(right),
        mend: `${'#'.repeat(right)} ${words}`,
      }),
    )
  })
  return problems
}

function checkAnchors(article: Article, tree: Node): Problem[] {
  const anchors = anchorsOf(tree)
  const steps = new Set(anchors.flatMap(({ id, kind }) => (kind === 'step' ? [id] : [])))
  return anchors.flatMap(({ id, node, kind }) => {
    if (kind !== 'heading') return []
    const words = wordsOf(node).trim()
    if (!words)
      return [
        problemOn(article, positionOf(node), {
          rule: 'heading-level',
          message: 'A heading has no words.',
          mend: 'Write what the section is about, or remove the heading.',
        }),
      ]
    if (!steps.has(id)) return []
    return [
      problemOn(article, positionOf(node), {
        rule: 'anchor-twice',
        message: `The heading "${words}" has the address of a step: #${id}.`,
        found: words,
        mend: 'Give the heading other words.',
      }),
    ]
  })
}

/** The rules about headings: their levels, and their addresses. */
export function checkHeadings(article: Article, tree: Node): Problem[] {
  return [...checkLevels(article, tree), ...checkAnchors(article, tree)]
}
