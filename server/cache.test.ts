import { expect, test, vi } from 'vitest'
import { createPageCache } from './cache'
import { countChanges } from './changes'

const A = 'toaster/fixes/a'
const B = 'toaster/fixes/b'

function setUp() {
  const clock = { now: 1_000_000 }
  const store = { version: vi.fn(async () => 1) }
  const changes = countChanges(store, () => clock.now)
  const log = { write: vi.fn() }
  const cache = createPageCache(changes, () => clock.now, log)
  let made = 0
  const make = vi.fn(async () => ({ type: 'text/html', text: `made ${++made}` }))
  const read = async (key = 'page', threads = [A]) => {
    const page = await cache.get(key, threads, make)
    return page && new TextDecoder().decode(page.forms.identity.bytes)
  }
  return { clock, store, changes, cache, make, read, log }
}

test('a page is made once, until something on it changes', async () => {
  const { changes, read } = setUp()
  expect([await read(), await read()]).toEqual(['made 1', 'made 1'])
  changes.changed(B)
  expect(await read()).toBe('made 1')
  changes.changed(A)
  expect(await read()).toBe('made 2')
  changes.changed()
  expect(await read()).toBe('made 3')
})

test('a page that is up to date is there at once', async () => {
  const { cache, make, read } = setUp()
  await read()
  expect(cache.get('page', [A], make)).not.toBeInstanceOf(Promise)
})

test('many who ask at once share one making', async () => {
  const { make, read } = setUp()
  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => read())))).toEqual(new Set(['made 1']))
  expect(make).toHaveBeenCalledTimes(1)
})

test('whoever asks after a change never gets what was begun before it', async () => {
  const { changes, make, read } = setUp()
  await read()
  let finish = () => {}
  make.mockImplementationOnce(async () => {
    await new Promise<void>((done) => {
      finish = done
    })
    return { type: 'text/html', text: 'begun before' }
  })
  changes.changed(A)
  const early = read()
  await vi.waitFor(() => expect(make).toHaveBeenCalledTimes(2))
  changes.changed(A)
  const late = read()
  finish()
  expect(await early).toBe('begun before')
  expect(await late).toBe('made 2')
})

test('under constant changes a page is made five times, then twice a second', async () => {
  const { clock, changes, make, read } = setUp()
  await read()
  for (let index = 0; index < 1_000; index++) {
    changes.changed(A)
    await read()
    clock.now += 10
  }
  // Ten seconds: the first, five in a row, and two for each second.
  expect(make.mock.calls.length).toBeGreaterThan(20)
  expect(make.mock.calls.length).toBeLessThanOrEqual(1 + 5 + 20)
  clock.now += 5_000
  expect(await read()).toBe(`made ${make.mock.calls.length}`)
})

test('a page that comes out the same keeps its tag', async () => {
  const { changes, cache } = setUp()
  const same = async () => ({ type: 'text/html', text: 'same' })
  const first = await cache.get('page', [A], same)
  changes.changed(A)
  expect(await cache.get('page', [A], same)).toBe(first)
})

test('what other processes change is seen within a second', async () => {
  const { clock, store, read } = setUp()
  await read()
  store.version.mockResolvedValue(2)
  clock.now += 999
  expect(await read()).toBe('made 1')
  clock.now += 1
  expect(await read()).toBe('made 2')
})

test('while the store is gone readers get what was there', async () => {
  const { clock, store, changes, make, read, log } = setUp()
  await read()
  store.version.mockRejectedValue(new Error('gone'))
  make.mockRejectedValue(new Error('gone'))
  clock.now += 5_000
  changes.changed(A)
  expect(await read()).toBe('made 1')
  expect(log.write).toHaveBeenCalledWith('error', expect.anything())
})

test('without an older page the error is told', async () => {
  const { make, read } = setUp()
  make.mockRejectedValueOnce(new Error('gone'))
  await expect(read()).rejects.toThrow('gone')
  expect(await read()).toBe('made 1')
})

test('a page that there is not is not kept', async () => {
  const { cache, make } = setUp()
  expect(await cache.get('page', [A], async () => undefined)).toBeUndefined()
  expect(await cache.get('page', [A], make)).toBeDefined()
})
