import { describe, expect, test } from 'vitest'
import { collect, commentOf, DAY, MINUTE, newComment, newThread, random, type Suite, T } from './fixtures'

/** What whoever wrote a comment may do, and what is known of them. */
export function testWriters(suite: Suite): void {
  describe('the writer', () => {
    const edit = (id: string, values: object = {}) =>
      suite.store.editComment(id, {
        tokenHash: `token-${id}`,
        name: 'Bea',
        body: `Now ${id}`,
        status: 'approved',
        since: T - MINUTE,
        now: T + MINUTE,
        ...values,
      })

    test('edits for a while, with the token', async () => {
      const comment = await suite.add()
      const { id } = comment
      expect(await edit('nobody')).toBe('not-found')
      expect(await edit(id, { tokenHash: 'forged' })).toBe('wrong-token')
      expect(await edit(id, { since: T + 1 })).toBe('too-late')
      expect(await suite.changes(() => edit(id))).toBe(true)
      const expected = { ...comment, name: 'Bea', body: `Now ${id}`, edited: T + MINUTE }
      expect(await suite.other.comment(id)).toEqual(expected)
      expect(await edit(id, { status: 'waiting' })).toMatchObject({ status: 'waiting' })
      expect(await edit((await suite.add({ staff: 'ben', tokenHash: null })).id)).toBe('wrong-token')
    })

    test('cannot approve by editing', async () => {
      const waiting = await suite.add({ status: 'waiting' })
      const hidden = await suite.add()
      await suite.store.moderate(hidden.id, 'hide', 'ben', T)
      expect(await edit(waiting.id)).toMatchObject({ status: 'waiting' })
      expect(await edit(hidden.id)).toMatchObject({ status: 'hidden' })
    })

    test('may edit a comment to words that stand there already', async () => {
      const thread = newThread()
      await suite.add({ thread, body: 'one' })
      const { id } = await suite.add({ thread, body: 'two' })
      expect(await edit(id, { body: 'ONE' })).toMatchObject({ body: 'ONE' })
      expect(await suite.store.addComment(newComment({ thread, body: 'two' }))).toHaveProperty('added', true)
    })

    test('deletes for a while, with the token, and nothing is left', async () => {
      const secret = random()
      const { id, thread } = await suite.add({ thread: newThread(), name: secret, body: secret })
      await suite.store.vote(id, 'a', T)
      const by = { tokenHash: `token-${id}`, since: T, now: T }
      expect(await suite.store.deleteOwn('nobody', by)).toBe('not-found')
      expect(await suite.store.deleteOwn(id, { ...by, tokenHash: 'forged' })).toBe('wrong-token')
      expect(await suite.store.deleteOwn(id, { ...by, since: T + 1 })).toBe('too-late')
      expect(await suite.changes(() => suite.store.deleteOwn(id, by))).toBe(true)
      expect(await suite.store.deleteOwn(id, by)).toBe('not-found')
      expect(await edit(id)).toBe('not-found')
      expect(await suite.store.comment(id)).toMatchObject({ name: '', body: '', status: 'deleted', votes: 0 })
      expect(await suite.store.findComments({ thread, limit: 9 })).toMatchObject([
        { addressHash: null, browserHash: null },
      ])
      expect(await suite.idsOf(thread)).toEqual([])
      const dump = JSON.stringify(await collect(suite.store.exportComments({ outcomes: true })))
      expect(dump).toContain(id)
      expect(dump).not.toContain(secret)
      expect(dump).not.toContain(`token-${id}`)
    })

    test('sees the own comment, and nobody else', async () => {
      const comment = await suite.add({ status: 'waiting' })
      expect(await suite.store.ownComment(comment.id, `token-${comment.id}`)).toEqual(comment)
      expect(await suite.store.ownComment(comment.id, 'forged')).toBeUndefined()
      expect(await suite.store.ownComment('nobody', `token-${comment.id}`)).toBeUndefined()
    })

    test('is known by an approved comment, and not while one is hidden', async () => {
      const browserHash = random()
      expect(await suite.store.isKnownWriter(browserHash)).toBe(false)
      const { id } = await suite.add({ browserHash, status: 'waiting' })
      expect(await suite.store.isKnownWriter(browserHash)).toBe(false)
      await suite.store.moderate(id, 'approve', 'ben', T)
      expect(await suite.store.isKnownWriter(browserHash)).toBe(true)
      const bad = await suite.add({ browserHash })
      await suite.store.moderate(bad.id, 'hide', 'ben', T)
      expect(await suite.store.isKnownWriter(browserHash)).toBe(false)
    })
  })

  test('forgets addresses, proofs and bans in time', async () => {
    const old = T - 40 * DAY
    const proof = { id: random(), expires: old }
    const address = random()
    const { id } = commentOf(
      await suite.store.addComment(newComment({ now: old, addressHash: address }), proof),
    )
    const recent = await suite.add()
    await suite.store.moderate(id, 'ban', 'ben', old, T - 1)
    await suite.store.forgetWriters(T - 30 * DAY, T)
    const find = async (text: string) => (await suite.store.findComments({ text, limit: 1 }))[0]
    expect(await find(id)).toMatchObject({ addressHash: null, browserHash: `browser-${id}` })
    expect(await find(recent.id)).toMatchObject({ addressHash: `address-${recent.id}` })
    expect(await suite.store.isBanned([address], old)).toBe(false)
    expect(await suite.store.addComment(newComment(), proof)).toHaveProperty('added', true)
    const dump = JSON.stringify(await collect(suite.store.exportComments()))
    expect(dump).not.toContain(address)
  })
}
