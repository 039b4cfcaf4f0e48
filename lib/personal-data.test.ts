import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData, type PersonalKind, takeOut } from './personal-data'

test.each<[PersonalKind, string, string]>([
  ['email', 'write to anna.berg+teams@contoso.co.uk.', 'anna.berg+teams@contoso.co.uk'],
  ['email', 'MAX@FIRMA.DE', 'MAX@FIRMA.DE'],
  ['email', 'jörg.müller@münchen.de!', 'jörg.müller@münchen.de'],
  ['tenant', 'our tenant contoso.onmicrosoft.com fails', 'contoso.onmicrosoft.com'],
  ['tenant', 'https://fabrikam-my.sharepoint.com/personal', 'fabrikam-my.sharepoint.com'],
  ['id', 'Correlation ID: 6FA459EA-ee8a-3ca4-894e-db77e160355e', '6FA459EA-ee8a-3ca4-894e-db77e160355e'],
  ['token', 'eyJ0eXAiOiJKV1QiLCJhbGciOi.eyJhdWQi.x_y-z', 'eyJ0eXAiOiJKV1QiLCJhbGciOi.eyJhdWQi.x_y-z'],
  ['token', 'Authorization: Bearer abcdef0123456789abcdef', 'Bearer abcdef0123456789abcdef'],
  ['token', 'https://login/x?code=0.AXoA1234567890abc&x=1', 'code=0.AXoA1234567890abc'],
  ['password', 'my password is Hunter2!', 'password is Hunter2'],
  ['password', 'pwd: s3cret99', 'pwd: s3cret99'],
  ['user', 'C:\\Users\\jane.doe\\AppData\\Roaming', 'C:\\Users\\jane.doe'],
  ['user', '/Users/jane/Library', '/Users/jane'],
  ['computer', 'it is DESKTOP-4F7K2QX here', 'DESKTOP-4F7K2QX'],
  ['network', 'from 81.2.69.142 it works', '81.2.69.142'],
  ['network', 'IP 2001:db8:85a3:0:0:8a2e:370:7334', '2001:db8:85a3:0:0:8a2e:370:7334'],
  ['network', 'IP 2a02:8109::1c, yes', '2a02:8109::1c'],
  ['network', '00-1A-2B-3C-4D-5E', '00-1A-2B-3C-4D-5E'],
  ['phone', 'call +49 30 901820-12', '+49 30 901820-12'],
  ['phone', 'call 0049 (30) 90182012', '0049 (30) 90182012'],
  ['phone', 'call (425) 882-8080 now', '(425) 882-8080'],
  ['phone', 'ruf 030/90182012 an', '030/90182012'],
])('%s in “%s”', (kind, text, found) => {
  expect(findPersonalData(text)).toMatchObject([{ kind, text: found }])
})

test.each([
  'CAA20002 and 0x80090016, AADSTS50058, 1200x800',
  'It broke on 2026-11-22 at 10:15:30 and on 01/15/2026 10:15.',
  'Teams 24102.1309.2818.1234 (64-bit), version 16.0.1.2, 1.7.00.1234',
  'My router is 192.168.1.1, DNS is 8.8.8.8 and 127.0.0.1 answers.',
  '%AppData%\\Microsoft\\Teams and C:\\Users\\%USERNAME%\\AppData, C:\\Users\\<you>\\x',
  'I forgot my password: nothing happened. The password is wrong.',
  'Press Win+R, type `ms-settings:network` and wait 10 to 20 seconds.',
  'Tried it 3 times - 1, 2, 3 - no luck. 15 of 20 people.',
  'std::vector, a::b, 12:30',
  '@anna said so',
])('nothing in “%s”', (text) => {
  expect(findPersonalData(text)).toEqual([])
})

test('each thing is found once, in order, with its place', () => {
  const text = 'a@b.example, +49 30 90182012 and a@b.example'
  const found = findPersonalData(text)
  expect(found.map(({ kind }) => kind)).toEqual(['email', 'phone', 'email'])
  for (const { text: words, start, end } of found) expect(text.slice(start, end)).toBe(words)
})

test('what was found is taken out, and the rest stays', () => {
  expect(takeOut('I am anna@contoso.com, call +49 30 90182012.', (kind) => `[${kind}]`)).toBe(
    'I am [email], call [phone].',
  )
})

const pieces = fc.constantFrom(
  ...[
    'a',
    '1',
    '.',
    '-',
    ':',
    '@',
    '+',
    ' ',
    '(',
    ')',
    '/',
    '\\',
    '=',
    'eyJ',
    'Users\\',
    'code=',
    '0',
    'é',
    '\n',
  ],
)

test('whatever the text, places do not overlap and taking out ends', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 300 }), (parts) => {
      const text = parts.join('')
      const found = findPersonalData(text)
      let end = 0
      for (const finding of found) {
        expect(finding.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(finding.start, finding.end)).toBe(finding.text)
        end = finding.end
      }
      expect(findPersonalData(takeOut(text, () => '[removed]'))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('no text is slow: each kind of repetition, as long as a comment may be', () => {
  // The work grows with the length: a text that made it quadratic would not end within the test's time.
  for (const piece of [
    'a',
    '1',
    'a.',
    '1.',
    '1-',
    'a:',
    ':',
    '0 ',
    'a@',
    '@a.',
    'eyJ',
    'password: ',
    '(0',
    '+1 ',
    'x\\',
  ])
    for (let run = 0; run < 20; run++) findPersonalData(piece.repeat(4_000).slice(0, 4_000 + run))
})
