import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_BODY, LONGEST_NAME } from '../../lib/comments'
import { messages as t } from '../../lib/messages'
import { checkBody, checkName } from './text'

const { problems } = t.comments

test.each([
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['  \n\n a \n\n\n\n b  \n', ' a\n\n b'],
  ['e\u0301', 'é'],
  ['copy \u202Egpj.exe\u202C now', 'copy gpj.exe now'],
  ['a\u200Bb\u2060c\uFEFFd\u00ADe', 'abcde'],
  ['pass\u200Dword', 'password'],
  ['👩\u200D💻 works', '👩\u200D💻 works'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['\u{E0041}tag', 'tag'],
])('the text %j becomes %j', (raw, text) => expect(checkBody(raw)).toEqual({ text }))

test.each([
  ['', problems.empty],
  [' \n\t ', problems.empty],
  ['\u200B\u2060', problems.empty],
  ['a\u0000b', problems.control],
  ['a\u001Bb', problems.control],
  ['a\u009Bb', problems.control],
  ['\uD800', problems.broken],
  [`Z${'\u0301\u0316'.repeat(20)}`, problems.marks],
  ['a'.repeat(LONGEST_BODY + 1), problems.long(LONGEST_BODY + 1)],
  ['a\n'.repeat(201), problems.lines(201)],
])('the text %j is refused', (raw, problem) => expect(checkBody(raw)).toEqual({ problem }))

test('the longest text is taken, counted after normalisation', () => {
  expect(checkBody('e\u0301'.repeat(LONGEST_BODY))).toEqual({ text: 'é'.repeat(LONGEST_BODY) })
})

test('megabytes of marks are refused before anything is worked out over them', () => {
  expect(checkBody(`a${'\u0301'.repeat(5_000_000)}`)).toEqual({ problem: problems.long(5_000_001) })
  expect(checkName(`a${'\u0301'.repeat(5_000_000)}`)).toEqual({ problem: problems.nameLong(5_000_001) })
})

test.each([
  ['  Ana \n Berg ', 'Ana Berg'],
  ['', ''],
  ['   ', ''],
  ['ไก่ ประเทศไทย', 'ไก่ ประเทศไทย'],
  ['\u202EnaA', 'naA'],
])('the name %j becomes %j', (raw, text) => expect(checkName(raw)).toEqual({ text }))

test.each([
  ['\u200B\u200E', problems.nameInvisible],
  ['\u3164\uFFA0', problems.nameInvisible],
  ['\u2800', problems.nameInvisible],
  ['\u0301', problems.nameInvisible],
  ['a'.repeat(LONGEST_NAME + 1), problems.nameLong(LONGEST_NAME + 1)],
  [`A${'\u0300'.repeat(9)}`, problems.marks],
])('the name %j is refused', (raw, problem) => expect(checkName(raw)).toEqual({ problem }))

test('what was tidied once stays as it is, and holds nothing that hides', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
      const once = checkBody(raw)
      if ('problem' in once) return
      expect(checkBody(once.text)).toEqual(once)
      expect(once.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\uFEFF\r]/)
    }),
    { numRuns: 500 },
  )
})
