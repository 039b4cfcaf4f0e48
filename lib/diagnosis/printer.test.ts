import { describe, expect, test } from 'vitest'
import { walkPolicy } from './evaluate'
import { compilePolicy } from './policy'
import { buildPrinter } from './testing/printer'

describe('a published printer troubleshooter, one cause at fault', () => {
  test.each([
    [5, 0.9],
    [22, 0.9],
    [22, 1],
  ])('%i questions, fixes that cure %d: sound, and no worse than any simpler way', (questions, cure) => {
    const model = buildPrinter(questions, cure)
    const { root, ecr, bound, baselines } = compilePolicy(model, { effort: 60_000 })
    expect(walkPolicy(model, root)).toBeCloseTo(ecr, 8)
    expect(bound).toBeLessThanOrEqual(ecr)
    expect(ecr).toBeLessThanOrEqual(baselines.lookahead + 1e-9)
    expect(ecr).toBeLessThanOrEqual(baselines.bestFixedOrder + 1e-9)
    expect(ecr).toBeLessThan(baselines.order as number)
  })

  test('without questions, with fixes that share nothing, the order by chance over minutes is proven', () => {
    const { restart, reinstallDriver, ...fixes } = buildPrinter(0).fixes
    const model = { ...buildPrinter(0), fixes, order: Object.keys(fixes) }
    const { ecr, optimal, baselines } = compilePolicy(model)
    expect(optimal).toBe(true)
    expect(ecr).toBeCloseTo(baselines.bestFixedOrder, 9)
  })
})
