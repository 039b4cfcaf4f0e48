import { describe, expect, test } from 'vitest'
import { collect, commentOf, DAY, lines, newComment, newThread, type Suite, T } from './fixtures'

/** Moving everything to another store. */
export function testMoving(suite: Suite): void {
  describe('moving', () => {
    test('brings everything to another store, once', async () => {
      const target = await suite.database.openOther()
      try {
        const thread = newThread()
        const top = await suite.add({ thread, now: T + 9 })
        // A reply that is older than what it answers, as clocks have it.
        const reply = await suite.add({ thread, parent: top.id, now: T })
        await suite.store.vote(top.id, 'a', T)
        await suite.store.endSession('ended', T + DAY)
        const banned = await suite.store.moderate(reply.id, 'ban', 'ben', T, T + 1000 * DAY)
        await suite.store.moderate(top.id, 'pin', 'ben', T)
        const all = await collect(suite.store.exportComments({ outcomes: true }))
        // Through text, as a file would hold it.
        const file = () => lines(all.map((line) => JSON.parse(JSON.stringify(line))))
        const before = await target.version()
        const { added, present } = await target.importComments(file())
        const counts = await suite.store.countByStatus()
        expect(added).toBe(Object.values(counts).reduce((sum, count) => sum + count))
        expect(present).toBe(0)
        expect(await target.version()).toBeGreaterThan(before)
        expect(await target.importComments(file())).toEqual({ added: 0, present: added })
        expect(await collect(target.exportComments({ outcomes: true }))).toEqual(all)
        const page = { limit: 100, offset: 0 }
        expect(await target.readThread(thread, page)).toEqual(await suite.store.readThread(thread, page))
        expect(await target.countByStatus()).toEqual(counts)
        expect(await target.countOutcomes()).toEqual(await suite.store.countOutcomes())
        expect(await target.isBanned([`address-${reply.id}`], T)).toBe(true)
        expect(await target.isSessionEnded('ended')).toBe(true)
        const log = await target.auditLog({ limit: 1, comment: reply.id })
        expect(log).toMatchObject([{ action: 'ban', by: 'ben', detail: banned?.entry.detail }])
        expect(await target.undo(log[0]?.id as number, 'ana', T)).toMatchObject({
          comment: { id: reply.id },
        })
        expect(await target.isBanned([`address-${reply.id}`], T)).toBe(false)
        // Visits that were learned from do not come out of the new suite.store.
        const exported = { quietSince: T + 402 * DAY, now: T }
        expect(await target.exportOutcomes(exported)).toEqual(await suite.store.exportOutcomes(exported))
      } finally {
        await target.close()
      }
    })

    test('leaves comments that are there as they are', async () => {
      const target = await suite.database.openOther()
      try {
        const given = newComment({ body: 'theirs' })
        const mine = commentOf(await target.addComment({ ...given, body: 'mine' }))
        const same = newComment({ body: 'THEIRS' })
        const header = { kind: 'fixpath-comments', format: 1 }
        const source = await suite.database.openOther()
        await source.addComment(given)
        await source.vote(given.id, 'a', T)
        await target.addComment(same)
        const twin = newComment({ body: 'theirs', thread: given.thread })
        const line = (await collect(source.exportComments()))[1] as object
        await source.close()
        expect(
          await target.importComments(
            lines([header, line, { ...line, id: twin.id, submission: twin.submission }]),
          ),
        ).toEqual({ added: 1, present: 1 })
        expect(await target.comment(given.id)).toEqual(mine)
        // Words that stand there in another comment are no reason to lose one.
        expect(await target.comment(twin.id)).toMatchObject({ body: 'theirs' })
      } finally {
        await target.close()
      }
    })

    test('takes everything or nothing, and names each mistake', async () => {
      const target = await suite.database.openOther()
      try {
        const all = await collect(suite.store.exportComments())
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
        await expect(target.importComments(lines([{ kind: 'fixpath-comments', format: 2 }]))).rejects.toThrow(
          /newer Fixpath/,
        )
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
      const target = await suite.database.openOther()
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
}
