import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AddResult, type Comment, DEEPEST, type NewComment, type NewOutcome, type Store } from './store'

/** A database for one suite. */
export interface TestDatabase {
  /** Another store over the same database, as another process would have it. */
  open(): Promise<Store>
  /** A store over a database of its own. */
  openOther(): Promise<Store>
  remove(): Promise<void>
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** The time in all tests. */
const T = Date.UTC(2027, 0, 15, 12)

const random = () => randomBytes(8).toString('hex')
const newThread = () => `teams/faq/${random()}`

/** A comment that differs from every other. */
export function newComment(values: Partial<NewComment> = {}): NewComment {
  const id = random()
  return {
    id,
    submission: `s-${id}`,
    thread: 'teams/faq/can-a-vpn',
    parent: null,
    name: 'Ana',
    body: `It is ${id}`,
    status: 'approved',
    staff: null,
    tokenHash: `token-${id}`,
    addressHash: `address-${id}`,
    browserHash: `browser-${id}`,
    now: T,
    ...values,
  }
}

const newOutcome = (values: Partial<NewOutcome> = {}): NewOutcome => ({
  visit: random(),
  step: 0,
  guide: 'teams/caa20002',
  answers: [['vpn', 'on']],
  tried: [],
  event: { kind: 'solved', fix: 'turn-off-vpn' },
  fix: 'teams/turn-off-vpn',
  now: T,
  ...values,
})

const commentOf = (result: AddResult): Comment => {
  if ('refused' in result) throw new Error(`The comment was refused: ${result.refused}`)
  return result.comment
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

async function* lines(values: readonly unknown[]) {
  yield* values
}

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))

