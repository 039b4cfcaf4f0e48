import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PublishedTree, resolve } from './resolve'

const tree: PublishedTree = {
  q: 'web',
  a: {
    works: { f: 'clear-cache', n: { q: 'vpn', a: { on: null, off: { f: 'restart', n: null } } } },
    fails: null,
  },
}

test('an address of today leads to itself', () => {
  const segments = ['web.works', 'tried.clear-cache', 'vpn.off']
  expect(resolve(tree, segments)).toEqual({ segments, dropped: [] })
})

test('the order in which an old tree asked does not matter', () => {
  expect(resolve(tree, ['vpn.off', 'tried.clear-cache', 'web.works']).segments).toEqual([
    'web.works',
    'tried.clear-cache',
    'vpn.off',
  ])
})

test('answers that no longer exist are dropped and reported', () => {
  expect(resolve(tree, ['web.sometimes', 'vpn.on'])).toEqual({
    segments: [],
    dropped: ['web.sometimes', 'vpn.on'],
  })
})

test('goes as far as the address leads', () => {
  expect(resolve(tree, ['web.works', 'vpn.on'])).toEqual({ segments: ['web.works'], dropped: ['vpn.on'] })
})

test('names of built-in properties are no answers', () => {
  expect(resolve(tree, ['web.constructor', 'web.__proto__', 'toString.x']).segments).toEqual([])
})

test('any address leads to a page of the tree, and nothing of it is lost unsaid', () => {
  const segment = fc.oneof(
    fc.constantFrom('web.works', 'vpn.on', 'vpn.off', 'tried.clear-cache'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(segment), (wanted) => {
      const { segments, dropped } = resolve(tree, wanted)
      expect(new Set([...segments, ...dropped])).toEqual(new Set(wanted.filter(Boolean)))
    }),
  )
})
