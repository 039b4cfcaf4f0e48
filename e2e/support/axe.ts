import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules that hold: WCAG 2.2 at level AA, and axe's own good practice. No rule is left out. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page with everything unfolded: "path: rule: where". */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  await page.evaluate(source)
  const found = await page.evaluate(
    (values) =>
      (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    tags,
  )
  const path = new URL(page.url()).pathname
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${path}: ${id} (${help}): ${target.join(' ')}`),
  )
}
