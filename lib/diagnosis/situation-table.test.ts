import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSituationTable } from './situation-table'

test('it knows what a Map knows, however far it grows', () => {
  const key = fc.oneof(fc.nat(50), fc.maxSafeNat())
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.double({ noNaN: true })), { maxLength: 200 }), (writes) => {
      const table = createSituationTable()
      const map = new Map<number, number>()
      for (const [at, value] of writes) {
        expect(table.find(at) < 0).toBe(!map.has(at))
        table.put(at, value, -1, 1)
        map.set(at, value)
      }
      for (const [at, value] of map) expect(table.value(table.find(at))).toBe(value)
    }),
  )
  const table = createSituationTable()
  for (let i = 0; i < 20_000; i++) table.put(i * 2 ** 30, i, i % 7, i)
  for (let i = 0; i < 20_000; i += 997) {
    const slot = table.find(i * 2 ** 30)
    expect([table.value(slot), table.action(slot), table.size(slot)]).toEqual([i, i % 7, i])
  }
})
