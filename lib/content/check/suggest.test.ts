import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { editDistance, isId, listOptions, nearest, quote, toId } from './suggest'

const word = fc.string({ maxLength: 8 })

describe('editDistance', () => {
  it('counts letters added, left out, changed and swapped', () => {
    expect(editDistance('minutes', 'minuts')).toBe(1)
    expect(editDistance('cuase', 'cause')).toBe(1)
    expect(editDistance('vpn', 'web')).toBe(3)
  })

  it('is 0 for the same word only, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('nearest', () => {
  it('proposes what was probably meant', () => {
    expect(nearest('Stale_cache', ['stale-cache', 'vpn'])).toBe('stale-cache')
    expect(nearest('cache', ['stale-cache', 'vpn'])).toBe('stale-cache')
    expect(nearest('fix', ['fixes', 'faq'])).toBe('fixes')
  })

  it('proposes nothing rather than anything', () => {
    expect(nearest('vpn', ['web', 'clock'])).toBeUndefined()
    expect(nearest('', ['web'])).toBeUndefined()
    expect(nearest('sign', ['sign-in-again', 'sign-out-everywhere'])).toBeUndefined()
  })
})

describe('toId', () => {
  it('makes an id of anything that has letters', () => {
    expect(toId('Clear the Teams cache!')).toBe('clear-the-teams-cache')
    expect(toId('clearCache')).toBe('clear-cache')
    fc.assert(fc.property(fc.string(), (text) => toId(text) === '' || isId(toId(text))))
  })
})

describe('quote', () => {
  it('gives text that YAML reads as the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcZ019 :#-*&!%@`"\'{}[],.?<>=|~') }), (text) => {
        expect(parse(`a: ${quote(text)}`)).toEqual({ a: text })
      }),
    )
    for (const text of ['yes', 'true', 'null', '12', '1e5', '0x1', 'Don\'t: "stop"', '- x', '~', '.inf'])
      expect(parse(`a: ${quote(text)}`)).toEqual({ a: text })
  })
})

describe('listOptions', () => {
  it('reads like a sentence', () => {
    expect(listOptions([])).toBe('nothing')
    expect(listOptions(['a'])).toBe('a')
    expect(listOptions(['a', 'b', 'c'])).toBe('a, b or c')
    expect(listOptions(['a', 'b', 'c'], 2)).toBe('a, b … (3 in all)')
  })
})
