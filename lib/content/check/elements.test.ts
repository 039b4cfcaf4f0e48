import { describe, expect, it } from 'vitest'
import { problemsOfBody, steps } from './testing'

describe('unknown-component', () => {
  it('proposes the nearest', () => {
    expect(
      problemsOfBody(`Press <Key>A</Key>.

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:7  error    There is no component <Key>.  (unknown-component)
                       found     <Key>
                       expected  Steps, See, For, Keys, Menu, Copy, Warning, Note or Sketch
                       mend      <Keys>A</Keys>

      1 error in 1 file."
    `)
  })
  it('knows what to write instead of HTML', () => {
    expect(
      problemsOfBody(`Press <kbd>A</kbd>.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:7  error    There is no component <kbd>.  (unknown-component)
                   found     <kbd>
                   expected  Steps, See, For, Keys, Menu, Copy, Warning, Note or Sketch
                   mend      <Keys>Ctrl+A</Keys>

  1 error in 1 file."
`)
  })
  it('lists them', () => {
    expect(
      problemsOfBody(`<Toast>A</Toast>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    There is no component <Toast>.  (unknown-component)
                   found     <Toast>
                   expected  Steps, See, For, Keys, Menu, Copy, Warning, Note or Sketch
                   mend      Remove the tag and keep its words.

  1 error in 1 file."
`)
  })
})

describe('unknown-attribute', () => {
  it('proposes the nearest', () => {
    expect(
      problemsOfBody(`<Copy txt="a" />

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    <Copy> has no attribute "txt".  (unknown-attribute)
                       found     txt
                       expected  text or label
                       mend      text="a"

      1 error in 1 file."
    `)
  })
  it('lists them', () => {
    expect(
      problemsOfBody(`<Note colour="red">A</Note>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <Note> has no attribute "colour".  (unknown-attribute)
                   found     colour
                   expected  no attributes
                   mend      Remove colour.

  1 error in 1 file."
`)
  })
})

describe('attribute-value', () => {
  it('wants what is required', () => {
    expect(
      problemsOfBody(`<Sketch />

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <Sketch> lacks the attribute "name".  (attribute-value)
                   mend      <Sketch name="error-window" />

  1 error in 1 file."
`)
  })
  it('wants text', () => {
    expect(
      problemsOfBody(`<Copy text="" />

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    The attribute "text" of <Copy> is empty.  (attribute-value)
                       mend      text="…"

      1 error in 1 file."
    `)
  })
  it('wants an option', () => {
    expect(
      problemsOfBody(`<Sketch name="quit-team" />

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <Sketch> knows no name "quit-team".  (attribute-value)
                   found     quit-team
                   expected  error-window, quit-teams, reset-app, access-work-or-school, credential-manager, date-and-time, internet-options or use-another-account
                   mend      name="quit-teams"

  1 error in 1 file."
`)
  })
  it('wants each attribute once', () => {
    expect(
      problemsOfBody(`<Copy text="a" text="b" />

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <Copy> has the attribute "text" twice.  (attribute-value)
                   mend      Remove one of the two.

  1 error in 1 file."
`)
  })
})

describe('component-content', () => {
  it('wants content', () => {
    expect(
      problemsOfBody(`<Warning></Warning>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <Warning> is empty.  (component-content)
                   mend      <Warning>…</Warning>

  1 error in 1 file."
`)
  })
  it('wants none', () => {
    expect(
      problemsOfBody(`<Copy text="a">b</Copy>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    <Copy> shows no content of its own.  (component-content)
                   found     b
                   mend      Close it at once: <Copy text="…" />

  1 error in 1 file."
`)
  })
})

describe('component-place', () => {
  it('wants blocks on lines of their own', () => {
    expect(
      problemsOfBody(`Paste <Copy text="a" /> there.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:7  error    <Copy> must stand on a line of its own, with empty lines around it.  (component-place)
                   found     Paste <Copy text="a" /> there.
                   mend      Put an empty line before and after <Copy>.

  1 error in 1 file."
`)
  })
  it('wants an empty line before a block', () => {
    expect(
      problemsOfBody(`Mind this.
<Note>Mind it.</Note>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    14:1  error    <Note> must stand on a line of its own, with empty lines around it.  (component-place)
                   found     <Note>Mind it.</Note>
                   mend      Put an empty line before and after <Note>.

  1 error in 1 file."
`)
  })
})
