import { afterEach, beforeEach, expect, test } from 'vitest'
import { anchorOf, IN_PLACE, PER_PAGE } from '../../lib/comments'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { FAQ, FIX, startTestServer, type TestServer } from '../testing'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer({ SITE_URL: 'https://help.example.org' })
})
afterEach(() => server.stop())

const read = async (path: string, headers = {}) => (await server.get(path, headers)).text()
const fixPage = '/toaster/fixes/plug-it-in/'

test('an article without comments says so, and has the form', async () => {
  const text = await read(fixPage)
  expect(text).toContain(t.comments.none)
  expect(text).toContain(`action="${links.comments(FIX)}"`)
  expect(text).toMatch(/<comment-thread thread=toaster\/fixes\/plug-it-in><section/)
})

test('an address without its last slash leads to the same page', async () => {
  const { headers } = await server.get('/threads/toaster/fixes/plug-it-in?page=2')
  expect(headers.get('location')).toBe(links.thread(FIX, 2))
})

test('an FAQ entry has its comments folded, with their number', async () => {
  await server.addComment({ thread: FAQ })
  await server.addComment({ thread: FAQ, body: 'And onions.' })
  const text = await read('/toaster/faq/')
  expect(text).toContain('<details class="fold comments no-print"><summary><span data-count="">2 comments')
  expect(text).toContain('And onions.')
})

test('what waits, was taken away or deleted is nobody else’s to see', async () => {
  const top = await server.addComment({ body: 'Taken away.', name: 'Hidden Writer' })
  await server.addComment({ body: 'An answer that stays.', parent: top.id })
  await server.addComment({ body: 'Still waiting.', status: 'waiting' })
  await server.store.moderate(top.id, 'hide', 'ana', server.clock.now)
  server.context.changes.changed()
  for (const path of [fixPage, links.thread(FIX), links.threadJson(FIX), '/toaster/e42/comments.xml']) {
    const text = await read(path)
    expect(text).toContain('An answer that stays.')
    for (const secret of ['Taken away.', 'Hidden Writer', 'Still waiting.'])
      expect(text).not.toContain(secret)
  }
  expect(await read(links.thread(FIX))).toContain(t.comments.gone)
})

test('staff is marked, and what is pinned comes first', async () => {
  await server.addComment({ body: 'From a reader.' })
  const answer = await server.addComment({ body: 'From the staff.', name: '', staff: 'ana' })
  await server.store.moderate(answer.id, 'pin', 'ana', server.clock.now)
  server.context.changes.changed(FIX)
  const text = await read(fixPage)
  expect(text.indexOf('From the staff.')).toBeLessThan(text.indexOf('From a reader.'))
  expect(text).toMatch(/>ana<\/bdi><span class="badge">Staff<\/span><span class="badge plain">Pinned</)
  expect(text.match(/class="badge">/g)).toHaveLength(1)
})

test('names and texts are shown as text, in their own direction', async () => {
  await server.addComment({ name: '<b onclick=alert(1)>Eve</b>', body: '<script>alert(1)</script> ליד' })
  const text = await read(fixPage)
  expect(text).toContain('<bdi class="name">&lt;b onclick=alert(1)&gt;Eve&lt;/b&gt;</bdi>')
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('<div class="prose" dir="auto">')
})

test('a large thread: some on the article’s page, pages of its own, and permalinks that find them', async () => {
  const all = []
  for (let index = 0; index < PER_PAGE + 5; index++) {
    server.clock.now++
    all.push(await server.addComment({ body: `Number ${index}.` }))
  }
  const place = await read(fixPage)
  expect(place.match(/class="comment"/g)).toHaveLength(IN_PLACE)
  expect(place).toContain(t.comments.all(PER_PAGE + 5))
  expect((await read(links.thread(FIX))).match(/class="comment"/g)).toHaveLength(PER_PAGE)
  const second = await read(links.thread(FIX, 2))
  expect(second.match(/class="comment"/g)).toHaveLength(5)
  expect(second).toContain(t.comments.page(2, 2))
  const last = all.at(-1)
  const found = await server.get(links.comment(last?.id ?? ''))
  expect(found.status).toBe(302)
  expect(found.headers.get('location')).toBe(`${links.thread(FIX, 2)}#${anchorOf(last?.id ?? '')}`)
  expect(second).toContain(`id="${anchorOf(last?.id ?? '')}"`)
})

