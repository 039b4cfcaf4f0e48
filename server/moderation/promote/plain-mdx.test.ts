import { createProcessor } from '@mdx-js/mdx'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import { expect, test } from 'vitest'
import { plainMdx } from './plain-mdx'

interface Node {
  type: string
  value?: string
  lang?: string | null
  children?: Node[]
}

const articles = createProcessor({ remarkPlugins: [remarkGfm] })
const parse = (text: string) => articles.parse(text) as unknown as Node

/** All that a promoted comment may become. */
const allowed = new Set(['root', 'paragraph', 'text', 'list', 'listItem', 'inlineCode', 'code', 'break'])

function typesIn(node: Node): string[] {
  return [node.type, ...(node.children ?? []).flatMap(typesIn)]
}

function wordsOf(node: Node): string {
  if (node.type === 'break') return ' '
  return (node.children ?? []).map(wordsOf).join(' ') + (node.value ?? '')
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

const nasty = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</p>',
  '<!-- -->',
  '<Copy text="x" />',
  '<>',
  '{',
  '}',
  '{process.exit()}',
  '{/* */}',
  '$',
  'import x from "node:fs"',
  'export default 1',
  'import',
  'export',
  '---',
  '***',
  '===',
  '# ',
  '## x',
  '> ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '1) ',
  '[ ] ',
  '[x](javascript:alert(1))',
  '![a](b)',
  '[a]: http://x.y',
  '[a][b]',
  '[^1]',
  '[^1]: x',
  '~~',
  '|',
  '| --- |',
  ':-',
  '```',
  '~~~',
  '`',
  '``',
  '\\',
  '\\\n',
  '  \n',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '&lt;',
  '&#60;',
  '&amp;',
  'https://a.b/c?d={e}',
  'http://a.b',
  'www.a.b',
  'a@b.co',
  'a',
  '@b.co',
  'mailto:a@b.co',
  'xmpp:a@b.co/x',
  'ftp://a.b',
  '*a*',
  '**b**',
  '_c_',
  'é',
  '\u202e',
  '\u200d',
  '\u0000',
  '\ud800',
  '\u2028',
  '\ufeff',
  ' ',
  'word',
  '.',
  ':',
  '"',
  "'",
  '$$',
  '%%',
  ':::',
  '@',
  '+++',
  'title: x',
]

const comments = fc.oneof(
  fc.array(fc.constantFrom(...nasty), { maxLength: 14 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
)

test('whatever a visitor typed is text in an article, and nothing else', () => {
  fc.assert(
    fc.property(comments, (comment) => {
      const types = typesIn(parse(plainMdx(comment)))
      expect(types.filter((type) => !allowed.has(type))).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

test('words survive: a comment without Markdown says the same afterwards', () => {
  const words = fc.array(
    fc.constantFrom(
      'import',
      'export',
      'a{b}',
      '<b>',
      'x_y_z',
      '1.',
      '#tag',
      'a|b',
      '50 %',
      '-5',
      '\\n',
      'é&c',
      'https://a.b/c_d',
      'you@here.org',
      '“so”',
    ),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(words, (parts) => {
      const text = ['so', ...parts].map((part) => part.replace(/[<>\\`*_[\]&#]/g, '')).join(' ')
      expect(letters(wordsOf(parse(plainMdx(text))))).toBe(letters(text))
    }),
  )
})

test('paragraphs, lists and code stay; addresses are shown, not linked', () => {
  expect(
    plainMdx(
      'See [the page](https://a.example/x) or https://b.example.\n\n1. **Quit** Teams\n2. Run `wsreset {x}`\n\n```sh\nrm -rf {all}\n```\n\nimport is a word {here} <b>',
    ),
  ).toMatchInlineSnapshot(`
    "See the page (\`https://a.example/x\`) or \`https://b.example.\`

    1. Quit Teams
    2. Run \`wsreset {x}\`

    \`\`\`
    rm -rf {all}
    \`\`\`

    &#105;mport is a word \\{here\\} \\<b\\>"
  `)
})
