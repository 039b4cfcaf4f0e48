import { expect, type Page, test } from '@playwright/test'
import { links } from '../lib/links'
import { messages as t } from '../lib/messages'
import { guide } from './support/site'

async function paste(page: Page, text: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel(t.front.label).fill(text)
  await page.getByRole('button', { name: t.front.find }).click()
}

const spellings = {
  'a whole message':
    'Something went wrong. We couldn’t sign you in. Error code: CAA20002 (0x80070057?) Try again later.',
  'the plain code': 'CAA20002',
  'lower case': 'caa20002',
  'a hex number': '0xCAA20002',
  'a hex number in lower case': '0xcaa20002',
  'a space inside': 'CAA 20002',
  'spaces around': '  caa20002  ',
  'a dash inside': 'CAA-20002',
  'a lost letter': 'CA20002',
  'the same as a number': '3399614466',
}

test('a pasted error leads to its guide, however it is spelt', async ({ page }) => {
  for (const [how, text] of Object.entries(spellings))
    await test.step(how, async () => {
      await paste(page, text)
      await expect(page).toHaveURL(links.guide(guide))
    })
})

test('a code without a guide leads to its own page', async ({ page }) => {
  await paste(page, 'Error: 0xCAA20003')
  await expect(page).toHaveURL(links.code('CAA20003'))
})

test('a message with several known codes narrows the list to them', async ({ page }) => {
  await paste(page, 'CAA20003 and then CAA20004')
  await expect(page.locator('[data-code]:visible')).toHaveCount(2)
  await expect(page.locator('#caa20003')).toBeVisible()
  await expect(page.locator('#caa20004')).toBeVisible()
})

test('an unknown code is said to be unknown, and how its family reads is shown', async ({ page }) => {
  await paste(page, 'CAA2FFFE')
  await expect(page.getByRole('status')).toContainText(`CAA2FFFE: ${t.codes.unknown}`)
  await expect(page.getByRole('status')).toContainText(t.codes.unknownFamily)
  await expect(page.locator('[data-starts]:visible')).toHaveCount(1)
  await expect(page.locator('[data-starts=CAA2]')).toBeVisible()
})

test('text without a code is answered with what a code looks like', async ({ page }) => {
  await paste(page, 'it does not work')
  await expect(page.getByRole('status')).toHaveText(t.codes.none)
})

test('what was pasted stays in the field, to be mended', async ({ page }) => {
  await paste(page, 'CAA2FFFE')
  await expect(page.getByLabel(t.front.label)).toHaveValue('CAA2FFFE')
})
