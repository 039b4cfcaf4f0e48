import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from './wilson'

test('the interval is that of the literature', () => {
  const [low, high] = wilsonInterval(41, 120)
  expect(low).toBeCloseTo(0.263, 3)
  expect(high).toBeCloseTo(0.43, 3)
  // Newcombe 1998, table I: 15 of 148 and 0 of 20.
  expect(wilsonInterval(15, 148).map((bound) => bound.toFixed(4))).toEqual(['0.0624', '0.1605'])
  expect(wilsonInterval(0, 20).map((bound) => bound.toFixed(4))).toEqual(['0.0000', '0.1611'])
})

test('it holds the share that was seen, and stays a share', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
      const [helped, told] = [Math.min(a, b), Math.max(a, b)]
      const [low, high] = wilsonInterval(helped, told)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      if (told > 0) {
        expect(low).toBeLessThanOrEqual(helped / told + 1e-12)
        expect(high).toBeGreaterThanOrEqual(helped / told - 1e-12)
      }
    }),
  )
})
