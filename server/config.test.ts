import { expect, test } from 'vitest'
import { readConfig } from './config'

test('an empty environment is enough', () => {
  expect(readConfig({})).toEqual({ port: 3000, host: '0.0.0.0', folder: 'out' })
})

test('the environment decides', () => {
  expect(readConfig({ PORT: '8080', HOST: '127.0.0.1', SITE_FOLDER: 'site' })).toEqual({
    port: 8080,
    host: '127.0.0.1',
    folder: 'site',
  })
})

test.each(['http', '-1', '70000', '3.5'])('PORT=%s is refused with what it should be', (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(/PORT is ".*"; it must be a whole number from 0 to 65535/)
})