test('a permalink to what is not shown leads nowhere', async () => {
  const waiting = await server.addComment({ status: 'waiting' })
  expect((await server.get(links.comment(waiting.id))).status).toBe(404)
})

test('the form for an answer names whom it answers', async () => {
  const { id } = await server.addComment({ name: 'Ada' })
  const text = await read(links.replyTo(FIX, id).replace(/#.*/, ''))
  expect(text).toContain(`<input type="hidden" name="parent" value="${id}"/>`)
  expect(text).toContain(t.comments.replyTo('Ada'))
  const none = await read(links.replyTo(FIX, 'aaaaaaaaaaaaaaaa').replace(/#.*/, ''))
  expect(none).not.toContain('name="parent"')
})

test('machines read a thread as JSON', async () => {
  const top = await server.addComment({ body: 'A *fuse*.', name: 'Ada' })
  await server.addComment({ parent: top.id, body: 'Yes.' })
  const { comments, ...rest } = JSON.parse(await read(links.threadJson(FIX)))
  expect(rest).toEqual({ thread: FIX, title: 'Plug it in', url: fixPage, page: 1, pages: 1, total: 2 })
  expect(comments).toMatchObject([
    {
      id: top.id,
      depth: 0,
      name: 'Ada',
      staff: false,
      votes: 0,
      text: 'A *fuse*.',
      url: links.comment(top.id),
    },
    { parent: top.id, depth: 1, text: 'Yes.' },
  ])
  expect(comments[0].html).toBe('<p>A <em>fuse</em>.</p>')
})

test('a guide’s feed holds what was said on everything in it, as well-formed Atom', async () => {
  await server.addComment({ thread: FAQ, name: 'Ada & Bob', body: 'Cheese <3 & onions ]]>' })
  const answer = await server.get('/toaster/e42/comments.xml')
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('<link rel="self" href="https://help.example.org/toaster/e42/comments.xml"/>')
  expect(text).toContain('<title>Ada &amp; Bob: Can it toast &lt;cheese&gt;?</title>')
  expect(text).toContain('&lt;p&gt;Cheese &amp;#x3C;3 &amp;#x26; onions ]]&gt;&lt;/p&gt;')
  // Nothing but Atom's own elements: whatever was typed is text.
  expect(new Set([...text.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name))).toEqual(
    new Set(['feed', 'id', 'title', 'link', 'updated', 'entry', 'published', 'author', 'name', 'content']),
  )
})

test('“me too” counts once for each visitor and comment', async () => {
  const { id } = await server.addComment()
  const vote = (ip: string, agent = 'a') =>
    server.send(links.vote(id), {}, { 'x-forwarded-for': ip, 'user-agent': agent })
  expect((await vote('192.0.2.1')).body).toEqual({ id, votes: 1, counted: true })
  expect((await vote('192.0.2.1')).body).toEqual({ id, votes: 1, counted: false })
  expect((await vote('192.0.2.1', 'another browser')).body).toMatchObject({ votes: 2 })
  expect((await vote('2001:db8::1')).body).toMatchObject({ votes: 3 })
  // All addresses of a network that one visitor has are one.
  expect((await vote('2001:db8::2')).body).toMatchObject({ votes: 3 })
  expect(await read(fixPage)).toContain('<b aria-hidden="true">3</b>')
})

test('a vote from a form leads back to where it was pressed, and never elsewhere', async () => {
  const { id } = await server.addComment()
  const vote = async (referer?: string) =>
    (await server.post(links.vote(id), {}, referer ? { referer } : {})).headers.get('location')
  const anchor = `#${anchorOf(id)}`
  expect(await vote(`http://localhost${fixPage}?from=x`)).toBe(`${fixPage}?from=x${anchor}`)
  expect(await vote()).toBe(links.comment(id) + anchor)
  expect(await vote('http://localhost//evil.example/')).toBe(links.comment(id) + anchor)
})

test('what waits cannot be voted for', async () => {
  const waiting = await server.addComment({ status: 'waiting' })
  expect((await server.send(links.vote(waiting.id), {})).status).toBe(404)
})

test('a site with the comments of an article that is gone shows none of them', async () => {
  const { id } = await server.addComment({ thread: 'toaster/fixes/gone' })
  for (const path of [links.comment(id), links.thread('toaster/fixes/gone')])
    expect((await server.get(path)).status).toBe(404)
  expect((await server.send(links.vote(id), {})).status).toBe(404)
})
