import { expect, type Page, test } from '@playwright/test'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { guide, samples } from './support/site'

/** What has the focus, as a reader sees it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    const { top, bottom, width, height } = element.getBoundingClientRect()
    return {
      name: element.textContent?.trim() ?? '',
      href: element.getAttribute('href'),
      outlined:
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        outlineColor !== 'rgba(0, 0, 0, 0)',
      inView: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    }
  })
}

/** Presses Tab until the focus is on a link; every stop on the way must be visible. */
async function tabTo(page: Page, href: string): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    expect(stop, `the focus is seen on “${stop.name}”`).toMatchObject({ outlined: true, inView: true })
    if (stop.href === href) return
  }
  throw new Error(`Tab does not lead to ${href}.`)
}

test('from the guide to a plan by Tab and Enter alone, and the focus is always seen', async ({ page }) => {
  const { segments } = samples.plan
  await page.goto(links.guide(guide))
  for (let count = 0; count <= segments.length; count++) {
    const next = links.diagnose(guide, segments.slice(0, count))
    await tabTo(page, next)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(next)
  }
  await tabTo(page, '#works')
  await page.keyboard.press('Enter')
  await expect(page.locator('#works')).toBeInViewport()
})

test('the first Tab offers to skip to the content', async ({ page }) => {
  await page.goto(links.guide(guide))
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: t.skip })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('what folds opens by keyboard', async ({ page }) => {
  await page.goto(links.diagnose(guide))
  const fold = page.locator('details.fold').last()
  await fold.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(fold).toHaveAttribute('open', '')
})

test('the theme and the copy button work by keyboard', async ({ page }) => {
  await page.goto(links.diagnose(guide, samples.handover.segments))
  const theme = page.locator('theme-switch button')
  await theme.focus()
  await page.keyboard.press('Space')
  await expect(theme).toHaveText(`${t.theme.label}: ${t.theme.light}`)
  const copy = page.locator('copy-text button').first()
  await copy.focus()
  expect(await focused(page)).toMatchObject({ outlined: true, inView: true })
})
