import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('answer-reserved', () => {
  it('keeps unsure for the site', () => {
    expect(problemsAfter({ 'questions/bread.mdx': ['id: soft', 'id: unsure'] })).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        11:9  error    No answer may be called "unsure": "I’m not sure" is added to every question by itself.  (answer-reserved)
                       found     unsure
                       mend      Remove this answer, or give it another id.

      1 error in 1 file."
    `)
  })
  it('keeps the asterisk for causes', () => {
    expect(problemsAfter({ 'questions/bread.mdx': ['id: soft', 'id: "*"'] })).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        11:9  error    No answer may be called "*": it stands for all causes not named.  (answer-reserved)
                       found     *
                       mend      id: some-words

      1 error in 1 file."
    `)
  })
  it('keeps tried for fixes', () => {
    expect(
      problemsAfter({
        'questions/tried.mdx': `---
question: What did you try?
short: Tried
help: Remember.
seconds: 5
answers:
  - { id: nothing, label: Nothing, said: nothing, suggests: { crumbs: usually, "*": rarely } }
  - { id: everything, label: Everything, said: everything, suggests: { crumbs: rarely, "*": usually } }
reviewed: 2026-11-20
---
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/questions/tried.mdx
    1:1  error    No question may be called "tried": in addresses it stands before a fix that did not help.  (answer-reserved)
                  found     tried
                  mend      Rename the file to tried-before.mdx.

  1 error in 1 file."
`)
  })
})

describe('id-shape', () => {
  it('allows no dots in answers, because addresses have them', () => {
    expect(problemsAfter({ 'questions/bread.mdx': ['id: soft', 'id: so.ft'] })).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        11:9  error    The id of an answer stands in addresses (bread.so-ft), but this one is not lower case with hyphens.  (id-shape)
                       found     so.ft
                       expected  a-z, 0-9 and single hyphens between them
                       mend      id: so-ft

      1 error in 1 file."
    `)
  })
})

describe('answer-twice', () => {
  it('sees two answers of one id', () => {
    expect(problemsAfter({ 'questions/bread.mdx': ['id: soft', 'id: hard'] })).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        11:9  error    Two answers have the id "hard".  (answer-twice)
                       found     hard
                       mend      id: hard-2

      1 error in 1 file."
    `)
  })
})

describe('few-answers', () => {
  it('wants at least two', () => {
    expect(
      problemsAfter({
        'questions/bread.mdx': [
          `  - id: soft
    label: No, it is soft
    said: soft bread
    suggests: { frozen-bread: never, "*": usually }
`,
          '',
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/questions/bread.mdx
    7:3  error    A question needs at least two answers.  (few-answers)
                  found     1 answer
                  expected  2 or more; "I’m not sure" is added by itself
                  mend      - id: no
                              label: No
                              said: it does not
                              suggests: { "*": sometimes }

  1 error in 1 file."
`)
  })
})

describe('unknown-answer', () => {
  it('proposes the nearest', () => {
    expect(problemsAfter({ 'fixes/thaw-the-bread.mdx': ['[hard]', '[hart]'] })).toMatchInlineSnapshot(`
      "content/toaster/fixes/thaw-the-bread.mdx
        7:20  error    The question "bread" has no answer "hart".  (unknown-answer)
                       found     hart
                       expected  hard or soft
                       mend      hard

      1 error in 1 file."
    `)
  })
})
