import { expect, test } from '@playwright/test'
import { messages as t } from '../lib/messages'
import { asVisitor, openForm, send, threadAt, threadIn, uniqueWords } from './support/comments'

const { own } = t.comments

test.beforeEach(({ page }) => asVisitor(page))

test('the page after sending belongs to its writer: nobody keeps it, and it leads back', async ({ page }) => {
  const { thread, href, title } = threadAt('guides', 0)
  await page.goto(href)
  await send(await openForm(threadIn(page, thread)), { body: uniqueWords('On the guide'), name: 'Kim' })
  await expect(page).toHaveURL(/\/comments\/[a-z0-9]{16}\/own\?token=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.title)
  await expect(page.getByRole('status')).toContainText(own.waiting)
  const again = await page.reload()
  expect(again?.headers()['cache-control']).toBe('no-store')
  await page.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(new RegExp(`${href}$`))
})

test('a double press is one comment', async ({ page }) => {
  const { thread, href } = threadAt('guides', 0)
  const words = uniqueWords('Twice')
  const addresses: string[] = []
  for (let press = 0; press < 2; press++) {
    await page.goto(href)
    await send(await openForm(threadIn(page, thread)), { body: words })
    await expect(page).toHaveURL(/\/own\?token=/)
    addresses.push(page.url())
  }
  expect(addresses[1]).toBe(addresses[0])
})

test('the page of a comment that was deleted says so', async ({ page }) => {
  const { thread, href } = threadAt('guides', 0)
  await page.goto(href)
  await send(await openForm(threadIn(page, thread)), { body: uniqueWords('Soon gone') })
  const address = page.url()
  await page.getByText(own.delete, { exact: true }).click()
  await page.getByRole('button', { name: own.deleteSure }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.deletedTitle)
  await page.goto(address)
  await expect(page.getByRole('status')).toHaveText(own.deleted)
})
