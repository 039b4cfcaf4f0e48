import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCodes, normaliseCode } from './codes'

describe('normaliseCode', () => {
  test.each(['CAA20002', 'caa20002', '0xCAA20002', '0xcaa2 0002', 'CAA-20002', ' caa 20002 '])(
    'reads %j as CAA20002',
    (text) => expect(normaliseCode(text)).toBe('CAA20002'),
  )

  test('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string(), (text) => normaliseCode(normaliseCode(text)) === normaliseCode(text)))
  })
})

describe('findCodes', () => {
  test('finds the codes in a pasted message, each once', () => {
    const message = `Something went wrong. Error code: CAA20002
      Server message: AADSTS90009: Application is requesting a token. (0xCAA20002)`
    expect(findCodes(message)).toEqual(['CAA20002', 'AADSTS90009'])
  })

  test.each([
    ['caa 20002', 'CAA20002'],
    ['0xcaa82ee2', 'CAA82EE2'],
    ['code 80090016 (TPM)', '80090016'],
    ['0x80070102', '80070102'],
    ['AADSTS 50126', 'AADSTS50126'],
    ['error CA20002 in VS Code', 'CA20002'],
    ['135011', '135011'],
    ['-895352830', '895352830'],
  ])('finds the code in %j', (text, code) => expect(findCodes(text)).toContain(code))

  test.each(['', 'Teams does not start', 'I can not sign in since Monday'])('finds none in %j', (text) =>
    expect(findCodes(text)).toEqual([]),
  )
})
