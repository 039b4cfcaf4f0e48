import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './support/own-server'

const card = (page: Page, id: string) => page.locator(`#comment-${id}`)
const said = (page: Page) => page.getByRole('status')
const press = (page: Page, id: string, name: string) =>
  card(page, id).getByRole('button', { name, exact: true }).click()

test('a wrong token does not sign in, the right one does, and signing out ends it', async ({ page, own }) => {
  await page.goto(`${own.origin}/moderate/`)
  await page.getByLabel('Token').fill('not a token at all')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('No moderator has this token')
  await page.getByLabel('Token').fill('test-token-of-ana-000000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Signed in as ana')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('Token')).toBeVisible()
  await page.goto(`${own.origin}/moderate/log/`)
  await expect(page.getByLabel('Token')).toBeVisible()
})

test('a comment is approved, and the approval taken back', async ({ signedIn: page, own }) => {
  const { id, thread, body } = await own.add()
  await page.goto(`${own.origin}/moderate/`)
  await press(page, id, 'Approve')
  await expect(said(page)).toHaveText('Approved: the comment of Kim.')
  await expect(card(page, id)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(said(page)).toHaveText('Taken back.')
  await expect(card(page, id)).toBeVisible()
  await press(page, id, 'Approve')
  await expect(said(page)).toHaveText('Approved: the comment of Kim.')
  await page.goto(`${own.origin}/threads/${thread}/`)
  await expect(page.getByText(body)).toBeVisible()
})

test('a comment is hidden, and one deleted for good after a question', async ({ signedIn: page, own }) => {
  const [hide, gone] = [await own.add(), await own.add()]
  await page.goto(`${own.origin}/moderate/`)
  await press(page, hide.id, 'Hide')
  await expect(said(page)).toHaveText('Hidden: the comment of Kim.')
  await expect(card(page, gone.id).getByText('This cannot be undone')).toBeHidden()
  await card(page, gone.id).getByText('Delete …').click()
  await press(page, gone.id, 'Delete for good')
  await expect(said(page)).toContainText('Deleted')
  expect(await own.store.comment(gone.id)).toMatchObject({ status: 'deleted', body: '' })
  await page.getByRole('link', { name: /^Hidden/ }).click()
  await expect(card(page, hide.id)).toBeVisible()
})

test('an answer of the staff is published, marked and pinned', async ({ signedIn: page, own }) => {
  const { id, thread } = await own.add({ body: `A question ${Date.now()}?` })
  await page.goto(`${own.origin}/moderate/`)
  await card(page, id).getByText('Answer …').click()
  await card(page, id).getByLabel('Your answer').fill('Turn it **off** and on.')
  await press(page, id, 'Publish answer')
  await expect(said(page)).toHaveText('Published: your answer to Kim.')
  await page.goto(`${own.origin}/threads/${thread}/`)
  const answer = page.locator('.comment.staff', { hasText: 'Turn it off and on.' }).first()
  await expect(answer.getByText('Staff')).toBeVisible()
  await expect(answer.getByText('Pinned')).toBeVisible()
})

test('comments are found by their words', async ({ signedIn: page, own }) => {
  const wanted = await own.add({ body: `The needle 100% ${Date.now()}` })
  const other = await own.add()
  await page.goto(`${own.origin}/moderate/`)
  await page.getByRole('searchbox').fill('NEEDLE 100%')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(card(page, wanted.id)).toBeVisible()
  await expect(card(page, other.id)).toHaveCount(0)
  await page.getByRole('searchbox').fill('surely not there')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('No comment matches.')).toBeVisible()
})

test('a comment that somebody else has handled is not handled again', async ({ signedIn: page, own }) => {
  const { id } = await own.add()
  await page.goto(`${own.origin}/moderate/`)
  await own.store.moderate(id, 'hide', 'ben', Date.now())
  await press(page, id, 'Approve')
  await expect(page.getByText('ben did “hide” to this comment just now')).toBeVisible()
  expect((await own.store.comment(id))?.status).toBe('hidden')
  await page.goto(`${own.origin}/moderate/`)
  await expect(card(page, id)).toHaveCount(0)
})

test('a writer is banned, and the ban lifted', async ({ signedIn: page, own }) => {
  const { id } = await own.add({ addressHash: 'hash-of-a-pest' })
  await page.goto(`${own.origin}/moderate/`)
  await card(page, id).getByText('Ban writer …').click()
  await press(page, id, 'Ban for 30 days')
  await expect(said(page)).toContainText('Banned')
  expect(await own.store.isBanned(['hash-of-a-pest'], Date.now())).toBe(true)
  await press(page, id, 'Lift the ban')
  await expect(said(page)).toContainText('Ban lifted')
  expect(await own.store.isBanned(['hash-of-a-pest'], Date.now())).toBe(false)
})

test('a comment and its answer become a draft of an FAQ entry', async ({ signedIn: page, own }) => {
  const { id } = await own.add({ body: `May I use {a} <b>hotspot</b> ${Date.now()}?` })
  await page.goto(`${own.origin}/moderate/comments/${id}/`)
  await card(page, id).getByText('Answer …').click()
  await card(page, id).getByLabel('Your answer').fill('Yes: {it} <works>.')
  await press(page, id, 'Publish answer')
  await expect(said(page)).toHaveText('Published: your answer to Kim.')
  await page.getByRole('link', { name: 'Make an FAQ entry' }).click()
  await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('Yes: \\{it\\} \\<works\\>.')
  await expect(page.getByLabel('Teams error CAA20002')).toBeChecked()
  const name = `may-i-use-a-hotspot-${Date.now()}`
  await page.getByLabel('Id', { exact: true }).fill(name)
  await page.getByLabel('Answer', { exact: true }).fill('A {program}')
  await page.getByRole('button', { name: 'Write the draft' }).click()
  await expect(page.getByRole('alert')).toContainText('Articles hold no expressions in braces', {
    timeout: 30_000,
  })
  await page.getByLabel('Answer', { exact: true }).fill('Yes: \\{it\\} works.')
  await page.getByRole('button', { name: 'Write the draft' }).click()
  await expect(page.getByText(`It lies in teams/faq/${name}.mdx.`)).toBeVisible({ timeout: 30_000 })
  const draft = readFileSync(join(own.contentFolder, 'teams/faq', `${name}.mdx`), 'utf8')
  expect(draft).toContain('May I use {a} <b>hotspot</b>')
  expect(draft).toContain('Yes: \\{it\\} works.')
  await page.getByRole('link', { name: 'Log' }).click()
  await expect(page.getByText(`teams/faq/${name}.mdx`)).toBeVisible()
})

test('a draft can be downloaded', async ({ signedIn: page, own }) => {
  const { id } = await own.add({ body: 'Can it be downloaded?' })
  await page.goto(`${own.origin}/moderate/comments/${id}/faq/`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download instead' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('can-it-be-downloaded.mdx')
  expect(readFileSync(await download.path(), 'utf8')).toContain('question: "Can it be downloaded?"')
})
