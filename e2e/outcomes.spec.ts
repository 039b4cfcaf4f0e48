import { expect, type Page } from '@playwright/test'
import { links, type Segment, TRIED } from '../lib/links'
import { violationsOn } from './support/axe'
import { type OwnServer, test } from './support/own-server'
import { guide, samples } from './support/site'
import { startStaticHost } from './support/static-host'

const plan = links.diagnose(guide, samples.plan.segments)
const fix = samples.plan.node && 'f' in samples.plan.node ? samples.plan.node.f : ''
const about = `${guide.product}/${fix}`
const answers = samples.plan.segments.map((segment) => segment.split('.'))

/** Everything that was told so far: what an export of all visits would hold. */
const linesOf = (own: OwnServer) => {
  const now = Date.now() + 1000
  return own.store.exportOutcomes({ quietSince: now, now, again: true })
}
const newLines = (own: OwnServer) => {
  const now = Date.now() + 1000
  return own.store.exportOutcomes({ quietSince: now, now })
}
const countOf = async (own: OwnServer, name = about) =>
  (await own.store.countOutcomes([name])).get(name) ?? { helped: 0, told: 0 }

/** Resolves when the server has taken an event of this kind. */
const taken = (page: Page, kind: string) =>
  page.waitForResponse(
    (response) =>
      response.url().endsWith('/outcomes') &&
      (response.request().postData() ?? '').includes(`"kind":"${kind}"`) &&
      response.status() === 204,
  )

test.beforeEach(async ({ own }) => {
  await newLines(own)
})

test('"It works now" on a plan is one solved visit', async ({ page, own }) => {
  const before = await countOf(own)
  const shown = taken(page, 'shown')
  await page.goto(own.origin + plan)
  await shown
  await expect(page.getByText('counted, without your name or address')).toBeVisible()
  const solved = taken(page, 'solved')
  await page.getByRole('link', { name: 'It works now' }).click()
  await solved
  await expect(page.locator('#works')).toBeVisible()
  expect(await newLines(own)).toEqual([
    { guide: 'teams/caa20002', answers, tried: [fix], result: 'solved', solvedBy: fix },
  ])
  expect(await countOf(own)).toEqual({ helped: before.helped + 1, told: before.told + 1 })
})

test('"Still not working" is told although the page is left, and the hand-over when it is passed on', async ({
  page,
  own,
}) => {
  await page.goto(own.origin + links.diagnose(guide, samples.handover.segments))
  await expect(page.getByLabel('I have passed it on')).toBeVisible()
  const passed = taken(page, 'escalated')
  await page.getByLabel('I have passed it on').check()
  await passed
  const tried = samples.handover.segments.flatMap((segment) =>
    segment.startsWith(`${TRIED}.`) ? [segment.slice(TRIED.length + 1)] : [],
  )
  expect(await newLines(own)).toMatchObject([{ tried, result: 'escalated' }])

  // Taken back, and told again by copying the message.
  const back = taken(page, 'shown')
  await page.getByLabel('I have passed it on').uncheck()
  await back
  const copied = taken(page, 'escalated')
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await copied
  await expect(page.getByLabel('I have passed it on')).toBeChecked()

  const before = await countOf(own)
  await page.goto(own.origin + plan)
  await page.getByRole('link', { name: 'Still not working' }).click()
  await page.waitForURL(
    `${own.origin}${links.diagnose(guide, [...samples.plan.segments, `${TRIED}.${fix}` as Segment])}`,
  )
  await expect.poll(() => countOf(own)).toEqual({ ...before, told: before.told + 1 })
})

test('the latest word counts when a reader takes it back', async ({ page, own }) => {
  const before = await countOf(own)
  await page.goto(own.origin + plan)
  const solved = taken(page, 'solved')
  await page.getByRole('link', { name: 'It works now' }).click()
  await solved
  await page.getByRole('link', { name: 'Still not working' }).click()
  await expect.poll(() => countOf(own)).toEqual({ ...before, told: before.told + 1 })
})

