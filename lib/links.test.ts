import { expect, test } from 'vitest'
import { articleAddress, links } from './links'

const guide = { product: 'teams', id: 'caa20002' }

test('an address can be guessed from a file', () => {
  expect(articleAddress('teams', 'fixes', 'clear-cache')).toBe('/teams/fixes/clear-cache/')
  expect(articleAddress('teams', 'causes', 'vpn')).toBe('/teams/causes/vpn/')
  expect(articleAddress('teams', 'guides', 'caa20002')).toBe('/teams/caa20002/')
  expect(articleAddress('teams', 'faq', 'is-teams-down')).toBe('/teams/faq/#is-teams-down')
  expect(articleAddress('teams', '', 'product')).toBe('/teams/')
  expect(articleAddress('teams', 'questions', 'web')).toBeUndefined()
})

test('a point of a questionnaire is spelled out by its address', () => {
  expect(links.diagnose(guide)).toBe('/teams/caa20002/diagnose/')
  expect(links.diagnose(guide, ['web.works', 'tried.clear-cache'])).toBe(
    '/teams/caa20002/diagnose/web.works/tried.clear-cache/',
  )
})

test('a fix opened from a plan knows the way back', () => {
  const fix = { product: 'teams', id: 'clear-cache' }
  expect(links.fixFrom(fix, guide, ['web.works'], true)).toBe(
    '/teams/fixes/clear-cache/?from=caa20002/web.works&next',
  )
  expect(links.fixFrom(fix, guide, [], false)).toBe('/teams/fixes/clear-cache/?from=caa20002')
})
