import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimate, readEstimate, type Scale, scales } from './estimates'

const names = Object.keys(scales) as Scale[]

describe('the scales', () => {
  it.each(names)('%s rises, and never reaches 0 or 1', (name) => {
    const numbers = Object.values(scales[name])
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) {
      expect(number).toBeGreaterThan(0)
      expect(number).toBeLessThan(1)
    }
  })

  it('are the tables that authors read', () => {
    const page = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8').replace(/ +/g, ' ')
    for (const name of names)
      for (const [word, number] of Object.entries(scales[name]))
        expect(page).toContain(`| \`${word}\` | ${number} |`)
  })
})

describe('readEstimate', () => {
  it('reads words of its own scale only', () => {
    expect(readEstimate('rare', 'how-common')).toBe(0.02)
    expect(readEstimate('rare', 'how-often')).toBeUndefined()
    expect(readEstimate('toString', 'how-often')).toBeUndefined()
  })

  it('reads numbers between 0 and 1, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.double()), fc.constantFrom(...names), (value, scale) => {
        const number = readEstimate(value, scale)
        if (number === undefined) expect(() => estimate(value as never, scale)).toThrow()
        else {
          expect(number).toBeGreaterThan(0)
          expect(number).toBeLessThan(1)
          expect(estimate(value as never, scale)).toBe(number)
        }
      }),
    )
    for (const value of [0, 1, -0.1, 1.1, Number.NaN, '0.5', null, undefined, [], {}])
      expect(readEstimate(value, 'how-often')).toBeUndefined()
    expect(readEstimate(0.5, 'how-often')).toBe(0.5)
  })
})
