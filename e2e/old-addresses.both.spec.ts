import { expect, test } from '@playwright/test'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { oldAddresses } from './support/old-addresses'
import { guide } from './support/site'

for (const { what, old, today, dropped } of oldAddresses)
  test(`the server leads an old link on: ${what}`, async ({ page }) => {
    await page.goto(old)
    await expect(page).toHaveURL(today + (dropped ? '#dropped' : ''))
    await expect(page.locator('main h1')).toBeVisible()
    await expect(page.getByText(t.dropped)).toBeVisible({ visible: dropped })
  })

test('an address without its last slash leads to the same page', async ({ page }) => {
  await page.goto(links.diagnose(guide).slice(0, -1))
  await expect(page).toHaveURL(links.diagnose(guide))
})

test('an address that never existed gets a page that offers ways on', async ({ page }) => {
  const answer = await page.goto('/teams/no-such-guide/diagnose/moon.full/')
  expect(answer?.status()).toBe(404)
  await expect(page.locator('main').getByRole('link').first()).toBeVisible()
  await expect(page.locator('main').getByRole('textbox')).toBeVisible()
})
