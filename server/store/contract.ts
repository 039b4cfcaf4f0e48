import { afterAll, beforeAll, describe } from 'vitest'
import { testComments } from './contract/comments'
import { commentOf, newComment, type Suite, type TestDatabase } from './contract/fixtures'
import { testLife } from './contract/life'
import { testModeration } from './contract/moderation'
import { testMoving } from './contract/moving'
import { testOutcomes } from './contract/outcomes'
import { testSearch } from './contract/search'
import { testSessions } from './contract/sessions'
import { testTexts } from './contract/texts'
import { testThreads } from './contract/threads'
import { testWriters } from './contract/writers'
import type { Store } from './store'

/** What every store must do; `create` makes an empty database. */
export function testStore(create: () => Promise<TestDatabase>): void {
  let database: TestDatabase
  let store: Store
  let other: Store

  beforeAll(async () => {
    database = await create()
    ;[store, other] = await Promise.all([database.open(), database.open()])
  })
  afterAll(async () => {
    await Promise.all([store?.close(), other?.close()])
    await database?.remove()
  })

  const suite: Suite = {
    create,
    get database() {
      return database
    },
    get store() {
      return store
    },
    get other() {
      return other
    },
    add: async (values) => commentOf(await store.addComment(newComment(values))),
    idsOf: async (thread) =>
      (await store.readThread(thread, { limit: 100, offset: 0 })).comments.map(({ id }) => id),
    changes: async (work) => {
      const before = await other.version()
      await work()
      return (await other.version()) > before
    },
  }

  describe('what every store must do', () => {
    testComments(suite)
    testTexts(suite)
    testThreads(suite)
    testWriters(suite)
    testModeration(suite)
    testSessions(suite)
    testSearch(suite)
    testOutcomes(suite)
    testMoving(suite)
    testLife(suite)
  })
}
