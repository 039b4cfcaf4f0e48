import { describe, expect, test } from 'vitest'
import { type AddResult, DEEPEST } from '../store'
import { commentOf, DAY, newComment, newThread, random, type Suite, T, times } from './fixtures'

/** Adding comments. */
export function testComments(suite: Suite): void {
  describe('adding comments', () => {
    test('keeps what was given', async () => {
      const given = newComment({ name: 'Zoë', body: '*Hello*\n\n- a\n- b' })
      const { id, thread, parent, name, body, status, staff } = given
      const expected = { id, thread, parent, name, body, status, staff }
      const rest = { depth: 0, pinned: false, votes: 0, created: T, edited: null }
      expect(await suite.store.addComment(given)).toEqual({ comment: { ...expected, ...rest }, added: true })
      expect(await suite.other.comment(id)).toEqual({ ...expected, ...rest })
      expect(await suite.store.comment('nobody')).toBeUndefined()
    })

    test('takes the same submission once, however often and wherever it is sent', async () => {
      const given = newComment()
      const proof = { id: random(), expires: T + DAY }
      const results = await Promise.all(
        times(12, (i) =>
          (i % 2 ? suite.store : suite.other).addComment(
            { ...given, id: i === 0 ? given.id : random() },
            proof,
          ),
        ),
      )
      expect(results.filter((result) => 'added' in result && result.added)).toHaveLength(1)
      expect(new Set(results.map((result) => commentOf(result).id)).size).toBe(1)
      const again = await suite.store.addComment({ ...given, id: random(), body: 'Something else' })
      expect(again).toEqual({ comment: commentOf(results[0] as AddResult), added: false })
    })

    test('takes a proof once', async () => {
      const proof = { id: random(), expires: T + DAY }
      const results = await Promise.all(
        times(10, (i) => (i % 2 ? suite.store : suite.other).addComment(newComment(), proof)),
      )
      expect(results.filter((result) => 'added' in result)).toHaveLength(1)
      expect(results.filter((result) => 'refused' in result && result.refused === 'used-proof')).toHaveLength(
        9,
      )
    })

    test('does not spend the proof of a comment that it refuses', async () => {
      const proof = { id: random(), expires: T + DAY }
      expect(await suite.store.addComment(newComment({ parent: 'nobody' }), proof)).toEqual({
        refused: 'no-parent',
      })
      expect(await suite.store.addComment(newComment(), proof)).toHaveProperty('added', true)
    })

    test('finds the same words in the same thread', async () => {
      const thread = newThread()
      await suite.add({ thread, body: 'Turn it off\nand on again. ÄÖ', status: 'waiting' })
      const same = { thread, body: '\u200b turn IT off and  on\tagain. äö\u202e' }
      expect(await suite.store.addComment(newComment(same))).toEqual({ refused: 'duplicate' })
      expect(await suite.store.addComment(newComment({ ...same, thread: newThread() }))).toHaveProperty(
        'added',
      )
      expect(await suite.store.addComment(newComment({ ...same, staff: 'ben' }))).toHaveProperty(
        'added',
        true,
      )
      expect(await suite.store.addComment(newComment({ ...same, staff: 'ben' }))).toHaveProperty(
        'added',
        true,
      )
    })

    test('finds the same words that come at once', async () => {
      const thread = newThread()
      const results = await Promise.all(
        times(10, (i) =>
          (i % 2 ? suite.store : suite.other).addComment(newComment({ thread, body: 'me too' })),
        ),
      )
      expect(results.filter((result) => 'added' in result)).toHaveLength(1)
      expect(await suite.idsOf(thread)).toHaveLength(1)
    })

    test('admits words again once they are deleted', async () => {
      const thread = newThread()
      const { id } = await suite.add({ thread, body: 'again' })
      await suite.store.moderate(id, 'delete', 'ben', T)
      expect(await suite.store.addComment(newComment({ thread, body: 'again' }))).toHaveProperty(
        'added',
        true,
      )
    })

    test('answers only what is approved, in the same thread, and not too deep', async () => {
      const thread = newThread()
      const waiting = await suite.add({ thread, status: 'waiting' })
      const refused = async (parent: string, within = thread) =>
        suite.store.addComment(newComment({ thread: within, parent }))
      expect(await refused(waiting.id)).toEqual({ refused: 'no-parent' })
      let last = await suite.add({ thread })
      expect(await refused(last.id, newThread())).toEqual({ refused: 'no-parent' })
      for (let depth = 1; depth <= DEEPEST; depth++) {
        last = await suite.add({ thread, parent: last.id })
        expect(last.depth).toBe(depth)
      }
      expect(await refused(last.id)).toEqual({ refused: 'too-deep' })
    })

    test('grows the version when readers see something new', async () => {
      expect(await suite.changes(() => suite.add({ status: 'waiting' }))).toBe(false)
      expect(await suite.changes(() => suite.add())).toBe(true)
    })
  })
}
