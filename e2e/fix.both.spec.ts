import { expect, test } from '@playwright/test'
import { messages as t } from '../lib/messages'
import { fixWith } from './support/site'

test('a step has its own address, which scrolls to it and marks it', async ({ page }) => {
  await page.goto(fixWith('id=step-3'))
  const step = page.locator('#step-3')
  const ground = (at: number) =>
    page
      .locator(`#step-${at} > .step-number`)
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await ground(3)).toBe(await ground(2))
  await step.getByRole('link', { name: t.fix.stepLink(3) }).click()
  await expect(page).toHaveURL(/#step-3$/)
  await expect(step).toBeInViewport()
  expect(await ground(3)).not.toBe(await ground(2))
})

test('a link to a step opens the page there', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 480 })
  await page.goto(`${fixWith('id=step-4')}#step-4`)
  await expect(page.locator('#step-4')).toBeInViewport()
})

test('“It works now” shows the closing note in place', async ({ page }) => {
  await page.goto(fixWith('id=works'))
  await expect(page.locator('#works')).toBeHidden()
  await page.getByRole('link', { name: t.plan.works, exact: true }).click()
  await expect(page.locator('#works')).toBeInViewport()
})

test('“Still not working” leads on, wherever the reader came from', async ({ page }) => {
  await page.goto(fixWith('id=works'))
  await page.getByRole('link', { name: t.plan.worksNot }).click()
  await expect(page.locator('.answers, .actions').first()).toBeVisible()
})
