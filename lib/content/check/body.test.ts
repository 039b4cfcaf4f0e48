import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { kitchenSink } from '../fixtures/kitchen-sink'
import { renderBody } from '../mdx'
import { anchorsOf, bodyOf, parseBody, wordsOf } from './body'
import { components } from './components'
import { documentsOf } from './documents'

/** A component that shows its content and nothing else. */
const Plain = ({ children }: { children?: ReactNode }) => createElement('div', null, children)
const plain = Object.fromEntries(Object.keys(components).map((name) => [name, Plain]))

describe('anchorsOf', () => {
  const documents = documentsOf(kitchenSink)
  const articles = [...documents.guides, ...documents.causes, ...documents.fixes, ...documents.faq]

  it.each(articles)('names the places of $file as the page does', async (article) => {
    const Body = await renderBody(article)
    const html = renderToStaticMarkup(createElement(Body, { components: plain as never }))
    const rendered = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const source = kitchenSink.find(({ file }) => file === article.file)
    const { tree } = source ? bodyOf(source) : parseBody('')
    const expected = tree ? anchorsOf(tree).map(({ id }) => id) : []
    expect(expected.toSorted()).toEqual(rendered.toSorted())
  })
})

describe('parseBody', () => {
  it('says where a fault stands', () => {
    expect(parseBody('One.\n\nTwo {.').fault?.at.line).toBe(3)
    expect(parseBody('One.\n\n<Note>\n\nTwo.').fault?.at).toEqual({ line: 3, column: 1 })
  })
})

describe('wordsOf', () => {
  it('gives the words that readers see', () => {
    const { tree } = parseBody('Press <Keys>A</Keys>, *then* `b` and ![c](c.png)[d](d.mdx).')
    expect(tree && wordsOf(tree)).toBe('Press A, then b and d.')
  })
})
