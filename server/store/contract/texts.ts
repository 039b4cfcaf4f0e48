import { describe, expect, test } from 'vitest'
import { commentOf, newComment, newOutcome, random, type Suite, T } from './fixtures'

/** Every kind of text, in every field. */
export function testTexts(suite: Suite): void {
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
      const comment = commentOf(await suite.store.addComment(given, { id: key + random(), expires: T }))
      const { id, name: writer, body, staff } = given
      expect(comment).toMatchObject({ id, thread, name: writer, body, staff })
      expect(await suite.store.comment(id)).toEqual(comment)
      expect(await suite.store.readThread(thread, { limit: 9, offset: 0 })).toEqual({
        comments: [comment],
        total: 1,
      })
      expect((await suite.store.countComments([thread])).get(thread)).toBe(1)
      expect(await suite.store.ownComment(id, key)).toEqual(comment)
      expect(await suite.store.vote(id, key, T)).toEqual({ votes: 1, counted: true })
      const done = await suite.store.moderate(id, 'ban', text, T)
      expect(done?.entry.by).toBe(text)
      expect(await suite.store.isBanned([key], T)).toBe(true)
      expect(await suite.store.moderate(id, 'unban', text, T)).toBeDefined()
      expect(await suite.store.auditLog({ limit: 9, comment: id })).toHaveLength(2)
      const found = await suite.store.findComments({ text, thread, limit: 9, before: key })
      expect(found).toEqual([])
      expect(
        await suite.store.editComment(id, {
          tokenHash: key,
          name: text,
          body: text,
          status: 'approved',
          since: 0,
          now: T,
        }),
      ).toMatchObject({ name: text, body: text })
      expect(await suite.store.addOutcome(newOutcome({ visit: key, guide: text, fix: key, step: 5 }))).toBe(
        true,
      )
      expect((await suite.store.countOutcomes([key])).get(key)).toEqual({ helped: 1, told: 1 })
      expect(await suite.store.deleteOwn(id, { tokenHash: key, since: 0, now: T })).toBe('deleted')
    })

    test('that no database can keep is replaced, not cut off', async () => {
      const { id, name: writer, body } = await suite.add({ name: 'a\0b', body: `x\ud800y\0z ${random()}` })
      expect(writer).toBe('a\uFFFDb')
      expect(body).toMatch(/^x\uFFFDy\uFFFDz /)
      expect(await suite.store.comment(id)).toMatchObject({ name: writer, body })
      expect(await suite.store.comment('\0')).toBeUndefined()
      expect(await suite.store.findComments({ text: '\0 \ud800', limit: 1 })).toHaveLength(1)
      expect(await suite.store.isBanned(['\0'], T)).toBe(false)
      expect(await suite.store.addOutcome(newOutcome({ answers: [['\0', '\ud800']] }))).toBe(true)
    })
  })
}
