import { expect, test } from 'vitest'
import { answersThatLeaveSteps, audienceId, isMeant, readAudience, variantsOf } from './variants'

const article = { id: 'x', product: 'p', file: 'p/fixes/x.mdx', body: '' }

test('finds the parts of an article that differ by answer, in order', () => {
  const body = `Text <For device="no">inline.\n\n<For device="windows" teams='new, classic'>\n\nA\n\n</For>\n\n<For device="mac">\n`
  expect(variantsOf({ ...article, body })).toEqual([
    { device: ['windows'], teams: ['new', 'classic'] },
    { device: ['mac'] },
  ])
  expect(variantsOf(article)).toEqual([])
})

test('each part has an id that can be guessed', () => {
  expect(audienceId(readAudience({ device: 'windows', teams: 'new,classic' }))).toBe(
    'for-windows-new-classic',
  )
})

test('a part is left out only for a reader who answered otherwise', () => {
  const windows = readAudience({ device: 'windows', teams: 'new' })
  expect(isMeant(windows, new Map())).toBe(true)
  expect(isMeant(windows, new Map([['device', 'windows']]))).toBe(true)
  expect(isMeant(windows, new Map([['device', 'mac']]))).toBe(false)
  expect(isMeant(windows, new Map([['vpn', 'on']]))).toBe(true)
})

test('answers never leave an article without its steps', () => {
  const body = '<For device="windows">\n\n</For>\n\n<For device="mac">\n\n</For>\n'
  const mac = new Map([['device', 'mac']])
  expect(answersThatLeaveSteps({ ...article, body }, mac)).toBe(mac)
  expect(answersThatLeaveSteps({ ...article, body }, new Map([['device', 'virtual']])).size).toBe(0)
})
