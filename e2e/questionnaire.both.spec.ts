import { expect, type Page, test } from '@playwright/test'
import { links, TRIED } from '../lib/links'
import { messages as t } from '../lib/messages'
import { guide, kinds, samples, stopWhere, triedIn } from './support/site'

/** Clicks along a path of the questionnaire; at each page by its own link, as a reader would. */
async function walkTo(page: Page, segments: readonly string[]): Promise<void> {
  for (const segment of segments) {
    if (segment.startsWith(`${TRIED}.`)) await page.getByRole('link', { name: t.plan.worksNot }).click()
    else await page.locator(`.answers a[href$="/${segment}/"]`).click()
    await expect(page).toHaveURL(new RegExp(`/${segment.replaceAll('.', '\\.')}/$`))
  }
}

test('from the guide through answers and fixes that did not help to a hand-over that tells it all', async ({
  page,
}) => {
  const { segments } = samples.handover
  await page.goto(links.guide(guide))
  await page.locator('.actions .action').click()
  await expect(page).toHaveURL(links.diagnose(guide))
  const given: (string | null)[] = []
  for (const [index, segment] of segments.entries()) {
    if (segment.startsWith(`${TRIED}.`)) given.push(await page.locator('h1').textContent())
    await walkTo(page, segments.slice(index, index + 1))
  }
  await expect(page.getByRole('heading', { level: 1, name: t.handover.heading })).toBeVisible()
  const report = await page.locator('pre').textContent()
  expect(given).toHaveLength(triedIn(segments))
  for (const fix of given) expect(report).toContain(`- ${fix}`)
  const trail = await page
    .locator('.trail li')
    .evaluateAll((items) => items.map((item) => item.firstChild?.textContent))
  for (const said of trail) expect(report).toContain(`- ${said?.trim()}`)
  expect(report).toContain(links.diagnose(guide, segments))
})

test('“It works now” shows the closing note in place', async ({ page }) => {
  await page.goto(kinds.plan ?? '')
  await expect(page.locator('#works')).toBeHidden()
  await page.getByRole('link', { name: t.plan.works, exact: true }).click()
  await expect(page.locator('#works')).toBeVisible()
  await expect(page.locator('#works')).toBeInViewport()
  await expect(page).toHaveURL(`${kinds.plan}#works`)
})

test('“Change” goes back to the question where the answer was given', async ({ page }) => {
  const { segments } = samples.plan
  await page.goto(links.diagnose(guide, segments))
  const last = page.locator('.trail li').last()
  await last.getByRole('link').click()
  await expect(page).toHaveURL(links.diagnose(guide, segments.slice(0, -1)))
  await expect(page.locator('.answers')).toBeVisible()
})

test('“Start over” leads to the first question', async ({ page }) => {
  await page.goto(kinds.plan ?? '')
  await page.getByRole('link', { name: t.trail.startOver }).click()
  await expect(page).toHaveURL(links.diagnose(guide))
})

test('the browser’s back button returns to each question in turn', async ({ page }) => {
  const { segments } = samples.plan
  await page.goto(links.diagnose(guide))
  await walkTo(page, segments)
  for (let count = segments.length - 1; count >= 0; count--) {
    await page.goBack()
    await expect(page).toHaveURL(links.diagnose(guide, segments.slice(0, count)))
    await expect(page.locator('.answers')).toBeVisible()
  }
})

test('“I’m not sure” is enough to get to a plan or a hand-over', async ({ page }) => {
  const { segments } = stopWhere(
    ({ node, segments }) =>
      (!node || 'f' in node) &&
      segments.length > 0 &&
      segments.every((segment) => segment.endsWith('.unsure')),
  )
  await page.goto(links.diagnose(guide))
  for (const _ of segments) await page.getByRole('link', { name: t.ask.unsure, exact: true }).click()
  await expect(page).toHaveURL(links.diagnose(guide, segments))
  await expect(page.locator('.actions, pre').first()).toBeVisible()
})

test('the likely causes change with an answer', async ({ page }) => {
  await page.goto(links.diagnose(guide))
  const before = await page.locator('.bars li').allInnerTexts()
  await walkTo(page, samples.question.segments)
  expect(await page.locator('.bars li').allInnerTexts()).not.toEqual(before)
})

test('the way to get working meanwhile is one tap from a question', async ({ page }) => {
  await page.goto(links.diagnose(guide))
  const meanwhile = page.locator('section', { has: page.getByRole('heading', { name: t.guide.workingNow }) })
  await meanwhile.getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`${links.fixes(guide.product)}[a-z0-9-]+/$`))
})
