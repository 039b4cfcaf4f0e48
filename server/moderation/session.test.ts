import { expect, test } from 'vitest'
import { beginSession, findModerator, formToken, readSession, SESSION_MS } from './session'

const ana = { name: 'ana', token: 'token-of-ana-0123456789' }
const ben = { name: 'Bén Ó.', token: 'token-of-ben-0123456789' }
const keys = { secret: 's'.repeat(32), moderators: [ana, ben] }
const now = 1_800_000_000_000

test('a token names its moderator, and nothing else does', () => {
  expect(findModerator(keys.moderators, ben.token)).toBe(ben)
  for (const wrong of ['', 'ana', `${ben.token} `, ben.token.slice(1), ben.token.toUpperCase()])
    expect(findModerator(keys.moderators, wrong)).toBeUndefined()
  expect(findModerator([], '')).toBeUndefined()
})

test('a session is read back until it has run out', () => {
  const cookie = beginSession(keys, ben, now)
  expect(readSession(keys, cookie, now + SESSION_MS - 1)?.name).toBe('Bén Ó.')
  expect(readSession(keys, cookie, now + SESSION_MS)).toBeUndefined()
})

test('no part of a session can be changed', () => {
  const [name, id, expires, mac] = beginSession(keys, ana, now).split('.') as [string, string, string, string]
  const read = (...parts: string[]) => readSession(keys, parts.join('.'), now)
  expect(read(name, id, expires, mac)?.name).toBe('ana')
  expect(read(Buffer.from(ben.name).toString('base64url'), id, expires, mac)).toBeUndefined()
  expect(read(name, `${id}0`, expires, mac)).toBeUndefined()
  expect(read(name, id, String(Number(expires) + 1), mac)).toBeUndefined()
  expect(read(name, id, 'NaN', mac)).toBeUndefined()
  expect(read(name, id, expires, `${mac.slice(0, -1)}A`)).toBeUndefined()
  expect(read(name, id, expires, mac, mac)).toBeUndefined()
  for (const cookie of [undefined, '', '...', 'a.b.c.d', '.'.repeat(5000)])
    expect(readSession(keys, cookie, now)).toBeUndefined()
})

test('another secret, another token or no token ends a session', () => {
  const cookie = beginSession(keys, ana, now)
  expect(readSession({ ...keys, secret: 't'.repeat(32) }, cookie, now)).toBeUndefined()
  expect(readSession({ ...keys, moderators: [ben] }, cookie, now)).toBeUndefined()
  const renewed = { ...ana, token: 'another-token-of-ana-012' }
  expect(readSession({ ...keys, moderators: [renewed, ben] }, cookie, now)).toBeUndefined()
})

test('each session has its own form token', () => {
  const tokens = [1, 2].map(() => {
    const session = readSession(keys, beginSession(keys, ana, now), now)
    return session && formToken(keys, session)
  })
  expect(tokens[0]).toMatch(/^[\w-]{43}$/)
  expect(tokens[0]).not.toBe(tokens[1])
})
