import type { Article } from '../read'
import { type Attribute, isElement, type Node, positionOf, walk, wordsOf } from './body'
import { type ComponentRule, components } from './components'
import { type Problem, problemOn } from './problem'
import { listOptions, nearest } from './suggest'

/** HTML that authors reach for, and ours for it. */
const instead: Record<string, string> = {
  kbd: '<Keys>Ctrl+A</Keys>',
  ol: components.Steps?.example ?? '',
  li: components.Steps?.example ?? '',
  details: '<Note>…</Note>',
  aside: '<Note>…</Note>',
  blockquote: '<Note>…</Note>',
  b: '**words**',
  strong: '**words**',
  i: '*words*',
  em: '*words*',
  code: '`words`',
  pre: '```\nwords\n```',
  a: '[words](address)',
  img: '![what it shows](picture.png)',
  br: 'Begin a new paragraph with an empty line.',
}

/** The element under the right name, as far as it fits on a line. */
function renamed(name: string, node: Node): string | undefined {
  const rule = components[name]
  return rule?.place === 'inline' ? `<${name}>${wordsOf(node)}</${name}>` : rule?.example
}

function checkName(article: Article, node: Node): Problem[] {
  const name = node.name ?? ''
  if (name === 'script' || name === 'style') return []
  const near = nearest(name, Object.keys(components))
  return [
    problemOn(article, positionOf(node), {
      rule: 'unknown-component',
      message: name ? `There is no component <${name}>.` : 'An empty tag <> does nothing.',
      found: `<${name}>`,
      expected: listOptions(Object.keys(components)),
      mend: (near ? renamed(near, node) : instead[name]) ?? 'Remove the tag and keep its words.',
    }),
  ]
}

function checkAttribute(article: Article, node: Node, attribute: Attribute, rule: ComponentRule): Problem[] {
  const { name, value } = attribute
  const at = positionOf(node)
  if (attribute.type === 'mdxJsxExpressionAttribute' || (value !== null && typeof value === 'object'))
    return [
      problemOn(article, at, {
        rule: 'no-expression',
        message: `An attribute of <${node.name}> is an expression in braces.`,
        found: name ? `${name}={${typeof value === 'object' ? value?.value : ''}}` : '{…}',
        mend: name ? `${name}="…"` : 'Write each attribute as name="text".',
      }),
    ]
  if (rule.asksQuestions || name === undefined) return []
  const known = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined
  if (!known) {
    const names = Object.keys(rule.attributes)
    const near = nearest(name, names)
    return [
      problemOn(article, at, {
        rule: 'unknown-attribute',
        message: `<${node.name}> has no attribute "${name}".`,
        found: name,
        expected: names.length ? listOptions(names) : 'no attributes',
        mend: near ? `${near}="${value ?? '…'}"` : `Remove ${name}.`,
      }),
    ]
  }
  const text = typeof value === 'string' ? value : ''
  if (!text.trim() || (known.options && !known.options.includes(text)))
    return [
      problemOn(article, at, {
        rule: 'attribute-value',
        message: text.trim()
          ? `<${node.name}> knows no ${name} "${text}".`
          : `The attribute "${name}" of <${node.name}> is empty.`,
        ...(text ? { found: text } : {}),
        ...(known.options ? { expected: listOptions(known.options) } : {}),
        mend:
          known.options && nearest(text, known.options)
            ? `${name}="${nearest(text, known.options)}"`
            : known.example,
      }),
    ]
  return []
}

function checkAttributes(article: Article, node: Node, rule: ComponentRule): Problem[] {
  const given = (node.attributes ?? []).map(({ name }) => name)
  const doubled = given.filter((name, index) => name !== undefined && given.indexOf(name) !== index)
  // A misspelt name explains why the right one is missing.
  const meant = given.map((name) =>
    name && !(name in rule.attributes) ? nearest(name, Object.keys(rule.attributes)) : undefined,
  )
  const missing = Object.entries(rule.attributes).filter(
    ([name, { required }]) => required && !given.includes(name) && !meant.includes(name),
  )
  const at = positionOf(node)
  return [
    ...(node.attributes ?? []).flatMap((attribute) => checkAttribute(article, node, attribute, rule)),
    ...doubled.map((name) =>
      problemOn(article, at, {
        rule: 'attribute-value',
        message: `<${node.name}> has the attribute "${name}" twice.`,
        mend: rule.asksQuestions ? `${name}="one,other"` : 'Remove one of the two.',
      }),
    ),
    ...missing.map(([name, { example }]) =>
      problemOn(article, at, {
        rule: 'attribute-value',
        message: `<${node.name}> lacks the attribute "${name}".`,
        mend: rule.content ? example : `<${node.name} ${example} />`,
      }),
    ),
  ]
}

/** Whether a node shows anything to readers. */
function isFilled(node: Node): boolean {
  if (wordsOf(node).trim()) return true
  return (node.children ?? []).some(
    (child) => child.type === 'image' || components[child.name ?? '']?.content === false || isFilled(child),
  )
}

function checkContent(article: Article, node: Node, rule: ComponentRule): Problem[] {
  const filled = isFilled(node)
  if (rule.content === filled) return []
  return [
    problemOn(article, positionOf(node), {
      rule: 'component-content',
      message: rule.content ? `<${node.name}> is empty.` : `<${node.name}> shows no content of its own.`,
      ...(filled ? { found: wordsOf(node).trim() } : {}),
      mend: rule.content ? rule.example : `Close it at once: ${rule.example}`,
    }),
  ]
}

/** A block within a paragraph would tear the paragraph in two. */
function checkPlace(article: Article, node: Node, parent: Node | undefined): Problem[] {
  if (parent?.type !== 'paragraph' && parent?.type !== 'heading') return []
  const alone = (parent.children ?? []).every(
    (other) =>
      (isElement(other) && components[other.name ?? '']?.place === 'block') ||
      (other.type === 'text' && !other.value?.trim()),
  )
  if (alone && parent.type === 'paragraph') return []
  return [
    problemOn(article, positionOf(node), {
      rule: 'component-place',
      message: `<${node.name}> must stand on a line of its own, with empty lines around it.`,
      found: (article.lines[positionOf(node).line - 1] ?? '').trim(),
      mend: `Put an empty line before and after <${node.name}>.`,
    }),
  ]
}

/** The rules about components: that they exist, have their attributes and content, and stand where they can. */
export function checkElements(article: Article, tree: Node): Problem[] {
  const problems: Problem[] = []
  walk(tree, (node, ancestors) => {
    if (!isElement(node)) return
    const rule = Object.hasOwn(components, node.name ?? '') ? components[node.name ?? ''] : undefined
    if (!rule) problems.push(...checkName(article, node))
    else {
      problems.push(...checkAttributes(article, node, rule), ...checkContent(article, node, rule))
      if (rule.place === 'block') problems.push(...checkPlace(article, node, ancestors.at(-1)))
    }
  })
  return problems
}
