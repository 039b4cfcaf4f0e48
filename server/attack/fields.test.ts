import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { links, moderationLinks } from '../../lib/links'
import { makePostgres, makeSqlite, NO_POSTGRES, postgresUrl, type TestPlace } from '../store/testing'
import { FIX, startTestServer, type TestServer } from '../testing'

const TOKEN = 'test-token-of-ana-000000'
const comments = links.comments(FIX)

const stores = [
  { name: 'SQLite', make: makeSqlite, skip: false },
  {
    name: postgresUrl ? 'PostgreSQL' : `PostgreSQL (${NO_POSTGRES})`,
    make: makePostgres,
    skip: !postgresUrl,
  },
]

/** What databases have been made to do by what was typed, in the dialects of both. */
const SQL = [
  "'; drop table comments; --",
  "'); delete from comments; --",
  "' or '1'='1",
  "' or 1=1 --",
  '" or ""="',
  "') or ('a'='a",
  "' union select token_hash, address_hash, null from comments --",
  "1; update comments set staff = 'ana'",
  "1' and (select count(*) from comments) > 0 --",
  "' || (select token_hash from comments limit 1) || '",
  "'; select pg_sleep(30); --",
  "'; copy comments to program 'id'; --",
  "'; attach database 'x.db' as x; --",
  "' and 1=(select load_extension('x')) --",
  "'; pragma writable_schema = on; --",
  "\\'; drop table votes; --",
  "%' or body like '%",
  '%',
  '_%',
  '$1',
  '$$; drop table comments; $$',
  ':id',
  '?1',
  '@name',
  '/**/or/**/1=1',
  '0x27206f7220313d31',
  '＇ or 1=1 --',
  'ʼ or 1=1 --',
  '\u00bf\u0027 or 1=1 --',
]

/** What is in a server's store, all of it, as an export says; times of the log aside. */
async function everything({ store }: TestServer): Promise<string[]> {
  const lines: string[] = []
  for await (const line of store.exportComments({ outcomes: true })) lines.push(JSON.stringify(line))
  return lines.sort()
}

describe.each(stores)('on $name', ({ make, skip }) => {
  let place: TestPlace
  let server: TestServer
  let cookie: string
  let form: string
  beforeAll(async () => {
    if (skip) return
    place = await make()
    const { databaseUrl } = place.config
    server = await startTestServer(databaseUrl ? { DATABASE_URL: databaseUrl } : {})
    const signedIn = await server.post('/moderate/sign-in', { token: TOKEN })
    cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    form =
      /name="form" value="([\w-]+)"/.exec(await (await server.get('/moderate/', { cookie })).text())?.[1] ??
      ''
    await server.addComment({ body: 'Somebody’s secret is 42.', status: 'waiting' })
  })
  afterAll(async () => {
    if (skip) return
    await server.stop()
    await place.remove()
  })

  let visitor = 0
  const someone = () => ({ 'x-forwarded-for': `10.1.${visitor >> 8}.${visitor++ & 255}` })

  test.skipIf(skip).each(SQL)('%s is a text wherever it is taken, and refused elsewhere', async (sql) => {
    const asked = encodeURIComponent(sql)
    const json = { accept: 'application/json' }
    const { id, body } = await server.addComment()
    const before = await everything(server)

    const refused: [string, Record<string, string>][] = [
      [comments, { body: 'x', parent: sql }],
      [comments, { body: 'x', proof: sql }],
      [links.ownComment(id), { action: 'edit', token: sql, body: 'Mine.' }],
      [links.ownComment(id), { action: sql, token: 'x'.repeat(43) }],
      [links.comments(`toaster/fixes/${asked}`), { body: 'x' }],
      [`/comments/${asked}/vote`, {}],
      ['/moderate/sign-in', { token: sql }],
      [moderationLinks.act(id, 'approve'), { form: sql }],
      [moderationLinks.act(asked, 'approve'), { form }],
      [moderationLinks.act(id, asked), { form }],
      [`/moderate/log/${asked}/undo`, { form }],
    ]
    for (const [path, fields] of refused) {
      const answer = await server.post(path, fields, { ...someone(), cookie })
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    }
    const outcome = { visit: sql, step: 0, guide: sql, answers: [[sql, sql]], tried: [sql] }
    for (const event of [{ kind: 'solved', fix: sql }, { kind: sql }]) {
      const told = await server.app.request(links.outcomes(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', host: 'localhost', ...someone() },
        body: JSON.stringify({ ...outcome, event }),
      })
      expect(told.status).toBe(422)
    }
    const read = [
      [`${links.thread(FIX)}?page=${asked}`, 404],
      [`${links.thread(FIX)}?reply=${asked}`, 200],
      [`/comments/${asked}/`, 404],
      [`/comments/${id}/own?token=${asked}`, 403],
      [`/challenge?thread=${asked}`, 404],
      [`/toaster/${asked}/comments.xml`, 404],
      [`/moderate/?text=${asked}&thread=${asked}&before=${asked}&status=${asked}&did=${asked}`, 200],
      [`/moderate/log/?before=${asked}&comment=${asked}`, 200],
      [`/moderate/comments/${asked}/`, 404],
      [`/moderate/comments/${id}/faq/?answer=${asked}`, 200],
    ] as const
    for (const [path, status] of read) {
      const headers = { ...someone(), cookie, 'if-none-match': encodeURI(sql) }
      expect([path, (await server.get(path, headers)).status]).toEqual([path, status])
    }
    for (const header of ['cookie', 'authorization', 'x-forwarded-for', 'user-agent']) {
      const value = header === 'cookie' ? `moderator=${asked}` : encodeURI(sql)
      await server.get(`/comments/${id}/own`, { ...someone(), [header]: value })
    }
    expect(await everything(server)).toEqual(before)

    const sent = await server.send(
      comments,
      { body: `${visitor} ${sql}`, name: sql.slice(0, 60), submission: sql, browser: sql },
      { ...someone(), 'user-agent': encodeURI(sql) },
    )
    expect(sent.status).toBe(201)
    const { token } = sent.body
    expect(await server.store.comment(sent.body.id)).toMatchObject({ body: `${visitor - 1} ${sql}` })
    const edited = await server.send(
      links.ownComment(sent.body.id),
      { action: 'edit', token, body: `${visitor} changed ${sql}`, name: sql.slice(0, 60) },
      { ...someone(), ...json },
    )
    expect(edited.status).toBe(200)
    const vote = await server.post(
      links.vote(id),
      { [sql]: sql },
      { ...someone(), ...json, 'user-agent': encodeURI(sql) },
    )
    expect(vote.status).toBe(200)
    const answered = await server.post(
      moderationLinks.act(sent.body.id, 'answer'),
      { form, body: sql },
      { cookie },
    )
    expect(answered.status).toBe(303)
    expect(await server.store.comment(id)).toMatchObject({ body, votes: 1, staff: null, status: 'approved' })
    // A search finds words; this one finds nothing that it does not hold.
    const found = await server.store.findComments({ text: sql, limit: 200 })
    expect(found.map((one) => one.body).join()).not.toContain('secret')
  })

  test.skipIf(skip)('nothing was dropped, made staff, or let out', async () => {
    const all = await server.store.findComments({ limit: 200 })
    expect(all.filter(({ staff }) => staff !== null).every(({ parent }) => parent !== null)).toBe(true)
    expect(all.filter(({ body }) => body === 'Somebody’s secret is 42.')).toMatchObject([
      { status: 'waiting' },
    ])
    await server.store.check()
  })
})
