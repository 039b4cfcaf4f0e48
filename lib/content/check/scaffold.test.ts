import { describe, expect, it } from 'vitest'
import { kitchenSink } from '../fixtures/kitchen-sink'
import { readArticle } from '../read'
import { checkContent } from './index'
import { fileOf, type ScaffoldKind, scaffoldArticle, scaffoldTypes } from './scaffold'
import { today } from './testing'

const ids = {
  causes: ['crumbs', 'pigeon'],
  fixes: ['plug-it-in'],
  handovers: ['ring-the-toaster-line'],
  guides: ['e42'],
  sources: ['manual'],
}

const kinds = Object.keys(scaffoldTypes) as ScaffoldKind[]

describe('scaffoldArticle', () => {
  it.each(kinds)('writes a %s that only lacks its author’s words', (kind) => {
    const article = readArticle(fileOf('toaster', kind, 'brand-new'), scaffoldArticle(kind, ids, today))
    const problems = checkContent([...kitchenSink, article], { contentFolder: 'content', today })
    const others = problems.filter(({ rule, severity }) => rule !== 'left-to-replace' && severity === 'error')
    // A cause is in no guide until its author lists it there.
    expect(others.map(({ rule }) => rule)).toEqual(kind === 'cause' ? ['cause-without-guide'] : [])
    expect(problems.some(({ rule }) => rule === 'left-to-replace')).toBe(true)
  })

  it.each(kinds)('writes a %s whose comments are right once they are uncommented', (kind) => {
    const text = scaffoldArticle(kind, ids, today).replace(/^# (?=[a-z][a-zA-Z]*: )/gm, '')
    const article = readArticle(fileOf('toaster', kind, 'brand-new'), text)
    const wrong = checkContent([article], { contentFolder: 'content', today }).filter(({ rule }) =>
      [
        'frontmatter-syntax',
        'unknown-field',
        'missing-field',
        'wrong-type',
        'out-of-range',
        'off-scale',
      ].includes(rule),
    )
    expect(wrong).toEqual([])
  })

  it('explains each field', () => {
    expect(scaffoldArticle('faq', ids, today)).toMatchInlineSnapshot(`
      "---
      # The question as readers ask it.
      question: "REPLACE: Can a VPN cause it?"
      # The guides that it belongs to.
      guides: [e42]
      # Where it stands among the questions: a smaller number comes first.
      # rank: 10
      # Former ids of this article; their addresses go on working.
      # aliases: [clear-teams-cache]
      # Ids of sources.yaml: where the facts of this article come from.
      # sources: [ms-clear-cache]
      # The day on which somebody last checked this article against its sources.
      reviewed: 2026-11-22
      ---

      REPLACE: the short answer in one sentence. Then the rest.
      "
    `)
  })
})
