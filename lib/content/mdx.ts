import { evaluate } from '@mdx-js/mdx'
import type { Element, Root } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx'
import type { MDXContent } from 'mdx/types'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import { visit } from 'unist-util-visit'
import { SKIP, visitParents } from 'unist-util-visit-parents'
import { articleAddress, links } from '../links'
import type { Located } from './documents'
import { stepPrefixes } from './steps'

/** A path that an article names, from the content folder. */
function pathFrom(article: Located, path: string): string[] {
  return new URL(path, `file:///${article.file}`).pathname.split('/').filter(Boolean)
}

/** `../fixes/clear-cache.mdx#step-3`, seen from an article of a folder → that article's address, or undefined if it names no article. */
export function addressOfLink(from: Located, href: string): string | undefined {
  const [path = '', hash] = href.split('#')
  if (!path.endsWith('.mdx')) return undefined
  const parts = pathFrom(from, path)
  const id = (parts.at(-1) ?? '').replace(/\.mdx$/, '')
  const address = articleAddress(parts[0] ?? '', parts.length === 3 ? (parts[1] ?? '') : '', id)
  return address && hash ? `${address.split('#')[0]}#${hash}` : address
}

/** Turns links between files into links between pages, and pictures beside articles into published ones. */
function remarkAddresses(article: Located) {
  return (tree: MarkdownRoot) =>
    visit(tree, (node) => {
      if (node.type === 'link') node.url = addressOfLink(article, node.url) ?? node.url
      if (node.type === 'image' && !/^https?:/.test(node.url))
        node.url = links.picture(pathFrom(article, node.url))
    })
}

/** Gives each step of each `<Steps>` list its number and address. */
function rehypeSteps() {
  return (tree: Root) => {
    const lists: { list: Element; within: string[] }[] = []
    visitParents(tree, 'mdxJsxFlowElement', (node, ancestors) => {
      const steps = node as unknown as MdxJsxFlowElement
      if (steps.name !== 'Steps') return
      const list = (steps.children as unknown as Element[]).find((child) => child.tagName === 'ol')
      const around = (ancestors as unknown as MdxJsxFlowElement[]).find(({ name }) => name === 'For')
      const within = (around?.attributes as MdxJsxAttribute[] | undefined)?.flatMap(({ value }) =>
        String(value).split(/\s*,\s*/),
      )
      if (list) lists.push({ list, within: within ?? [] })
      return SKIP
    })
    const prefixes = stepPrefixes(lists.map(({ within }) => within))
    lists.forEach(({ list }, index) => {
      list.children = list.children.filter((child) => child.type === 'element')
      ;(list.children as Element[]).forEach((item, step) => {
        item.tagName = 'step-item'
        item.properties = { id: `${prefixes[index]}step-${step + 1}`, n: step + 1 }
        // White space between the blocks of a step would only be weight.
        item.children = item.children.filter((child) => child.type !== 'text' || child.value.trim())
      })
    })
  }
}

const compiled = new Map<string, Promise<MDXContent>>()

/** The body of an article as a component. Compiled once per process and text. */
export function renderBody(article: Located, text = article.body): Promise<MDXContent> {
  const key = `${article.file}\n${text}`
  const known = compiled.get(key)
  if (known) return known
  const result = evaluate(
    { value: text, path: article.file },
    {
      Fragment,
      jsx,
      jsxs,
      baseUrl: 'file:///',
      remarkPlugins: [remarkGfm, [remarkAddresses, article]],
      rehypePlugins: [rehypeSlug, rehypeSteps],
    },
  ).then((module) => module.default)
  compiled.set(key, result)
  return result
}
