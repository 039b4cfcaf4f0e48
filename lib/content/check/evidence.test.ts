import { describe, expect, it } from 'vitest'
import { problemsAfter, steps } from './testing'

const cause = (id: string, owner: string, sign: string) => `---
title: ${id}
summary: Something envies the toaster.
signs: ["It is warm.", "${sign}"]
owner: ${owner}
evidence: none
reviewed: 2026-11-20
---

It does.
`

const kick = `---
title: Kick it
summary: Kick it.
minutes: 1
risk: none
cures: { envy: rarely }
evidence: none
check: It moved.
undo: It cannot be undone.
reviewed: 2026-11-20
---

${steps}
`

const twins = {
  'causes/envy.mdx': cause('Envy', 'reader', 'The kettle whistles.'),
  'causes/spite.mdx': cause('Spite', 'it', 'The kettle is silent.'),
  'guides/e42.mdx': ['pigeon: rare', 'pigeon: rare\n  envy: rare\n  spite: rare'],
} as const

describe('question-without-use', () => {
  it('sees answers that suggest no cause of a guide', () => {
    const bread = `---
question: Is it Tuesday?
short: Tuesday
help: Ask a calendar.
seconds: 15
answers:
  - { id: hard, label: Yes, said: Tuesday, suggests: { "*": rarely } }
  - { id: soft, label: No, said: another day, suggests: { "*": usually } }
reviewed: 2026-11-20
---
`
    expect(problemsAfter({ 'questions/bread.mdx': bread })).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        7:3  error    No answer suggests a cause of any guide, so this question is never asked.  (question-without-use)
                      expected  causes that a guide lists
                      mend      suggests: { crumbs: usually, "*": sometimes }

      1 error in 1 file."
    `)
  })

  it('sees answers that are as likely whatever the cause', () => {
    const change = [
      '{ frozen-bread: almost-always, "*": rarely }',
      '{ frozen-bread: never, "*": usually }',
    ] as const
    expect(problemsAfter({ 'questions/bread.mdx': change })).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        7:3  error    Whatever the cause, every answer is as likely as before: this question tells nothing apart.  (question-without-use)
                      expected  an answer that is likelier for one cause than for another
                      mend      suggests: { frozen-bread: almost-always, "*": rarely }

      1 error in 1 file."
    `)
  })
})

describe('causes-alike', () => {
  it('names both and proposes a question', () => {
    expect(problemsAfter({ ...twins, 'fixes/kick-it.mdx': kick })).toMatchInlineSnapshot(`
      "content/toaster/guides/e42.mdx
        15:3  warning  No question tells "envy" or "spite" apart, but different fixes cure them.  (causes-alike)
                       found     toaster/causes/envy.mdx, toaster/causes/spite.mdx
                       expected  a question whose answers suggest one of them more than the other
                       mend      question: "Is this so? The kettle whistles."
                                 answers:
                                   - { id: "yes", label: "Yes", said: …, suggests: { envy: usually, spite: rarely } }
                                   - { id: "no", label: "No", said: …, suggests: { envy: rarely, spite: usually } }

      1 warning in 1 file."
    `)
  })

  it('is content when the same fixes cure them', () => {
    const both = kick.replace('{ envy: rarely }', '{ envy: rarely, spite: rarely }')
    expect(problemsAfter({ ...twins, 'fixes/kick-it.mdx': both })).toBe('')
  })

  it('is content when a question tells them apart', () => {
    const change = [
      '{ unplugged: usually, "*": never }',
      '{ unplugged: usually, spite: usually, "*": never }',
    ] as const
    expect(problemsAfter({ ...twins, 'fixes/kick-it.mdx': kick, 'questions/lights.mdx': change })).toBe('')
  })
})

describe('unused-source', () => {
  it('warns of sources that nobody names', () => {
    expect(
      problemsAfter({
        'sources.yaml': [
          `sources:
`,
          `sources:
  gossip: { title: Gossip, publisher: The kettle }
`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/sources.yaml
    3:3  warning  No article names the source "gossip".  (unused-source)
                  mend      Name it where its facts are used, or remove it.

  1 warning in 1 file."
`)
  })
})
