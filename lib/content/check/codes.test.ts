import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('code-shape', () => {
  it('wants upper case without 0x', () => {
    expect(problemsAfter({ 'codes.yaml': ['code: E77', 'code: 0xe77'] })).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        20:11  error    "code" must be text.  (wrong-type)
                        found     0xe77
                        mend      code: "0xe77"

      1 error in 1 file."
    `)
  })
  it('holds for families', () => {
    expect(problemsAfter({ 'codes.yaml': ['starts: E4', 'starts: e4'] })).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        2:13  error    A code is written in upper case, without 0x and spaces.  (code-shape)
                       found     e4
                       expected  A-Z and 0-9
                       mend      E4

      1 error in 1 file."
    `)
  })
  it('holds for guides', () => {
    expect(problemsAfter({ 'guides/e42.mdx': ['[E42, E42B]', '[E42, E42B, e 43]'] })).toMatchInlineSnapshot(`
      "content/toaster/guides/e42.mdx
        4:20  error    A code is written in upper case, without 0x and spaces.  (code-shape)
                       found     e 43
                       expected  A-Z and 0-9
                       mend      E43

      1 error in 1 file."
    `)
  })
})

describe('code-twice', () => {
  it('sees a second entry', () => {
    expect(problemsAfter({ 'codes.yaml': ['code: E77', 'code: E42'] })).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        20:11  error    "E42" stands for E42 already, in line 7.  (code-twice)
                        found     E42
                        mend      Remove one of the two.

      1 error in 1 file."
    `)
  })
  it('sees a spelling that is another code’s', () => {
    expect(
      problemsAfter({
        'codes.yaml': [
          'meaning: There is a pigeon.',
          `spellings: ["0xe42b"]
    meaning: There is a pigeon.`,
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        21:17  error    "0xe42b" stands for E42B already, in line 15.  (code-twice)
                        found     0xe42b
                        mend      Remove one of the two.

      1 error in 1 file."
    `)
  })
  it('sees two guides that treat one code', () => {
    expect(problemsAfter({ 'guides/smoke.mdx': ['codes: []', 'codes: [E42]'] })).toMatchInlineSnapshot(`
      "content/toaster/guides/smoke.mdx
        4:9  error    E42 is treated by toaster/guides/e42.mdx already, and a code leads to one guide.  (code-twice)
                      found     E42
                      mend      Remove E42 from one of the two, and name the other guide in "also".

      1 error in 1 file."
    `)
  })
})

describe('code-guide', () => {
  it('sees a guide that does not treat the code', () => {
    expect(
      problemsAfter({
        'codes.yaml': [
          `guide: e42
    see`,
          `guide: smoke
    see`,
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        12:12  error    The guide "smoke" does not say that it treats E42.  (code-guide)
                        found     smoke
                        expected  e42
                        mend      Add E42 to "codes" of toaster/guides/smoke.mdx, or remove the guide here.

      1 error in 1 file."
    `)
  })
  it('sees a guide that nobody is sent to', () => {
    expect(
      problemsAfter({
        'codes.yaml': [
          `guide: e42
    sources`,
          'sources',
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        15:5  error    The guide "e42" treats E42B, but readers who bring the code are not sent there.  (code-guide)
                       mend      guide: e42

      1 error in 1 file."
    `)
  })
})
