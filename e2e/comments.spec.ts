import { expect, test } from '@playwright/test'
import { anchorOf } from '../lib/comments'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { violationsOn } from './support/axe'
import {
  asVisitor,
  moderate,
  openForm,
  publish,
  send,
  sendDirectly,
  threadAt,
  threadIn,
  uniqueWords,
} from './support/comments'

const { own, form, personal } = t.comments

test.beforeEach(({ page }) => asVisitor(page))

test('what may be personal is named while it is typed', async ({ page }) => {
  const { thread, href } = threadAt('fixes', 8)
  await page.goto(href)
  const within = await openForm(threadIn(page, thread))
  await within.getByRole('textbox', { name: form.body }).fill('We are contoso.onmicrosoft.com')
  await expect(within.getByText(personal.typing)).toBeVisible()
  await expect(within.locator('.found')).toContainText('contoso.onmicrosoft.com')
  await within.getByRole('textbox', { name: form.body }).fill('We are many')
  await expect(within.getByText(personal.typing)).toBeHidden()
})

test('a comment stays on the page where it was written, also after a reload', async ({ page }) => {
  const { thread, href } = threadAt('fixes', 9)
  const words = uniqueWords('Stay here')
  await page.goto(href)
  const address = page.url()
  await send(await openForm(threadIn(page, thread)), { body: words })
  await expect(page.locator('.own')).toBeFocused()
  expect(page.url()).toBe(address)
  await expect(threadIn(page, thread).locator('> [role=status]')).toHaveText(own.waiting)
  await page.reload()
  await expect(page.locator('.own')).toContainText(words)
})

test('a writer who is known is published at once', async ({ page, baseURL, browser }) => {
  const { thread, href } = threadAt('fixes', 10)
  await page.goto(href)
  const within = threadIn(page, thread)
  await send(await openForm(within), { body: uniqueWords('My first'), name: 'Known' })
  await expect(page.locator('.own')).toContainText(own.waiting)
  await moderate(baseURL ?? '', (await page.locator('.own').getAttribute('data-mine')) ?? '', 'approve')
  await page.goto(href)
  const words = uniqueWords('My second')
  await send(await openForm(within), { body: words, name: 'Known' })
  const mine = within.locator('[data-list] .own', { hasText: words })
  await expect(mine).toBeFocused()
  await expect(mine).toContainText(own.approved)
  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await other.goto(href)
  await expect(other.getByText(words)).toBeVisible()
  await other.close()
})

test('without a connection nothing typed is lost', async ({ page, context }) => {
  const { thread, href } = threadAt('fixes', 11)
  const words = uniqueWords('Offline')
  await page.goto(href)
  const within = threadIn(page, thread)
  const writing = await openForm(within)
  await writing.getByRole('textbox', { name: form.body }).fill(words)
  await writing.getByLabel(form.name).focus()
  await context.setOffline(true)
  await writing.getByRole('button', { name: form.send }).click()
  await expect(within.getByRole('alert')).toHaveText(form.failed)
  await expect(writing.getByRole('textbox', { name: form.body })).toHaveValue(words)
  await context.setOffline(false)
  await page.reload()
  const again = await openForm(within)
  await expect(again.getByRole('textbox', { name: form.body })).toHaveValue(words)
  await again.getByRole('button', { name: form.send }).click()
  await expect(page.locator('.own')).toContainText(words)
  await page.reload()
  await expect((await openForm(within)).getByRole('textbox', { name: form.body })).toHaveValue('')
})

test('an answer is written below the comment, and can be left again', async ({ page, baseURL }) => {
  const { thread, href } = threadAt('fixes', 12)
  const id = await publish(baseURL ?? '', thread, { body: uniqueWords('Anybody?'), name: 'Ada' })
  await page.goto(href)
  // The script arrives when a reader turns to the comments.
  await page
    .locator(`#${anchorOf(id)}`)
    .getByRole('button', { name: t.comments.meToo })
    .focus()
  await expect(threadIn(page, thread).locator('> [role=status]')).toBeAttached()
  const link = page.locator(`#${anchorOf(id)}`).getByRole('link', { name: t.comments.replyTo('Ada') })
  await link.click()
  const reply = page.locator(`#${anchorOf(id)} .reply-form`)
  await expect(reply.getByRole('textbox', { name: form.body })).toBeFocused()
  await reply.getByRole('button', { name: form.cancelReply }).click()
  await expect(reply).toHaveCount(0)
  await expect(link).toBeFocused()
  expect(new URL(page.url()).pathname).toBe(href)
})

