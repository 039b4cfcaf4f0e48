import { expect, test } from '@playwright/test'
import { kinds } from './support/site'

for (const width of [320, 360, 1440])
  test(`answers and ways on are large enough to hit at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const path of [kinds.question, kinds.plan, kinds.fix, kinds.guide]) {
      await page.goto(path ?? '')
      const heights = await page
        .locator('.answers a, .action')
        .evaluateAll((found) => found.map((element) => element.getBoundingClientRect().height))
      expect(heights.length).toBeGreaterThan(0)
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
    }
  })

test('answers are as wide as the column on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(kinds.question ?? '')
  const list = await page.locator('.answers').boundingBox()
  const answer = await page.locator('.answers a').first().boundingBox()
  expect(answer?.width).toBe(list?.width)
})

test('opening what folds loses nothing sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const kind of ['question', 'plan', 'fix', 'how it decides']) {
    await page.goto(kinds[kind] ?? '')
    await page.locator('details').evaluateAll((all) => {
      for (const fold of all) (fold as HTMLDetailsElement).open = true
    })
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond, kind).toBe(0)
  }
})
