import { expect } from '@playwright/test'
import { links, TRIED } from '../lib/links'
import { messages as t } from '../lib/messages'
import { type Crawl, crawl } from './support/crawl'
import { elementsIn, hasClass, textOf } from './support/html'
import { test } from './support/own-server'
import { fixPaths, guide, kindOf, sitemapPaths, stops } from './support/site'

// The pages are fetched as they are published, so what holds here holds without JavaScript.
test.describe.configure({ mode: 'default' })

let site: Crawl

// On a server where nobody writes meanwhile: comments must not come and go under the crawl.
test.beforeAll(async ({ own }) => {
  site = await crawl(own.origin, ['/', '/no-such-page/'])
})

const pageAt = (path: string) => {
  const page = site.pages.get(path)
  if (!page) throw new Error(`${path} was not reached.`)
  return page
}

test('every page of the sitemap exists and is reached by links from the home page', () => {
  expect(sitemapPaths().filter((path) => !site.pages.has(path))).toEqual([])
})

test('no link, style sheet, script, icon or form leads nowhere', () => {
  expect(site.dead).toEqual([])
})

test('every form that posts, posts to an address that listens', async ({ own, request }) => {
  const posts = new Set([...site.pages.values()].flatMap((page) => page.posts))
  expect(posts.size).toBeGreaterThan(fixPaths.length)
  const silent: string[] = []
  for (const address of posts) {
    const answer = await request.post(own.origin + address, { form: {}, headers: { origin: own.origin } })
    // Whoever listens refuses an empty form, or counts a vote.
    if ([404, 405].includes(answer.status())) silent.push(`${address}: ${answer.status()}`)
  }
  expect(silent).toEqual([])
})

test('every link to a place on a page finds that place', () => {
  expect(site.lostAnchors).toEqual([])
})

test('no id stands twice on a page', () => {
  const twice = [...site.pages].flatMap(([path, { ids }]) =>
    ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`),
  )
  expect(twice).toEqual([])
})

test('every page has one first heading and a title', () => {
  const without = [...site.pages].filter(
    ([, { tree, title }]) => !title || elementsIn(tree, ({ tagName }) => tagName === 'h1').length !== 1,
  )
  expect(without.map(([path]) => path)).toEqual([])
})

test('the links of the guide lead to every point of the questionnaire', () => {
  const start = links.diagnose(guide)
  expect(pageAt(links.guide(guide)).links.map(({ href }) => href)).toContain(start)
  const walked = new Set([start])
  for (const path of walked)
    for (const { href } of pageAt(path).links)
      if (href.startsWith(start) && !href.includes('#')) walked.add(href)
  const published = stops.map(({ segments }) => links.diagnose(guide, segments))
  expect([...walked].sort()).toEqual([...published].sort())
})

test('every question links each of its answers, and “I’m not sure” is one of them', () => {
  for (const { segments, node } of stops) {
    if (!node || !('q' in node)) continue
    const page = pageAt(links.diagnose(guide, segments))
    const list = elementsIn(page.tree, (element) => element.tagName === 'ul' && hasClass(element, 'answers'))
    const answers = list.flatMap((element) => elementsIn(element, ({ tagName }) => tagName === 'a'))
    const expected = Object.keys(node.a).map((answer) =>
      links.diagnose(guide, [...segments, `${node.q}.${answer}`]),
    )
    expect(answers.map(({ properties }) => properties.href).sort()).toEqual(expected.sort())
    expect(answers.map(textOf)).toContain(t.ask.unsure)
  }
})

test('every plan offers both ways on: it works now, still not working', () => {
  for (const { segments, node } of stops) {
    if (!node || !('f' in node)) continue
    const { links: offered, ids } = pageAt(links.diagnose(guide, segments))
    const next = links.diagnose(guide, [...segments, `${TRIED}.${node.f}`])
    expect(offered.find(({ text }) => text === t.plan.worksNot)?.href).toBe(next)
    expect(offered.find(({ text }) => text === t.plan.works)?.href).toBe('#works')
    expect(ids).toContain('works')
  }
})

test('every path ends in a hand-over with a report that tells what was answered and tried', () => {
  for (const stop of stops) {
    if (kindOf(stop) !== 'hand-over') continue
    const page = pageAt(links.diagnose(guide, stop.segments))
    const [report] = elementsIn(page.tree, ({ tagName }) => tagName === 'pre')
    const said = elementsIn(page.tree, (element) => hasClass(element, 'trail'))
      .flatMap((trail) => elementsIn(trail, ({ tagName }) => tagName === 'li'))
      .map((item) => textOf({ ...item, children: item.children.filter(({ type }) => type === 'text') }))
    expect(said).toHaveLength(stop.segments.length)
    for (const words of said) expect(report && textOf(report)).toContain(words)
  }
})

test('every answer in the trail can be changed on the page where it was given', () => {
  for (const { segments } of stops) {
    const trail = elementsIn(pageAt(links.diagnose(guide, segments)).tree, (element) =>
      hasClass(element, 'trail'),
    )
    const changes = trail
      .flatMap((element) => elementsIn(element, ({ tagName }) => tagName === 'li'))
      .flatMap((item) => elementsIn(item, ({ tagName }) => tagName === 'a'))
      .map(({ properties }) => properties.href)
    const pages = segments.map((_, index) => links.diagnose(guide, segments.slice(0, index)))
    expect(changes.sort()).toEqual(pages.sort())
  }
})

test('every fix is on some path, or one tap from it, or listed with the reason why not', () => {
  const onPaths = new Set(stops.flatMap(({ node }) => (node && 'f' in node ? [node.f] : [])))
  const oneTapAway = new Set(
    stops.flatMap(({ segments }) =>
      pageAt(links.diagnose(guide, segments)).links.map(({ href }) => href.replace(/\?.*/, '')),
    ),
  )
  const listed = elementsIn(pageAt(links.howItDecides(guide)).tree, ({ tagName }) => tagName === 'li')
  const known = Object.values(t.decides.reasons)
  const withReason = (path: string) =>
    listed.some(
      (item) =>
        elementsIn(item, ({ properties }) => properties.href === path).length > 0 &&
        known.some((reason) => textOf(item).endsWith(`: ${reason}.`)),
    )
  const lost = fixPaths.filter((path) => {
    const id = path.split('/').at(-2) ?? ''
    return !onPaths.has(id) && !oneTapAway.has(path) && !withReason(path)
  })
  expect(lost).toEqual([])
})

test('a fix that is opened from a plan names a point of the questionnaire to go back to', () => {
  const known = new Set(stops.map(({ segments }) => [guide.id, ...segments].join('/')))
  const wrong = [...site.pages].flatMap(([path, page]) =>
    page.links
      .map(({ href }) => new URL(href, 'http://site').searchParams.get('from'))
      .filter((from) => from !== null && !known.has(from))
      .map((from) => `${path}: ${from}`),
  )
  expect(wrong).toEqual([])
})
