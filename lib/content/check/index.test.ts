import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentTypes } from '../documents'
import { changeKitchenSink, kitchenSink, kitchenSinkFolder } from '../fixtures/kitchen-sink'
import { buildGraph } from '../graph'
import { readArticle } from '../read'
import { bodyOf, elementsOf } from './body'
import { components } from './components'
import { checkContent, documentsOf } from './index'
import { rules } from './rules'
import { fieldsOf } from './shapes'
import { today } from './testing'

const folder = fileURLToPath(new URL('.', import.meta.url))
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const ids = Object.keys(rules)

describe('the kitchen sink', () => {
  it('has no problems', () => {
    expect(checkContent([...kitchenSink], { contentFolder: kitchenSinkFolder, today })).toEqual([])
  })

  it('uses every field of every document type', () => {
    const unused = Object.keys(documentTypes).flatMap((type) => {
      const articles = kitchenSink.filter((article) => article.type === type)
      return Object.keys(fieldsOf(type as keyof typeof documentTypes))
        .filter((field) => !articles.some(({ data }) => field in data))
        .map((field) => `${type}.${field}`)
    })
    expect(unused).toEqual([])
  })

  it('uses every component', () => {
    const unused = Object.keys(components).filter(
      (name) =>
        !kitchenSink.some((article) => elementsOf(bodyOf(article).tree ?? { type: 'root' }, name).length),
    )
    expect(unused).toEqual([])
  })
})

describe('documentsOf', () => {
  it('fills in the defaults of fields', () => {
    const graph = buildGraph(documentsOf(kitchenSink))
    const fix = graph.fix('toaster', 'plug-it-in')
    expect(fix).toMatchObject({
      kind: 'fix',
      needs: [],
      applies: {},
      after: [],
      worksAround: [],
      aliases: [],
    })
    expect(fix.body.startsWith('<Steps>')).toBe(true)
    expect(graph.question('toaster', 'bread')).toMatchObject({ unsure: 'rarely', overlaps: [], sources: [] })
    expect(graph.guide('toaster', 'smoke')).toMatchObject({ other: 0.05, spellings: [], also: [] })
    expect(graph.sourcesOf(graph.guide('toaster', 'e42')).map(({ publisher }) => publisher)).toEqual([
      'Crumbmaster',
      'A forum',
    ])
  })

  it('shares no defaults between documents', () => {
    const documents = documentsOf(kitchenSink)
    documents.fixes[0]?.aliases.push('mine')
    expect(documentsOf(kitchenSink).fixes.filter(({ aliases }) => aliases.includes('mine'))).toEqual([])
  })

  it('leaves out what cannot be read, and gives the rest a form', () => {
    const documents = documentsOf(
      changeKitchenSink({
        'causes/crumbs.mdx': ['title: Crumbs below', 'title: @crumbs'],
        'fixes/plug-it-in.mdx': ['cures: { unplugged: 0.9 }', 'cures: { unplugged: often }'],
      }),
    )
    expect(documents.causes.some(({ id }) => id === 'crumbs')).toBe(false)
    expect(Object.keys(documents.fixes.find(({ id }) => id === 'plug-it-in')?.cures ?? {})).toEqual([
      'unplugged',
    ])
  })
})

describe('the rules', () => {
  it('are all explained in docs/content-errors.md', () => {
    const page = read('../../../docs/content-errors.md')
    expect([...page.matchAll(/^### `(.+)`$/gm)].map(([, id]) => id)).toEqual(ids)
  })

  it('are all tested, with the words that authors read', () => {
    const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
    const words = tests.map((name) => read(`./${name}`)).join('\n')
    expect(ids.filter((id) => !words.includes(`(${id})\n`))).toEqual([])
  })
})

describe('checkContent', () => {
  const files = kitchenSink.filter(({ type }) => type)

  it('stands any damage, and points into the file', () => {
    const damage = fc.record({
      file: fc.constantFrom(...files),
      from: fc.nat(),
      length: fc.nat(60),
      text: fc.oneof(
        fc.constantFrom('', '{', '<', '"', ': ', '- ', '\t', '* ', '---\n', '<For>', '# ', '[', '0'),
        fc.string(),
      ),
    })
    fc.assert(
      fc.property(damage, ({ file, from, length, text }) => {
        const before = file.lines.join('\n')
        const at = from % before.length
        const after = before.slice(0, at) + text + before.slice(at + length)
        const articles = kitchenSink.map((one) => (one === file ? readArticle(one.file, after) : one))
        for (const problem of checkContent(articles, { contentFolder: 'content', today })) {
          const article = articles.find((one) => `content/${one.file}` === problem.file)
          expect(article ?? problem.rule).toBeTruthy()
          expect(problem.line).toBeGreaterThanOrEqual(1)
          expect(problem.line).toBeLessThanOrEqual(article?.lines.length ?? 1)
          expect(problem.column).toBeGreaterThanOrEqual(1)
          expect(problem.message).toMatch(/[.:]$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says the same whatever the order of the files', () => {
    const articles = changeKitchenSink({
      'fixes/plug-it-in.mdx': ['unplugged', 'unpluged'],
      'codes.yaml': ['E77', 'e77'],
    })
    const options = { contentFolder: 'content', today }
    expect(checkContent([...articles].reverse(), options)).toEqual(checkContent(articles, options))
  })
})
