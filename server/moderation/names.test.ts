import { expect, test } from 'vitest'
import { resemblesStaff } from './names'

const moderators = [{ name: 'ana' }, { name: 'Bill Öst' }]

test.each([
  'ana',
  'Ana',
  'ANA',
  ' a n a ',
  'Ána',
  'аna',
  'аnа',
  'an@',
  'ana.',
  'a\u200bna',
  'Ana (staff)',
  '[Moderator] ana',
  'Ana – Support',
  'ana_admin',
  'bill ost',
  'BILL ÖST',
  'Bi11 0st',
  'Staff',
  'Moderator',
  'ｓｔａｆｆ',
  'Support Team',
  ' Staff!',
  '@ana|',
])('%s passes for staff', (name) => {
  expect(resemblesStaff(name, moderators)).toBe(true)
})

test.each(['', 'Anna', 'anabel', 'Bill', 'Joana', 'stafford', 'A reader', '🙂', 'Jana from support'])(
  '%s does not',
  (name) => {
    expect(resemblesStaff(name, moderators)).toBe(false)
  },
)
