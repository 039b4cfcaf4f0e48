import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kitchenSink } from './fixtures/kitchen-sink'
import { readArticle } from './read'

const file = 'teams/fixes/clear-cache.mdx'
const article = `---
title: Clear it
cures: { a: usually, "b": never }
answers:
  - id: x
    suggests:
      a: rarely
loses:
---

First line.
`

describe('readArticle', () => {
  it('takes id, product and type from the path', () => {
    expect(readArticle(file, article)).toMatchObject({
      id: 'clear-cache',
      product: 'teams',
      type: 'Fix',
      syntax: [],
    })
    expect(readArticle('teams/product.mdx', article).type).toBe('Product')
    expect(readArticle('teams/codes.yaml', 'codes: []').type).toBe('Codes')
  })

  it.each([
    'teams/fixes/clear-cache.yaml',
    'teams/fixes/clear-cache.md',
    'teams/fixes/clear-cache',
    'teams/fixes/old/clear-cache.mdx',
    'teams/codes.mdx',
    'product.mdx',
    'teams/fix/clear-cache.mdx',
  ])('knows no type for %s', (path) => {
    expect(readArticle(path, article).type).toBeUndefined()
  })

  it('keeps the line numbers of the body', () => {
    const { body } = readArticle(file, article)
    expect(body.split('\n').indexOf('First line.')).toBe(article.split('\n').indexOf('First line.'))
  })

  it('reads other line ends and a byte order mark', () => {
    const { data, body } = readArticle(file, `\uFEFF${article.replaceAll('\n', '\r\n')}`)
    expect(data).toMatchObject({ title: 'Clear it' })
    expect(body.trim()).toBe('First line.')
  })

  it('keeps dates as text', () => {
    expect(readArticle(file, '---\nreviewed: 2026-11-22\n---\n').data).toEqual({ reviewed: '2026-11-22' })
  })

  it('finds values, keys, and where something missing belongs', () => {
    const { positionOf } = readArticle(file, article)
    expect(positionOf(['title'])).toEqual({ line: 2, column: 8 })
    expect(positionOf(['title'], 'key')).toEqual({ line: 2, column: 1 })
    expect(positionOf(['cures', 'b'])).toEqual({ line: 3, column: 27 })
    expect(positionOf(['cures', 'b'], 'key')).toEqual({ line: 3, column: 22 })
    expect(positionOf(['answers', 0, 'suggests', 'a'])).toEqual({ line: 7, column: 10 })
    expect(positionOf(['answers', 0, 'label'])).toEqual({ line: 5, column: 5 })
    expect(positionOf(['loses'])).toEqual({ line: 8, column: 1 })
    expect(positionOf(['minutes'])).toEqual({ line: 1, column: 1 })
    expect(positionOf([])).toEqual({ line: 1, column: 1 })
  })

  it('counts the lines of YAML files from their first', () => {
    expect(readArticle('teams/codes.yaml', 'codes: []\nmessages: []\n').positionOf(['messages'])).toEqual({
      line: 2,
      column: 11,
    })
  })

  it.each([
    ['no frontmatter', 'First line.', 'NO_FRONTMATTER'],
    ['a rule in the text', 'First line.\n\n---\n\nSecond\n\n---\n', 'NO_FRONTMATTER'],
    ['frontmatter without an end', '---\ntitle: x\n', 'OPEN_FRONTMATTER'],
    ['a list', '---\n- a\n---\n', 'NO_FIELDS'],
    ['words', '---\nwords\n---\n', 'NO_FIELDS'],
    ['an alias', '---\na: *b\n---\n', 'ALIAS'],
    ['a circle', '---\na: &b { c: *b }\n---\n', 'ALIAS'],
    ['a doubled key', '---\na: 1\na: 2\n---\n', 'DUPLICATE_KEY'],
  ])('names the fault of %s', (_, text, code) => {
    const { syntax, data } = readArticle(file, text)
    expect(syntax.map((fault) => fault.code)).toContain(code)
    expect(data).toEqual({})
  })

  it('reads empty frontmatter as no fields', () => {
    expect(readArticle(file, '---\n---\nText')).toMatchObject({ data: {}, syntax: [], body: '\n\nText' })
    expect(readArticle(file, '---\n# nothing yet\n---')).toMatchObject({ data: {}, syntax: [] })
  })

  it('throws for no text, and points into the file', () => {
    const snippet = fc.constantFrom(
      '---\n',
      'a: ',
      '- ',
      '*',
      '&x ',
      '{',
      '}',
      '[',
      '"',
      "'",
      '\n',
      '\t',
      '|\n',
      '? ',
      '!!x ',
      '...',
      '#',
      '\r',
      '<<: ',
    )
    const text = fc.array(fc.oneof(snippet, fc.string())).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.constantFrom(file, 'teams/codes.yaml'), fc.boolean(), text, (path, framed, inner) => {
        const whole = framed ? `---\n${inner}\n---\nText` : inner
        const { syntax, positionOf, lines, data } = readArticle(path, whole)
        const positions = [
          ...syntax.map(({ at }) => at),
          ...Object.keys(data).map((key) => positionOf([key], 'key')),
        ]
        for (const { line, column } of positions) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('readContent', () => {
  it('reads files in the order of their names, and pictures by name only', () => {
    const files = kitchenSink.map((one) => one.file)
    expect(files).toEqual([...files].sort())
    expect(kitchenSink.find((one) => one.file.endsWith('tray.png'))).toMatchObject({
      type: undefined,
      body: '',
    })
  })
})
