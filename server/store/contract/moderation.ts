import { describe, expect, test } from 'vitest'
import { DAY, newThread, random, type Suite, T, times } from './fixtures'

/** Moderating, undoing and the log. */
export function testModeration(suite: Suite): void {
  describe('moderation', () => {
    test('does it and logs it', async () => {
      const comment = await suite.add({ status: 'waiting' })
      const { id } = comment
      expect(await suite.changes(() => suite.store.moderate(id, 'approve', 'ben', T))).toBe(true)
      const hidden = await suite.other.moderate(id, 'hide', 'ana', T + 1)
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
      await suite.store.moderate(id, 'pin', 'ben', T + 2)
      const entries = await suite.store.auditLog({ limit: 9, comment: id })
      expect(entries.map(({ by, action, detail }) => [by, action, detail])).toEqual([
        ['ben', 'pin', 'unpinned'],
        ['ana', 'hide', 'approved'],
        ['ben', 'approve', 'waiting'],
      ])
      expect(await suite.store.auditLog({ limit: 1, comment: id, before: entries[1]?.id as number })).toEqual(
        [entries[2]],
      )
      expect(await suite.store.moderate('nobody', 'approve', 'ben', T)).toBeUndefined()
    })

    test('does not bring back what is deleted', async () => {
      const { id } = await suite.add()
      await suite.store.moderate(id, 'delete', 'ben', T)
      for (const action of ['approve', 'hide', 'delete', 'pin', 'unpin', 'ban'] as const)
        expect(await suite.store.moderate(id, action, 'ben', T)).toBeUndefined()
      expect(await suite.store.comment(id)).toMatchObject({ status: 'deleted', body: '', name: '' })
    })

    test('takes back what stands, once, the newest of a kind first', async () => {
      const { id } = await suite.add({ status: 'waiting' })
      const act = async (action: 'approve' | 'hide' | 'pin' | 'ban' | 'delete') =>
        (await suite.store.moderate(id, action, 'ben', T))?.entry.id as number
      const approved = await act('approve')
      const hidden = await act('hide')
      const pinned = await act('pin')
      const banned = await act('ban')
      expect(await suite.store.undo(approved, 'ana', T)).toBe('too-late')
      expect(await suite.changes(() => suite.store.undo(hidden, 'ana', T))).toBe(true)
      expect(await suite.store.comment(id)).toMatchObject({ status: 'approved', pinned: true })
      expect(await suite.store.undo(hidden, 'ana', T)).toBe('too-late')
      expect(await suite.store.undo(approved, 'ana', T)).toMatchObject({
        comment: { status: 'waiting' },
        entry: { action: 'undo', by: 'ana', comment: id, detail: `approve ${approved}` },
      })
      expect(await suite.store.undo(pinned, 'ana', T)).toMatchObject({ comment: { pinned: false } })
      expect(await suite.store.isBanned([`address-${id}`], T)).toBe(true)
      expect(await suite.store.undo(banned, 'ana', T)).toMatchObject({ comment: { id } })
      expect(await suite.store.isBanned([`address-${id}`, `browser-${id}`], T)).toBe(false)
      const [undone] = await suite.store.auditLog({ limit: 1, comment: id })
      expect(await suite.store.undo(undone?.id as number, 'ana', T)).toBe('not-found')
      expect(await suite.store.undo(2_000_000_000, 'ana', T)).toBe('not-found')
      const again = await act('approve')
      const deleted = await act('delete')
      expect(await suite.store.undo(deleted, 'ana', T)).toBe('too-late')
      expect(await suite.store.undo(again, 'ana', T)).toBe('too-late')
    })

    test('publishes nothing that its writer changed while it was hidden', async () => {
      const { id } = await suite.add()
      const entry = (await suite.store.moderate(id, 'hide', 'ben', T))?.entry.id as number
      const change = { tokenHash: `token-${id}`, name: 'Bea', body: `Now ${id}`, since: T, now: T + 1 }
      await suite.store.editComment(id, { ...change, status: 'approved' })
      expect(await suite.store.undo(entry, 'ana', T + 2)).toMatchObject({ comment: { status: 'waiting' } })
    })

    test('takes back once, even when two do it at once', async () => {
      const { id } = await suite.add()
      const entry = (await suite.store.moderate(id, 'hide', 'ben', T))?.entry.id as number
      const results = await Promise.all(
        times(8, (i) => (i % 2 ? suite.store : suite.other).undo(entry, 'ana', T)),
      )
      expect(results.filter((result) => typeof result === 'object')).toHaveLength(1)
      expect(await suite.store.auditLog({ limit: 9, comment: id })).toHaveLength(2)
    })

    test('bans both hashes of a writer until a time', async () => {
      const address = random()
      const { id } = await suite.add({ addressHash: address })
      const next = await suite.add({ addressHash: address, thread: newThread() })
      expect(await suite.store.isBanned([address], T)).toBe(false)
      await suite.store.moderate(id, 'ban', 'ben', T, T + DAY)
      expect(await suite.other.isBanned(['x', address], T)).toBe(true)
      expect(await suite.store.isBanned([`browser-${id}`], T)).toBe(true)
      expect(await suite.store.isBanned([address], T + DAY)).toBe(false)
      expect(await suite.store.isBanned([], T)).toBe(false)
      const find = async (now: number) =>
        (await suite.store.findComments({ thread: next.thread, limit: 9, now }))[0]
      expect(await find(T)).toMatchObject({ banned: true, addressHash: address })
      expect(await find(T + DAY)).toMatchObject({ banned: false })
      // Lifted by another comment of the same writer, and set again by undoing that.
      const lifted = await suite.store.moderate(next.id, 'unban', 'ben', T)
      expect(await suite.store.isBanned([address], T)).toBe(false)
      expect(await suite.store.undo(lifted?.entry.id as number, 'ben', T)).toMatchObject({
        comment: { id: next.id },
      })
      expect(await suite.store.isBanned([address], T)).toBe(true)
    })

    test('says so when there is nobody left to ban', async () => {
      const { id } = await suite.add({ addressHash: null, browserHash: null })
      expect(await suite.store.moderate(id, 'ban', 'ben', T)).toMatchObject({
        entry: { detail: expect.stringContaining('nobody') },
      })
    })

    test('logs answers and promotions', async () => {
      const { id } = await suite.add()
      const entry = { at: T, by: 'ben', action: 'promote' as const, comment: id, detail: 'draft.mdx' }
      const logged = await suite.store.log(entry)
      expect(logged).toEqual({ ...entry, id: expect.any(Number) })
      expect(await suite.other.auditLog({ limit: 1, comment: id })).toEqual([logged])
      expect(await suite.store.undo(logged.id, 'ben', T)).toBe('not-found')
    })
  })
}
