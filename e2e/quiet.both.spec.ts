import { expect, test } from '@playwright/test'
import { kinds } from './support/site'

for (const [kind, path] of Object.entries(kinds))
  test(`nothing is complained of, and nobody else is asked for anything: ${kind}`, async ({ page, baseURL }) => {
    const complaints: string[] = []
    const elsewhere: string[] = []
    page.on('console', (message) => {
      // The browser itself notes that an unknown address was answered with 404.
      if (message.location().url === baseURL + path && message.text().includes('404')) return
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`))
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin) elsewhere.push(request.url())
    })
    await page.goto(path)
    await page.locator('main a').first().hover()
    await page.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
  })
