import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Files, indexFiles } from './files'
import { redirectFor } from './redirects'

let folder: string
let files: Files

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redirects-'))
  const guide = join(folder, 'teams', 'caa20002')
  mkdirSync(join(guide, 'diagnose', 'web.works'), { recursive: true })
  for (const page of [
    'teams',
    'teams/caa20002',
    'teams/caa20002/diagnose',
    'teams/caa20002/diagnose/web.works',
  ])
    writeFileSync(join(folder, page, 'index.html'), '')
  writeFileSync(join(guide, 'tree.json'), JSON.stringify({ q: 'web', a: { works: null } }))
  files = indexFiles(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['/teams', '/teams/'],
  ['/teams/caa20002/diagnose/web.works', '/teams/caa20002/diagnose/web.works/'],
  ['/teams/caa20002/diagnose/vpn.on/web.works/', '/teams/caa20002/diagnose/web.works/#dropped'],
  ['/teams/caa20002/diagnose/gone.answer/', '/teams/caa20002/diagnose/#dropped'],
])('%s leads to %s', async (path, target) => expect(await redirectFor(files, path)).toBe(target))

test.each([
  '/teams/',
  '/teams/caa20002/diagnose/web.works/',
  '/nothing/here/',
  '/nothing/caa20002/diagnose/web.works/',
  '//evil.example',
  '//teams',
  '/../../etc/diagnose/passwd',
  '/teams/../diagnose/x.y/',
])('%s is served, or refused, as it is', async (path) =>
  expect(await redirectFor(files, path)).toBeUndefined(),
)
