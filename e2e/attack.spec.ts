import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { anchorOf } from '../lib/comments'
import { links, moderationLinks } from '../lib/links'
import { newCommentId } from '../server/threads/writer'
import { newAddress, openForm, threadAt, threadIn } from './support/comments'
import { strangersOn, watch } from './support/intrusion'
import { type OwnServer, TOKEN, test } from './support/own-server'
import { payloads, sample } from './support/payloads'
import { guide } from './support/site'

// One server with everything in it serves all of these.
test.describe.configure({ mode: 'default' })

/** As many as stand on an article's page, in each FAQ entry; the rest as many as stand on a thread's page. */
const IN_ENTRY = 10
const ENTRIES = 20
const ON_PAGE = 50

interface Planted {
  id: string
  thread: string
  href: string
  payload: string
}

const planted: Planted[] = []
let moderator: { cookie: string; form: string }

function placeOf(index: number) {
  const rest = index - IN_ENTRY * ENTRIES
  return rest < 0 ? threadAt('faq', index % ENTRIES) : threadAt('fixes', Math.floor(rest / ON_PAGE))
}

const post = (
  origin: string,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': newAddress(), ...headers },
    body: new URLSearchParams(fields),
  })

async function signIn(origin: string) {
  const answer = await post(origin, '/moderate/sign-in', { token: TOKEN })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await (await fetch(`${origin}/moderate/`, { headers: { cookie } })).text()
  return { cookie, form: /name="form" value="([\w-]+)"/.exec(page)?.[1] ?? '' }
}

const nothing = {
  addressHash: null,
  browserHash: null,
  tokenHash: null,
  edited: null,
  pinned: false,
  parent: null,
}

/** Lines as an export holds them, with payloads wherever a text may stand. */
function linesOf(payload: string, index: number): object[] {
  const { thread } = threadAt('fixes', 20)
  const id = newCommentId()
  const comment = { kind: 'comment', ...nothing, thread, name: payload, created: 1_800_000_000_000 + index }
  return [
    {
      ...comment,
      id,
      submission: payload,
      body: `${index}\n\n${payload}`,
      status: 'approved',
      staff: payload,
    },
    {
      ...comment,
      id: `${payload}${index}`,
      submission: `${index}`,
      body: `${payload} ${index}`,
      status: 'waiting',
      staff: null,
    },
    {
      ...comment,
      id: newCommentId(),
      submission: id,
      thread: payload,
      body: `${payload} ${index}`,
      status: 'waiting',
      staff: null,
    },
    ...['promote', 'ban', 'approve'].map((action) => ({
      ...{
        kind: 'audit',
        key: `${action}${id}`,
        at: 1_800_000_000_000,
        by: payload,
        action,
        comment: payload,
      },
      ...{ detail: action === 'ban' ? `until ${payload}` : payload, undoes: null },
    })),
  ]
}

async function importLines({ contentFolder }: OwnServer): Promise<void> {
  const folder = dirname(contentFolder)
  const file = join(folder, 'import.jsonl')
  const lines = [{ kind: 'fixpath-comments', format: 1 }, ...sample.flatMap(linesOf)]
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/comments.ts', 'import', file], {
    env: { ...process.env, DATABASE_URL: '', DATA_FOLDER: join(folder, 'data') },
  })
}

test.beforeAll(async ({ own }) => {
  for (const [index, payload] of payloads.entries()) {
    const { thread, href } = placeOf(index)
    const { id } = await own.add({
      thread,
      name: payload,
      body: `${payload}\n\n(${index})`,
      status: 'approved',
    })
    planted.push({ id, thread, href: href.replace(/#.*/, ''), payload })
  }
  await importLines(own)
  moderator = await signIn(own.origin)
})

async function openContext(page: Page, own: OwnServer, bypassCSP: boolean) {
  const context = await (
    page.context().browser() as NonNullable<ReturnType<BrowserContext['browser']>>
  ).newContext({
    bypassCSP,
    extraHTTPHeaders: { 'x-forwarded-for': newAddress() },
  })
  const [name = '', value = ''] = moderator.cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: `${own.origin}/moderate` }])
  return { context, seen: await watch(context, own.origin) }
}

/** Opens a page and looks at it. */
async function inspect(page: Page, url: string): Promise<string[]> {
  const answer = await page.goto(url)
  const strangers = await strangersOn(page)
  if (answer?.status() !== 200) strangers.push(`answered with ${answer?.status()}`)
  if (page.url() !== url) strangers.push(`led to ${page.url()}`)
  return strangers.map((stranger) => `${url}: ${stranger}`)
}

