import { expect, test } from '@playwright/test'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { guide } from './support/site'

test('the form leads to the full list, in which the code stands', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel(t.front.label).fill('Error: caa20002')
  await page.getByRole('button', { name: t.front.find }).click()
  await expect(page).toHaveURL((url) => url.pathname === links.codes())
  await expect(page.locator('#caa20002')).toBeVisible()
  await expect(page.getByRole('heading', { name: t.codes.families })).toBeVisible()
})

test('a code that has a guide leads on to it by itself', async ({ page }) => {
  await page.goto(links.code('CAA20002'))
  await expect(page).toHaveURL(links.guide(guide))
})

test('controls that need JavaScript are not shown', async ({ page }) => {
  await page.goto(links.guide(guide))
  await expect(page.locator('theme-switch')).toBeHidden()
  await page.goto(links.codes())
  await expect(page.locator('code-finder')).toBeHidden()
})
