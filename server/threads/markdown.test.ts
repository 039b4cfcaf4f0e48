import fc from 'fast-check'
import type { Element } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { renderMarkdown, safeAddress } from './markdown'

const html = (body: string) => renderMarkdown(body).html.replaceAll('\n', '')

test.each([
  ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
  ['*a* **b** `c`', '<p><em>a</em> <strong>b</strong> <code>c</code></p>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['```\na < b\n```', '<pre><code>a &#x3C; b</code></pre>'],
  [
    'see https://a.example/x.',
    '<p>see <a href="https://a.example/x" rel="ugc nofollow">https://a.example/x</a>.</p>',
  ],
  ['[x](https://a.example/)', '<p><a href="https://a.example/" rel="ugc nofollow">x</a> (a.example)</p>'],
])('%j is %s', (body, expected) => expect(html(body)).toBe(expected))

test.each([
  ['# a', '<p># a</p>'],
  ['> a', '<p>> a</p>'],
  ['a\n---', '<p>a<br>---</p>'],
  ['| a |\n| - |', '<p>| a |<br>| - |</p>'],
  ['\\\\server\\_share', '<p>\\\\server\\_share</p>'],
  ['&lt;b&gt;', '<p>&#x26;lt;b&#x26;gt;</p>'],
  ['<b onclick="x">a</b>', '<p>&#x3C;b onclick="x">a&#x3C;/b></p>'],
  ['    indented', '<p>indented</p>'],
])('%j is shown as it was typed', (body, expected) => expect(html(body)).toBe(expected))

test.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHN2Zz4=)',
  '[x](vbscript:x)',
  '[x](//evil.example)',
  '[x](/teams/)',
  '[x](mailto:a@b.example)',
  '<javascript:alert(1)>',
  '[x](https://microsoft.com@evil.example/)',
  '[x](https://a.example:notaport/)',
  '![x](x)',
])('%s is no link', (body) => expect(html(body)).not.toContain('<a'))

test('a link says where it leads when it calls itself something else', () => {
  expect(html('[https://microsoft.com](https://evil.example/login)')).toContain(
    '>https://microsoft.com</a> (evil.example)',
  )
})

test('links are counted, however they are written', () => {
  expect(renderMarkdown('https://a.example <https://b.example> [c](https://c.example) [d](x:y)').links).toBe(
    3,
  )
})

test.each(['- '.repeat(2_000), '['.repeat(4_000), '*_'.repeat(2_000), '` '.repeat(2_000)])(
  'a text that only keeps the parser busy is shown as it is: %.8s…',
  (body) => expect(html(body)).toBe(`<p>${body}</p>`),
)

test.each([
  ['https://a.example/?q=<script>', undefined],
  ['ftp://a.example/', undefined],
  ['https://a.example', 'https://a.example/'],
])('the address %s', (url, expected) => {
  if (expected) expect(safeAddress(url)).toBe(expected)
  else expect(safeAddress(url) ?? '').not.toMatch(/[<>"]/)
})

const TAGS = ['p', 'br', 'ul', 'ol', 'li', 'code', 'pre', 'em', 'strong', 'a']
const PROPERTIES: Readonly<Record<string, string[]>> = { a: ['href', 'rel'], ol: ['start'] }

/** What a browser would make of it that it must not. */
function unwantedIn(markup: string): string[] {
  const unwanted: string[] = []
  visit(unified().use(rehypeParse, { fragment: true }).parse(markup), 'element', (node: Element) => {
    if (!TAGS.includes(node.tagName)) unwanted.push(node.tagName)
    for (const name of Object.keys(node.properties))
      if (!PROPERTIES[node.tagName]?.includes(name)) unwanted.push(`${node.tagName} ${name}`)
    const { href, rel } = node.properties
    if (node.tagName === 'a' && !/^https?:\/\//.test(String(href))) unwanted.push(String(href))
    if (node.tagName === 'a' && String(rel) !== 'ugc,nofollow') unwanted.push(`rel ${String(rel)}`)
  })
  return unwanted
}

const pieces = fc.constantFrom(
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    ';',
    '#',
    '[',
    ']',
    '(',
    ')',
    '!',
    '*',
    '_',
    '`',
    '```',
    '\n',
    '\n\n',
    '- ',
    '1. ',
  ],
  ...[
    'javascript:',
    'https://a.example/',
    'data:',
    'x',
    ' ',
    '\\',
    '\t',
    '&colon;',
    'onerror=',
    '<svg/onload=',
  ],
  ...[
    '<script>',
    '</script>',
    '<!--',
    '-->',
    ']]>',
    '<a href="',
    '<img src=x ',
    'style=',
    '\u202e',
    '\u0000',
  ],
)

test('whatever is typed, only what is on the list comes out', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      expect(unwantedIn(renderMarkdown(parts.join('')).html)).toEqual([])
    }),
    { numRuns: 1_500 },
  )
})
