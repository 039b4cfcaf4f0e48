import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readArticle } from '../../../lib/content/read'
import { draftFrom, idFor, oneLine, questionIn, writeArticle } from './draft'

const thread = 'teams/faq/can-a-vpn-cause-it'

test('the question is the first sentence that asks', () => {
  expect(questionIn('I am stuck. Does the\nhotspot test count on a Mac? Thanks!')).toBe(
    'Does the hotspot test count on a Mac?',
  )
  expect(questionIn('It works with split tunnelling. Great.')).toBe('It works with split tunnelling.')
  expect(questionIn('')).toBe('')
  expect(questionIn(`${'word '.repeat(100)}?`).length).toBeLessThanOrEqual(200)
})

test('an id is lower case with hyphens, and short', () => {
  expect(idFor('Does the hotspot test count on a Mac?')).toBe('does-the-hotspot-test-count-on-a-mac')
  expect(idFor('../../etc/passwd')).toBe('etc-passwd')
  expect(idFor('如何登录？')).toBe('')
  expect(idFor('a'.repeat(300)).length).toBeLessThanOrEqual(49)
})

test('a draft is an article that says what is still to do', () => {
  const draft = draftFrom({ body: 'Is {this} a "question": or not?', thread }, { body: 'Yes. See <b>.' }, [
    'caa20002',
  ])
  expect(writeArticle(draft, '2026-12-01')).toMatchInlineSnapshot(`
    "---
    # A draft, made from a reader's comment. Before it is published: check each claim, name where it comes
    # from under sources, set reviewed to that day, and remove these two lines.
    question: 'Is {this} a "question": or not?'
    guides: [caa20002]
    sources: []
    reviewed: 2026-12-01
    ---

    Yes. See \\<b\\>.
    "
  `)
})

test('no question and no answer can leave its field, whatever was typed', () => {
  const nasty = fc.array(
    fc.oneof(
      fc.constantFrom(
        '---',
        '\n---\n',
        '"',
        "'",
        '\\',
        ': ',
        '# ',
        '{',
        '*',
        '&a',
        '!x',
        '|',
        '>',
        '%',
        '@',
        '`',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(nasty, nasty, (a, b) => {
      const [question, answer] = [a.join(''), b.join('')]
      const draft = { product: 'teams', id: 'x', question, guides: ['caa20002'], answer }
      const article = readArticle('teams/faq/x.mdx', writeArticle(draft, '2026-12-01'))
      expect(article.syntax).toEqual([])
      expect(article.data).toEqual({
        question: oneLine(question),
        guides: ['caa20002'],
        sources: [],
        reviewed: '2026-12-01',
      })
    }),
    { numRuns: 2_000 },
  )
})
