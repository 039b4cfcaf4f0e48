import { describe, expect, it } from 'vitest'
import { problemsAfter, problemsOfBody, steps } from './testing'

describe('link-target', () => {
  it('proposes the article that was meant', () => {
    expect(
      problemsOfBody(`[x](../fixes/empty-tray.mdx)

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        13:1  error    There is no article toaster/fixes/empty-tray.mdx.  (link-target)
                       found     ../fixes/empty-tray.mdx
                       expected  an article’s file, seen from this one
                       mend      empty-crumb-tray.mdx

      1 error in 1 file."
    `)
  })
  it('finds it in another folder', () => {
    expect(
      problemsOfBody(`[x](pigeon.mdx)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    There is no article toaster/fixes/pigeon.mdx.  (link-target)
                   found     pigeon.mdx
                   expected  an article’s file, seen from this one
                   mend      ../causes/pigeon.mdx

  1 error in 1 file."
`)
  })
  it('refuses pages that do not exist by themselves', () => {
    expect(
      problemsOfBody(`[x](../questions/lights.mdx)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    toaster/questions/lights.mdx has no page of its own: readers meet it only within the questions of a guide.  (link-target)
                   found     ../questions/lights.mdx
                   mend      Remove the link and keep its words.

  1 error in 1 file."
`)
  })
  it('refuses links to nowhere', () => {
    expect(
      problemsOfBody(`[x](#)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A link leads nowhere.  (link-target)
                   found     [x](#)
                   mend      Write an address, or keep the words alone.

  1 error in 1 file."
`)
  })
  it('follows references', () => {
    expect(
      problemsOfBody(`[x][y]

[y]: ../fixes/gone.mdx

${steps}`),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        15:1  error    There is no article toaster/fixes/gone.mdx.  (link-target)
                       found     ../fixes/gone.mdx
                       expected  an article’s file, seen from this one
                       mend      Write the article, or remove the link and keep its words.

      1 error in 1 file."
    `)
  })
})

describe('link-anchor', () => {
  it('proposes the nearest place', () => {
    expect(
      problemsOfBody(`[x](../fixes/empty-crumb-tray.mdx#steps-2)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    toaster/fixes/empty-crumb-tray.mdx has no place "#steps-2".  (link-anchor)
                   found     ../fixes/empty-crumb-tray.mdx#steps-2
                   expected  #with-two-slots, #with-four-slots-and-its-lights-on, #a-second-way, #if-it-still-smells, #step-1, #step-2, #two-slot-step-1, #list-3-step-1, #four-slot-on-blinking-step-1, #four-slot-on-blinking-step-2 or #four-slot-on-blinking-list-5-step-1
                   mend      empty-crumb-tray.mdx#step-2

  1 error in 1 file."
`)
  })
  it('looks into the article itself', () => {
    expect(
      problemsOfBody(`[x](#step-2)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    This article has no place "#step-2".  (link-anchor)
                   found     #step-2
                   expected  #step-1
                   mend      #step-1

  1 error in 1 file."
`)
  })
  it('knows articles without places', () => {
    expect(
      problemsOfBody(`[x](../causes/crumbs.mdx#step-1)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    toaster/causes/crumbs.mdx has no place "#step-1".  (link-anchor)
                   found     ../causes/crumbs.mdx#step-1
                   expected  no place at all: it has no headings and steps
                   mend      ../causes/crumbs.mdx

  1 error in 1 file."
`)
  })
})

describe('link-form', () => {
  it('gives the file for an address', () => {
    expect(
      problemsOfBody(`[x](/toaster/fixes/empty-crumb-tray/#step-2)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A link to another article is written as its file, so that it can be checked and goes on working.  (link-form)
                   found     /toaster/fixes/empty-crumb-tray/#step-2
                   expected  an article’s file, seen from this one
                   mend      empty-crumb-tray.mdx#step-2

  1 error in 1 file."
`)
  })
  it('gives the file for a FAQ address', () => {
    expect(
      problemsOfBody(`[x](/toaster/faq/#can-it-toast-cheese)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A link to another article is written as its file, so that it can be checked and goes on working.  (link-form)
                   found     /toaster/faq/#can-it-toast-cheese
                   expected  an article’s file, seen from this one
                   mend      ../faq/can-it-toast-cheese.mdx

  1 error in 1 file."
`)
  })
  it('explains an address that leads nowhere', () => {
    expect(
      problemsOfBody(`[x](/toaster/fixes/gone/)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A link to another article is written as its file, so that it can be checked and goes on working.  (link-form)
                   found     /toaster/fixes/gone/
                   expected  an article’s file, seen from this one
                   mend      Link to an article’s file: ../fixes/ID.mdx

  1 error in 1 file."
`)
  })
  it('wants the ending', () => {
    expect(
      problemsOfBody(`[x](../fixes/empty-crumb-tray#step-1)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A link to another article is written as its file, with its ending.  (link-form)
                   found     ../fixes/empty-crumb-tray#step-1
                   expected  an article’s file, seen from this one
                   mend      empty-crumb-tray.mdx#step-1

  1 error in 1 file."
`)
  })
  it('wants https', () => {
    expect(
      problemsOfBody(`[x](http://toast.example)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A web address begins with https://.  (link-form)
                   found     http://toast.example
                   expected  https://…
                   mend      https://toast.example

  1 error in 1 file."
`)
  })
  it('wants whole addresses', () => {
    expect(
      problemsOfBody(`[x](//toast.example)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A web address is written in full.  (link-form)
                   found     //toast.example
                   expected  https://…
                   mend      https://toast.example

  1 error in 1 file."
`)
  })
  it('sees bare addresses', () => {
    expect(
      problemsOfBody(`See www.toast.example now.

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:5  error    A web address begins with https://.  (link-form)
                   found     http://www.toast.example
                   expected  https://…
                   mend      https://www.toast.example

  1 error in 1 file."
`)
  })
  it('refuses other schemes', () => {
    expect(
      problemsOfBody(`[x](javascript:alert)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    Links open web pages, mail and telephone numbers, and nothing else.  (link-form)
                   found     javascript:alert
                   expected  https:, mailto:, tel: or an article’s file
                   mend      Let readers copy it: <Copy text="javascript:alert" />

  1 error in 1 file."
`)
  })
})

describe('link-text', () => {
  it('wants words', () => {
    expect(
      problemsOfBody(`[](https://toast.example)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A link has no words, so nobody can see or hear it.  (link-text)
                   found     [](https://toast.example)
                   mend      [where it leads](https://toast.example)

  1 error in 1 file."
`)
  })
})

describe('image-file', () => {
  it('wants the picture beside the article', () => {
    expect(
      problemsOfBody(`![A tray](tra.png)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    There is no picture toaster/fixes/tra.png.  (image-file)
                   found     ![A tray](tra.png)
                   expected  a file in toaster/fixes/
                   mend      ![A tray](tray.png)

  1 error in 1 file."
`)
  })
  it('wants no pictures from elsewhere', () => {
    expect(
      problemsOfBody(`![A tray](https://toast.example/tray.png)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A picture lies beside its article, so that it is there offline too.  (image-file)
                   found     ![A tray](https://toast.example/tray.png)
                   expected  a file in toaster/fixes/
                   mend      ![A tray](tray.png)

  1 error in 1 file."
`)
  })
})

describe('image-text', () => {
  it('wants a description', () => {
    expect(
      problemsOfBody(`![](tray.png)

${steps}`),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    13:1  error    A picture has no description for readers who cannot see it.  (image-text)
                   found     ![](tray.png)
                   mend      ![what it shows](tray.png)

  1 error in 1 file."
`)
  })
})

describe('Markdown in fields', () => {
  it('is checked at its field', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          'check: The slots grow warm.',
          'check: "See [x](../fixes/gone.mdx) and <Toast /> {1}."',
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        8:8  error    There is no article toaster/fixes/gone.mdx.  (link-target)
                      found     ../fixes/gone.mdx
                      expected  an article’s file, seen from this one
                      mend      Write the article, or remove the link and keep its words.
        8:8  error    Articles hold no expressions in braces.  (no-expression)
                      found     See [x](../fixes/gone.mdx) and <Toast /> {1}.
                      mend      Write \\{ for the sign itself, or put the text into \`code\`.
        8:8  error    There is no component <Toast>.  (unknown-component)
                      found     <Toast>
                      expected  Steps, See, For, Keys, Menu, Copy, Warning, Note or Sketch
                      mend      Remove the tag and keep its words.

      3 errors in 1 file."
    `)
  })
  it('is MDX, too', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['undo: Pull the plug.', 'undo: Less than <5 slices.'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        9:7  error    A < begins a tag in MDX, but "5" cannot stand in its name.  (mdx-syntax)
                      found     Less than <5 slices.
                      mend      Write \\< for the sign itself, or put the text into \`code\`.

      1 error in 1 file."
    `)
  })
})
