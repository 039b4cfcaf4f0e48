import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Element } from 'hast'
import { contentSecurityPolicy } from '../lib/publish/security'
import { elementsIn, parsePage } from './support/html'
import { outFolder, publishedFiles, readPublished } from './support/site'

// Every page is read once, for all the tests.
test.describe.configure({ mode: 'default' })

const files = publishedFiles()
const pages = files.filter((path) => path.endsWith('.html'))

const isOurs = ({ properties }: Element) =>
  /^\/assets\/elements\.[0-9a-f]+\.js$/.test(String(properties.src ?? '')) ||
  properties.type === 'speculationrules'

/** What must not be in any page, by name. */
const unwanted: Readonly<Record<string, (element: Element) => boolean>> = {
  'a script that is not ours': (element) => element.tagName === 'script' && !isOurs(element),
  'a preload': ({ tagName, properties }) => tagName === 'link' && /preload/.test(String(properties.rel)),
  'a style element': ({ tagName }) => tagName === 'style',
  'a style attribute': ({ properties }) => 'style' in properties,
  'an inline event handler': ({ properties }) =>
    Object.keys(properties).some((name) => /^on[A-Z]/.test(name)),
}

const found: Record<string, string[]> = {}
const withoutPolicy: string[] = []

/** Does the policy stand in a page's head before anything that it governs? */
function hasPolicy(elements: readonly Element[]): boolean {
  const isPolicy = ({ properties }: Element) => /content-security-policy/i.test(String(properties.httpEquiv))
  const policy = elements.find(isPolicy)
  const first = elements.find((element) => isPolicy(element) || ['link', 'script'].includes(element.tagName))
  return policy?.properties.content === contentSecurityPolicy && first === policy
}

test.beforeAll(() => {
  for (const path of pages) {
    const elements = elementsIn(parsePage(readPublished(path)).tree, () => true)
    if (!hasPolicy(elements)) withoutPolicy.push(path)
    for (const [what, isUnwanted] of Object.entries(unwanted))
      if (elements.some(isUnwanted)) found[what] = [...(found[what] ?? []), path]
  }
})

for (const what of Object.keys(unwanted))
  test(`no page has ${what}`, () => {
    expect(found[what] ?? []).toEqual([])
  })

test('every page carries the security policy, before anything that it governs', () => {
  expect(pages.length).toBeGreaterThan(500)
  expect(withoutPolicy).toEqual([])
})

test('nothing of the framework is left in any page', () => {
  const marks = /__next|self\.__|\/_next\/[^"' >]+\.js|<!--|\bdata-precedence/
  expect(pages.filter((path) => marks.test(readPublished(path)))).toEqual([])
})

test('no file is published that only a framework’s browser code would ask for', () => {
  const wanted = /\.(html|css|js|json|svg|xml|txt|md|png|webp|ico)(\.br|\.gz)?$|^\/_headers$/
  const allowed: Readonly<Record<string, RegExp>> = {
    txt: /^\/(robots|llms)\.txt$/,
    js: /^\/assets\//,
  }
  const left = files.filter((path) => {
    const ending = path.split('.').at(-1) ?? ''
    if (path.startsWith('/_next/') && !/\.css(\.br|\.gz)?$/.test(path)) return true
    return !wanted.test(path) || !(allowed[ending]?.test(path) ?? true)
  })
  expect(left).toEqual([])
})

test('every text file lies beside its compressed forms', () => {
  const bare = files.filter(
    (path) =>
      /\.(html|css|js|json|svg|xml)$/.test(path) &&
      !(existsSync(`${outFolder}${path}.br`) && existsSync(`${outFolder}${path}.gz`)),
  )
  expect(bare).toEqual([])
})
