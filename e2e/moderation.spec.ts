import { expect } from '@playwright/test'
import { violationsOn } from './support/axe'
import { test } from './support/own-server'

test('keys move, approve, hide, answer, ask before deleting, search and take back', async ({
  signedIn: page,
  own,
}) => {
  const word = `keys${Date.now()}`
  const [first, second, third] = [
    await own.add({ body: `${word} one`, now: Date.now() - 3000 }),
    await own.add({ body: `${word} two`, now: Date.now() - 2000 }),
    await own.add({ body: `${word} three`, now: Date.now() - 1000 }),
  ]
  const card = (id: string) => page.locator(`#comment-${id}`)
  await page.goto(`${own.origin}/moderate/?text=${word}`)
  await page.keyboard.press('j')
  await expect(card(first.id)).toBeFocused()
  await page.keyboard.press('j')
  await expect(card(second.id)).toBeFocused()
  await page.keyboard.press('k')
  await expect(card(first.id)).toBeFocused()

  // Without leaving the page: what is typed elsewhere stays.
  await card(third.id).getByText('Answer …').click()
  await card(third.id).getByLabel('Your answer').fill('half an answer, a h d u')
  await card(first.id).focus()
  await page.keyboard.press('a')
  await expect(page.getByRole('status')).toHaveText('Approved: the comment of Kim.')
  await expect(card(first.id)).toHaveCount(0)
  // The focus goes on to the next comment, so that the next key is meant for it.
  await expect(card(second.id)).toBeFocused()
  await expect(card(third.id).getByLabel('Your answer')).toHaveValue('half an answer, a h d u')
  await page.keyboard.press('h')
  await expect(page.getByRole('status')).toHaveText('Hidden: the comment of Kim.')
  await expect(card(third.id)).toBeFocused()
  await page.keyboard.press('u')
  await expect(page.getByRole('status')).toHaveText('Taken back.')
  await expect(card(second.id)).toBeVisible()

  await card(second.id).focus()
  await page.keyboard.press('d')
  await expect(card(second.id).getByRole('button', { name: 'Delete for good' })).toBeFocused()
  expect((await own.store.comment(second.id))?.status).toBe('waiting')
  await card(second.id).focus()
  await page.keyboard.press('r')
  await expect(card(second.id).getByLabel('Your answer')).toBeFocused()
  await page.keyboard.type('/?jkahdu')
  await expect(card(second.id).getByLabel('Your answer')).toHaveValue('/?jkahdu')
  await card(second.id).focus()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await card(second.id).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('approve')
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await own.store.comment(second.id))?.status).toBe('waiting')
})

test('keys can be turned off, and stay off', async ({ signedIn: page, own }) => {
  const { id } = await own.add({ body: `off${Date.now()}` })
  await page.goto(`${own.origin}/moderate/comments/${id}/`)
  await page.getByRole('checkbox', { name: 'Keyboard shortcuts' }).uncheck()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Keyboard shortcuts' })).not.toBeChecked()
  await page.locator(`#comment-${id}`).focus()
  await page.keyboard.press('a')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await own.store.comment(id))?.status).toBe('waiting')
})

test('a press that does not arrive says so, and can be pressed again', async ({ signedIn: page, own }) => {
  const { id } = await own.add({ body: `lost${Date.now()}` })
  await page.goto(`${own.origin}/moderate/comments/${id}/`)
  await page.route('**/approve', (route) => route.abort())
  const approve = page.getByRole('button', { name: 'Approve', exact: true })
  await approve.click()
  await expect(page.getByRole('status')).toContainText('did not arrive')
  await page.unroute('**/approve')
  await approve.click()
  await expect(page.getByRole('status')).toHaveText('Approved: the comment of Kim.')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any page of moderation, ${colorScheme}`, async ({ signedIn: page, own }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    const waiting = await own.add({ body: `Write to kim@example.com in ${colorScheme}`, name: 'ana (staff)' })
    const { id } = await own.add({ status: 'approved', parent: null })
    await own.add({ status: 'waiting', parent: id, name: '' })
    await own.store.moderate(id, 'pin', 'ben', Date.now())
    await own.store.moderate(waiting.id, 'ban', 'ben', Date.now())
    const found: string[] = []
    for (const path of [
      '/moderate/',
      '/moderate/?status=approved',
      '/moderate/?status=hidden&text=nothing-like-it',
      '/moderate/log/',
      `/moderate/comments/${waiting.id}/`,
      `/moderate/comments/${id}/faq/`,
      `/moderate/comments/${'a'.repeat(16)}/`,
    ]) {
      await page.goto(own.origin + path)
      found.push(...(await violationsOn(page)))
    }
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Token').waitFor()
    found.push(...(await violationsOn(page)))
    expect(found).toEqual([])
  })

test('no script in a comment runs before the eyes of a moderator', async ({ signedIn: page, own }) => {
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(2)>',
    '[x](javascript:alert(3))',
    '</textarea><svg onload=alert(4)>',
    '`</pre><script>alert(5)</script>`',
  ]
  const word = `xss${Date.now()}`
  for (const payload of payloads) await own.add({ body: `${word} ${payload}`, name: payload.slice(0, 60) })
  await page.goto(`${own.origin}/moderate/?text=${word}`)
  await expect(page.locator('.card')).toHaveCount(payloads.length)
  for (const source of await page.getByText('As it was typed').all()) await source.click()
  for (const link of await page.locator('.card .prose a').all())
    expect(await link.getAttribute('href')).toMatch(/^https?:/)
  const first = page.locator('.card').first()
  await first.getByRole('link', { name: 'Make an FAQ entry' }).click()
  await expect(page.getByRole('heading', { name: 'Make an FAQ entry' })).toBeVisible()
  expect(ran).toEqual([])
})
