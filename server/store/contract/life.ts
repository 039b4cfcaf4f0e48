import { expect, test } from 'vitest'
import type { Store } from '../store'
import { newComment, type Suite, times } from './fixtures'

/** Opening and closing. */
export function testLife(suite: Suite): void {
  test('keeps everything when it is closed and opened', async () => {
    const comment = await suite.add()
    const version = await suite.store.version()
    const again = await suite.database.open()
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
    const fresh = await suite.create()
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
}
