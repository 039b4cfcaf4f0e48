import { expect, test } from 'vitest'
import { checkDraft } from './check-draft'
import { writeArticle } from './draft'

const folder = 'lib/content/fixtures/kitchen-sink'
const file = 'toaster/faq/may-it-be-cold.mdx'
const today = '2026-11-22'
const draft = {
  product: 'toaster',
  id: 'may-it-be-cold',
  question: 'May it be cold?',
  guides: ['e42'],
  answer: 'It may.',
}
const rulesOf = async (change: Partial<typeof draft>) => {
  const text = writeArticle({ ...draft, ...change }, today)
  return (await checkDraft({ folder, file, text, today })).map(({ rule }) => rule)
}

test('a draft with everything in it passes the content check', async () => {
  expect(await rulesOf({})).toEqual([])
})

test('what the content check refuses is said', async () => {
  expect(await rulesOf({ guides: ['e43'] })).toContain('unknown-reference')
  expect(await rulesOf({ answer: 'A {program}.' })).toContain('no-expression')
  expect(await rulesOf({ answer: 'import x from "y"' })).toContain('no-script')
  expect(await rulesOf({ answer: 'See [it](../fixes/nothing.mdx).' })).toContain('link-target')
  expect(await rulesOf({ answer: '' })).toContain('empty-body')
})

test('a content folder that is not there is an error', async () => {
  await expect(checkDraft({ folder: 'no/such/folder', file, text: 'x', today })).rejects.toThrow(
    'no/such/folder',
  )
})
