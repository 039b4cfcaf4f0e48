import { randomInt } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { readPublished } from './site'

interface Published {
  title: string
  href: string
}

const threads = Object.entries(JSON.parse(readPublished('/threads.json')) as Record<string, Published>)

/** A thread for each test that asks for one by its number, so that tests do not stand in each other's way. */
export function threadAt(kind: 'fixes' | 'faq' | 'guides', index: number): Published & { thread: string } {
  const all = threads.filter(([thread]) => thread.includes(`/${kind}/`))
  const [thread, published] = all[index % all.length] ?? []
  if (!thread || !published) throw new Error(`There is no thread below ${kind}.`)
  return { thread, ...published }
}

/** An address that nobody else has, as a proxy would name it: limits count for each visitor. */
export function newAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
}

/** Makes a page that of a visitor from an address of their own. */
export async function asVisitor(page: Page): Promise<void> {
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': newAddress() })
}

/** Words that stand nowhere else. */
export function uniqueWords(what: string): string {
  return `${what} ${randomInt(1e9).toString(36)}${randomInt(1e9).toString(36)}`
}

/** The comments on an article in the page that is open. */
export function threadIn(page: Page, thread: string): Locator {
  return page.locator(`comment-thread[thread="${thread}"]`)
}

/** Unfolds a form and gives it back. */
export async function openForm(within: Locator): Promise<Locator> {
  const fold = within.locator('details.comments')
  if ((await fold.count()) && !(await fold.getAttribute('open').then((open) => open !== null)))
    await fold.locator('> summary').click()
  await within.locator('details.write > summary', { hasText: t.comments.write }).click()
  return within.locator('.comment-form').last()
}

/** Fills in a form and sends it. */
export async function send(form: Locator, { body, name }: { body: string; name?: string }): Promise<void> {
  await form.getByRole('textbox', { name: t.comments.form.body }).fill(body)
  if (name !== undefined) await form.getByLabel(t.comments.form.name).fill(name)
  await form.getByRole('button', { name: t.comments.form.send }).click()
}

const form = (fields: Record<string, string>, cookie = '') => ({
  method: 'POST',
  redirect: 'manual' as const,
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': newAddress(), cookie },
  body: new URLSearchParams(fields).toString(),
})

/** Sends a comment past the browser; gives back its id. */
export async function sendDirectly(
  origin: string,
  thread: string,
  fields: { body: string; name?: string; parent?: string },
): Promise<string> {
  const answer = await fetch(origin + links.comments(thread), form(fields))
  const id = /\/comments\/(\w+)\/own/.exec(answer.headers.get('location') ?? '')?.[1]
  expect(id, `${answer.status} for ${fields.body}`).toBeTruthy()
  return id ?? ''
}

let signedIn: Promise<{ cookie: string; token: string }> | undefined

/** Signs in as the moderator of playwright.config.ts, once in each worker. */
async function signIn(origin: string): Promise<{ cookie: string; token: string }> {
  const answer = await fetch(`${origin}/moderate/sign-in`, form({ token: 'test-token-of-ana-000000' }))
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await (await fetch(`${origin}/moderate/`, { headers: { cookie } })).text()
  return { cookie, token: /name="form" value="([\w-]+)"/.exec(page)?.[1] ?? '' }
}

/** Signs a browser in as that moderator. */
export async function signInto(page: Page, origin: string): Promise<void> {
  signedIn ??= signIn(origin)
  const [name = '', value = ''] = (await signedIn).cookie.split(/=(.*)/s)
  await page.context().addCookies([{ name, value, domain: 'localhost', path: '/moderate' }])
}

/** Does as a moderator what is no part of the test. */
export async function moderate(origin: string, id: string, action: 'approve' | 'pin'): Promise<void> {
  signedIn ??= signIn(origin)
  const { cookie, token } = await signedIn
  const answer = await fetch(`${origin}/moderate/comments/${id}/${action}`, form({ form: token }, cookie))
  expect(answer.status, `${action} ${id}`).toBe(303)
}

/** Sends a comment and has it approved; gives back its id. */
export async function publish(
  origin: string,
  thread: string,
  fields: { body: string; name?: string; parent?: string },
): Promise<string> {
  const id = await sendDirectly(origin, thread, fields)
  await moderate(origin, id, 'approve')
  return id
}
