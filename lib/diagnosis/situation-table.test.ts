import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSituationTable } from './situation-table'

test('it knows what a Map knows, however far it grows', () => {
  const number = fc.oneof(fc.nat(20), fc.maxSafeNat())
  const key = fc.tuple(number, number)
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.double({ noNaN: true })), { maxLength: 200 }), (writes) => {
      const table = createSituationTable()
      const map = new Map<string, number>()
      for (const [at, value] of writes) {
        expect(table.find(...at) < 0).toBe(!map.has(at.join()))
        table.put(...at, value, -1, 1)
        map.set(at.join(), value)
      }
      for (const [at] of writes) expect(table.value(table.find(...at))).toBe(map.get(at.join()))
    }),
  )
  const table = createSituationTable()
  for (let i = 0; i < 20_000; i++) table.put(i * 2 ** 30, i % 3, i, i % 7, i)
  for (let i = 0; i < 20_000; i += 997) {
    const slot = table.find(i * 2 ** 30, i % 3)
    expect([table.value(slot), table.action(slot), table.size(slot)]).toEqual([i, i % 7, i])
  }
})
