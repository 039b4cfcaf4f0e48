import { expect, type Page, test } from '@playwright/test'
import { fetchRaw } from './support/http'
import { fixPaths } from './support/site'

// One round trip's worth: what a server may send before it has to wait for the reader's network.
const MOST_BYTES = 14_600
const MOST_REQUESTS = 4
const MOST_SCRIPT = 4_096

/** Notes everything that a page asks for, until told to stop. */
function requestsOf(page: Page): { asked: Set<string>; stop(): void } {
  const asked = new Set<string>()
  const note = (request: { url(): string }) => asked.add(request.url().replace(/#.*/, ''))
  page.on('request', note)
  return { asked, stop: () => page.off('request', note) }
}

/** The icons of a page. The browser asks for them when it finds time, and does not always tell. */
function iconsOf(page: Page): Promise<string[]> {
  return page
    .locator('link[rel~=icon]')
    .evaluateAll((all) => all.map((link) => (link as HTMLLinkElement).href))
}

/** What addresses cost on a cold cache, as the server sends them to a browser of today. */
async function costOf(origin: string, asked: Iterable<string>) {
  const parts = await Promise.all(
    [...asked].map(async (url) => {
      const { pathname, search } = new URL(url)
      const headers = { 'accept-encoding': 'gzip, deflate, br' }
      const answer = await fetchRaw(origin, pathname + search, { headers })
      return { bytes: answer.body.length, type: answer.headers['content-type'] ?? '' }
    }),
  )
  const total = (of: typeof parts) => of.reduce((sum, { bytes }) => sum + bytes, 0)
  const script = total(parts.filter(({ type }) => type.includes('javascript')))
  return { requests: parts.length, bytes: total(parts), script }
}

test('every fix page is one round trip’s worth: bytes, requests and script', async ({ page, baseURL }) => {
  const heavy: string[] = []
  for (const path of fixPaths) {
    const { asked, stop } = requestsOf(page)
    await page.goto(path)
    for (const icon of await iconsOf(page)) asked.add(icon)
    stop()
    const { bytes, requests, script } = await costOf(baseURL ?? '', asked)
    expect(requests).toBeGreaterThan(2)
    if (bytes > MOST_BYTES || requests > MOST_REQUESTS || script > MOST_SCRIPT)
      heavy.push(`${path}: ${bytes} bytes in ${requests} requests, ${script} of them script`)
  }
  expect(heavy).toEqual([])
})

test('a fix page asks for nothing more once it has loaded', async ({ page }) => {
  await page.goto(fixPaths[0] ?? '')
  const { asked } = requestsOf(page)
  await page.waitForLoadState('networkidle')
  for (const icon of await iconsOf(page)) asked.delete(icon)
  expect([...asked]).toEqual([])
})
