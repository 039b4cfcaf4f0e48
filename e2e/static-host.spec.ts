import type { Server } from 'node:http'
import { expect, test } from '@playwright/test'
import { messages as t } from '../lib/messages'
import { oldAddresses } from './support/old-addresses'
import { kinds } from './support/site'
import { startStaticHost } from './support/static-host'

let host: { origin: string; server: Server }

test.beforeAll(async () => {
  host = await startStaticHost()
})

test.afterAll(() => {
  host.server.close()
  host.server.closeAllConnections()
})

test('a host that only serves files leads old links on, with the same result as our server', async ({
  page,
}) => {
  for (const { what, old, today, dropped } of oldAddresses)
    await test.step(what, async () => {
      await page.goto(host.origin + old)
      await expect(page).toHaveURL(host.origin + today + (dropped ? '#dropped' : ''))
      await expect(page.getByText(t.dropped)).toBeVisible({ visible: dropped })
    })
})

test('an address of a guide that never existed stays on the page that says so', async ({ page }) => {
  await page.goto(`${host.origin}/teams/no-such-guide/diagnose/moon.full/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.lost.title)
  await expect(page.locator('lost-page')).toBeHidden()
})

test('the questionnaire works there as it does on our server', async ({ page }) => {
  await page.goto(host.origin + kinds.question)
  await page.locator('.answers a').first().click()
  await expect(page).not.toHaveURL(host.origin + kinds.question)
  await expect(page.locator('main h1')).toBeVisible()
})

test('where nobody keeps comments there are none, and nothing is asked for in vain', async ({ page }) => {
  const failed: string[] = []
  page.on('response', (answer) => answer.ok() || failed.push(answer.url()))
  page.on('pageerror', (error) => failed.push(error.message))
  for (const path of [kinds.fix, kinds.faq, kinds.guide]) {
    await page.goto(`${host.origin}${path}#comment-0123456789abcdef`)
    await page.waitForLoadState('networkidle')
    await expect(page.locator('comment-thread').first()).toBeHidden()
    await expect(page.getByText(t.comments.write)).toHaveCount(0)
  }
  expect(failed).toEqual([])
})
