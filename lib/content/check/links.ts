import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { articleAddress } from '../../links'
import { documentTypes } from '../documents'
import type { Article } from '../read'
import { anchorsOf, bodyOf, type Node, positionOf, walk, wordsOf } from './body'
import type { Context } from './context'
import { type Problem, problemOn } from './problem'
import { listOptions, nearest, show } from './suggest'

const addressOf = ({ product, type, id }: Article) =>
  type ? articleAddress(product, documentTypes[type].folder, id) : undefined

/** The file of an article as another article of the content folder links to it. */
function relativeFile(from: Article, to: Article): string {
  return posix.relative(posix.dirname(from.file), to.file)
}

/** `/teams/fixes/clear-cache/#step-3` → `../fixes/clear-cache.mdx#step-3`, where such a page exists. */
function fileOfAddress(context: Context, from: Article, address: string): string | undefined {
  const [path = '', hash] = address.split('#')
  const wanted = path.endsWith('/') ? path : `${path}/`
  const target =
    context.articles.find((one) => addressOf(one) === wanted) ??
    context.articles.find((one) => addressOf(one) === `${wanted}#${hash}`)
  if (!target) return undefined
  return relativeFile(from, target) + (hash && addressOf(target) === wanted ? `#${hash}` : '')
}

function checkAnchor(article: Article, node: Node, target: Article, hash: string): Problem[] {
  const { tree } = bodyOf(target)
  if (!tree) return []
  const known = anchorsOf(tree).map(({ id }) => id)
  const anchor = decodeURIComponentSafely(hash)
  if (known.includes(anchor)) return []
  const near = nearest(anchor, known)
  const own = target === article ? '' : relativeFile(article, target)
  return [
    problemOn(article, positionOf(node), {
      rule: 'link-anchor',
      message: `${target === article ? 'This article' : target.file} has no place "#${anchor}".`,
      found: node.url ?? '',
      expected: known.length
        ? listOptions(known.map((id) => `#${id}`))
        : 'no place at all: it has no headings and steps',
      mend: near ? `${own}#${near}` : own || 'Remove the link and keep its words.',
    }),
  ]
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The file of nearly this name, in the same folder or elsewhere; folders alone are no likeness. */
function nearestFile(file: string, files: readonly string[]): string | undefined {
  const beside = files.filter((one) => posix.dirname(one) === posix.dirname(file))
  const nameOf = (one: string) => posix.basename(one, '.mdx')
  for (const candidates of [beside, files]) {
    const near = nearest(nameOf(file), candidates.map(nameOf))
    if (near) return candidates.find((one) => nameOf(one) === near)
  }
  return undefined
}

/** A link to a file of the content folder. */
function checkFile(context: Context, article: Article, node: Node, url: string): Problem[] {
  const [path = '', hash] = url.split('#')
  const at = positionOf(node)
  if (!path) return checkAnchor(article, node, article, hash ?? '')
  const file = posix.normalize(posix.join(posix.dirname(article.file), decodeURIComponentSafely(path)))
  const target = context.articles.find((one) => one.file === file)
  const suffix = hash ? `#${hash}` : ''
  if (target && !addressOf(target))
    return [
      problemOn(article, at, {
        rule: 'link-target',
        message: `${file} has no page of its own: readers meet it only within the questions of a guide.`,
        found: url,
        mend: 'Remove the link and keep its words.',
      }),
    ]
  if (target) return hash ? checkAnchor(article, node, target, hash) : []
  const files = context.articles.filter(addressOf).map((one) => one.file)
  const bare = file.replace(/\/$/, '').replace(/\.(mdx?|html?)$/, '')
  const meant = files.includes(`${bare}.mdx`) ? `${bare}.mdx` : undefined
  const sameName = files.filter((one) => posix.basename(one) === `${posix.basename(bare)}.mdx`)
  const near = meant ?? (sameName.length === 1 ? sameName[0] : undefined) ?? nearestFile(file, files)
  const known = context.articles.find((one) => one.file === near)
  return [
    problemOn(article, at, {
      rule: meant ? 'link-form' : 'link-target',
      message: meant
        ? 'A link to another article is written as its file, with its ending.'
        : `There is no article ${file}.`,
      found: url,
      expected: 'an article’s file, seen from this one',
      mend: known
        ? relativeFile(article, known) + suffix
        : 'Write the article, or remove the link and keep its words.',
    }),
  ]
}

function checkUrl(context: Context, article: Article, node: Node): Problem[] {
  const url = node.url ?? ''
  const form = (message: string, expected: string, mend: string) => [
    problemOn(article, positionOf(node), { rule: 'link-form', message, found: url, expected, mend }),
  ]
  if (!url.trim() || url === '#')
    return [
      problemOn(article, positionOf(node), {
        rule: 'link-target',
        message: 'A link leads nowhere.',
        found: `[${wordsOf(node)}](${url})`,
        mend: 'Write an address, or keep the words alone.',
      }),
    ]
  if (/^(https:|mailto:|tel:)/i.test(url)) return []
  if (/^http:/i.test(url))
    return form('A web address begins with https://.', 'https://…', url.replace(/^http:/i, 'https:'))
  if (url.startsWith('//')) return form('A web address is written in full.', 'https://…', `https:${url}`)
  if (/^[a-z][a-z\d+.-]*:/i.test(url))
    return form(
      'Links open web pages, mail and telephone numbers, and nothing else.',
      'https:, mailto:, tel: or an article’s file',
      `Let readers copy it: <Copy text="${url}" />`,
    )
  if (url.startsWith('/'))
    return form(
      'A link to another article is written as its file, so that it can be checked and goes on working.',
      'an article’s file, seen from this one',
      fileOfAddress(context, article, url) ?? 'Link to an article’s file: ../fixes/ID.mdx',
    )
  return checkFile(context, article, node, url)
}

function checkImage(context: Context, article: Article, node: Node): Problem[] {
  const url = decodeURIComponentSafely(node.url ?? '')
  const at = positionOf(node)
  const found = `![${node.alt ?? ''}](${node.url ?? ''})`
  const file = posix.normalize(posix.join(posix.dirname(article.file), url))
  const beside = !/^([a-z][a-z\d+.-]*:|\/)/i.test(url) && posix.dirname(file) === posix.dirname(article.file)
  const exists =
    beside &&
    (context.articles.some((one) => one.file === file) || existsSync(join(context.contentFolder, file)))
  const pictures = context.articles
    .filter((one) => !one.type && posix.dirname(one.file) === posix.dirname(article.file))
    .map((one) => posix.basename(one.file))
  const near = nearest(posix.basename(url), pictures)
  return [
    ...(exists
      ? []
      : [
          problemOn(article, at, {
            rule: 'image-file',
            message: beside
              ? `There is no picture ${file}.`
              : 'A picture lies beside its article, so that it is there offline too.',
            found,
            expected: `a file in ${posix.dirname(article.file)}/`,
            mend: near
              ? `![${node.alt || 'what it shows'}](${near})`
              : `Put the picture into ${posix.dirname(article.file)}/ and name it here.`,
          } as const),
        ]),
    ...(node.alt?.trim()
      ? []
      : [
          problemOn(article, at, {
            rule: 'image-text',
            message: 'A picture has no description for readers who cannot see it.',
            found,
            mend: `![what it shows](${node.url ?? ''})`,
          } as const),
        ]),
  ]
}

/** The rules about links and pictures: they exist, and have words. */
export function checkLinks(context: Context, article: Article, tree: Node): Problem[] {
  const problems: Problem[] = []
  walk(tree, (node) => {
    if (node.type === 'image') problems.push(...checkImage(context, article, node))
    if (node.type === 'definition') problems.push(...checkUrl(context, article, node))
    if (node.type !== 'link') return
    problems.push(...checkUrl(context, article, node))
    const pictures = (node.children ?? []).some(({ type, alt }) => type === 'image' && alt?.trim())
    if (wordsOf(node).trim() || pictures) return
    problems.push(
      problemOn(article, positionOf(node), {
        rule: 'link-text',
        message: 'A link has no words, so nobody can see or hear it.',
        found: show(`[](${node.url ?? ''})`),
        mend: `[where it leads](${node.url ?? ''})`,
      }),
    )
  })
  return problems
}
