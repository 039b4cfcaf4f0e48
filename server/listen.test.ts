import { request } from 'node:http'
import { Hono } from 'hono'
import { expect, test, vi } from 'vitest'
import type { AppEnv } from './context'
import { listen, stopGracefully } from './listen'

const local = { port: 0, host: '127.0.0.1' }

/** Asks over a connection of its own, which stays open. */
function ask(port: number): Promise<string> {
  return new Promise((done, fail) => {
    request({ port, host: '127.0.0.1', headers: { connection: 'keep-alive' } }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => done(text))
    })
      .on('error', fail)
      .end()
  })
}

test('a stop waits for what was accepted, and accepts nothing more', async () => {
  let finish = () => {}
  const begun = vi.fn()
  const app = new Hono<AppEnv>().get('/', async (c) => {
    begun()
    await new Promise<void>((done) => {
      finish = done
    })
    return c.text('finished')
  })
  const server = await listen(app, local)
  const { port } = server.address() as { port: number }
  const answer = ask(port)
  await vi.waitFor(() => expect(begun).toHaveBeenCalled())
  const stopped = stopGracefully(server, 60_000)
  await expect(ask(port)).rejects.toThrow()
  finish()
  expect(await answer).toBe('finished')
  expect(await stopped).toBe(true)
})

test('what does not end is cut off', async () => {
  const begun = vi.fn()
  const app = new Hono<AppEnv>().get('/', async () => {
    begun()
    return new Promise<Response>(() => {})
  })
  const server = await listen(app, local)
  const answer = ask((server.address() as { port: number }).port)
  await vi.waitFor(() => expect(begun).toHaveBeenCalled())
  const stopped = stopGracefully(server, 1)
  await expect(answer).rejects.toThrow()
  expect(await stopped).toBe(false)
})

test('a port that is taken is told with a way out', async () => {
  const server = await listen(new Hono<AppEnv>(), local)
  const { port } = server.address() as { port: number }
  await expect(listen(new Hono<AppEnv>(), { ...local, port })).rejects.toThrow(
    `The server cannot listen on port ${port}`,
  )
  await stopGracefully(server, 1_000)
})
