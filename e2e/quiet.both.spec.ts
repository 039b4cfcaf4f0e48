import { expect, type Page, test } from '@playwright/test'
import { kinds } from './support/site'

/** What the browser complains of on a page, and what the page asks others for. */
function listenTo(page: Page, origin: string): { complaints: string[]; elsewhere: string[] } {
  const heard = { complaints: [] as string[], elsewhere: [] as string[] }
  page.on('console', (message) => {
    // The browser itself notes that an unknown address was answered with 404.
    if (message.location().url === page.url() && /status of 404/.test(message.text())) return
    if (['error', 'warning'].includes(message.type()))
      heard.complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.complaints.push(`${page.url()}: ${error.message}`))
  page.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {}
    // A page that was about to be fetched ahead, given up because the reader went elsewhere.
    if (errorText !== 'net::ERR_ABORTED') heard.complaints.push(`${request.url()}: ${errorText}`)
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) heard.elsewhere.push(request.url())
  })
  return heard
}

test('no page gives the browser cause to complain, or asks anybody else for anything', async ({
  page,
  baseURL,
}) => {
  const heard = listenTo(page, baseURL ?? '')
  for (const path of Object.values(kinds)) {
    await page.goto(path)
    await page.locator('main a').first().hover()
    await page.waitForLoadState('networkidle')
  }
  expect(heard).toEqual({ complaints: [], elsewhere: [] })
})