const articles = () => [...new Set(planted.map(({ href }) => href))]
const threadPages = () => [
  ...new Set(planted.slice(IN_ENTRY * ENTRIES).map(({ thread }) => links.thread(thread))),
]
/** A page of the desk holds 20; the imported come with the others. */
const deskPages = () => Math.ceil((payloads.length + sample.length) / 20)

test('nothing that was typed runs or breaks a page, even without the policy', async ({
  page: first,
  own,
}) => {
  test.setTimeout(240_000)
  const { context, seen } = await openContext(first, own, true)
  const page = await context.newPage()
  const strangers: string[] = []

  for (const path of [...articles(), ...threadPages()]) {
    strangers.push(...(await inspect(page, own.origin + path)))
    // Every comment stands in its place, under its name to the letter.
    const expected = planted.filter(({ href, thread }) =>
      path.startsWith('/threads/') ? links.thread(thread) === path : href === path,
    )
    const names = await page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll('ol.comment-list > li.comment')].map((one) => [
          one.id,
          one.querySelector(':scope > .byline > bdi.name')?.textContent,
        ]),
      ),
    )
    const shown = expected.filter(({ id }) => anchorOf(id) in names)
    expect(shown.length).toBe(
      path.startsWith('/threads/') || path === links.faqs('teams') ? expected.length : IN_ENTRY,
    )
    // The store keeps no zeros; browsers read a return as a line end.
    for (const { id, payload } of shown)
      expect(names[anchorOf(id)]).toBe(payload.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'))
  }

  let next: string | undefined = `${own.origin}${moderationLinks.desk({ status: 'approved' })}`
  let cards = 0
  for (let number = 0; next && number < deskPages(); number++) {
    strangers.push(...(await inspect(page, next)))
    cards += await page.locator('article.card').count()
    const link = page.locator('a[href*="before="]').last()
    next = (await link.count())
      ? new URL((await link.getAttribute('href')) ?? '', own.origin).href
      : undefined
  }
  expect(cards).toBe(payloads.length + sample.length)

  const { thread } = threadAt('fixes', 20)
  const one = planted[0]?.id ?? ''
  for (const path of [
    links.thread(thread),
    moderationLinks.desk(),
    moderationLinks.log(),
    ...planted
      .filter((_, index) => index % 60 === 0)
      .flatMap(({ id }) => [moderationLinks.comment(id), moderationLinks.promote(id)]),
    `${links.replyTo(planted[0]?.thread ?? '', one)}`,
  ])
    strangers.push(...(await inspect(page, own.origin + path)))

  for (const path of [links.commentsFeed(guide), links.threadJson(thread)]) {
    const answer = await page.goto(own.origin + path)
    expect(answer?.status()).toBe(200)
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff')
    expect(await page.locator('xpath=//*[local-name()="script" or local-name()="img"]').count()).toBe(0)
  }
  expect(strangers).toEqual([])
  expect(seen).toEqual([])
  await context.close()
})

test('under the policy nothing is even stopped by it', async ({ page: first, own }) => {
  test.setTimeout(120_000)
  const { context, seen } = await openContext(first, own, false)
  const page = await context.newPage()
  const paths = [
    ...articles().slice(0, 3),
    ...threadPages().slice(0, 3),
    moderationLinks.desk({ status: 'approved' }),
  ]
  const strangers: string[] = []
  for (const path of paths) strangers.push(...(await inspect(page, own.origin + path)))
  expect(strangers).toEqual([])
  expect(seen).toEqual([])
  await context.close()
})

