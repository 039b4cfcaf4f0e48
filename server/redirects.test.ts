import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { redirectFor } from './redirects'

let folder: string

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
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['/teams', '/teams/'],
  ['/teams/caa20002/diagnose/web.works', '/teams/caa20002/diagnose/web.works/'],
  ['/teams/caa20002/diagnose/vpn.on/web.works/', '/teams/caa20002/diagnose/web.works/#dropped'],
  ['/teams/caa20002/diagnose/gone.answer/', '/teams/caa20002/diagnose/#dropped'],
])('%s leads to %s', (path, target) => expect(redirectFor(folder, path)).toBe(target))

test.each([
  '/teams/',
  '/teams/caa20002/diagnose/web.works/',
  '/nothing/here/',
  '/nothing/caa20002/diagnose/web.works/',
  '//evil.example',
  '/%E0%A4%A',
  '/../../etc/diagnose/passwd',
  '/teams/%2e%2e/diagnose/x.y/',
  '/teams/caa20002/diagnose/%00/',
])('%s is served, or refused, as it is', (path) => expect(redirectFor(folder, path)).toBeUndefined())
