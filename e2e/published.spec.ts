import { existsSync } from 'node:fs'
import type { Element } from 'hast'
import { expect, test } from '@playwright/test'
import { contentSecurityPolicy } from '../lib/publish/security'
import { elementsIn, parsePage } from './support/html'
import { outFolder, publishedFiles, readPublished } from './support/site'

const files = publishedFiles()
const pages = files.filter((path) => path.endsWith('.html'))

/** The pages in which some element fails a test, with the element's name. */
const pagesWith = (wrong: (element: Element) => boolean) =>
  pages.flatMap((path) =>
    elementsIn(parsePage(readPublished(path)).tree, wrong).map(({ tagName }) => `${path}: ${tagName}`),
  )

test('no page has a script but the one module and the rules for prefetching', () => {
  expect(pages.length).toBeGreaterThan(500)
  const foreign = pagesWith(
    ({ tagName, properties }) =>
      tagName === 'script' &&
      !/^\/assets\/elements\.[0-9a-f]+\.js$/.test(String(properties.src ?? '')) &&
      properties.type !== 'speculationrules',
  )
  expect(foreign).toEqual([])
})

test('no page has a preload, a style attribute or an inline event handler', () => {
  const wrong = pagesWith(
    ({ tagName, properties }) =>
      (tagName === 'link' && /preload/.test(String(properties.rel))) ||
      tagName === 'style' ||
      Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/.test(name)),
  )
  expect(wrong).toEqual([])
})

test('nothing of the framework is left in any page', () => {
  const left = pages.filter((path) => /__next|self\.__|\/_next\/[^"' >]+\.js|<!--|\bdata-precedence/.test(readPublished(path)))
  expect(left).toEqual([])
})

test('every page carries the security policy, before anything that it governs', () => {
  const without = pages.filter((path) => {
    const [head] = elementsIn(parsePage(readPublished(path)).tree, ({ tagName }) => tagName === 'head')
    const elements = head ? elementsIn(head, () => true) : []
    const policy = elements.findIndex(({ properties }) => String(properties.httpEquiv).toLowerCase() === 'content-security-policy')
    const governed = elements.findIndex(({ tagName }) => tagName === 'link' || tagName === 'script')
    return policy < 0 || elements[policy]?.properties.content !== contentSecurityPolicy || policy > governed
  })
  expect(without).toEqual([])
})

test('no file is published that only a framework’s browser code would ask for', () => {
  const wanted = /\.(html|css|js|json|svg|xml|txt|md|png|webp|ico)(\.br|\.gz)?$|^\/_headers$/
  expect(files.filter((path) => !wanted.test(path))).toEqual([])
  expect(files.filter((path) => /\.txt$/.test(path)).filter((path) => !/^\/(robots|llms)\.txt$/.test(path))).toEqual([])
  expect(files.filter((path) => /\.js$/.test(path)).filter((path) => !path.startsWith('/assets/'))).toEqual([])
  expect(files.filter((path) => path.startsWith('/_next/') && !/\.css(\.br|\.gz)?$/.test(path))).toEqual([])
})

test('every text file lies beside its compressed forms', () => {
  const bare = files.filter((path) => /\.(html|css|js|json|svg|xml)$/.test(path)).filter(
    (path) => !existsSync(`${outFolder}${path}.br`) || !existsSync(`${outFolder}${path}.gz`),
  )
  expect(bare).toEqual([])
})
