import { expect, type Page, test } from '@playwright/test'
import { kinds } from './support/site'

/** Every page's parts that stand out over the edge of the screen and cannot be scrolled to in a frame of their own. */
function overflow(page: Page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const out = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 0 && right > edge + 1 && !scrolls(element.parentElement)
    })
    // The innermost are to blame; what is around them only follows.
    const innermost = out.filter(
      (element) => !out.some((other) => other !== element && element.contains(other)),
    )
    return {
      page: document.documentElement.scrollWidth - edge,
      parts: innermost
        .map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 40)}`)
        .slice(0, 5),
    }
  })
}

const sizes = {
  'a screen of 320 px': { viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 },
  // A window of 1280 px at 200 % lays out as 640.
  'a zoom of 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
}

for (const [what, size] of Object.entries(sizes))
  test(`nothing is lost sideways on ${what}`, async ({ browser, baseURL, javaScriptEnabled }) => {
    const context = await browser.newContext({ ...size, baseURL, javaScriptEnabled })
    const page = await context.newPage()
    for (const [kind, path] of Object.entries(kinds))
      await test.step(kind, async () => {
        await page.goto(path)
        expect(await overflow(page), kind).toEqual({ page: 0, parts: [] })
      })
    await context.close()
  })
