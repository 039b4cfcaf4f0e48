import { expect, type Page, test } from '@playwright/test'
import { messages as t } from '../lib/messages'
import { kinds } from './support/site'

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const button = (page: Page) => page.locator('theme-switch button')

test('the colours follow the system until the reader chooses: light, dark, and back', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/')
  const dark = await ground(page)
  await expect(button(page)).toHaveText(`${t.theme.label}: ${t.theme.auto}`)
  await button(page).click()
  await expect(button(page)).toHaveText(`${t.theme.label}: ${t.theme.light}`)
  const light = await ground(page)
  expect(light).not.toBe(dark)
  await button(page).click()
  await expect(button(page)).toHaveText(`${t.theme.label}: ${t.theme.dark}`)
  expect(await ground(page)).toBe(dark)
  await button(page).click()
  await expect(button(page)).toHaveText(`${t.theme.label}: ${t.theme.auto}`)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground(page)).toBe(light)
})

test('a choice holds on the next page and after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const light = await ground(page)
  await button(page).click()
  await button(page).click()
  const dark = await ground(page)
  expect(dark).not.toBe(light)
  await page.goto(kinds.guide ?? '')
  await expect(button(page)).toHaveText(`${t.theme.label}: ${t.theme.dark}`)
  expect(await ground(page)).toBe(dark)
  await page.reload()
  await expect(button(page)).toHaveText(`${t.theme.label}: ${t.theme.dark}`)
})

test('a choice works for one page where the browser stores nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new Error('not allowed')
      },
    })
  })
  await page.goto('/')
  await button(page).click()
  await expect(button(page)).toHaveText(`${t.theme.label}: ${t.theme.light}`)
})
