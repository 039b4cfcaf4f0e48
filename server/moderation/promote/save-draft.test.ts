import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { saveDraft } from './save-draft'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'draft-'))
  mkdirSync(join(folder, 'teams'))
})

test('a draft is written, with the folder of the FAQ if need be', async () => {
  expect(await saveDraft(folder, 'teams/faq/new.mdx', 'text')).toBe('saved')
  expect(readdirSync(join(folder, 'teams/faq'))).toEqual(['new.mdx'])
  expect(readFileSync(join(folder, 'teams/faq/new.mdx'), 'utf8')).toBe('text')
})

test('a file that is there is left as it is', async () => {
  mkdirSync(join(folder, 'teams/faq'))
  writeFileSync(join(folder, 'teams/faq/old.mdx'), 'old')
  expect(await saveDraft(folder, 'teams/faq/old.mdx', 'new')).toBe('exists')
  expect(readFileSync(join(folder, 'teams/faq/old.mdx'), 'utf8')).toBe('old')
  expect(readdirSync(join(folder, 'teams/faq'))).toEqual(['old.mdx'])
})

test('of two drafts at once, one is written whole', async () => {
  const texts = ['a', 'b'].map((letter) => letter.repeat(100_000))
  const results = await Promise.all(texts.map((text) => saveDraft(folder, 'teams/faq/one.mdx', text)))
  expect([...results].sort()).toEqual(['exists', 'saved'])
  expect(readFileSync(join(folder, 'teams/faq/one.mdx'), 'utf8')).toBe(texts[results.indexOf('saved')])
})

test('without a place to write, nothing is written', async () => {
  expect(await saveDraft(join(folder, 'none'), 'teams/faq/new.mdx', 'text')).toBe('no-place')
  expect(await saveDraft(folder, 'mail/faq/new.mdx', 'text')).toBe('no-place')
  writeFileSync(join(folder, 'teams/faq'), 'a file, not a folder')
  expect(await saveDraft(folder, 'teams/faq/new.mdx', 'text')).toBe('no-place')
})
