import { expect, type Page, test } from '@playwright/test'
import { buildSync } from 'esbuild'
import { GISCUS, links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { policyFor } from '../lib/publish/security'

// A site whose comments are on GitHub is another build; what matters of it is one element in one page.
const giscus = { repo: 'owner/name', repoId: 'R_1', category: 'Q&A', categoryId: 'C_1' } as const
const thread = 'teams/faq/can-a-vpn-cause-it'
const address = 'https://static.example/teams/faq/'
const escaped = (text: string) => text.replaceAll('&', '&amp;')

/** As components/comments/CommentPlace.tsx writes it; its own test holds it to that. */
const html = `<!doctype html><title>FAQ</title><script type="module" src="/elements.js"></script>
<giscus-comments data-src="${escaped(links.giscus(giscus, thread))}">
  <p><a href="${escaped(links.discussions(giscus, thread))}">${t.comments.github.link}</a></p>
  <p hidden><button type="button" data-title="${t.comments.github.title}">${t.comments.github.show}</button></p>
</giscus-comments>`

const script = buildSync({
  entryPoints: ['elements/giscus-comments.element.ts'],
  bundle: true,
  format: 'esm',
  write: false,
}).outputFiles[0]?.text

/** A static host, and GitHub's part, which answers with what giscus's frame would say. */
async function serve(page: Page): Promise<URL[]> {
  const asked: URL[] = []
  await page.route('https://static.example/**', (route) =>
    route.fulfill(
      route.request().url().endsWith('/elements.js')
        ? { contentType: 'text/javascript', body: script ?? '' }
        : {
            contentType: 'text/html',
            headers: { 'content-security-policy': policyFor({ giscus }) },
            body: html,
          },
    ),
  )
  await page.route(`${GISCUS}/**`, (route) => {
    asked.push(new URL(route.request().url()))
    return route.fulfill({
      contentType: 'text/html',
      body: '<p>Discussion</p><script>parent.postMessage({ giscus: { resizeHeight: 777 } }, "*")</script>',
    })
  })
  return asked
}

test('GitHub learns of a visit only when the reader asks for its comments', async ({ page }) => {
  const asked = await serve(page)
  await page.goto(`${address}#${thread}`)
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  await page.getByRole('button', { name: t.comments.github.show }).click()
  await expect(page.frameLocator('iframe').getByText('Discussion')).toBeVisible()
  await expect(page.getByTitle(t.comments.github.title)).toHaveCSS('height', '777px')
  const { pathname, searchParams } = asked[0] ?? new URL('about:blank')
  expect(pathname).toBe('/en/widget')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    ...giscus,
    term: thread,
    origin: address,
    session: '',
  })
})

test('a reader who comes back from signing in sees the comments, and a clean address', async ({ page }) => {
  const asked = await serve(page)
  await page.goto(`${address}?giscus=secret`)
  await expect(page.locator('iframe')).toBeVisible()
  expect(asked[0]?.searchParams.get('session')).toBe('secret')
  expect(page.url()).toBe(address)
})

test('without the script there is a link', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await serve(page)
  await page.goto(address)
  await expect(page.getByRole('link', { name: t.comments.github.link })).toHaveAttribute(
    'href',
    links.discussions(giscus, thread),
  )
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.close()
})
