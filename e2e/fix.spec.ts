import { expect, test } from '@playwright/test'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { fixWith, guide, kinds, samples, stopWhere } from './support/site'

const plan = links.diagnose(guide, samples.plan.segments)

test('a fix that was opened from a plan leads back to the plan', async ({ page }) => {
  await page.goto(plan)
  await page.getByRole('link', { name: t.plan.fullPage }).click()
  await expect(page).toHaveURL(/\/fixes\/.*from=/)
  await page.getByRole('link', { name: t.fix.back }).click()
  await expect(page).toHaveURL(plan)
})

test('“Still not working” on the plan’s first fix goes on as the plan does', async ({ page }) => {
  await page.goto(plan)
  const next = await page.getByRole('link', { name: t.plan.worksNot }).getAttribute('href')
  await page.getByRole('link', { name: t.plan.fullPage }).click()
  await page.getByRole('link', { name: t.plan.worksNot }).click()
  await expect(page).toHaveURL(next ?? '')
})

test('“Still not working” on a later fix returns to the plan, whose first fix was not tried yet', async ({
  page,
}) => {
  const { segments } = stopWhere(({ node }) => !!node && 'f' in node && !!node.n && 'f' in node.n)
  await page.goto(links.diagnose(guide, segments))
  await page.locator('.ladder a').first().click()
  await page.getByRole('link', { name: t.plan.worksNot }).click()
  await expect(page).toHaveURL(links.diagnose(guide, segments))
})

test('a fix that was opened from elsewhere speaks of no plan', async ({ page }) => {
  await page.goto(kinds.fix ?? '')
  await expect(page.locator('plan-return')).toBeHidden()
})

test('an address that names no plan of ours is not believed', async ({ page }) => {
  await page.goto(`${kinds.fix}?from=//evil.example/x`)
  await expect(page.locator('plan-return')).toBeHidden()
})

test('the copy button copies the line beside it and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(fixWith('<copy-text'))
  const copy = page.locator('copy-text').first()
  const button = copy.getByRole('button')
  await button.click()
  await expect(button).toHaveText(t.copied)
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await copy.locator('code').textContent())
})

test('the report for IT is copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(kinds['hand-over'] ?? '')
  await page.locator('copy-text').first().getByRole('button').click()
  await expect(page.getByRole('button', { name: t.copied })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await page.locator('pre').textContent())
})

test('where copying is not allowed, the text is selected instead', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
  })
  await page.goto(fixWith('<copy-text'))
  const copy = page.locator('copy-text').first()
  await copy.getByRole('button').click()
  const text = await copy.locator('code').textContent()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(text)
})
