import { describe, expect, it } from 'vitest'
import { kitchenSink } from '../fixtures/kitchen-sink'
import { readArticle } from '../read'
import { reviseFrontmatter } from './revise'

const text = `---
# How it is asked.
question:   Is it hard?
seconds: 15   # with a knuckle
answers:
  - id: hard
    suggests: { frozen: almost-always, "*": rarely }   # flow
  - id: soft
    suggests:
      # Never seen.
      frozen: 'never'   # really

      "*": 0.70  # most
    label: Soft
  - id: none
    suggests: {}
---

Knock: frozen: 0.5
---
`

describe('reviseFrontmatter', () => {
  it('changes the numbers and nothing else', () => {
    const revised = reviseFrontmatter(text, [
      { path: ['answers', 0, 'suggests', 'frozen'], value: 0.9 },
      { path: ['answers', 1, 'suggests', '*'], value: 0.65 },
      { path: ['answers', 1, 'suggests', 'frozen'], value: 0.1 },
    ])
    expect(revised).toBe(
      text.replace('frozen: almost-always', 'frozen: 0.9').replace("'never'", '0.1').replace('0.70', '0.65'),
    )
  })

  it('adds what is not there yet at the end of its map', () => {
    const revised = reviseFrontmatter(text, [
      { path: ['answers', 0, 'suggests', 'unplugged'], value: 0.2 },
      { path: ['answers', 1, 'suggests', 'unplugged'], value: 0.3 },
      { path: ['answers', 1, 'suggests', 'off'], value: 0.4 },
      { path: ['answers', 2, 'suggests', '*'], value: 0.5 },
      { path: ['unsure'], value: 0.15 },
    ])
    expect(revised.slice(0, revised.indexOf('Knock'))).toMatchInlineSnapshot(`
      "---
      # How it is asked.
      question:   Is it hard?
      seconds: 15   # with a knuckle
      answers:
        - id: hard
          suggests: { frozen: almost-always, "*": rarely, unplugged: 0.2 }   # flow
        - id: soft
          suggests:
            # Never seen.
            frozen: 'never'   # really

            "*": 0.70  # most
            unplugged: 0.3
            off: 0.4
          label: Soft
        - id: none
          suggests: { "*": 0.5 }
      unsure: 0.15
      ---

      "
    `)
    const { data, syntax } = readArticle('a/questions/b.mdx', revised)
    expect(syntax).toEqual([])
    expect(data).toMatchObject({
      unsure: 0.15,
      answers: [{}, { suggests: { '*': 0.7, unplugged: 0.3, off: 0.4 } }, {}],
    })
  })

  it('keeps line ends and a byte order mark', () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const revised = reviseFrontmatter(windows, [
      { path: ['seconds'], value: 20 },
      { path: ['answers', 1, 'suggests', 'pigeon'], value: 0.3 },
    ])
    expect(revised.replaceAll('\r\n', '\n')).not.toContain('\r')
    expect(readArticle('a/questions/b.mdx', revised).data).toMatchObject({
      seconds: 20,
      answers: [{}, { suggests: { pigeon: 0.3 } }, {}],
    })
  })

  it('gives back the same text without revisions', () => {
    for (const article of kitchenSink.filter(({ file }) => file.endsWith('.mdx'))) {
      const whole = article.lines.join('\n')
      expect(reviseFrontmatter(whole, [])).toBe(whole)
    }
  })

  it('refuses what has no place', () => {
    expect(() => reviseFrontmatter('No frontmatter', [])).toThrow('The file has no frontmatter.')
    for (const path of [['answers', 7, 'suggests', 'frozen'], ['answers'], []])
      expect(() => reviseFrontmatter(text, [{ path, value: 1 }])).toThrow('There is no place')
  })
})