test('every page that gives back what was sent gives it back as text', async ({ page: first, own }) => {
  test.setTimeout(240_000)
  const { origin } = own
  const { context, seen } = await openContext(first, own, true)
  const page = await context.newPage()
  const { thread } = threadAt('fixes', 21)
  const { cookie, form } = moderator
  const html = { accept: 'text/html', cookie }
  const strangers: string[] = []
  const written = await fetch(origin + links.comments(thread), {
    method: 'POST',
    headers: { accept: 'application/json', 'x-forwarded-for': newAddress() },
    body: new URLSearchParams({ body: 'To be changed.' }),
  })
  const { id, token } = await written.json()

  for (const payload of sample) {
    const long = `${payload} ${'x'.repeat(60)}`
    const returned = [
      await post(
        origin,
        links.comments(thread),
        { body: payload, name: long, submission: payload, parent: payload },
        html,
      ),
      await post(origin, links.ownComment(id), { action: 'edit', token, body: payload, name: long }, html),
      await post(origin, links.ownComment(id), { action: payload, token: payload }, html),
      await post(
        origin,
        moderationLinks.act(id, 'answer'),
        { form, body: `${payload}\n\nAnswer.`, seen: 'hidden.0', back: payload },
        html,
      ),
      await post(
        origin,
        moderationLinks.promote(id),
        { form, question: payload, id: payload, answer: payload, chosen: payload, [payload]: payload },
        html,
      ),
      await post(origin, '/moderate/sign-in', { token: payload, [payload]: payload }, html),
      await post(origin, links.outcomes(), { [payload]: payload }, html),
    ]
    for (const answer of returned) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      const body = await answer.text()
      // Shown at an address of the site, as after the post itself.
      await page.route('**/returned', (route) =>
        route.fulfill({ body, contentType: answer.headers.get('content-type') ?? '' }),
      )
      strangers.push(...(await inspect(page, `${origin}/returned`)))
      await page.unroute('**/returned')
    }
    const query = encodeURIComponent(payload)
    for (const path of [
      `/moderate/?text=${query}&thread=${query}&before=${query}&status=${query}&did=${query}`,
      `/moderate/log/?before=${query}&comment=${query}`,
      `${links.thread(thread)}?page=${query}`,
      `/threads/${query}/fixes/x/`,
      `/${query}/`,
      `${links.fix({ product: 'teams', id: 'clear-cache' })}?from=${query}/${query}&next#${query}`,
      `${links.codes()}?q=${query}#${query}`,
      `/?q=${query}`,
    ]) {
      await page.goto(origin + path)
      strangers.push(...(await strangersOn(page)).map((stranger) => `${path}: ${stranger}`))
    }
    const told = await fetch(origin + links.outcomes(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': newAddress() },
      body: JSON.stringify({
        visit: payload,
        step: payload,
        guide: payload,
        answers: [[payload, payload]],
        tried: [payload],
        event: { kind: payload, fix: payload },
        [payload]: payload,
      }),
    })
    expect(told.status).toBe(422)
  }
  expect(strangers).toEqual([])
  expect(seen).toEqual([])
  await context.close()
})

test('what is typed, refused, sent, changed and published in the page stays text', async ({
  page: first,
  own,
}) => {
  test.setTimeout(120_000)
  const { context, seen } = await openContext(first, own, true)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const { thread, href } = threadAt('fixes', 22)
  const strangers: string[] = []
  await page.goto(own.origin + href)
  // What may be typed, and is not asked about as personal.
  for (const payload of [
    '<img src=x onerror=__ran(1)>',
    '"><svg onload=__ran(1)>',
    '[x](javascript:__ran(1))',
    '</textarea><script>__ran(1)</script>',
  ]) {
    const form = await openForm(threadIn(page, thread))
    await form.locator('textarea').fill(`${payload}\n\nTyped.`)
    // Longer than it may be: the form comes back.
    await form.locator('input[name=name]').evaluate(
      (input, name) => {
        input.removeAttribute('maxlength')
        ;(input as HTMLInputElement).value = name
      },
      `${payload}${'x'.repeat(60)}`,
    )
    await form.locator('button[type=submit]').first().click()
    const back = threadIn(page, thread).locator('.comment-form [aria-invalid]').last()
    await back.waitFor()
    strangers.push(...(await strangersOn(page)))
    await back.fill(payload.slice(0, 60))
    await back.press('Enter')
    await page.locator('.own:focus').waitFor()
    strangers.push(...(await strangersOn(page)))
    const id = (await page.locator('.own:focus').getAttribute('data-mine')) ?? ''
    const answer = await post(
      own.origin,
      moderationLinks.act(id, 'approve'),
      { form: moderator.form },
      { cookie: moderator.cookie },
    )
    expect(answer.status).toBe(303)
    await page.goto(own.origin + href)
    await expect(page.locator(`#${anchorOf(id)}`)).toContainText('Typed.')
    strangers.push(...(await strangersOn(page)))
  }
  expect(strangers).toEqual([])
  expect(seen).toEqual([])
  await context.close()
})

test('the tests above would see a script, a request and a dialog', async ({ page: first, own }) => {
  const { context, seen } = await openContext(first, own, true)
  const page = await context.newPage()
  const raw = ['<script>__ran(1)</script>', '<svg onload=alert(1)>', '<img src=https://evil.example/x.png>']
  await page.route('**/returned', (route) =>
    route.fulfill({ body: `<!doctype html>${raw.join('')}`, contentType: 'text/html' }),
  )
  await page.goto(`${own.origin}/returned`)
  expect((await strangersOn(page)).join()).toContain('handler: <svg onload')
  expect(seen.sort()).toEqual(['INTRUSION 1', 'dialog: 1', 'request: https://evil.example/x.png'])
  await context.close()
})
