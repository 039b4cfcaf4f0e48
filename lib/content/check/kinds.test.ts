import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('fix-kind', () => {
  it('wants cures of a fix', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          `cures: { unplugged: 0.9 }
`,
          '',
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/unplugged.mdx
        5:8  error    e42 leads to the cause "unplugged", but no fix cures it.  (cause-without-fix)
                      found     owner: reader
                      expected  a fix whose "cures" names it, or another owner
                      mend      cures: { unplugged: usually }

      content/toaster/fixes/plug-it-in.mdx
        1:1  error    A fix must say what it cures, or no plan will ever offer it.  (fix-kind)
                      expected  causes, each with how often this fix ends it
                      mend      cures: { crumbs: usually }

      2 errors in 2 files."
    `)
  })
  it('wants nothing else of a fix', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          'evidence: reasoned',
          `worksAround: [crumbs]
evidence: reasoned`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    7:1  error    A fix cures causes; only a workaround works around them.  (fix-kind)
                  found     worksAround
                  mend      Remove worksAround, or write kind: workaround and remove cures.

  1 error in 1 file."
`)
  })
  it('wants worksAround of a workaround', () => {
    expect(
      problemsAfter({
        'fixes/eat-it-cold.mdx': [
          'worksAround: [crumbs, unplugged, pigeon, house-rules, old-firmware]',
          'cures: { crumbs: rarely }',
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/eat-it-cold.mdx
        1:1  error    A workaround must say which causes it works around, or nobody will be shown it.  (fix-kind)
                      expected  a list of causes
                      mend      worksAround: [crumbs]
        7:1  error    A workaround cures nothing: it gets people working while the cause stays.  (fix-kind)
                      found     cures
                      mend      Remove cures, or write kind: fix and remove worksAround.

      2 errors in 1 file."
    `)
  })
  it('wants neither of a handover', () => {
    expect(
      problemsAfter({
        'fixes/ring-the-toaster-line.mdx': [
          'evidence',
          `cures: { pigeon: usually }
worksAround: [pigeon]
evidence`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/ring-the-toaster-line.mdx
    7:1  error    A handover ends a plan; it neither cures nor works around a cause.  (fix-kind)
                  found     cures
                  mend      Remove cures.
    8:1  error    A handover ends a plan; it neither cures nor works around a cause.  (fix-kind)
                  found     worksAround
                  mend      Remove worksAround.

  2 errors in 1 file."
`)
  })
})

describe('handover-kind', () => {
  it('wants a handover', () => {
    expect(
      problemsAfter({ 'guides/smoke.mdx': ['handover: ring-the-toaster-line', 'handover: plug-it-in'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/guides/smoke.mdx
        6:11  error    Only a fix of kind handover can end a plan, and "plug-it-in" is a fix.  (handover-kind)
                       found     plug-it-in
                       expected  ring-the-toaster-line
                       mend      handover: ring-the-toaster-line

      1 error in 1 file."
    `)
  })
})

describe('order-kind', () => {
  it('wants no handover in the order', () => {
    expect(
      problemsAfter({ 'guides/smoke.mdx': ['order: []', 'order: [ring-the-toaster-line]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/guides/smoke.mdx
        7:9  error    A handover is no step of an article, and "ring-the-toaster-line" is a handover.  (order-kind)
                      found     ring-the-toaster-line
                      expected  eat-it-cold, empty-crumb-tray, plug-it-in, reset-to-factory, thaw-the-bread or update-firmware
                      mend      Remove ring-the-toaster-line here.

      1 error in 1 file."
    `)
  })
  it('wants no workaround in after', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          'evidence: reasoned',
          `after: [eat-it-cold]
evidence: reasoned`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    7:9  error    Only a fix can be a step of a plan, and "eat-it-cold" is a workaround.  (order-kind)
                  found     eat-it-cold
                  expected  empty-crumb-tray, plug-it-in, reset-to-factory, thaw-the-bread or update-firmware
                  mend      Remove eat-it-cold here.

  1 error in 1 file."
`)
  })
})
