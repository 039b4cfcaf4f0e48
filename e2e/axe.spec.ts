import { expect, type Page, test } from '@playwright/test'
import { links } from '../lib/links'
import { violationsOn } from './support/axe'
import { guide, kinds, sitemapPaths, stops } from './support/site'

/** What axe finds on some pages. They share one browser page: most of the time would go into opening others. */
async function violationsOnAll(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    await page.goto(path)
    found.push(...(await violationsOn(page)))
  }
  return found
}

/** The first page on which each question is asked, and the first on which each fix is put. */
function firstPages(): string[] {
  const first = new Map<string, string>()
  for (const { segments, node } of stops) {
    const name = node && ('q' in node ? `ask ${node.q}` : `try ${node.f}`)
    if (name && !first.has(name)) first.set(name, links.diagnose(guide, segments))
  }
  return [...first.values()]
}

const GROUPS = 4
const paths = sitemapPaths()

for (let group = 0; group < GROUPS; group++)
  test(`axe finds nothing on the pages of the sitemap (${group + 1} of ${GROUPS})`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const part = paths.filter((_, index) => index % GROUPS === group)
    expect(await violationsOnAll(page, part)).toEqual([])
  })

test('axe finds nothing on any question, nor on any fix as a plan puts it', async ({ page }) => {
  test.slow()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect(await violationsOnAll(page, firstPages())).toEqual([])
})

test('axe finds nothing on any kind of page in dark colours', async ({ page }) => {
  test.slow()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await violationsOnAll(page, Object.values(kinds))).toEqual([])
})

/** With the notes shown that an address can bring up. */
const questionnaire = [
  `${kinds.question}#dropped`,
  `${kinds.plan}#works`,
  kinds['hand-over'] ?? '',
  kinds['not found'] ?? '',
]

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440])
    test(`axe finds nothing on the way through in ${colorScheme} colours at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violationsOnAll(page, questionnaire)).toEqual([])
    })
