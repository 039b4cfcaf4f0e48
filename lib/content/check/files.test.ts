import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('file-place', () => {
  it('names the folder that was probably meant', () => {
    expect(problemsAfter({ 'fix/kick-it.mdx': 'x' })).toMatchInlineSnapshot(`
      "content/toaster/fix/kick-it.mdx
        1:1  error    No kind of article lives here, so nobody would ever read this file.  (file-place)
                      expected  PRODUCT/guides/ID.mdx, PRODUCT/causes/ID.mdx, PRODUCT/fixes/ID.mdx, PRODUCT/questions/ID.mdx, PRODUCT/faq/ID.mdx, PRODUCT/product.mdx, PRODUCT/sources.yaml or PRODUCT/codes.yaml
                      mend      Move it to toaster/fixes/kick-it.mdx.

      1 error in 1 file."
    `)
  })
  it('refuses a file of no kind', () => {
    expect(problemsAfter({ 'notes.txt': 'x' })).toMatchInlineSnapshot(`
      "content/toaster/notes.txt
        1:1  error    No kind of article lives here, so nobody would ever read this file.  (file-place)
                      expected  PRODUCT/guides/ID.mdx, PRODUCT/causes/ID.mdx, PRODUCT/fixes/ID.mdx, PRODUCT/questions/ID.mdx, PRODUCT/faq/ID.mdx, PRODUCT/product.mdx, PRODUCT/sources.yaml or PRODUCT/codes.yaml
                      mend      Move it out of the content folder, or to one of these places.

      1 error in 1 file."
    `)
  })
  it('refuses a file that lies too deep', () => {
    expect(problemsAfter({ 'fixes/old/kick-it.mdx': 'x' })).toMatchInlineSnapshot(`
      "content/toaster/fixes/old/kick-it.mdx
        1:1  error    No kind of article lives here, so nobody would ever read this file.  (file-place)
                      expected  PRODUCT/guides/ID.mdx, PRODUCT/causes/ID.mdx, PRODUCT/fixes/ID.mdx, PRODUCT/questions/ID.mdx, PRODUCT/faq/ID.mdx, PRODUCT/product.mdx, PRODUCT/sources.yaml or PRODUCT/codes.yaml
                      mend      Move it out of the content folder, or to one of these places.

      1 error in 1 file."
    `)
  })
  it('lets pictures lie beside articles', () => {
    expect(problemsAfter({ 'fixes/kick.png': '' })).toMatchInlineSnapshot(`""`)
  })
})

describe('file-ending', () => {
  it('wants .mdx in a folder of articles', () => {
    expect(problemsAfter({ 'fixes/kick-it.md': 'x' })).toMatchInlineSnapshot(`
      "content/toaster/fixes/kick-it.md
        1:1  error    A file here must end in .mdx.  (file-ending)
                      found     .md
                      mend      Rename it to toaster/fixes/kick-it.mdx.

      1 error in 1 file."
    `)
  })
  it('wants .yaml for sources', () => {
    expect(problemsAfter({ 'codes.yml': 'x', 'codes.yaml': null })).toMatchInlineSnapshot(`
      "content/toaster/codes.yml
        1:1  error    A file here must end in .yaml.  (file-ending)
                      found     .yml
                      mend      Rename it to toaster/codes.yaml.

      1 error in 1 file."
    `)
  })
  it('wants .mdx for the product', () => {
    expect(problemsAfter({ 'product.md': 'x' })).toMatchInlineSnapshot(`
      "content/toaster/product.md
        1:1  error    A file here must end in .mdx.  (file-ending)
                      found     .md
                      mend      Rename it to toaster/product.mdx.

      1 error in 1 file."
    `)
  })
})

describe('id-shape', () => {
  it('wants lower case with hyphens', () => {
    expect(
      problemsAfter({
        'faq/Can_It Fly.mdx': `---
question: Can it fly?
guides: [e42]
reviewed: 2026-11-20
---
Once.
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/faq/Can_It Fly.mdx
    1:1  error    The name of this file is its id and its address, but it is not lower case with hyphens.  (id-shape)
                  found     Can_It Fly
                  expected  a-z, 0-9 and single hyphens between them
                  mend      Rename the file to can-it-fly.mdx.

  1 error in 1 file."
`)
  })
})

describe('id-case', () => {
  it('sees files that some computers take for one', () => {
    expect(
      problemsAfter({
        'faq/Can-it-toast-cheese.mdx': `---
question: Can it?
guides: [e42]
reviewed: 2026-11-20
---
Once.
`,
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/faq/Can-it-toast-cheese.mdx
        1:1  error    The name of this file is its id and its address, but it is not lower case with hyphens.  (id-shape)
                      found     Can-it-toast-cheese
                      expected  a-z, 0-9 and single hyphens between them
                      mend      Rename the file to can-it-toast-cheese.mdx.

      content/toaster/faq/can-it-toast-cheese.mdx
        1:1  error    This file and toaster/faq/Can-it-toast-cheese.mdx differ only in upper and lower case: on many computers they are one file.  (id-case)
                      found     toaster/faq/can-it-toast-cheese.mdx
                      mend      Give one of them another name.

      2 errors in 2 files."
    `)
  })
})

describe('id-reserved', () => {
  it('keeps the addresses of the site free of guides', () => {
    expect(
      problemsAfter({
        'guides/search.mdx': `---
title: Lost bread
summary: It went in.
codes: []
causes: { crumbs: rare }
handover: ring-the-toaster-line
order: []
reviewed: 2026-11-20
---
Look behind it.
`,
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/guides/search.mdx
    1:1  error    The address /toaster/search/ belongs to another page of the site.  (id-reserved)
                  found     search
                  expected  any id but fixes, causes, faq, codes, search or feed
                  mend      Rename the file: guides/search-error.mdx.

  1 error in 1 file."
`)
  })
})

describe('no-product', () => {
  it('wants a page for each product', () => {
    expect(
      problemsAfter({
        'product.mdx': null,
        'guides/e42.mdx': ['[the toaster itself](../product.mdx)', 'the toaster itself'],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/product.mdx
        1:1  error    The product "toaster" has no page of its own, which names it and its maker.  (no-product)
                      expected  toaster/product.mdx
                      mend      Add toaster/product.mdx with name, short, vendor, summary, support, disclaimer and reviewed.

      1 error in 1 file."
    `)
  })
})
