import { expect, test } from 'vitest'
import { createLog, describeError } from './log'

function record(kind: 'json' | 'off') {
  const written: string[] = []
  const log = createLog(kind, {
    write: (text: string) => {
      written.push(text)
      return true
    },
  } as never)
  return { log, written }
}

test('lines are JSON objects, held back until asked for', () => {
  const { log, written } = record('json')
  log.write('request', { route: '/', status: 200, ms: 1.5 })
  log.write('start')
  expect(written).toEqual([])
  log.flush()
  expect(written).toHaveLength(1)
  const lines = written.join('').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'request', route: '/', status: 200, ms: 1.5, time: expect.stringMatching(/^\d{4}-.*Z$/) },
    { event: 'start' },
  ])
})

test('many lines do not wait', () => {
  const { log, written } = record('json')
  for (let index = 0; index < 500; index++) log.write('request', { route: '/teams/', status: 200 })
  expect(written.length).toBeGreaterThan(1)
})

test('off means errors only', () => {
  const { log, written } = record('off')
  log.write('request')
  log.write('error', { error: 'Error' })
  log.flush()
  expect(written.join('')).toMatch(/"event":"error"/)
  expect(written.join('')).not.toContain('request')
})

test('an error is told by its kind and place, never by its words', () => {
  const error = Object.assign(new TypeError('duplicate key (kim@contoso.com)'), { code: '23505' })
  const told = describeError(error)
  expect(told).toMatchObject({ error: 'TypeError', code: '23505' })
  expect(told.at).toContain('log.test')
  expect(JSON.stringify(told)).not.toContain('contoso')
  expect(describeError('text')).toEqual({ error: 'string' })
})
