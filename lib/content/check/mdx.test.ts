import { describe, expect, it } from 'vitest'
import { problemsOfBody, steps } from './testing'

describe('mdx-syntax', () => {
  it('explains a bare <', () => {
    expect(
      problemsOfBody(`Less than <5 slices.

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:12  error    A < begins a tag in MDX, but "5" cannot stand in its name.  (mdx-syntax)
                        found     Less than <5 slices.
                        mend      Write \\< for the sign itself, or put the text into \`code\`.

      1 error in 1 file."
    `)
  })
  it('explains a bare brace', () => {
    expect(
      problemsOfBody(`Press { twice.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:15  error    A brace { begins a program in MDX.  (mdx-syntax)
                    found     Press { twice.
                    mend      Write \\{ for the sign itself, or put the text into \`code\`.

  1 error in 1 file."
`)
  })
  it('explains a word in braces', () => {
    expect(
      problemsOfBody(`Press {any key}.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:11  error    A brace { begins a program in MDX.  (mdx-syntax)
                    found     Press {any key}.
                    mend      Write \\{ for the sign itself, or put the text into \`code\`.

  1 error in 1 file."
`)
  })
  it('explains HTML comments', () => {
    expect(
      problemsOfBody(`<!-- later -->

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:2  error    A comment of HTML is none in MDX.  (mdx-syntax)
                   found     <!-- later -->
                   mend      {/* … */}

  1 error in 1 file."
`)
  })
  it('explains a tag that is not closed', () => {
    expect(
      problemsOfBody(`<Note>

More.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    The tags of <Note> do not match: one is not closed, or closed at another depth.  (mdx-syntax)
                   found     <Note>
                   mend      Write </Note> at the same indentation as <Note>, with an empty line before it.

  1 error in 1 file."
`)
  })
  it('explains a tag that was never opened', () => {
    expect(
      problemsOfBody(`More.

</Note>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    15:2  error    A tag is closed here that was never opened.  (mdx-syntax)
                   found     </Note>
                   mend      Remove it, or open it above.

  1 error in 1 file."
`)
  })
  it('explains an address in angle brackets', () => {
    expect(
      problemsOfBody(`See <https://toast.example>.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:12  error    An address in angle brackets is a tag in MDX.  (mdx-syntax)
                    found     See <https://toast.example>.
                    mend      Write [the words](https://…).

  1 error in 1 file."
`)
  })
  it('explains quotes within quotes', () => {
    expect(
      problemsOfBody(`<Copy text="say "please"" />

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:24  error    The attributes of a tag cannot be read.  (mdx-syntax)
                    found     <Copy text="say "please"" />
                    mend      Write name="text"; use name='text' around a text with double quotes, and &quot; if it has both.

  1 error in 1 file."
`)
  })
  it('explains a sentence that begins with import', () => {
    expect(
      problemsOfBody(`import your own bread if you can.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:13  error    A paragraph that begins with the word import or export is read as a program.  (mdx-syntax)
                    found     import your own bread if you can.
                    mend      Begin the sentence with another word.

  1 error in 1 file."
`)
  })
  it('explains a list that swallows a tag', () => {
    expect(
      problemsOfBody(`<Steps>
1. One.

   <See>Two.
</Steps>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    16:4  error    The tags of <See> do not match: one is not closed, or closed at another depth.  (mdx-syntax)
                   found     <See>Two.
                   mend      Write </See> at the same indentation as <See>, with an empty line before it.

  1 error in 1 file."
`)
  })
})

describe('no-script', () => {
  it('refuses import', () => {
    expect(
      problemsOfBody(`import bread from './bread'

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    Articles import and export nothing.  (no-script)
                       found     import bread from './bread'
                       mend      Remove it; every component is there already.

      1 error in 1 file."
    `)
  })
  it('refuses export', () => {
    expect(
      problemsOfBody(`export const bread = 1

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    Articles import and export nothing.  (no-script)
                       found     export const bread = 1
                       mend      Remove it; every component is there already.

      1 error in 1 file."
    `)
  })
  it('refuses scripts', () => {
    expect(
      problemsOfBody(`<script>toast()</script>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    Articles hold no <script>.  (no-script)
                   found     <script>toast()</script>
                   mend      Remove it.

  1 error in 1 file."
`)
  })
})

describe('no-expression', () => {
  it('refuses braces', () => {
    expect(
      problemsOfBody(`There are {1 + 1} slots.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:11  error    Articles hold no expressions in braces.  (no-expression)
                    found     There are {1 + 1} slots.
                    mend      Write \\{ for the sign itself, or put the text into \`code\`.

  1 error in 1 file."
`)
  })
  it('refuses braces in attributes', () => {
    expect(
      problemsOfBody(`<Copy text={"a"} />

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    An attribute of <Copy> is an expression in braces.  (no-expression)
                   found     text={"a"}
                   mend      text="…"

  1 error in 1 file."
`)
  })
  it('refuses spread attributes', () => {
    expect(
      problemsOfBody(`<Copy text="a" {...all} />

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    An attribute of <Copy> is an expression in braces.  (no-expression)
                   found     {…}
                   mend      Write each attribute as name="text".

  1 error in 1 file."
`)
  })
  it('allows comments', () => {
    expect(
      problemsOfBody(`{/* later */}

${steps}`),
    ).toMatchInlineSnapshot(`""`)
  })
})
