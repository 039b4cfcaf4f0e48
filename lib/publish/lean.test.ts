import { expect, test } from 'vitest'
import { leanPage } from './lean'

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`

test('nothing of the framework is left', () => {
  const html = leanPage(
    page(
      `<link rel="preload" as="script" href="/_next/a.js"/><link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>
       <script src="/_next/static/chunks/main.js" async=""></script><meta name="next-size-adjust" content=""/>`,
      `<div hidden=""><!--$--><!--/$--></div><h1>Fix <!-- -->it</h1><script>self.__next_f.push([1,"x"])</script>
       <script src="/_next/static/chunks/x.js"></script>`,
    ),
  )
  expect(html).not.toMatch(/_next\/[^"' ]*\.js|__next_f|preload|precedence|<!--|next-size|hidden/)
  expect(html).toContain('<h1>Fix it</h1>')
  expect(html).toContain('rel=stylesheet')
})

test('our module and the speculation rules stay, under a policy that comes first', () => {
  const html = leanPage(
    page('<title>T</title><script type="module" src="/assets/elements.js"></script>', '<p>x</p>'),
  )
  expect(html).toContain('<script type=module src=/assets/elements.js></script>')
  expect(html).toContain('<script type=speculationrules>')
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'))
  expect(html).not.toContain('unsafe-inline')
})

test('elements that are hidden until they can help are kept', () => {
  const html = leanPage(page('', '<div hidden><p>kept</p></div><copy-text hidden></copy-text>'))
  expect(html).toContain('kept')
  expect(html).toContain('<copy-text hidden>')
})

test('text is not changed', () => {
  const html = leanPage(page('', '<pre>a  &lt;b&gt;\n  c</pre><p>1 &amp; 2</p>'))
  expect(html).toContain('<pre>a  &#x3C;b>\n  c</pre>')
})
