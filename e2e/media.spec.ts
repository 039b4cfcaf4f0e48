import { expect, type Page, test } from '@playwright/test'
import { kinds } from './support/site'

test('on paper there are no buttons, no search and no way to other pages of the site', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  for (const kind of ['home', 'guide', 'question', 'plan', 'hand-over', 'fix', 'codes', 'whole guide']) {
    await page.goto(kinds[kind] ?? '')
    await expect(page.locator('h1')).toBeVisible()
    const seen = page.locator('.masthead, .skip, button, input, .action, .answers').filter({ visible: true })
    await expect(seen, kind).toHaveCount(0)
  }
})

test('on paper the steps of a fix are black on white, whatever the theme', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(kinds.fix ?? '')
  const colours = await page
    .locator('.steps')
    .first()
    .evaluate((steps) => ({
      ink: getComputedStyle(steps).color,
      paper: getComputedStyle(document.body).backgroundColor,
    }))
  expect(brightness(colours.ink)).toBeLessThan(60)
  expect(brightness(colours.paper)).toBeGreaterThan(240)
})

/** The mean of a computed colour's channels. */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return (red + green + blue) / 3
}

/** How many rules that move one page into the next are in force. */
function movingRules(page: Page): Promise<number> {
  return page.evaluate(() => {
    const active = (rules: CSSRuleList): CSSRule[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return []
        return [rule, ...('cssRules' in rule ? active(rule.cssRules as CSSRuleList) : [])]
      })
    return [...document.styleSheets]
      .flatMap((sheet) => active(sheet.cssRules))
      .filter((rule) => rule.constructor.name === 'CSSViewTransitionRule').length
  })
}

test('pages move into each other only for readers who do not mind motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(kinds.question ?? '')
  expect(await movingRules(page)).toBe(1)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await movingRules(page)).toBe(0)
})

test('with the system’s forced colours, bars and buttons are still seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(kinds.plan ?? '')
  const bar = await page
    .locator('.bar')
    .first()
    .evaluate((svg) => {
      const [track, share] = [...svg.querySelectorAll('rect')].map((rect) => getComputedStyle(rect))
      return {
        track: track?.fill,
        edge: track?.stroke,
        share: share?.fill,
        paper: getComputedStyle(document.body).backgroundColor,
      }
    })
  expect(bar.share).not.toBe(bar.track)
  expect(bar.share).not.toBe(bar.paper)
  expect(bar.edge).not.toBe(bar.paper)
  const seen = await page.locator('.action').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { borderTopColor, borderTopWidth, color, backgroundColor } = getComputedStyle(button)
      const paper = getComputedStyle(document.body).backgroundColor
      return borderTopColor !== paper && Number.parseFloat(borderTopWidth) >= 2 && color !== backgroundColor
    }),
  )
  expect(seen).toEqual(seen.map(() => true))
  await page.goto(kinds.question ?? '')
  const answer = await page
    .locator('.answers a')
    .first()
    .evaluate((link) => ({
      edge: getComputedStyle(link).borderTopColor,
      width: Number.parseFloat(getComputedStyle(link).borderTopWidth),
      paper: getComputedStyle(document.body).backgroundColor,
    }))
  expect(answer.edge).not.toBe(answer.paper)
  expect(answer.width).toBeGreaterThanOrEqual(1)
})
