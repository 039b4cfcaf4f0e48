import { expect, test } from '@playwright/test'
import { fetchRaw } from './support/http'
import { fixPaths } from './support/site'

// One round trip's worth: what a server may send before it has to wait for the reader's network.
const MOST_BYTES = 14_600
const MOST_REQUESTS = 4
const MOST_SCRIPT = 4_096

/** What a page costs on a cold cache, as the server sends it to a browser of today. */
async function costOf(origin: string, asked: readonly string[]) {
  const parts = await Promise.all(
    asked.map(async (url) => {
      const { pathname, search } = new URL(url)
      const answer = await fetchRaw(origin, pathname + search, {
        headers: { 'accept-encoding': 'gzip, deflate, br' },
      })
      return { pathname, bytes: answer.body.length, type: answer.headers['content-type'] ?? '' }
    }),
  )
  const total = (of: typeof parts) => of.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    requests: parts.length,
    bytes: total(parts),
    script: total(parts.filter(({ type }) => type.includes('javascript'))),
  }
}

test('every fix page is one round trip’s worth: bytes, requests and script', async ({ browser, baseURL }) => {
  const heavy: string[] = []
  for (const path of fixPaths) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(request.url().replace(/#.*/, '')))
    await page.goto(baseURL + path, { waitUntil: 'networkidle' })
    // The browser asks for the icon too, but does not tell.
    const icons = await page.locator('link[rel~=icon]').evaluateAll((found) => found.map((link) => link.getAttribute('href')))
    for (const icon of icons) asked.add(new URL(icon ?? '', baseURL).href)
    await context.close()
    const { bytes, requests, script } = await costOf(baseURL ?? '', [...asked])
    if (bytes > MOST_BYTES || requests > MOST_REQUESTS || script > MOST_SCRIPT)
      heavy.push(`${path}: ${bytes} bytes in ${requests} requests, ${script} of them script`)
    expect(requests).toBeGreaterThan(2)
  }
  expect(heavy).toEqual([])
})