test('a fix that was opened by itself counts for the fix and teaches nothing', async ({ page, own }) => {
  const before = await countOf(own, 'teams/clear-cache')
  await page.goto(`${own.origin}/teams/fixes/clear-cache/`)
  const solved = taken(page, 'solved')
  await page.getByRole('link', { name: 'It works now' }).click()
  await solved
  expect(await countOf(own, 'teams/clear-cache')).toEqual({
    helped: before.helped + 1,
    told: before.told + 1,
  })
  expect(await newLines(own)).toEqual([])
})

test('a fix opened from its plan speaks for the plan', async ({ page, own }) => {
  await page.goto(own.origin + plan)
  await page.getByRole('link', { name: 'More about this fix' }).click()
  const solved = taken(page, 'solved')
  await page.getByRole('link', { name: 'It works now' }).click()
  await solved
  expect(await newLines(own)).toEqual([
    { guide: 'teams/caa20002', answers, tried: [fix], result: 'solved', solvedBy: fix },
  ])
})

test('what the connection loses is told from the next page, once', async ({ page, own }) => {
  await page.goto(own.origin + plan)
  await page.waitForLoadState('networkidle')
  const before = await countOf(own)
  await page.route('**/outcomes', (route) => route.abort())
  await page.getByRole('link', { name: 'It works now' }).click()
  await page.unroute('**/outcomes')
  expect(await countOf(own)).toEqual(before)
  await page.goto(`${own.origin}/`)
  await expect.poll(() => countOf(own)).toEqual({ helped: before.helped + 1, told: before.told + 1 })
  await page.reload()
  expect(await linesOf(own)).not.toEqual([])
  expect(await countOf(own)).toEqual({ helped: before.helped + 1, told: before.told + 1 })
})

test('nothing identifies the reader: no cookie, nothing kept but for this tab', async ({
  page,
  own,
  context,
}) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/outcomes')) sent.push(request.postData() ?? '')
  })
  const solved = taken(page, 'solved')
  await page.goto(own.origin + plan)
  await page.getByRole('link', { name: 'It works now' }).click()
  await solved
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  const other = await context.newPage()
  await other.goto(own.origin + plan)
  const visits = sent.map((text) => JSON.parse(text).visit)
  expect(new Set(visits).size).toBe(1)
  expect(await other.evaluate(() => sessionStorage['fixpath.visit'])).not.toContain(visits[0])
})

test('a count stands on the page of a fix once twenty readers have told', async ({ page, own }) => {
  const name = 'teams/turn-off-vpn'
  const path = `${own.origin}/teams/fixes/turn-off-vpn/`
  const tell = (visit: number, kind: 'solved' | 'failed') =>
    own.store.addOutcome({
      visit: `counted-${visit}`,
      step: 0,
      guide: null,
      answers: [],
      tried: [],
      event: { kind, fix: 'turn-off-vpn' },
      fix: name,
      now: Date.now(),
    })
  for (let visit = 0; visit < 19; visit++) await tell(visit, visit < 7 ? 'solved' : 'failed')
  await page.goto(path)
  await expect(page.getByText('readers who told us')).toHaveCount(0)
  await tell(19, 'failed')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Helped 7 of 20 readers who told us.')).toBeVisible({ timeout: 100 })
  }).toPass()
  await expect(page.getByText('between 18 and 57 of 100')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

test('a static host is told nothing, and complains of nothing', async ({ page }) => {
  const { origin, server } = await startStaticHost()
  const wrong: string[] = []
  page.on(
    'console',
    (message) => message.type() === 'error' && wrong.push(`${message.text()} ${message.location().url}`),
  )
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => request.method() !== 'GET' && wrong.push(request.url()))
  for (const path of [plan, '/teams/fixes/clear-cache/']) {
    await page.goto(origin + path)
    await page.getByRole('link', { name: 'It works now' }).click()
    await page.waitForLoadState('networkidle')
    await expect(page.getByText('counted, without your name')).toBeHidden()
  }
  expect(wrong).toEqual([])
  server.close()
})