test('an answer that comes back stays in its place, and its problem with its field', async ({
  page,
  baseURL,
}) => {
  const { thread, href } = threadAt('fixes', 16)
  const id = await publish(baseURL ?? '', thread, { body: uniqueWords('Who knows?'), name: 'Ada' })
  await page.goto(href)
  const item = page.locator(`#${anchorOf(id)}`)
  await item.getByRole('button', { name: t.comments.meToo }).focus()
  await expect(threadIn(page, thread).locator('> [role=status]')).toBeAttached()
  await item.getByRole('link', { name: t.comments.replyTo('Ada') }).click()
  const reply = item.locator('.reply-form')
  const words = uniqueWords('I know')
  await send(reply, { body: words, name: 'Staff' })
  const name = reply.getByLabel(form.name)
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(t.comments.problems.nameTaken)
  await expect(reply.getByRole('button', { name: form.cancelReply })).toBeVisible()
  await expect(reply.getByRole('link')).toHaveCount(0)
  const ids = await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id))
  expect(ids).toEqual([...new Set(ids)])
  await send(reply, { body: words, name: 'Grace' })
  await expect(page.locator('.own')).toContainText(words)
  await expect(reply).toHaveCount(0)
})

test('what is typed before the script has come is sent once, and not left in the form', async ({ page }) => {
  const { thread, href } = threadAt('fixes', 17)
  const words = uniqueWords('Fast fingers')
  let arrive = () => {}
  const late = new Promise<void>((done) => {
    arrive = done
  })
  await page.route('**/assets/comments.*', async (route) => {
    await late
    await route.continue()
  })
  await page.goto(href)
  const within = await openForm(threadIn(page, thread))
  await within.getByRole('textbox', { name: form.body }).fill(words)
  arrive()
  await expect(threadIn(page, thread).locator('> [role=status]')).toBeAttached()
  await within.getByRole('button', { name: form.send }).click()
  await expect(page.locator('.own')).toContainText(words)
  const again = await openForm(threadIn(page, thread))
  await expect(again.getByRole('textbox', { name: form.body })).toHaveValue('')
})

test('a vote is marked for its reader, and said', async ({ page, baseURL }) => {
  const { thread, href } = threadAt('fixes', 13)
  const id = await publish(baseURL ?? '', thread, { body: uniqueWords('Vote') })
  await page.goto(href)
  const button = page.locator(`#${anchorOf(id)}`).getByRole('button', { name: t.comments.meToo })
  await button.focus()
  await expect(threadIn(page, thread).locator('> [role=status]')).toBeAttached()
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(threadIn(page, thread).locator('> [role=status]')).toHaveText(t.comments.meTooDone)
  await button.click()
  await expect(threadIn(page, thread).locator('> [role=status]')).toHaveText(t.comments.meTooBefore)
})

test('an address that names a comment unfolds it, or leads to where it stands', async ({ page, baseURL }) => {
  const { thread, href } = threadAt('faq', 1)
  const id = await publish(baseURL ?? '', thread, { body: uniqueWords('Deep') })
  await page.goto(`${href.replace(/#.*/, '')}#${anchorOf(id)}`)
  await expect(page.locator(`#${anchorOf(id)}`)).toBeVisible()
  const other = threadAt('fixes', 14)
  await page.goto(`${other.href}#${anchorOf(id)}`)
  await expect(page).toHaveURL(new RegExp(`${links.thread(thread)}(\\?page=\\d+)?#${anchorOf(id)}$`))
})

test('readers who do not turn to the comments do not load their script', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const { thread, href } = threadAt('fixes', 15)
  await page.goto(href)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((url) => url.includes('/assets/comments.'))).toEqual([])
  await openForm(threadIn(page, thread))
  await expect.poll(() => asked.filter((url) => url.includes('/assets/comments.')).length).toBe(1)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on comments, in ${colorScheme} colours`, async ({ page, baseURL }) => {
    test.slow()
    const origin = baseURL ?? ''
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { thread, href } = threadAt('faq', colorScheme === 'light' ? 2 : 3)
    const fields = { body: uniqueWords('A **list**:\n\n- `one`\n- two https://a.example'), name: 'Ada' }
    const top = await publish(origin, thread, fields)
    await moderate(origin, top, 'pin')
    await publish(origin, thread, { body: uniqueWords('An answer'), parent: top })
    const found: string[] = []
    for (const path of [
      href,
      links.thread(thread),
      links.replyTo(thread, top),
      `${links.thread(thread)}#${anchorOf(top)}`,
    ]) {
      await page.goto(path)
      found.push(...(await violationsOn(page)))
    }
    // The form as it comes back, and what waits: made by the script, and by the server alone.
    await page.goto(links.thread(thread))
    await send(await openForm(threadIn(page, thread)), { body: 'kim@contoso.com', name: 'Staff' })
    await expect(page.getByText(t.comments.problems.nameTaken)).toBeVisible()
    found.push(...(await violationsOn(page)))
    await page.getByRole('textbox', { name: form.name }).fill('Kim')
    await page.getByRole('textbox', { name: form.body }).fill(`${uniqueWords('Mail')} kim@contoso.com`)
    await page.getByRole('button', { name: form.send }).click()
    await expect(page.getByText(personal.heading)).toBeVisible()
    found.push(...(await violationsOn(page)))
    await page.getByRole('button', { name: personal.takeOut }).click()
    await expect(page.locator('.own')).toBeVisible()
    found.push(...(await violationsOn(page)))
    expect(found).toEqual([])
    expect(await sendDirectly(origin, thread, { body: uniqueWords('Fine') })).toBeTruthy()
  })
