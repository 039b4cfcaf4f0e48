import { expect, test } from 'vitest'
import { renderOutcomeCount } from './count'

test('a count is shown once twenty readers have told', () => {
  expect(renderOutcomeCount({ helped: 19, told: 19 })).toBe('<i hidden></i>')
  expect(renderOutcomeCount()).toBe('<i hidden></i>')
  expect(renderOutcomeCount({ helped: 41, told: 120 })).toBe(
    '<p class="quiet"><strong>Helped 41 of 120 readers who told us.</strong> That makes between 26 and 43 of 100, 95 % sure.</p>',
  )
  expect(renderOutcomeCount({ helped: 0, told: 1_000_000 })).toContain('about 0 of 100')
})
