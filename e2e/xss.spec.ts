import { expect, type Page, test } from '@playwright/test'
import { LONGEST_NAME } from '../lib/comments'
import { links, moderationLinks } from '../lib/links'
import { messages as t } from '../lib/messages'
import {
  newAddress,
  openForm,
  publish,
  sendDirectly,
  signInto,
  threadAt,
  threadIn,
  uniqueWords,
} from './support/comments'
import { payloads } from './support/xss'

const { thread, href } = threadAt('faq', 17)

/** So many in one comment that Markdown is still read: a text of nothing but markup is shown as it is. */
const AT_ONCE = 3

/** Payloads that may be typed: what holds control characters is refused, which other tests see to. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const typed = payloads.filter((payload) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(payload))

const groups = Array.from({ length: Math.ceil(typed.length / AT_ONCE) }, (_, index) =>
  typed.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
)

/** Notes whatever would run, ask for something elsewhere, or be kept from it only by the policy. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = []
  page.on('dialog', async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!/^http:\/\/localhost:/.test(request.url())) seen.push(`request: ${request.url()}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy|violates/i.test(message.text())) seen.push(`policy: ${message.text()}`)
  })
  return seen
}

const ALLOWED = ['P', 'BR', 'UL', 'OL', 'LI', 'CODE', 'PRE', 'EM', 'STRONG', 'A']

/** What in the comments of a page is not on the list of what comments may be made of; and whether anything ran. */
function strangersOn(page: Page): Promise<string[]> {
  return page.evaluate((allowed) => {
    const strangers: string[] = '__xss' in self ? ['a script has run'] : []
    for (const one of document.querySelectorAll('.comment .prose *')) {
      if (!allowed.includes(one.tagName)) strangers.push(one.outerHTML)
      for (const { name, value } of one.attributes)
        if (
          !['href', 'rel', 'start'].includes(name) ||
          /^(?!https?:)/.test(name === 'href' ? value : 'https:')
        )
          strangers.push(`${name}=${value}`)
    }
    if (document.querySelectorAll('bdi *').length) strangers.push('an element in a name')
    if (document.querySelectorAll('main').length !== 1 || !document.querySelector('footer.colophon'))
      strangers.push('the page is broken')
    return strangers
  }, ALLOWED)
}

test('nothing that was typed runs, anywhere, or breaks a page', async ({ page, baseURL }) => {
  test.setTimeout(300_000)
  const origin = baseURL ?? ''
  const ids: string[] = []
  for (const [index, group] of groups.entries()) {
    const body = `${index}\n\n${group.join('\n\n')}`
    // Each stands in a name too, as far as it fits.
    const name = (group[index % group.length] ?? '').replace(/\s+/g, ' ').slice(0, LONGEST_NAME)
    ids.push(await publish(origin, thread, { body, name }))
  }
  const seen = await watch(page)
  const strangers: string[] = []
  const pages = Math.ceil(ids.length / 50)
  const all = Array.from({ length: pages }, (_, index) => links.thread(thread, index + 1))
  let shown = 0
  for (const path of [href.replace(/#.*/, ''), links.replyTo(thread, ids[0] ?? ''), ...all]) {
    await page.goto(path)
    strangers.push(...(await strangersOn(page)).map((stranger) => `${path}: ${stranger}`))
    if (all.includes(path)) shown += await page.locator('.comment').count()
    // Where a script might wait for it.
    await page.mouse.move(200, 300)
    await page.keyboard.press('Tab')
  }
  expect(shown).toBeGreaterThanOrEqual(ids.length)
  for (const path of [links.threadJson(thread), '/teams/caa20002/comments.xml']) {
    const answer = await page.goto(path)
    expect(answer?.headers()['content-type']).toMatch(/^application\/(json|atom\+xml)/)
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff')
    expect(await page.evaluate(() => '__xss' in self)).toBe(false)
  }
  await signInto(page, origin)
  await page.goto(moderationLinks.desk({ status: 'approved' }))
  await expect(page.locator('main')).toContainText('__xss')
  expect(await page.evaluate(() => '__xss' in self)).toBe(false)
  expect(strangers).toEqual([])
  expect(seen).toEqual([])
})

test('nothing runs in the form that comes back, nor on its writer’s own page', async ({ page }) => {
  test.setTimeout(300_000)
  const seen = await watch(page)
  const strangers: string[] = []
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': newAddress() })
  for (const group of groups.slice(0, 40)) {
    const text = group.join('\n\n')
    // A mistake in the name brings the form back with everything in it.
    const body = new URLSearchParams({
      body: text,
      name: `${group[0]}${'x'.repeat(LONGEST_NAME)}`,
    }).toString()
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': newAddress(),
      accept: 'text/html',
    }
    const answer = await page.request.post(links.comments(thread), { headers, data: body })
    expect(answer.status()).toBe(422)
    await page.route('**/returned', async (route) =>
      route.fulfill({ body: await answer.text(), headers: answer.headers() }),
    )
    await page.goto('/returned')
    await expect(page.getByRole('textbox', { name: t.comments.form.body })).toHaveValue(text)
    strangers.push(...(await strangersOn(page)))
    await page.unroute('**/returned')
  }
  await page.goto(href)
  expect(strangers).toEqual([])
  expect(seen).toEqual([])
})

test('nothing runs where the script of the comments puts them', async ({ page, baseURL }) => {
  test.setTimeout(120_000)
  const seen = await watch(page)
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': newAddress() })
  const other = threadAt('fixes', 18)
  await page.goto(other.href)
  for (const payload of typed.slice(0, 5)) {
    const form = await openForm(threadIn(page, other.thread))
    await form.getByRole('textbox', { name: t.comments.form.body }).fill(`${uniqueWords('x')}\n\n${payload}`)
    await form.getByRole('textbox', { name: t.comments.form.name }).fill(payload.slice(0, LONGEST_NAME))
    await form.getByRole('button', { name: t.comments.form.send }).click()
    await expect(page.locator('.own:focus')).toBeVisible()
  }
  expect(await strangersOn(page)).toEqual([])
  expect(seen).toEqual([])
  expect(await sendDirectly(baseURL ?? '', other.thread, { body: uniqueWords('Still here') })).toBeTruthy()
})
