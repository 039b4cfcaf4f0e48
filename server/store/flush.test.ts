import { expect, test } from 'vitest'
import { joinFlushes } from './flush'

/** Flushes that end when they are told to. */
function flushes() {
  const begun: PromiseWithResolvers<void>[] = []
  const flush = joinFlushes(() => {
    const one = {} as PromiseWithResolvers<void>
    one.promise = new Promise((resolve, reject) => Object.assign(one, { resolve, reject }))
    begun.push(one)
    return one.promise
  })
  return { begun, flush }
}

test('whoever comes while a flush runs is served by the next, and all of them by one', async () => {
  const { begun, flush } = flushes()
  const done: string[] = []
  const all = ['first', 'second', 'third'].map((who) => flush().then(() => done.push(who)))
  expect(begun).toHaveLength(1)
  begun[0]?.resolve()
  await all[0]
  expect([done, begun.length]).toEqual([['first'], 2])
  begun[1]?.resolve()
  await Promise.all(all)
  expect([done, begun.length]).toEqual([['first', 'second', 'third'], 2])
  const fourth = flush()
  begun[2]?.resolve()
  await fourth
})

test('after a failure nothing is taken for flushed', async () => {
  const { begun, flush } = flushes()
  const all = [flush(), flush(), flush()].map((one) => one.catch((error) => error.message))
  begun[0]?.reject(new Error('The disk is gone.'))
  expect(await Promise.all(all)).toEqual(Array(3).fill('The disk is gone.'))
  await expect(flush()).rejects.toThrow('The disk is gone.')
  expect(begun).toHaveLength(1)
})
