import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('unknown-reference', () => {
  it('proposes the nearest cause, and reports the slip once', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['unplugged: 0.9', 'unpluged: 0.9'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        6:10  error    There is no cause "unpluged" in toaster/causes/.  (unknown-reference)
                       found     unpluged
                       expected  crumbs, frozen-bread, house-rules, old-firmware, pigeon or unplugged
                       mend      unplugged

      1 error in 1 file."
    `)
  })
  it('looks at fixes', () => {
    expect(
      problemsAfter({ 'guides/e42.mdx': ['handover: ring-the-toaster-line', 'handover: ring-toaster-line'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/guides/e42.mdx
        17:11  error    There is no fix "ring-toaster-line" in toaster/fixes/.  (unknown-reference)
                        found     ring-toaster-line
                        expected  eat-it-cold, empty-crumb-tray, plug-it-in, reset-to-factory, ring-the-toaster-line, thaw-the-bread or update-firmware
                        mend      handover: ring-the-toaster-line

      1 error in 1 file."
    `)
  })
  it('looks at guides', () => {
    expect(
      problemsAfter({ 'faq/can-it-toast-cheese.mdx': ['[e42, smoke]', '[e42, steam]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/faq/can-it-toast-cheese.mdx
        3:15  error    There is no guide "steam" in toaster/guides/.  (unknown-reference)
                       found     steam
                       expected  e42 or smoke
                       mend      Write toaster/guides/steam.mdx, or remove steam here.

      1 error in 1 file."
    `)
  })
  it('looks at questions', () => {
    expect(
      problemsAfter({ 'questions/lights.mdx': ['overlaps: [smell]', 'overlaps: [taste]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/questions/lights.mdx
        7:12  error    There is no question "taste" in toaster/questions/.  (unknown-reference)
                       found     taste
                       expected  bread, lights, model or smell
                       mend      Write toaster/questions/taste.mdx, or remove taste here.

      1 error in 1 file."
    `)
  })
  it('looks at conditions', () => {
    expect(
      problemsAfter({ 'fixes/thaw-the-bread.mdx': ['{ bread: [hard] }', '{ breat: [hard] }'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/thaw-the-bread.mdx
        7:12  error    There is no question "breat" in toaster/questions/.  (unknown-reference)
                       found     breat
                       expected  bread, lights, model or smell
                       mend      bread

      1 error in 1 file."
    `)
  })
  it('looks at causes of answers', () => {
    expect(
      problemsAfter({
        'questions/lights.mdx': ['unplugged: sometimes, pigeon', 'unplugged: sometimes, pidgeon'],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/questions/lights.mdx
        13:39  error    There is no cause "pidgeon" in toaster/causes/.  (unknown-reference)
                        found     pidgeon
                        expected  crumbs, frozen-bread, house-rules, old-firmware, pigeon or unplugged
                        mend      pigeon

      1 error in 1 file."
    `)
  })
  it('looks at sources', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          'evidence: reasoned',
          `evidence: reasoned
sources: [manuals]`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    8:11  error    There is no source "manuals" in toaster/sources.yaml.  (unknown-reference)
                   found     manuals
                   expected  manual or pigeon-forum
                   mend      manual

  1 error in 1 file."
`)
  })
  it('looks at sources of codes', () => {
    expect(
      problemsAfter({ 'codes.yaml': ['sources: [pigeon-forum]', 'sources: [hearsay]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        25:15  error    There is no source "hearsay" in toaster/sources.yaml.  (unknown-reference)
                        found     hearsay
                        expected  manual or pigeon-forum
                        mend      Add hearsay to toaster/sources.yaml.

      1 error in 1 file."
    `)
  })
  it('looks at guides of codes', () => {
    expect(
      problemsAfter({
        'codes.yaml': [
          `guide: e42
    see`,
          `guide: e43
    see`,
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        12:12  error    There is no guide "e43" in toaster/guides/.  (unknown-reference)
                        found     e43
                        expected  e42 or smoke
                        mend      guide: e42

      1 error in 1 file."
    `)
  })
  it('looks at articles of codes', () => {
    expect(
      problemsAfter({ 'codes.yaml': ['[fixes/ring-the-toaster-line]', '[ring-the-toaster-line]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        24:11  error    "see" leads to no cause or fix.  (unknown-reference)
                        found     ring-the-toaster-line
                        expected  causes/ID or fixes/ID
                        mend      fixes/ring-the-toaster-line

      1 error in 1 file."
    `)
  })
  it('knows former ids', () => {
    expect(
      problemsAfter({
        'fixes/empty-crumb-tray.mdx': ['after: [plug-it-in]', 'after: []'],
        'fixes/reset-to-factory.mdx': [
          '[update-firmware, empty-crumb-tray]',
          '[update-firmware, clean-toaster]',
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/reset-to-factory.mdx
        9:26  error    The fix "clean-toaster" has been renamed.  (unknown-reference)
                       found     clean-toaster
                       expected  eat-it-cold, empty-crumb-tray, plug-it-in, reset-to-factory, ring-the-toaster-line, thaw-the-bread or update-firmware
                       mend      empty-crumb-tray

      1 error in 1 file."
    `)
  })
})

describe('self-reference', () => {
  it('refuses an article that names itself', () => {
    expect(
      problemsAfter({
        'guides/e42.mdx': ['also: [smoke]', 'also: [e42]'],
        'fixes/plug-it-in.mdx': [
          'evidence: reasoned',
          `evidence: reasoned
after: [plug-it-in]`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
     8:9  error    "after" names the article itself.  (self-reference)
                   found     plug-it-in
                   mend      Remove plug-it-in here.

  content/toaster/guides/e42.mdx
    19:8  error    "also" names the article itself.  (self-reference)
                   found     e42
                   mend      Remove e42 here.

  2 errors in 2 files."
`)
  })
})

describe('id-twice', () => {
  it('refuses an alias that is an id', () => {
    expect(problemsAfter({ 'causes/crumbs.mdx': ['[crumb, debris]', '[pigeon]'] })).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        9:11  error    The alias "pigeon" is taken by toaster/causes/pigeon.mdx, so its address would lead to two pages.  (id-twice)
                       found     pigeon
                       mend      Remove pigeon here.

      1 error in 1 file."
    `)
  })
  it('refuses an alias that another article has', () => {
    expect(
      problemsAfter({
        'causes/pigeon.mdx': [
          'evidence: none',
          `evidence: none
aliases: [debris]`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/causes/pigeon.mdx
    7:11  error    The alias "debris" is taken by toaster/causes/crumbs.mdx, so its address would lead to two pages.  (id-twice)
                   found     debris
                   mend      Remove debris here.

  1 error in 1 file."
`)
  })
  it('refuses the article’s own id', () => {
    expect(problemsAfter({ 'causes/crumbs.mdx': ['[crumb, debris]', '[crumbs]'] })).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        9:11  error    The alias "crumbs" is the id of this article, so its address would lead to two pages.  (id-twice)
                       found     crumbs
                       mend      Remove crumbs here.

      1 error in 1 file."
    `)
  })
})

describe('id-shape', () => {
  it('holds for aliases', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['[crumb, debris]', '[Old Crumbs]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        9:11  error    An alias was once an id, but this is not lower case with hyphens.  (id-shape)
                       found     Old Crumbs
                       expected  a-z, 0-9 and single hyphens between them
                       mend      old-crumbs

      1 error in 1 file."
    `)
  })
})
