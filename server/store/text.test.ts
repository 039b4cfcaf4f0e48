import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, foldText, hashWords } from './text'

describe('text', () => {
  test('is kept as it is if databases can keep it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'))
        expect(cleanText(text)).toBe(text)
      }),
    )
  })

  test('can always be written as UTF-8 without U+0000, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        const clean = cleanText(`${text}\0${String.fromCharCode(half)}${text}`)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toContain('\0')
        expect(cleanText(clean)).toBe(clean)
        expect(Buffer.from(clean, 'utf8').toString('utf8')).toBe(clean)
      }),
    )
  })

  test('is found in every case and form of letters', () => {
    expect(foldText('É ﬁne')).toBe(foldText('e\u0301 FINE'))
  })

  test('is the same for duplicates if only what nobody sees differs', () => {
    const hash = hashWords('a', 'Turn it off.')
    for (const same of [
      'turn it OFF.',
      ' Turn\n\nit\u00a0off .',
      'T\u200bur\u00adn i\u2060t\u202e off.\ufe0f',
    ])
      expect(hashWords('a', same), same).toBe(hash)
    for (const other of ['Turn it of.', 'Turn it off', 'Türn it off.'])
      expect(hashWords('a', other), other).not.toBe(hash)
    expect(hashWords('b', 'Turn it off.')).not.toBe(hash)
  })
})