/** What every store must do; `create` makes an empty database. */
export function testStore(name: string, create: () => Promise<TestDatabase>): void {
  describe(name, () => {
    let database: TestDatabase
    let store: Store
    /** The view of a second process. */
    let other: Store

    beforeAll(async () => {
      database = await create()
      ;[store, other] = await Promise.all([database.open(), database.open()])
    })
    afterAll(async () => {
      await Promise.all([store?.close(), other?.close()])
      await database?.remove()
    })

    const add = async (values: Partial<NewComment> = {}, to = store) =>
      commentOf(await to.addComment(newComment(values)))
    const idsOf = async (thread: string) =>
      (await store.readThread(thread, { limit: 100, offset: 0 })).comments.map(({ id }) => id)
    /** Whether the version grew. */
    const changes = async (work: () => Promise<unknown>) => {
      const before = await other.version()
      await work()
      return (await other.version()) > before
    }

    describe('adding comments', () => {
      test('keeps what was given', async () => {
        const given = newComment({ name: 'Zoë', body: '*Hello*\n\n- a\n- b' })
        const { id, thread, parent, name, body, status, staff } = given
        const expected = { id, thread, parent, name, body, status, staff }
        const rest = { depth: 0, pinned: false, votes: 0, created: T, edited: null }
        expect(await store.addComment(given)).toEqual({ comment: { ...expected, ...rest }, added: true })
        expect(await other.comment(id)).toEqual({ ...expected, ...rest })
        expect(await store.comment('nobody')).toBeUndefined()
      })

      test('takes the same submission once, however often and wherever it is sent', async () => {
        const given = newComment()
        const proof = { id: random(), expires: T + DAY }
        const results = await Promise.all(
          times(12, (i) =>
            (i % 2 ? store : other).addComment({ ...given, id: i === 0 ? given.id : random() }, proof),
          ),
        )
        expect(results.filter((result) => 'added' in result && result.added)).toHaveLength(1)
        expect(new Set(results.map((result) => commentOf(result).id)).size).toBe(1)
        const again = await store.addComment({ ...given, id: random(), body: 'Something else' })
        expect(again).toEqual({ comment: commentOf(results[0] as AddResult), added: false })
      })

      test('takes a proof once', async () => {
        const proof = { id: random(), expires: T + DAY }
        const results = await Promise.all(
          times(10, (i) => (i % 2 ? store : other).addComment(newComment(), proof)),
        )
        expect(results.filter((result) => 'added' in result)).toHaveLength(1)
        expect(
          results.filter((result) => 'refused' in result && result.refused === 'used-proof'),
        ).toHaveLength(9)
      })

      test('does not spend the proof of a comment that it refuses', async () => {
        const proof = { id: random(), expires: T + DAY }
        expect(await store.addComment(newComment({ parent: 'nobody' }), proof)).toEqual({
          refused: 'no-parent',
        })
        expect(await store.addComment(newComment(), proof)).toHaveProperty('added', true)
      })

      test('finds the same words in the same thread', async () => {
        const thread = newThread()
        await add({ thread, body: 'Turn it off\nand on again. ÄÖ', status: 'waiting' })
        const same = { thread, body: '\u200b turn IT off and  on\tagain. äö\u202e' }
        expect(await store.addComment(newComment(same))).toEqual({ refused: 'duplicate' })
        expect(await store.addComment(newComment({ ...same, thread: newThread() }))).toHaveProperty('added')
        expect(await store.addComment(newComment({ ...same, staff: 'ben' }))).toHaveProperty('added', true)
        expect(await store.addComment(newComment({ ...same, staff: 'ben' }))).toHaveProperty('added', true)
      })

      test('finds the same words that come at once', async () => {
        const thread = newThread()
        const results = await Promise.all(
          times(10, (i) => (i % 2 ? store : other).addComment(newComment({ thread, body: 'me too' }))),
        )
        expect(results.filter((result) => 'added' in result)).toHaveLength(1)
        expect(await idsOf(thread)).toHaveLength(1)
      })

      test('admits words again once they are deleted', async () => {
        const thread = newThread()
        const { id } = await add({ thread, body: 'again' })
        await store.moderate(id, 'delete', 'ben', T)
        expect(await store.addComment(newComment({ thread, body: 'again' }))).toHaveProperty('added', true)
      })

      test('answers only what is approved, in the same thread, and not too deep', async () => {
        const thread = newThread()
        const waiting = await add({ thread, status: 'waiting' })
        const refused = async (parent: string, within = thread) =>
          store.addComment(newComment({ thread: within, parent }))
        expect(await refused(waiting.id)).toEqual({ refused: 'no-parent' })
        let last = await add({ thread })
        expect(await refused(last.id, newThread())).toEqual({ refused: 'no-parent' })
        for (let depth = 1; depth <= DEEPEST; depth++) {
          last = await add({ thread, parent: last.id })
          expect(last.depth).toBe(depth)
        }
        expect(await refused(last.id)).toEqual({ refused: 'too-deep' })
      })

      test('grows the version when readers see something new', async () => {
        expect(await changes(() => add({ status: 'waiting' }))).toBe(false)
        expect(await changes(() => add())).toBe(true)
      })
    })

    describe('any text', () => {
      const texts = [
        `Robert'); DROP TABLE comments;--`,
        `" OR 1=1 -- \\' %_ $1 ? :a @b`,
        '👩‍👩‍👧‍👦 שלום مرحبا \u202eabc\u202c 𝕏 é é',
        '\u0301'.repeat(5000),
        '<script>alert(1)</script>',
        '\u2028\u2029\u0007\u001b[31m\ufeff',
        '\r\n\t ',
      ]
      test.each(texts)('comes back as it was: %j', async (text) => {
        // What is part of an index is bounded by whoever makes it.
        const key = text.slice(0, 90)
        const thread = `teams/faq/${random()}${key}`
        const given = newComment({
          id: random() + key,
          submission: random() + key,
          thread,
          name: text,
          body: `${text}${random()}`,
          staff: text,
          tokenHash: key,
          addressHash: key,
          browserHash: key,
        })
        const comment = commentOf(await store.addComment(given, { id: key + random(), expires: T }))
        const { id, name: writer, body, staff } = given
        expect(comment).toMatchObject({ id, thread, name: writer, body, staff })
        expect(await store.comment(id)).toEqual(comment)
        expect(await store.readThread(thread, { limit: 9, offset: 0 })).toEqual({
          comments: [comment],
          total: 1,
        })
        expect((await store.countComments([thread])).get(thread)).toBe(1)
        expect(await store.ownComment(id, key)).toEqual(comment)
        expect(await store.vote(id, key, T)).toEqual({ votes: 1, counted: true })
        const done = await store.moderate(id, 'ban', text, T)
        expect(done?.entry.by).toBe(text)
        expect(await store.isBanned([key], T)).toBe(true)
        expect(await store.moderate(id, 'unban', text, T)).toBeDefined()
        expect(await store.auditLog({ limit: 9, comment: id })).toHaveLength(2)
        const found = await store.findComments({ text, thread, limit: 9, before: key })
        expect(found).toEqual([])
        expect(
          await store.editComment(id, {
            tokenHash: key,
            name: text,
            body: text,
            status: 'approved',
            since: 0,
            now: T,
          }),
        ).toMatchObject({ name: text, body: text })
        expect(await store.addOutcome(newOutcome({ visit: key, guide: text, fix: key, step: 5 }))).toBe(true)
        expect((await store.countOutcomes([key])).get(key)).toEqual({ helped: 1, told: 1 })
        expect(await store.deleteOwn(id, { tokenHash: key, since: 0, now: T })).toBe('deleted')
      })

      test('that no database can keep is replaced, not cut off', async () => {
        const { id, name: writer, body } = await add({ name: 'a\0b', body: `x\ud800y\0z ${random()}` })
        expect(writer).toBe('a\uFFFDb')
        expect(body).toMatch(/^x\uFFFDy\uFFFDz /)
        expect(await store.comment(id)).toMatchObject({ name: writer, body })
        expect(await store.comment('\0')).toBeUndefined()
        expect(await store.findComments({ text: '\0 \ud800', limit: 1 })).toHaveLength(1)
        expect(await store.isBanned(['\0'], T)).toBe(false)
        expect(await store.addOutcome(newOutcome({ answers: [['\0', '\ud800']] }))).toBe(true)
      })
    })

    describe('reading a thread', () => {
      test('puts pinned before staff before votes before age, and answers below, oldest first', async () => {
        const thread = newThread()
        const old = await add({ thread, now: T })
        const young = await add({ thread, now: T + 2 })
        const liked = await add({ thread, now: T + 3 })
        const staff = await add({ thread, now: T + 4, staff: 'ben' })
        const pinned = await add({ thread, now: T + 5 })
        const second = await add({ thread, parent: liked.id, now: T + 7 })
        const first = await add({ thread, parent: liked.id, now: T + 6 })
        const below = await add({ thread, parent: second.id, now: T + 8 })
        await add({ thread, status: 'waiting' })
        await store.vote(liked.id, 'a', T)
        await store.vote(below.id, 'a', T)
        await store.vote(below.id, 'b', T)
        await store.moderate(pinned.id, 'pin', 'ben', T)
        const expected = [pinned, staff, liked, first, second, below, old, young].map(({ id }) => id)
        expect(await idsOf(thread)).toEqual(expected)
        const page = await other.readThread(thread, { limit: 3, offset: 2 })
        expect(page.comments.map(({ id }) => id)).toEqual(expected.slice(2, 5))
        expect(page.total).toBe(8)
        expect(await store.readThread(thread, { limit: 3, offset: 80 })).toEqual({ comments: [], total: 8 })
        expect(await Promise.all(expected.map((id) => store.placeInThread(id)))).toEqual([
          0, 1, 2, 3, 4, 5, 6, 7,
        ])
      })

      test('keeps the place of what is gone while it has approved replies', async () => {
        const thread = newThread()
        const top = await add({ thread, name: 'Secret', body: 'secret' })
        const middle = await add({ thread, parent: top.id })
        const bottom = await add({ thread, parent: middle.id })
        await store.moderate(top.id, 'delete', 'ben', T)
        await store.moderate(middle.id, 'hide', 'ben', T)
        const { comments, total } = await store.readThread(thread, { limit: 9, offset: 0 })
        expect(total).toBe(3)
        expect(comments).toEqual([
          { ...top, name: '', body: '', status: 'deleted' },
          { ...middle, name: '', body: '', status: 'hidden' },
          bottom,
        ])
        expect(await store.placeInThread(top.id)).toBe(0)
        await store.moderate(bottom.id, 'hide', 'ben', T)
        expect(await store.readThread(thread, { limit: 9, offset: 0 })).toEqual({ comments: [], total: 0 })
        expect(await store.placeInThread(top.id)).toBeUndefined()
        expect(await store.placeInThread('nobody')).toBeUndefined()
      })

      test('counts and lists what is approved', async () => {
        const [a, b, c] = [newThread(), newThread(), newThread()]
        await add({ thread: a, now: T + 1 })
        const middle = await add({ thread: a, now: T + 2 })
        const last = await add({ thread: b, now: T + 3 })
        await add({ thread: a, now: T + 4, status: 'waiting' })
        const counts = await store.countComments([a, b, c])
        expect([...counts].sort()).toEqual([[a, 2] as const, [b, 1] as const].sort())
        expect((await store.countComments()).get(a)).toBe(2)
        expect(await store.countComments([])).toEqual(new Map())
        expect(await store.latestComments([a, b, c], 2)).toEqual([last, middle])
        expect(await store.latestComments([], 2)).toEqual([])
      })
    })

    describe('votes', () => {
      test('count each visitor once, however many come at once', async () => {
        const { id } = await add()
        const results = await Promise.all(
          times(200, (i) => (i % 2 ? store : other).vote(id, `visitor ${i % 50}`, T)),
        )
        expect(results.filter((result) => result?.counted)).toHaveLength(50)
        expect(await store.comment(id)).toMatchObject({ votes: 50 })
        expect(await store.vote(id, 'visitor 1', T)).toEqual({ votes: 50, counted: false })
      })

      test('count only for approved comments, and grow the version', async () => {
        const waiting = await add({ status: 'waiting' })
        const { id } = await add()
        expect(await store.vote(waiting.id, 'a', T)).toBeUndefined()
        expect(await store.vote('nobody', 'a', T)).toBeUndefined()
        expect(await changes(() => store.vote(id, 'a', T))).toBe(true)
        expect(await changes(() => store.vote(id, 'a', T))).toBe(false)
      })
    })

    describe('the writer', () => {
      const edit = (id: string, values: object = {}) =>
        store.editComment(id, {
          tokenHash: `token-${id}`,
          name: 'Bea',
          body: `Now ${id}`,
          status: 'approved',
          since: T - MINUTE,
          now: T + MINUTE,
          ...values,
        })

      test('edits for a while, with the token', async () => {
        const comment = await add()
        const { id } = comment
        expect(await edit('nobody')).toBe('not-found')
        expect(await edit(id, { tokenHash: 'forged' })).toBe('wrong-token')
        expect(await edit(id, { since: T + 1 })).toBe('too-late')
        expect(await changes(() => edit(id))).toBe(true)
        const expected = { ...comment, name: 'Bea', body: `Now ${id}`, edited: T + MINUTE }
        expect(await other.comment(id)).toEqual(expected)
        expect(await edit(id, { status: 'waiting' })).toMatchObject({ status: 'waiting' })
        expect(await edit((await add({ staff: 'ben', tokenHash: null })).id)).toBe('wrong-token')
      })

      test('cannot approve by editing', async () => {
        const waiting = await add({ status: 'waiting' })
        const hidden = await add()
        await store.moderate(hidden.id, 'hide', 'ben', T)
        expect(await edit(waiting.id)).toMatchObject({ status: 'waiting' })
        expect(await edit(hidden.id)).toMatchObject({ status: 'hidden' })
      })

      test('may edit a comment to words that stand there already', async () => {
        const thread = newThread()
        await add({ thread, body: 'one' })
        const { id } = await add({ thread, body: 'two' })
        expect(await edit(id, { body: 'ONE' })).toMatchObject({ body: 'ONE' })
        expect(await store.addComment(newComment({ thread, body: 'two' }))).toHaveProperty('added', true)
      })

      test('deletes for a while, with the token, and nothing is left', async () => {
        const secret = random()
        const { id, thread } = await add({ thread: newThread(), name: secret, body: secret })
        await store.vote(id, 'a', T)
        const by = { tokenHash: `token-${id}`, since: T, now: T }
        expect(await store.deleteOwn('nobody', by)).toBe('not-found')
        expect(await store.deleteOwn(id, { ...by, tokenHash: 'forged' })).toBe('wrong-token')
        expect(await store.deleteOwn(id, { ...by, since: T + 1 })).toBe('too-late')
        expect(await changes(() => store.deleteOwn(id, by))).toBe(true)
        expect(await store.deleteOwn(id, by)).toBe('not-found')
        expect(await edit(id)).toBe('not-found')
        expect(await store.comment(id)).toMatchObject({ name: '', body: '', status: 'deleted', votes: 0 })
        expect(await store.findComments({ thread, limit: 9 })).toMatchObject([
          { addressHash: null, browserHash: null },
        ])
        expect(await idsOf(thread)).toEqual([])
        const dump = JSON.stringify(await collect(store.exportComments({ outcomes: true })))
        expect(dump).toContain(id)
        expect(dump).not.toContain(secret)
        expect(dump).not.toContain(`token-${id}`)
      })

      test('sees the own comment, and nobody else', async () => {
        const comment = await add({ status: 'waiting' })
        expect(await store.ownComment(comment.id, `token-${comment.id}`)).toEqual(comment)
        expect(await store.ownComment(comment.id, 'forged')).toBeUndefined()
        expect(await store.ownComment('nobody', `token-${comment.id}`)).toBeUndefined()
      })

      test('is known by an approved comment, and not while one is hidden', async () => {
        const browserHash = random()
        expect(await store.isKnownWriter(browserHash)).toBe(false)
        const { id } = await add({ browserHash, status: 'waiting' })
        expect(await store.isKnownWriter(browserHash)).toBe(false)
        await store.moderate(id, 'approve', 'ben', T)
        expect(await store.isKnownWriter(browserHash)).toBe(true)
        const bad = await add({ browserHash })
        await store.moderate(bad.id, 'hide', 'ben', T)
        expect(await store.isKnownWriter(browserHash)).toBe(false)
      })
    })

    describe('moderation', () => {
      test('does it and logs it', async () => {
        const comment = await add({ status: 'waiting' })
        const { id } = comment
        expect(await changes(() => store.moderate(id, 'approve', 'ben', T))).toBe(true)
        const hidden = await other.moderate(id, 'hide', 'ana', T + 1)
        expect(hidden).toEqual({
          comment: { ...comment, status: 'hidden' },
          entry: {
            id: expect.any(Number),
            at: T + 1,
            by: 'ana',
            action: 'hide',
            comment: id,
            detail: 'approved',
          },
        })
        await store.moderate(id, 'pin', 'ben', T + 2)
        const entries = await store.auditLog({ limit: 9, comment: id })
        expect(entries.map(({ by, action, detail }) => [by, action, detail])).toEqual([
          ['ben', 'pin', 'unpinned'],
          ['ana', 'hide', 'approved'],
          ['ben', 'approve', 'waiting'],
        ])
        expect(await store.auditLog({ limit: 1, comment: id, before: entries[1]?.id as number })).toEqual([
          entries[2],
        ])
        expect(await store.moderate('nobody', 'approve', 'ben', T)).toBeUndefined()
      })

      test('does not bring back what is deleted', async () => {
        const { id } = await add()
        await store.moderate(id, 'delete', 'ben', T)
        for (const action of ['approve', 'hide', 'delete', 'pin', 'unpin', 'ban'] as const)
          expect(await store.moderate(id, action, 'ben', T)).toBeUndefined()
        expect(await store.comment(id)).toMatchObject({ status: 'deleted', body: '', name: '' })
      })

      test('takes back what stands, once, the newest of a kind first', async () => {
        const { id } = await add({ status: 'waiting' })
        const act = async (action: 'approve' | 'hide' | 'pin' | 'ban' | 'delete') =>
          (await store.moderate(id, action, 'ben', T))?.entry.id as number
        const approved = await act('approve')
        const hidden = await act('hide')
        const pinned = await act('pin')
        const banned = await act('ban')
        expect(await store.undo(approved, 'ana', T)).toBe('too-late')
        expect(await changes(() => store.undo(hidden, 'ana', T))).toBe(true)
        expect(await store.comment(id)).toMatchObject({ status: 'approved', pinned: true })
        expect(await store.undo(hidden, 'ana', T)).toBe('too-late')
        expect(await store.undo(approved, 'ana', T)).toMatchObject({
          comment: { status: 'waiting' },
          entry: { action: 'undo', by: 'ana', comment: id, detail: `approve ${approved}` },
        })
        expect(await store.undo(pinned, 'ana', T)).toMatchObject({ comment: { pinned: false } })
        expect(await store.isBanned([`address-${id}`], T)).toBe(true)
        expect(await store.undo(banned, 'ana', T)).toMatchObject({ comment: { id } })
        expect(await store.isBanned([`address-${id}`, `browser-${id}`], T)).toBe(false)
        const [undone] = await store.auditLog({ limit: 1, comment: id })
        expect(await store.undo(undone?.id as number, 'ana', T)).toBe('not-found')
        expect(await store.undo(2_000_000_000, 'ana', T)).toBe('not-found')
        const again = await act('approve')
        const deleted = await act('delete')
        expect(await store.undo(deleted, 'ana', T)).toBe('too-late')
        expect(await store.undo(again, 'ana', T)).toBe('too-late')
      })

      test('takes back once, even when two do it at once', async () => {
        const { id } = await add()
        const entry = (await store.moderate(id, 'hide', 'ben', T))?.entry.id as number
        const results = await Promise.all(times(8, (i) => (i % 2 ? store : other).undo(entry, 'ana', T)))
        expect(results.filter((result) => typeof result === 'object')).toHaveLength(1)
        expect(await store.auditLog({ limit: 9, comment: id })).toHaveLength(2)
      })

      test('bans both hashes of a writer until a time', async () => {
        const address = random()
        const { id } = await add({ addressHash: address })
        const next = await add({ addressHash: address, thread: newThread() })
        expect(await store.isBanned([address], T)).toBe(false)
        await store.moderate(id, 'ban', 'ben', T, T + DAY)
        expect(await other.isBanned(['x', address], T)).toBe(true)
        expect(await store.isBanned([`browser-${id}`], T)).toBe(true)
        expect(await store.isBanned([address], T + DAY)).toBe(false)
        expect(await store.isBanned([], T)).toBe(false)
        const find = async (now: number) =>
          (await store.findComments({ thread: next.thread, limit: 9, now }))[0]
        expect(await find(T)).toMatchObject({ banned: true, addressHash: address })
        expect(await find(T + DAY)).toMatchObject({ banned: false })
        // Lifted by another comment of the same writer, and set again by undoing that.
        const lifted = await store.moderate(next.id, 'unban', 'ben', T)
        expect(await store.isBanned([address], T)).toBe(false)
        expect(await store.undo(lifted?.entry.id as number, 'ben', T)).toMatchObject({
          comment: { id: next.id },
        })
        expect(await store.isBanned([address], T)).toBe(true)
      })

      test('says so when there is nobody left to ban', async () => {
        const { id } = await add({ addressHash: null, browserHash: null })
        expect(await store.moderate(id, 'ban', 'ben', T)).toMatchObject({
          entry: { detail: expect.stringContaining('nobody') },
        })
      })

      test('logs answers and promotions', async () => {
        const { id } = await add()
        const entry = { at: T, by: 'ben', action: 'promote' as const, comment: id, detail: 'draft.mdx' }
        const logged = await store.log(entry)
        expect(logged).toEqual({ ...entry, id: expect.any(Number) })
        expect(await other.auditLog({ limit: 1, comment: id })).toEqual([logged])
        expect(await store.undo(logged.id, 'ben', T)).toBe('not-found')
      })
    })

    describe('search', () => {
      test('finds all words in text, name or thread, in any case, and nothing by patterns', async () => {
        const thread = newThread()
        const { id } = await add({ thread, name: 'Ünal', body: `100% of_it \\ 'quoted' ${'ß'} ΣΊΣΥΦΟΣ` })
        await add({ thread, body: 'Something else entirely' })
        const find = async (text: string) =>
          (await store.findComments({ thread, text, limit: 9 })).map((comment) => comment.id)
        for (const text of [
          '100%',
          'OF_IT',
          "'quoted'",
          '\\',
          'ünal 100%',
          'ÜNAL',
          `${thread} of_it`,
          'σίσυφος',
        ])
          expect(await find(text), text).toEqual([id])
        for (const text of ['1%t', '10__', 'unal', 'of_it missing', '100%" or 1=1'])
          expect(await find(text), text).toEqual([])
        expect(await find('  ')).toHaveLength(2)
      })

      test('pages in both orders, even where times are equal', async () => {
        const thread = newThread()
        const all = []
        for (let i = 0; i < 7; i++)
          all.push(await add({ thread, now: T + Math.floor(i / 3), status: i % 2 ? 'waiting' : 'approved' }))
        const sorted = all.sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
        for (const oldestFirst of [true, false]) {
          const seen: string[] = []
          for (;;) {
            const before = seen.at(-1)
            const page = await store.findComments({
              thread,
              oldestFirst,
              limit: 2,
              ...(before !== undefined && { before }),
            })
            if (page.length === 0) break
            expect(page.length).toBeLessThanOrEqual(2)
            seen.push(...page.map(({ id }) => id))
          }
          expect(seen).toEqual(oldestFirst ? sorted : [...sorted].reverse())
        }
        expect(await store.findComments({ thread, status: 'waiting', limit: 9 })).toHaveLength(3)
        expect(await store.findComments({ thread, limit: 0 })).toHaveLength(1)
        expect(await store.findComments({ thread, limit: 1e9 })).toHaveLength(7)
      })

      test('counts by status', async () => {
        const before = await store.countByStatus()
        await add()
        await add({ status: 'waiting' })
        await store.moderate((await add()).id, 'hide', 'ben', T)
        await store.moderate((await add()).id, 'delete', 'ben', T)
        const { waiting, approved, hidden, deleted } = before
        expect(await store.countByStatus()).toEqual({
          waiting: waiting + 1,
          approved: approved + 1,
          hidden: hidden + 1,
          deleted: deleted + 1,
        })
      })
    })

    test('forgets addresses, proofs and bans in time', async () => {
      const old = T - 40 * DAY
      const proof = { id: random(), expires: old }
      const address = random()
      const { id } = commentOf(await store.addComment(newComment({ now: old, addressHash: address }), proof))
      const recent = await add()
      await store.moderate(id, 'ban', 'ben', old, T - 1)
      await store.forgetWriters(T - 30 * DAY, T)
      const find = async (text: string) => (await store.findComments({ text, limit: 1 }))[0]
      expect(await find(id)).toMatchObject({ addressHash: null, browserHash: `browser-${id}` })
      expect(await find(recent.id)).toMatchObject({ addressHash: `address-${recent.id}` })
      expect(await store.isBanned([address], old)).toBe(false)
      expect(await store.addComment(newComment(), proof)).toHaveProperty('added', true)
      const dump = JSON.stringify(await collect(store.exportComments()))
      expect(dump).not.toContain(address)
    })

    describe('outcomes', () => {
      const newFix = () => `teams/${random()}`

      test('are stored once, however often they are sent', async () => {
        const fix = newFix()
        const outcome = newOutcome({ fix })
        const results = await Promise.all(times(10, (i) => (i % 2 ? store : other).addOutcome(outcome)))
        expect(results.filter(Boolean)).toHaveLength(1)
        expect(await store.countOutcomes([fix])).toEqual(new Map([[fix, { helped: 1, told: 1 }]]))
      })

      test('count each visit once for a fix, by its latest word', async () => {
        const fix = newFix()
        const visit = random()
        const tell = (step: number, kind: 'failed' | 'solved', who = visit) =>
          store.addOutcome(newOutcome({ visit: who, step, fix, event: { kind, fix: 'x' } }))
        expect(await changes(() => tell(2, 'failed'))).toBe(true)
        expect(await store.countOutcomes([fix])).toEqual(new Map([[fix, { helped: 0, told: 1 }]]))
        await tell(3, 'solved')
        await tell(1, 'failed')
        await tell(0, 'failed', random())
        expect(await changes(() => tell(4, 'solved'))).toBe(false)
        expect((await store.countOutcomes()).get(fix)).toEqual({ helped: 1, told: 2 })
        await tell(5, 'failed')
        expect((await store.countOutcomes()).get(fix)).toEqual({ helped: 0, told: 2 })
        expect(await store.countOutcomes([])).toEqual(new Map())
      })

      test('that many tell at once are all counted', async () => {
        const fix = newFix()
        await Promise.all(
          times(60, (i) =>
            (i % 2 ? store : other).addOutcome(
              newOutcome({ fix, event: { kind: i % 3 ? 'failed' : 'solved', fix: 'x' } }),
            ),
          ),
        )
        expect((await store.countOutcomes([fix])).get(fix)).toEqual({ helped: 20, told: 60 })
      })

      test('that are only shown count for nothing', async () => {
        const fix = newFix()
        expect(
          await changes(() => store.addOutcome(newOutcome({ fix, event: { kind: 'shown', fix: 'x' } }))),
        ).toBe(false)
        expect((await store.countOutcomes([fix])).get(fix)).toBeUndefined()
      })

      test('come out once, when the visit is quiet, even if two export at once', async () => {
        const from = T + 400 * DAY
        await store.exportOutcomes({ quietSince: from, now: from })
        const visits = times(30, () => random())
        for (const visit of visits) {
          await store.addOutcome(newOutcome({ visit, now: from, event: { kind: 'shown', fix: visit } }))
        }
        await store.addOutcome(newOutcome({ guide: null, now: from }))
        const busy = random()
        await store.addOutcome(newOutcome({ visit: busy, now: from + MINUTE }))
        const options = { quietSince: from + 1, now: from + 1 }
        const exports = await Promise.all(times(6, (i) => (i % 2 ? store : other).exportOutcomes(options)))
        expect(
          exports
            .flat()
            .map(({ tried }) => tried[0])
            .sort(),
        ).toEqual([...visits].sort())
        expect(exports.flat()[0]).toEqual({
          guide: 'teams/caa20002',
          answers: [['vpn', 'on']],
          tried: [expect.any(String)],
          result: 'silent',
        })
        // Something that a visit says after it came out does not bring it out again.
        await store.addOutcome(newOutcome({ visit: visits[0] as string, step: 1, now: from }))
        expect(await store.exportOutcomes(options)).toEqual([])
        const later = { quietSince: from + DAY, now: from + DAY }
        expect(await store.exportOutcomes(later)).toMatchObject([{ result: 'solved' }])
        expect((await store.exportOutcomes({ ...later, again: true })).length).toBeGreaterThan(30)
      })
    })

    describe('moving', () => {
      test('brings everything to another store, once', async () => {
        const target = await database.openOther()
        try {
          const thread = newThread()
          const top = await add({ thread, now: T + 9 })
          // A reply that is older than what it answers, as clocks have it.
          const reply = await add({ thread, parent: top.id, now: T })
          await store.vote(top.id, 'a', T)
          const banned = await store.moderate(reply.id, 'ban', 'ben', T, T + 1000 * DAY)
          await store.moderate(top.id, 'pin', 'ben', T)
          const all = await collect(store.exportComments({ outcomes: true }))
          // Through text, as a file would hold it.
          const file = () => lines(all.map((line) => JSON.parse(JSON.stringify(line))))
          const before = await target.version()
          const { added, present } = await target.importComments(file())
          const counts = await store.countByStatus()
          expect(added).toBe(Object.values(counts).reduce((sum, count) => sum + count))
          expect(present).toBe(0)
          expect(await target.version()).toBeGreaterThan(before)
          expect(await target.importComments(file())).toEqual({ added: 0, present: added })
          expect(await collect(target.exportComments({ outcomes: true }))).toEqual(all)
          const page = { limit: 100, offset: 0 }
          expect(await target.readThread(thread, page)).toEqual(await store.readThread(thread, page))
          expect(await target.countByStatus()).toEqual(counts)
          expect(await target.countOutcomes()).toEqual(await store.countOutcomes())
          expect(await target.isBanned([`address-${reply.id}`], T)).toBe(true)
          const log = await target.auditLog({ limit: 1, comment: reply.id })
          expect(log).toMatchObject([{ action: 'ban', by: 'ben', detail: banned?.entry.detail }])
          expect(await target.undo(log[0]?.id as number, 'ana', T)).toMatchObject({
            comment: { id: reply.id },
          })
          expect(await target.isBanned([`address-${reply.id}`], T)).toBe(false)
          // Visits that were learned from do not come out of the new store.
          const exported = { quietSince: T + 402 * DAY, now: T }
          expect(await target.exportOutcomes(exported)).toEqual(await store.exportOutcomes(exported))
        } finally {
          await target.close()
        }
      })

      test('leaves comments that are there as they are', async () => {
        const target = await database.openOther()
        try {
          const given = newComment({ body: 'theirs' })
          const mine = commentOf(await target.addComment({ ...given, body: 'mine' }))
          const same = newComment({ body: 'THEIRS' })
          const header = { kind: 'fixpath-comments', format: 1 }
          const source = await database.openOther()
          await source.addComment(given)
          await source.vote(given.id, 'a', T)
          await target.addComment(same)
          const other = newComment({ body: 'theirs', thread: given.thread })
          const line = (await collect(source.exportComments()))[1] as object
          await source.close()
          expect(
            await target.importComments(
              lines([header, line, { ...line, id: other.id, submission: other.submission }]),
            ),
          ).toEqual({ added: 1, present: 1 })
          expect(await target.comment(given.id)).toEqual(mine)
          // Words that stand there in another comment are no reason to lose one.
          expect(await target.comment(other.id)).toMatchObject({ body: 'theirs' })
        } finally {
          await target.close()
        }
      })

      test('takes everything or nothing, and names each mistake', async () => {
        const target = await database.openOther()
        try {
          const all = await collect(store.exportComments())
          const comment = all.find((line) => (line as { kind: string }).kind === 'comment') as object
          const orphan = { ...comment, id: 'orphan', submission: 'orphan', parent: 'nobody' }
          const version = await target.version()
          await expect(
            target.importComments(
              lines([all[0], comment, { ...comment, id: 7 }, 'text', { kind: 'comment' }, { kind: 'pizza' }]),
            ),
          ).rejects.toThrow(/Nothing was imported.*line 3: id: .*line 4: .*line 5: .*line 6: /s)
          await expect(target.importComments(lines([comment, orphan]))).rejects.toThrow(
            /line 2: it answers the comment nobody/,
          )
          await expect(
            target.importComments(lines([{ kind: 'fixpath-comments', format: 2 }])),
          ).rejects.toThrow(/newer Fixpath/)
          const broken = async function* () {
            yield comment
            throw new Error('The disk is gone')
          }
          await expect(target.importComments(broken())).rejects.toThrow('The disk is gone')
          expect(await target.version()).toBe(version)
          expect(await target.countByStatus()).toEqual({ waiting: 0, approved: 0, hidden: 0, deleted: 0 })
          expect(await target.addComment(newComment())).toHaveProperty('added', true)
        } finally {
          await target.close()
        }
      })

      test('shows one moment, whatever is written meanwhile', async () => {
        const target = await database.openOther()
        try {
          const first = await target.addComment(newComment({ id: 'a' }))
          const exporting = target.exportComments()[Symbol.asyncIterator]()
          const seen = [(await exporting.next()).value]
          await target.addComment(newComment({ id: 'b', parent: commentOf(first).id }))
          await target.moderate('a', 'hide', 'ben', T)
          for (let next = await exporting.next(); !next.done; next = await exporting.next())
            seen.push(next.value)
          expect(seen.map((line) => (line as { kind: string }).kind)).toEqual(['fixpath-comments', 'comment'])
          expect(seen[1]).toMatchObject({ id: 'a', status: 'approved' })
          // One that is broken off leaves nothing behind that stops others.
          for await (const _ of target.exportComments()) break
          expect(await target.addComment(newComment())).toHaveProperty('added', true)
        } finally {
          await target.close()
        }
      })
    })

    test('keeps everything when it is closed and opened', async () => {
      const comment = await add()
      const version = await store.version()
      const again = await database.open()
      try {
        await again.check()
        expect(await again.comment(comment.id)).toEqual(comment)
        expect(await again.version()).toBe(version)
      } finally {
        await again.close()
      }
      await expect(again.check()).rejects.toThrow()
    })

    test('is made once when several processes start at the same time', async () => {
      const fresh = await create()
      const stores = await Promise.all(times(5, () => fresh.open()))
      try {
        const results = await Promise.all(times(25, (i) => (stores[i % 5] as Store).addComment(newComment())))
        expect(results.every((result) => 'added' in result)).toBe(true)
        expect(await stores[0]?.countByStatus()).toMatchObject({ approved: 25 })
      } finally {
        await Promise.all(stores.map((one) => one.close()))
        await fresh.remove()
      }
    })
  })
}
