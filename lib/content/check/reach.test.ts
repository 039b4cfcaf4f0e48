import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('cause-without-fix', () => {
  it('wants a cure for what the reader can end', () => {
    expect(
      problemsAfter({
        'causes/envy.mdx': `---
title: Envy
summary: The kettle envies it.
signs: [The kettle whistles.]
owner: reader
evidence: none
reviewed: 2026-11-20
---
It does.
`,
        'guides/e42.mdx': [
          'pigeon: rare',
          `pigeon: rare
  envy: rare`,
        ],
        'questions/lights.mdx': [
          'unplugged: sometimes, pigeon: 0.5',
          'envy: 0.6, unplugged: sometimes, pigeon: 0.5',
        ],
      }),
    ).toMatchInlineSnapshot(`
    "content/toaster/causes/envy.mdx
      5:8  error    e42 leads to the cause "envy", but no fix cures it.  (cause-without-fix)
                    found     owner: reader
                    expected  a fix whose "cures" names it, or another owner
                    mend      cures: { envy: usually }

    1 error in 1 file."
  `)
  })
  it('leaves causes of others to the handover', () => {
    expect(
      problemsAfter({
        'causes/envy.mdx': `---
title: Envy
summary: The kettle envies it.
signs: [The kettle whistles.]
owner: it
evidence: none
reviewed: 2026-11-20
---
It does.
`,
        'guides/e42.mdx': [
          'pigeon: rare',
          `pigeon: rare
  envy: rare`,
        ],
      }),
    ).toMatchInlineSnapshot(`""`)
  })
  it('says nothing while an article cannot be read', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['title: Plug it in', 'title: Plug: it in'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        2:8  error    A text with a colon must stand in quotes.  (frontmatter-syntax)
                      found     title: Plug: it in
                      mend      title: "Plug: it in"

      1 error in 1 file."
    `)
  })
})

describe('cause-without-guide', () => {
  it('wants a guide that leads to it', () => {
    expect(
      problemsAfter({
        'causes/envy.mdx': `---
title: Envy
summary: The kettle envies it.
signs: [The kettle whistles.]
owner: reader
evidence: none
reviewed: 2026-11-20
---
It does.
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/envy.mdx
    1:1  error    No guide lists the cause "envy", so no reader is ever led to it.  (cause-without-guide)
                  expected  "envy" under "causes" of a guide
                  mend      causes: { envy: occasional }

  1 error in 1 file."
`)
  })
})

describe('fix-out-of-reach', () => {
  it('sees fixes of causes that no guide lists', () => {
    expect(
      problemsAfter({
        'causes/envy.mdx': `---
title: Envy
summary: The kettle envies it.
signs: [The kettle whistles.]
owner: reader
evidence: none
reviewed: 2026-11-20
---
It does.
`,
        'fixes/kick-it.mdx': `---
title: Kick it
summary: Kick it.
minutes: 1
risk: none
cures: { envy: rarely }
evidence: none
check: It moved.
undo: No.
reviewed: 2026-11-20
---
<Steps>
1. Kick.

   <See>It moves.</See>
</Steps>
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/envy.mdx
    1:1  error    No guide lists the cause "envy", so no reader is ever led to it.  (cause-without-guide)
                  expected  "envy" under "causes" of a guide
                  mend      causes: { envy: occasional }

  content/toaster/fixes/kick-it.mdx
    6:8  error    No guide leads to "kick-it": it helps only with causes that no guide lists.  (fix-out-of-reach)
                  found     envy
                  mend      causes: { envy: occasional }

  2 errors in 2 files."
`)
  })
  it('sees workarounds', () => {
    expect(
      problemsAfter({
        'causes/envy.mdx': `---
title: Envy
summary: The kettle envies it.
signs: [The kettle whistles.]
owner: reader
evidence: none
reviewed: 2026-11-20
---
It does.
`,
        'fixes/eat-it-cold.mdx': [
          'worksAround: [crumbs, unplugged, pigeon, house-rules, old-firmware]',
          'worksAround: [envy]',
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/envy.mdx
     1:1  error    No guide lists the cause "envy", so no reader is ever led to it.  (cause-without-guide)
                   expected  "envy" under "causes" of a guide
                   mend      causes: { envy: occasional }

  content/toaster/fixes/eat-it-cold.mdx
    7:14  error    No guide leads to "eat-it-cold": it helps only with causes that no guide lists.  (fix-out-of-reach)
                   found     envy
                   mend      causes: { envy: occasional }

  2 errors in 2 files."
`)
  })
  it('sees handovers', () => {
    expect(
      problemsAfter({
        'fixes/ring-the-king.mdx': `---
title: Ring the king
summary: Ring.
kind: handover
minutes: 1
risk: none
evidence: none
check: He knows.
undo: No.
reviewed: 2026-11-20
---
He is busy.
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/ring-the-king.mdx
    4:7  error    No guide hands over to "ring-the-king".  (fix-out-of-reach)
                  mend      handover: ring-the-king

  1 error in 1 file."
`)
  })
})

describe('after-circle', () => {
  it('shows the circle, once', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          'evidence: reasoned',
          `after: [reset-to-factory]
evidence: reasoned`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/empty-crumb-tray.mdx
    11:8  error    These fixes wait for one another, so none of them can ever be tried.  (after-circle)
                   found     empty-crumb-tray after plug-it-in after reset-to-factory after empty-crumb-tray
                   mend      Remove plug-it-in from "after" here, or break the circle at another fix.

  1 error in 1 file."
`)
  })
})

describe('after-out-of-reach', () => {
  it('wants a guide that offers both', () => {
    expect(
      problemsAfter({
        'causes/envy.mdx': `---
title: Envy
summary: The kettle envies it.
signs: [The kettle whistles.]
owner: reader
evidence: none
reviewed: 2026-11-20
---
It does.
`,
        'guides/envy.mdx': `---
title: Envy
summary: It envies.
codes: []
causes: { envy: rare }
handover: ring-the-toaster-line
order: []
reviewed: 2026-11-20
---
Pet it.
`,
        'fixes/kick-it.mdx': `---
title: Kick it
summary: Kick it.
minutes: 1
risk: none
cures: { envy: rarely }
after: [plug-it-in]
evidence: none
check: It moved.
undo: No.
reviewed: 2026-11-20
---
<Steps>
1. Kick.

   <See>It moves.</See>
</Steps>
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/kick-it.mdx
    7:9  error    This fix waits for "plug-it-in", but no guide offers both, so the wait means nothing.  (after-out-of-reach)
                  found     plug-it-in
                  expected  a fix for a cause of envy
                  mend      Remove plug-it-in here, or add a cause that both cure.

  1 error in 1 file."
`)
  })
})
