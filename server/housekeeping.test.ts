import { expect, test, vi } from 'vitest'
import { keepHouse, startHousekeeping, WRITERS_KEPT_MS } from './housekeeping'
import { startTestServer } from './testing'

test('a writer’s address is forgotten after 30 days, and not before', async () => {
  const server = await startTestServer()
  const { id } = await server.addComment({ addressHash: 'hash' })
  const hash = async () => (await server.store.findComments({ limit: 1 }))[0]?.addressHash
  server.clock.now += WRITERS_KEPT_MS
  await keepHouse(server.context)
  expect(await hash()).toBe('hash')
  server.clock.now += 1
  await keepHouse(server.context)
  expect(await hash()).toBeNull()
  expect(await server.store.comment(id)).toMatchObject({ status: 'approved' })
  await server.stop()
})

test('a store that is gone does not stop the server, and is told', async () => {
  const log = { write: vi.fn(), flush: () => {} }
  const store = { forgetWriters: () => Promise.reject(new Error('gone')) }
  const stop = startHousekeeping({ store: store as never, log, now: () => 0 })
  await stop()
  expect(log.write).toHaveBeenCalledWith('error', expect.objectContaining({ work: 'housekeeping' }))
})
