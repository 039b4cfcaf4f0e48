import { expect, test } from '@playwright/test'
import { anchorOf } from '../lib/comments'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { asVisitor, openForm, publish, send, threadAt, threadIn, uniqueWords } from './support/comments'

const { own, form, personal, problems } = t.comments

test.beforeEach(({ page }) => asVisitor(page))

test('a comment is written below a fix, waits, and only its writer sees it', async ({ page, browser }) => {
  const { thread, href } = threadAt('fixes', 0)
  const words = uniqueWords('The tray icon')
  await page.goto(href)
  await send(await openForm(threadIn(page, thread)), { body: `${words}, *closed*.`, name: 'Kim' })
  await expect(page.getByText(own.waiting).first()).toBeVisible()
  await expect(page.locator('.own .prose').first()).toContainText(words)
  await expect(page.locator('.own em')).toHaveText('closed')
  const other = await browser.newPage({ baseURL: new URL(page.url()).origin })
  await other.goto(href)
  await expect(other.getByText(words)).toHaveCount(0)
  await other.close()
})

test('a comment is written below a question, where it is folded', async ({ page }) => {
  const { thread, href } = threadAt('faq', 0)
  const words = uniqueWords('Folded')
  await page.goto(href)
  const within = threadIn(page, thread)
  await expect(within.locator('textarea')).toBeHidden()
  await send(await openForm(within), { body: words })
  await expect(page.getByText(own.waiting).first()).toBeVisible()
  await expect(page.locator('.own')).toContainText(words)
  await expect(page.locator('.own')).toContainText(t.comments.nobody)
})

test('a mistake is named where it is, and everything typed is still there', async ({ page }) => {
  const { thread, href } = threadAt('fixes', 1)
  await page.goto(href)
  const body = `${uniqueWords('Links')} ${'https://a.example '.repeat(6)}`.trim()
  await send(await openForm(threadIn(page, thread)), { body, name: 'Kim' })
  await expect(page.getByText(problems.links(6))).toBeVisible()
  const text = page.getByRole('textbox', { name: form.body })
  await expect(text).toHaveValue(body)
  await expect(text).toHaveAttribute('aria-invalid', 'true')
  await expect(text).toBeFocused()
  await expect(page.getByRole('textbox', { name: form.name })).toHaveValue('Kim')
  await text.fill(uniqueWords('Fewer links'))
  await page.getByRole('button', { name: form.send }).click()
  await expect(page.getByText(own.waiting).first()).toBeVisible()
})

test('what may be personal is asked about, and can be taken out', async ({ page }) => {
  const { thread, href } = threadAt('fixes', 2)
  await page.goto(href)
  const words = uniqueWords('Mail me')
  await send(await openForm(threadIn(page, thread)), { body: `${words}: kim@contoso.com` })
  await expect(page.getByText(personal.heading)).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('kim@contoso.com')
  await page.getByRole('button', { name: personal.takeOut }).click()
  await expect(page.locator('.own')).toContainText(`${words}: [e-mail address removed]`)
})

test('what may be personal can be sent all the same', async ({ page }) => {
  const { thread, href } = threadAt('fixes', 3)
  await page.goto(href)
  const words = uniqueWords('Call')
  await send(await openForm(threadIn(page, thread)), { body: `${words} +49 30 90182012` })
  await page.getByRole('button', { name: personal.sendAnyway }).click()
  await expect(page.locator('.own')).toContainText(`${words} +49 30 90182012`)
})

test('“me too” is counted, once', async ({ page, baseURL }) => {
  const { thread, href } = threadAt('fixes', 4)
  const id = await publish(baseURL ?? '', thread, { body: uniqueWords('Same here?') })
  await page.goto(href)
  const comment = page.locator(`#${anchorOf(id)}`)
  await comment.getByRole('button', { name: t.comments.meToo }).click()
  await expect(comment.locator('b')).toHaveText('1')
  await page.goto(href)
  await comment.getByRole('button', { name: t.comments.meToo }).click()
  await expect(comment.locator('b')).toHaveText('1')
})

test('a permalink scrolls to its comment and highlights it', async ({ page, baseURL }) => {
  // Not below a fix: another test weighs those pages.
  const { thread } = threadAt('faq', 5)
  let id = ''
  for (let index = 0; index < 8; index++)
    id = await publish(baseURL ?? '', thread, { body: uniqueWords(`Number ${index}\n\nwith\n\nlines`) })
  await page.goto(links.comment(id))
  await expect(page).toHaveURL(new RegExp(`${links.thread(thread)}(\\?page=\\d+)?#${anchorOf(id)}$`))
  const comment = page.locator(`#${anchorOf(id)}`)
  await expect(comment).toBeInViewport()
  const colour = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor)
  expect(await colour(`#${anchorOf(id)}`)).not.toBe(await colour('.comment:not(:target)'))
})

test('an answer stands below what it answers', async ({ page, baseURL }) => {
  const { thread, href } = threadAt('fixes', 6)
  const id = await publish(baseURL ?? '', thread, { body: uniqueWords('A question'), name: 'Ada' })
  await page.goto(href)
  await page
    .locator(`#${anchorOf(id)}`)
    .getByRole('link', { name: t.comments.replyTo('Ada') })
    .click()
  const words = uniqueWords('An answer')
  await send(page.locator('.comment-form:has([name=parent])'), { body: words, name: 'Bob' })
  await expect(page.getByText(own.waiting).first()).toBeVisible()
  const answer = await publish(baseURL ?? '', thread, {
    body: `${words}, published`,
    name: 'Bob',
    parent: id,
  })
  await page.goto(links.comment(answer))
  await expect(page.locator(`#${anchorOf(answer)}`)).toContainText(t.comments.inReplyTo)
  await expect(page.locator(`#${anchorOf(answer)}`)).toHaveAttribute('data-depth', '1')
})

test('the writer changes a comment, then deletes it for good', async ({ page }) => {
  const { thread, href } = threadAt('fixes', 7)
  const words = uniqueWords('Changed')
  await page.goto(href)
  await send(await openForm(threadIn(page, thread)), { body: `${words} before`, name: 'Kim' })
  const mine = page.locator('.own')
  await mine.getByText(own.edit, { exact: true }).click()
  await mine.getByRole('textbox', { name: form.body }).fill(`${words} after`)
  await mine.getByRole('button', { name: own.save }).click()
  await expect(mine.locator('.prose')).toHaveText(`${words} after`)
  await expect(mine).toContainText(t.comments.edited)
  await mine.getByText(own.delete, { exact: true }).click()
  await mine.getByRole('button', { name: own.deleteSure }).click()
  await expect(mine).toHaveCount(0)
  await expect(page.getByText(own.deleted)).toBeAttached()
})
