import { afterAll, beforeAll, expect, test } from 'vitest'
import { FAQ, FIX, startTestServer, type TestServer } from '../testing'
import { checkProof } from './proof'

let server: TestServer
let proof: string
beforeAll(async () => {
  server = await startTestServer()
  proof = await server.prove()
})
afterAll(() => server.stop())

const check = (text: string | undefined, thread = FIX, now = server.clock.now) =>
  checkProof({ config: server.config, now: () => now }, thread, text)

/** The proof with something in it changed. */
function forge(change: (payload: { challenge: { parameters: Record<string, unknown> } }) => void): string {
  const payload = JSON.parse(Buffer.from(proof, 'base64').toString())
  change(payload)
  return Buffer.from(JSON.stringify(payload)).toString('base64')
}

test('a solved challenge is a proof, under a name by which it is spent', async () => {
  expect(await check(proof)).toEqual({ id: expect.any(String), expires: server.clock.now + 3_600_000 })
})

test('none is none', async () => {
  expect(await check(undefined)).toBe('missing')
  expect(await check('')).toBe('missing')
})

test('it is good for its thread and its hour alone', async () => {
  expect(await check(proof, FAQ)).toBe('wrong')
  expect(await check(proof, FIX, server.clock.now + 3_600_001)).toBe('wrong')
})

test('another server’s is none', async () => {
  const config = { ...server.config, secret: 'o'.repeat(40) }
  expect(await checkProof({ config, now: () => server.clock.now }, FIX, proof)).toBe('wrong')
})

test.each<[string, () => string]>([
  [
    'an easier prefix',
    () => forge(({ challenge }) => Object.assign(challenge.parameters, { keyPrefix: '0' })),
  ],
  ['fewer rounds', () => forge(({ challenge }) => Object.assign(challenge.parameters, { cost: 1 }))],
  ['more rounds', () => forge(({ challenge }) => Object.assign(challenge.parameters, { cost: 1e9 }))],
  ['a longer key', () => forge(({ challenge }) => Object.assign(challenge.parameters, { keyLength: 1e9 }))],
  [
    'another thread',
    () => forge(({ challenge }) => Object.assign(challenge.parameters, { data: { thread: FIX } })),
  ],
  ['another nonce', () => forge(({ challenge }) => Object.assign(challenge.parameters, { nonce: '00' }))],
  [
    'a nonce that is none',
    () => forge(({ challenge }) => Object.assign(challenge.parameters, { nonce: 'zz' })),
  ],
  ['no signature', () => forge(({ challenge }) => Object.assign(challenge, { signature: undefined }))],
  [
    'another solution',
    () => forge((payload) => Object.assign(payload, { solution: { counter: 1, derivedKey: '00' } })),
  ],
  ['no JSON', () => 'bm9uc2Vuc2U='],
  ['JSON null', () => 'bnVsbA=='],
  ['nonsense', () => '\u0000☃'],
])('%s: refused', async (_, make) => expect(await check(make())).toBe('wrong'))
