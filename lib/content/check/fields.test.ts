import { describe, expect, it } from 'vitest'
import { problemsAfter } from './testing'

describe('unknown-field', () => {
  it('proposes the field that was meant, once', () => {
    expect(problemsAfter({ 'fixes/plug-it-in.mdx': ['minutes: 1', 'minuts: 1'] })).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        4:1  error    There is no field "minuts" in a fix.  (unknown-field)
                      found     minuts
                      expected  title, summary, kind, minutes, risk, loses, needs, applies, cures, worksAround, after, evidence, check, undo, aliases, sources or reviewed
                      mend      minutes: 1

      1 error in 1 file."
    `)
  })
  it('proposes to remove what fits nothing', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          'minutes: 1',
          `minutes: 1
colour: brown`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    5:1  error    There is no field "colour" in a fix.  (unknown-field)
                  found     colour
                  expected  title, summary, kind, minutes, risk, loses, needs, applies, cures, worksAround, after, evidence, check, undo, aliases, sources or reviewed
                  mend      Remove it.

  1 error in 1 file."
`)
  })
  it('says where a second value belongs', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          'minutes: 1',
          `minutes: 1
minute: 2`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    5:1  error    There is no field "minute" in a fix.  (unknown-field)
                  found     minute
                  expected  title, summary, kind, minutes, risk, loses, needs, applies, cures, worksAround, after, evidence, check, undo, aliases, sources or reviewed
                  mend      Remove it, or move its value to "minutes".

  1 error in 1 file."
`)
  })
  it('looks into answers', () => {
    expect(
      problemsAfter({ 'questions/lights.mdx': ['said: display glows', 'sayd: display glows'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/questions/lights.mdx
        12:5  error    There is no field "sayd" in an answer.  (unknown-field)
                       found     sayd
                       expected  id, label, said or suggests
                       mend      said: display glows

      1 error in 1 file."
    `)
  })
  it('looks into codes.yaml', () => {
    expect(
      problemsAfter({ 'codes.yaml': ['meaning: There is a pigeon.', 'meanings: There is a pigeon.'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/codes.yaml
        21:5  error    There is no field "meanings" in a code.  (unknown-field)
                       found     meanings
                       expected  code, spellings, meaning, documented, owner, guide, see or sources
                       mend      meaning: There is a pigeon.

      1 error in 1 file."
    `)
  })
})

describe('missing-field', () => {
  it('gives a line to paste', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          `minutes: 1
`,
          '',
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    1:1  error    The field "minutes" is missing.  (missing-field)
                  expected  Minutes it takes with the check, for somebody who has never done it.
                  mend      minutes: 4

  1 error in 1 file."
`)
  })
  it('reports all fields at once', () => {
    expect(
      problemsAfter({
        'fixes/plug-it-in.mdx': [
          `minutes: 1
risk: none
`,
          '',
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/fixes/plug-it-in.mdx
    1:1  error    The field "minutes" is missing.  (missing-field)
                  expected  Minutes it takes with the check, for somebody who has never done it.
                  mend      minutes: 4
    1:1  error    The field "risk" is missing.  (missing-field)
                  expected  The worst that it does when all goes well. What is irreversible comes last in every plan.
                  mend      risk: none

  2 errors in 1 file."
`)
  })
  it('looks into lists', () => {
    expect(
      problemsAfter({
        'questions/lights.mdx': [
          `    label: Yes, it glows
`,
          '',
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/questions/lights.mdx
    10:5  error    The field "label" is missing.  (missing-field)
                   expected  The reader’s words, on a large button.
                   mend      label: Yes, it works there

  1 error in 1 file."
`)
  })
  it('looks into sources.yaml', () => {
    expect(problemsAfter({ 'sources.yaml': ['title: Pigeons in appliances, ', ''] })).toMatchInlineSnapshot(`
      "content/toaster/sources.yaml
        7:17  error    The field "title" is missing.  (missing-field)
                       expected  The title of the page or text.
                       mend      title: Clear the cache

      1 error in 1 file."
    `)
  })
  it('looks into links', () => {
    expect(
      problemsAfter({
        'product.mdx': [
          `title: Crumbmaster service status
    url`,
          'url',
        ],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/product.mdx
        7:5  error    The field "title" is missing.  (missing-field)
                      expected  The words of the link.
                      mend      title: Service status

      1 error in 1 file."
    `)
  })
})

describe('wrong-type', () => {
  it('puts numbers in quotes', () => {
    expect(
      problemsAfter({ 'guides/e42.mdx': ['codes: [E42, E42B]', 'codes: [E42, E42B, 42]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/guides/e42.mdx
        4:20  error    An entry of "codes" must be text.  (wrong-type)
                       found     42
                       mend      "42"

      1 error in 1 file."
    `)
  })
  it('puts text in quotes', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: 42'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:8  error    "title" must be text.  (wrong-type)
                      found     42
                      mend      title: "42"

      1 error in 1 file."
    `)
  })
  it('takes quotes off a number', () => {
    expect(problemsAfter({ 'fixes/plug-it-in.mdx': ['minutes: 1', 'minutes: "1"'] })).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        4:10  error    "minutes" must be a number from 0.5 to 480.  (wrong-type)
                       found     1
                       mend      minutes: 1

      1 error in 1 file."
    `)
  })
  it('wants a number', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['minutes: 1', 'minutes: a few'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        4:10  error    "minutes" must be a number from 0.5 to 480.  (wrong-type)
                       found     a few
                       mend      minutes: 4

      1 error in 1 file."
    `)
  })
  it('makes a list of one thing', () => {
    expect(
      problemsAfter({
        'causes/crumbs.mdx': [
          `signs:
  - It smells of yesterday.
  - Something rustles when you tilt it.`,
          'signs: It smells.',
        ],
      }),
    ).toMatchInlineSnapshot(`
    "content/toaster/causes/crumbs.mdx
      4:8  error    "signs" must be a list.  (wrong-type)
                    found     It smells.
                    mend      signs: [It smells.]

    1 error in 1 file."
  `)
  })
  it('wants estimates by cause', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['cures: { unplugged: 0.9 }', 'cures: [unplugged]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        6:8  error    "cures" must be causes, each with an estimate.  (wrong-type)
                      found     ["unplugged"]
                      mend      cures: { unplugged: usually }

      1 error in 1 file."
    `)
  })
  it('wants lists of answers in conditions', () => {
    expect(
      problemsAfter({ 'fixes/thaw-the-bread.mdx': ['{ bread: [hard] }', '{ bread: hard }'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/thaw-the-bread.mdx
        7:19  error    "bread" must be a list.  (wrong-type)
                       found     hard
                       mend      bread: [hard]

      1 error in 1 file."
    `)
  })
  it('wants conditions', () => {
    expect(
      problemsAfter({ 'fixes/thaw-the-bread.mdx': ['{ bread: [hard] }', 'bread'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/thaw-the-bread.mdx
        7:10  error    "applies" must be questions, each with a list of answers.  (wrong-type)
                       found     bread
                       mend      applies: { device: [windows] }

      1 error in 1 file."
    `)
  })
  it('wants fields in answers', () => {
    expect(
      problemsAfter({
        'questions/bread.mdx': [
          `  - id: soft
    label: No, it is soft
    said: soft bread
    suggests: { frozen-bread: never, "*": usually }`,
          `  - soft
  - hard`,
        ],
      }),
    ).toMatchInlineSnapshot(`
    "content/toaster/questions/bread.mdx
      11:5  error    This answer is not written as fields.  (wrong-type)
                     found     soft
                     expected  id, label, said or suggests
                     mend      id: works
                               label: Yes, it works there
                               said: web version works
                               suggests: { stale-cache: almost-always, "*": sometimes }
      12:5  error    This answer is not written as fields.  (wrong-type)
                     found     hard
                     expected  id, label, said or suggests
                     mend      id: works
                               label: Yes, it works there
                               said: web version works
                               suggests: { stale-cache: almost-always, "*": sometimes }

    2 errors in 1 file."
  `)
  })
  it('wants sources by id', () => {
    expect(
      problemsAfter({
        'sources.yaml': `sources:
  - manual
`,
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/sources.yaml
        2:3  error    "sources" must be a source for each id.  (wrong-type)
                      found     ["manual"]
                      mend      sources:
                                  ms-clear-cache: { title: Clear the cache, publisher: Microsoft }

      1 error in 1 file."
    `)
  })
  it('wants a list of codes', () => {
    expect(
      problemsAfter({
        'codes.yaml': [
          `codes:
`,
          `codes: none
families_:
`,
        ],
      }),
    ).toMatchInlineSnapshot(`
  "content/toaster/codes.yaml
    6:8  error    "codes" must be a list.  (wrong-type)
                  found     none
                  mend      codes: []
    7:1  error    There is no field "families_" in codes.yaml.  (unknown-field)
                  found     families_
                  expected  families, codes or messages
                  mend      Remove it, or move its value to "families".

  2 errors in 1 file."
`)
  })
})

describe('empty-value', () => {
  it('refuses empty text', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['title: Crumbs below', 'title: ""'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        2:8  error    "title" is empty.  (empty-value)
                      expected  A noun phrase of two to five words; it labels a bar.
                      mend      title: Damaged Teams data

      1 error in 1 file."
    `)
  })
  it('refuses a field without a value', () => {
    expect(
      problemsAfter({ 'fixes/empty-crumb-tray.mdx': ['loses: The crumbs.', 'loses:'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/empty-crumb-tray.mdx
        7:1  error    "loses" is empty.  (empty-value)
                      expected  What is lost, in one sentence.
                      mend      loses: Custom meeting backgrounds, unless you copy them first.
                                (or remove the line)

      1 error in 1 file."
    `)
  })
  it('refuses a guide without causes', () => {
    expect(
      problemsAfter({ 'guides/smoke.mdx': ['{ crumbs: common, pigeon: occasional }', '{}'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/guides/smoke.mdx
        5:9  error    "causes" is empty.  (empty-value)
                      expected  Every cause of this error and how common it is here, compared with the others.
                      mend      causes: { stale-cache: common, vpn: rare }

      1 error in 1 file."
    `)
  })
  it('refuses an empty condition', () => {
    expect(
      problemsAfter({ 'fixes/thaw-the-bread.mdx': ['{ bread: [hard] }', '{ bread: [] }'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/thaw-the-bread.mdx
        7:19  error    "applies.bread" names no answer, so the fix would be for nobody.  (empty-value)
                       expected  at least one answer
                       mend      Remove "bread" if the fix is for everybody.

      1 error in 1 file."
    `)
  })
})

describe('out-of-range', () => {
  it('names the range', () => {
    expect(problemsAfter({ 'fixes/plug-it-in.mdx': ['minutes: 1', 'minutes: 0'] })).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        4:10  error    "minutes" is too small.  (out-of-range)
                       found     0
                       expected  a number from 0.5 to 480
                       mend      minutes: 0.5

      1 error in 1 file."
    `)
  })
  it('names it at the other end', () => {
    expect(problemsAfter({ 'guides/e42.mdx': ['other: 0.1', 'other: 1'] })).toMatchInlineSnapshot(`
      "content/toaster/guides/e42.mdx
        16:8  error    "other" is too large.  (out-of-range)
                       found     1
                       expected  a number from 0.01 to 0.5
                       mend      other: 0.5

      1 error in 1 file."
    `)
  })
})

describe('not-an-option', () => {
  it('proposes the nearest', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['risk: none', 'risk: Restarts'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        5:7  error    "Restarts" is not a choice for "risk".  (not-an-option)
                      found     Restarts
                      expected  none, restart, signs-you-out, loses-local-data or irreversible
                      mend      risk: restart

      1 error in 1 file."
    `)
  })
  it('lists them', () => {
    expect(problemsAfter({ 'fixes/plug-it-in.mdx': ['risk: none', 'risk: fire'] })).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        5:7  error    "fire" is not a choice for "risk".  (not-an-option)
                      found     fire
                      expected  none, restart, signs-you-out, loses-local-data or irreversible
                      mend      risk: none

      1 error in 1 file."
    `)
  })
  it('looks into lists', () => {
    expect(
      problemsAfter({ 'fixes/thaw-the-bread.mdx': ['[another-device]', '[another-toaster]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/thaw-the-bread.mdx
        6:9  error    "another-toaster" is not a choice for "needs".  (not-an-option)
                      found     another-toaster
                      expected  admin-rights, another-device or it-team
                      mend      needs: [admin-rights]

      1 error in 1 file."
    `)
  })
})

describe('not-a-date', () => {
  it('wants a day of the calendar', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['reviewed: 2026-11-20', 'reviewed: 2026-02-30'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        11:11  error    "reviewed" is not a date.  (not-a-date)
                        found     2026-02-30
                        expected  a day of the calendar, written YYYY-MM-DD
                        mend      reviewed: 2026-11-22

      1 error in 1 file."
    `)
  })
  it('wants year, month and day', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['reviewed: 2026-11-20', 'reviewed: 20.11.2026'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        11:11  error    "reviewed" is not a date.  (not-a-date)
                        found     20.11.2026
                        expected  a day of the calendar, written YYYY-MM-DD
                        mend      reviewed: 2026-11-22

      1 error in 1 file."
    `)
  })
})

describe('future-date', () => {
  it('refuses the day after tomorrow', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['reviewed: 2026-11-20', 'reviewed: 2026-11-24'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        11:11  error    "reviewed" lies in the future.  (future-date)
                        found     2026-11-24
                        expected  2026-11-22 or earlier
                        mend      reviewed: 2026-11-22

      1 error in 1 file."
    `)
  })
  it('allows tomorrow', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['reviewed: 2026-11-20', 'reviewed: 2026-11-23'] }),
    ).toMatchInlineSnapshot(`""`)
  })
})

describe('listed-twice', () => {
  it('sees the second', () => {
    expect(
      problemsAfter({ 'causes/crumbs.mdx': ['[crumb, debris]', '[crumb, debris, crumb]'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/causes/crumbs.mdx
        9:26  error    "aliases" names "crumb" twice.  (listed-twice)
                       found     crumb
                       mend      Remove one of the two.

      1 error in 1 file."
    `)
  })
})

describe('off-scale', () => {
  it('shows the words of "how common"', () => {
    expect(problemsAfter({ 'guides/smoke.mdx': ['crumbs: common', 'crumbs: often'] })).toMatchInlineSnapshot(`
      "content/toaster/guides/smoke.mdx
        5:19  error    The estimate for crumbs is not on the scale.  (off-scale)
                       found     often
                       expected  rare, occasional, common or very-common, or a number between 0 and 1
                       mend      crumbs: common

      1 error in 1 file."
    `)
  })
  it('shows the words of "how often" and the nearest', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['unplugged: 0.9', 'unplugged: almost always'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        6:21  error    The estimate for unplugged is not on the scale.  (off-scale)
                       found     almost always
                       expected  never, rarely, sometimes, usually or almost-always, or a number between 0 and 1
                       mend      unplugged: almost-always

      1 error in 1 file."
    `)
  })
  it('reads per cent', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['unplugged: 0.9', 'unplugged: 90%'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        6:21  error    The estimate for unplugged is not on the scale.  (off-scale)
                       found     90%
                       expected  never, rarely, sometimes, usually or almost-always, or a number between 0 and 1
                       mend      unplugged: 0.9

      1 error in 1 file."
    `)
  })
  it('looks into answers', () => {
    expect(
      problemsAfter({ 'questions/bread.mdx': ['frozen-bread: never', 'frozen-bread: -1'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        14:31  error    The estimate for frozen-bread is not on the scale.  (off-scale)
                        found     -1
                        expected  never, rarely, sometimes, usually or almost-always, or a number between 0 and 1
                        mend      frozen-bread: sometimes

      1 error in 1 file."
    `)
  })
  it('looks at single estimates', () => {
    expect(
      problemsAfter({ 'questions/lights.mdx': ['unsure: rarely', 'unsure: rare'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/questions/lights.mdx
        6:9  error    The estimate for unsure is not on the scale.  (off-scale)
                      found     rare
                      expected  never, rarely, sometimes, usually or almost-always, or a number between 0 and 1
                      mend      unsure: rarely

      1 error in 1 file."
    `)
  })
})

describe('certainty', () => {
  it('refuses 0 with the reason', () => {
    expect(
      problemsAfter({ 'questions/bread.mdx': ['frozen-bread: never', 'frozen-bread: 0'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/questions/bread.mdx
        14:31  error    The estimate for frozen-bread is 0, but nothing is ever that certain: one mistaken answer would rule out the true cause for good.  (certainty)
                        found     0
                        expected  never, rarely, sometimes, usually or almost-always, or a number between 0 and 1
                        mend      frozen-bread: never

      1 error in 1 file."
    `)
  })
  it('refuses 1 with the reason', () => {
    expect(
      problemsAfter({ 'fixes/plug-it-in.mdx': ['unplugged: 0.9', 'unplugged: 1'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/fixes/plug-it-in.mdx
        6:21  error    The estimate for unplugged is 1, but nothing is ever that certain: one mistaken answer would rule out the true cause for good.  (certainty)
                       found     1
                       expected  never, rarely, sometimes, usually or almost-always, or a number between 0 and 1
                       mend      unplugged: almost-always

      1 error in 1 file."
    `)
  })
})

describe('not-https', () => {
  it('wants sources that can be opened safely', () => {
    expect(
      problemsAfter({ 'sources.yaml': ['url: https://crumb', 'url: http://crumb'] }),
    ).toMatchInlineSnapshot(`
      "content/toaster/sources.yaml
        6:10  error    The address is not a whole https address.  (not-https)
                       found     http://crumbmaster.example/manual
                       expected  https://…
                       mend      url: https://crumbmaster.example/manual

      1 error in 1 file."
    `)
  })
  it('wants whole addresses', () => {
    expect(
      problemsAfter({
        'product.mdx': ['url: https://status.crumbmaster.example', 'url: status.crumbmaster.example'],
      }),
    ).toMatchInlineSnapshot(`
      "content/toaster/product.mdx
        8:10  error    The address is not a whole https address.  (not-https)
                       found     status.crumbmaster.example
                       expected  https://…
                       mend      url: https://status.crumbmaster.example

      1 error in 1 file."
    `)
  })
})
