import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('no-frontmatter', () => {
  it('says that there is none', () => {
    expect(
      problemsAfter({
        'causes/crumbs.mdx': `Bread falls apart.
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/crumbs.mdx
    1:1  error    The file does not begin with frontmatter.  (no-frontmatter)
                  found     Bread falls apart.
                  mend      ---
                            title: …
                            ---

  1 error in 1 file."
`)
  })
  it('says that it has no end', () => {
    expect(
      problemsAfter({
        'causes/crumbs.mdx': `---
title: Crumbs

Bread falls apart.
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/crumbs.mdx
    1:1  error    The frontmatter begins but does not end.  (no-frontmatter)
                  found     ---
                  mend      Put a line --- below the last field.

  1 error in 1 file."
`)
  })
})

describe('frontmatter-syntax', () => {
  it('explains a colon', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: Crumbs: below'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:8  error    A text with a colon must stand in quotes.  (frontmatter-syntax)
                      found     title: Crumbs: below
                      mend      title: "Crumbs: below"

      1 error in 1 file."
    `)
  })
  it('explains an asterisk', () => {
    expect(
      problemsAfter({ 'questions/lights.mdx': ['"*": usually }', '*: usually }'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/questions/lights.mdx
        13:71  error    An asterisk must stand in quotes, because alone it has another meaning in YAML.  (frontmatter-syntax)
                        found     suggests: { unplugged: sometimes, pigeon: 0.5, house-rules: 0.99, *: usually }
                        mend      suggests: { unplugged: sometimes, pigeon: 0.5, house-rules: 0.99, "*": usually }

      1 error in 1 file."
    `)
  })
  it('explains an asterisk in a block', () => {
    expect(
      problemsAfter({
        'questions/bread.mdx': [
          '{ frozen-bread: almost-always, "*": rarely }',
          `
      frozen-bread: almost-always
      *: rarely`,
        ],
      }),
    ).toMatchInlineSnapshot(`
        "content/toaster/questions/bread.mdx
          12:7  error    An asterisk must stand in quotes, because alone it has another meaning in YAML.  (frontmatter-syntax)
                         found     *: rarely
                         mend      "*": rarely

        1 error in 1 file."
      `)
  })
  it('explains a text that begins with an asterisk', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: *Crumbs* below'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:8  error    A text must stand in quotes if it begins with an asterisk.  (frontmatter-syntax)
                      found     title: *Crumbs* below
                      mend      title: "*Crumbs* below"

      1 error in 1 file."
    `)
  })

  it('explains signs that YAML keeps for itself', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: @crumbs below'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:8  error    A text must stand in quotes if it begins with @.  (frontmatter-syntax)
                      found     title: @crumbs below
                      mend      title: "@crumbs below"

      1 error in 1 file."
    `)
  })
  it('explains words after a quoted text', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: "Crumbs" below'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:17  error    Something follows where the value has ended already.  (frontmatter-syntax)
                       found     title: "Crumbs" below
                       mend      title: '"Crumbs" below'

      1 error in 1 file."
    `)
  })
  it('explains tabs', () => {
    expect(
      problemsAfter({
        'causes/crumbs.mdx': [
          `signs:
  - It`,
          `signs:
	- It`,
        ],
      }),
    ).toMatchInlineSnapshot(`
		"content/toaster/causes/crumbs.mdx
		  5:1  error    A line is indented with a tab.  (frontmatter-syntax)
		                found     - It smells of yesterday.
		                mend      Use spaces.

		1 error in 1 file."
	`)
  })
  it('explains a name that stands twice', () => {
    expect(
      problemsAfter({
        'causes/crumbs.mdx': [
          'owner: reader',
          `owner: reader
owner: it`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/crumbs.mdx
    8:1  error    The same name stands here twice.  (frontmatter-syntax)
                  found     owner: it
                  mend      Remove one of the two.

  1 error in 1 file."
`)
  })
  it('explains a bracket that is not closed', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['[crumb, debris]', '[crumb, debris'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        10:1  error    The indentation is uneven, or a bracket above is not closed.  (frontmatter-syntax)
                       found     sources: [manual]
                       mend      Line up what belongs together; close every [ and {.

      1 error in 1 file."
    `)
  })
  it('explains a line without a colon', () => {
    expect(problemsAfter({ 'causes/crumbs.mdx': ['owner: reader', 'owner reader'] })).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        7:1  error    A colon, a quote or a bracket is missing.  (frontmatter-syntax)
                      found     owner reader
                      mend      owner: reader

      1 error in 1 file."
    `)
  })
  it('explains backslashes in double quotes', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: "C:\\Crumbs"'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:11  error    In double quotes, a backslash must be written twice.  (frontmatter-syntax)
                       found     title: "C:\\Crumbs"
                       mend      title: "C:\\\\Crumbs"

      1 error in 1 file."
    `)
  })
  it('explains uneven indentation', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['summary: Crumbs', '  summary: Crumbs'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:8  error    The line below is indented, so it reads as a part of this one.  (frontmatter-syntax)
                      found     title: Crumbs below
                      mend      Begin both lines at the same column.

      1 error in 1 file."
    `)
  })
  it('explains a list where fields belong', () => {
    expect(
      problemsAfter({
        'causes/crumbs.mdx': `---
- title
---
Bread.
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/crumbs.mdx
    2:1  error    The frontmatter holds no fields.  (frontmatter-syntax)
                  found     - title
                  mend      Write each field on its own line: name, colon, space, value.

  1 error in 1 file."
`)
  })
  it('explains a text with an unclosed quote', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: "Crumbs below'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:8  error    A quote is opened here, but not closed.  (frontmatter-syntax)
                      found     title: "Crumbs below
                      mend      title: "Crumbs below"

      1 error in 1 file."
    `)
  })
})

describe('empty-body', () => {
  it('wants an article below the frontmatter', () => {
    expect(
      problemsAfter({
        'causes/frozen-bread.mdx': [
          `Ice is shiny, and so is plastic.
`,
          '',
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/frozen-bread.mdx
    9:1  error    The article ends with its frontmatter.  (empty-body)
                  expected  text below the second ---, as docs/authoring.md describes it for causes
                  mend      Write the article, or delete the file.

  1 error in 1 file."
`)
  })
})

describe('left-to-replace', () => {
  it('finds marks in fields and text', () => {
    expect(
      problemsAfter({
        'causes/crumbs.mdx': [
          'summary: Crumbs under',
          `summary: "REPLACE: Crumbs under"
#`,
        ],
        'faq/can-it-toast-cheese.mdx': ['Once.', 'REPLACE: the short answer.'],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        3:10  error    Here "REPLACE:" still marks text that was to be replaced.  (left-to-replace)
                       mend      Write your own words and remove the mark.

      content/toaster/faq/can-it-toast-cheese.mdx
        10:1  error    Here "REPLACE:" still marks text that was to be replaced.  (left-to-replace)
                       mend      Write your own words and remove the mark.

      2 errors in 2 files."
    `)
  })
})
