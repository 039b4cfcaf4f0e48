import { LONGEST_BODY, LONGEST_NAME, MOST_LINES } from '../../lib/comments'
import { messages as t } from '../../lib/messages'

/** What is wrong with a text, in words for its writer. */
export type Problem = { problem: string }

/** A text that may be stored, or what is wrong with it. */
export type Checked = { text: string } | Problem

/** Marks on one letter; the writing systems of the world need up to four. */
const MOST_MARKS = 5

/**
 * Characters that show nothing and change how others are shown: overrides and isolates of direction, which
 * make a command read otherwise than it copies; zero-width spaces, tags, fillers.
 */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu

/** Joiners mean something after letters of joining scripts and after pictures; nowhere else. */
const STRAY_JOINER =
  /(?<![\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}])[\u200C\u200D]/gu

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/

const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u')

/** Something to see: a letter, a digit, a sign; the blank pattern of Braille is none. */
const VISIBLE = /[\p{L}\p{N}\p{S}\p{P}]/u

/** One spelling for every line end; what shows nothing is left out. */
function tidy(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replaceAll('\u2800', ' ')
}

function checkCharacters(raw: string): Problem | undefined {
  if (!raw.isWellFormed()) return { problem: t.comments.problems.broken }
  if (CONTROL.test(raw)) return { problem: t.comments.problems.control }
  if (TOO_MANY_MARKS.test(raw.normalize('NFC'))) return { problem: t.comments.problems.marks }
  return undefined
}

/** A name, on one line; '' is allowed and shown as "A reader". */
export function checkName(raw: string): Checked {
  // Before anything is worked out over it.
  if (raw.length > LONGEST_NAME * 8) return { problem: t.comments.problems.nameLong(raw.length) }
  const wrong = checkCharacters(raw)
  if (wrong) return wrong
  const text = tidy(raw).replace(/\s+/g, ' ').trim()
  if (text.length > LONGEST_NAME) return { problem: t.comments.problems.nameLong(text.length) }
  if (raw.trim() && !VISIBLE.test(text)) return { problem: t.comments.problems.nameInvisible }
  return { text }
}

/** The text of a comment. */
export function checkBody(raw: string): Checked {
  if (raw.length > LONGEST_BODY * 4) return { problem: t.comments.problems.long(raw.length) }
  const wrong = checkCharacters(raw)
  if (wrong) return wrong
  const text = tidy(raw)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '')
  if (text.length > LONGEST_BODY) return { problem: t.comments.problems.long(text.length) }
  if (!VISIBLE.test(text)) return { problem: t.comments.problems.empty }
  const lines = text.split('\n').length
  if (lines > MOST_LINES) return { problem: t.comments.problems.lines(lines) }
  return { text }
}
