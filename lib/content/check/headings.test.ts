import { describe, expect, it } from 'vitest'
import { problemsOfBody, steps } from './testing'

describe('heading-level', () => {
  it('keeps # for the title', () => {
    expect(
      problemsOfBody(`# Plug

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    The heading "Plug" has the wrong level: the title is the only heading of the first level.  (heading-level)
                   found     # Plug
                   expected  ##
                   mend      ## Plug

  1 error in 1 file."
`)
  })
  it('allows no skipped level', () => {
    expect(
      problemsOfBody(`## One

#### Two

#### Three

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    15:1  error    The heading "Two" has the wrong level: a level is skipped.  (heading-level)
                   found     #### Two
                   expected  ###
                   mend      ### Two

  1 error in 1 file."
`)
  })
  it('begins at ## ', () => {
    expect(
      problemsOfBody(`### One

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    The heading "One" has the wrong level: a level is skipped.  (heading-level)
                   found     ### One
                   expected  ##
                   mend      ## One

  1 error in 1 file."
`)
  })
  it('begins at ### inside <For>', () => {
    expect(
      problemsOfBody(`<For model="two-slot">

## One

Text.

</For>

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    15:1  error    The heading "One" has the wrong level: inside <For>, which gets a heading of its own, headings start at ###.  (heading-level)
                   found     ## One
                   expected  ###
                   mend      ### One

  1 error in 1 file."
`)
  })
  it('allows sections in <For> and after it', () => {
    expect(
      problemsOfBody(`<For model="two-slot">

### One

#### Two

</For>

## Three

### Four

${steps}`),
    ).toMatchInlineSnapshot(`""`)
  })
  it('wants words', () => {
    expect(
      problemsOfBody(`##

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A heading has no words.  (heading-level)
                   mend      Write what the section is about, or remove the heading.

  1 error in 1 file."
`)
  })
})

describe('anchor-twice', () => {
  it('sees a heading that is called like a step', () => {
    expect(
      problemsOfBody(`## Step 1

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    The heading "Step 1" has the address of a step: #step-1.  (anchor-twice)
                   found     Step 1
                   mend      Give the heading other words.

  1 error in 1 file."
`)
  })
})
