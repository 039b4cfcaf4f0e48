import { expect, test } from '@playwright/test'
import { violationsOn } from './support/axe'
import { kinds, sitemapPaths } from './support/site'

// Each group reuses one page: most of the time would otherwise go into opening browsers.
const GROUPS = 6
const paths = sitemapPaths()

for (let group = 0; group < GROUPS; group++)
  test(`axe finds nothing on the pages of the sitemap (${group + 1} of ${GROUPS})`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const found: string[] = []
    for (const path of paths.filter((_, index) => index % GROUPS === group)) {
      await page.goto(path)
      found.push(...(await violationsOn(page)))
    }
    expect(found).toEqual([])
  })

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440])
    test(`axe finds nothing on any kind of page in ${colorScheme} colours at ${width} px`, async ({ page }) => {
      test.slow()
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const found: string[] = []
      for (const path of Object.values(kinds)) {
        // With the closing note and the note on dropped answers shown, where a page has them.
        for (const place of ['', '#works', '#dropped']) {
          if (place && !(await page.locator(place).count())) continue
          await page.goto(path + place)
          found.push(...(await violationsOn(page)))
        }
      }
      expect(found).toEqual([])
    })
