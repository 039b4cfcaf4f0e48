import { expect, test } from 'vitest'
import { readConfig } from './config'

const token = 'a-token-of-20-letters'

test('an empty environment is enough', () => {
  const { secret, ...rest } = readConfig({})
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(rest).toEqual({
    port: 3000,
    host: '0.0.0.0',
    siteFolder: 'out',
    siteUrl: undefined,
    contentFolder: 'content',
    databaseUrl: undefined,
    dataFolder: 'data',
    secretIsTemporary: true,
    moderators: [],
    hold: 'first',
    trustedProxies: 0,
    log: 'json',
  })
})

test('an empty variable is as good as none', () => {
  expect(readConfig({ PORT: '', SECRET: ' ', DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    secretIsTemporary: true,
    databaseUrl: undefined,
  })
})

test('the environment decides', () => {
  expect(
    readConfig({
      PORT: '8080',
      HOST: '127.0.0.1',
      SITE_FOLDER: 'site',
      SITE_URL: 'https://help.example.org/',
      CONTENT_DIR: 'articles',
      DATABASE_URL: 'postgres://u:p@db/fixpath',
      DATA_FOLDER: '/var/lib/fixpath',
      SECRET: 'x'.repeat(32),
      MODERATORS: `ana:${token}1, Bo Berg:${token}2`,
      HOLD_COMMENTS: 'all',
      TRUSTED_PROXIES: '2',
      LOG: 'off',
    }),
  ).toEqual({
    port: 8080,
    host: '127.0.0.1',
    siteFolder: 'site',
    siteUrl: 'https://help.example.org',
    contentFolder: 'articles',
    databaseUrl: 'postgres://u:p@db/fixpath',
    dataFolder: '/var/lib/fixpath',
    secret: 'x'.repeat(32),
    secretIsTemporary: false,
    moderators: [
      { name: 'ana', token: `${token}1` },
      { name: 'Bo Berg', token: `${token}2` },
    ],
    hold: 'all',
    trustedProxies: 2,
    log: 'off',
  })
})

test.each(['http', '-1', '70000', '3.5', '1e3', '0x50'])(
  'PORT=%s is refused with what it should be',
  (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(/PORT is ".*"; it must be a whole number from 0 to 65535/)
  },
)

test('everything that is wrong is told at once', () => {
  const read = () =>
    readConfig({
      PORT: 'http',
      SITE_URL: 'help.example.org',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      SECRET: 'too short',
      MODERATORS: 'ana:short',
      HOLD_COMMENTS: 'maybe',
      TRUSTED_PROXIES: 'many',
      LOG: 'loud',
    })
  expect(read).toThrowErrorMatchingInlineSnapshot(`
    [Error: PORT is "http"; it must be a whole number from 0 to 65535, such as 3000.
    SITE_URL is not an address that begins with https:// or http://, such as https://help.example.org.
    DATABASE_URL is not an address that begins with postgres:// or postgresql://, such as postgres://user:password@host:5432/fixpath.
    SECRET has 9 characters; it must have at least 32. Draw one with: openssl rand -hex 32
    MODERATORS gives ana a token of 5 characters. Write name:token pairs with commas between them, such as ana:xxxxxxxxxxxxxxxxxxxx; tokens have at least 20 characters. Draw one with: openssl rand -hex 16
    HOLD_COMMENTS is "maybe"; it must be one of: first, all, none.
    TRUSTED_PROXIES is "many"; it must be a whole number from 0 to 9, the number of proxies that stand before the server.
    LOG is "loud"; it must be one of: json, off.]
  `)
})

test.each([
  ['ana', 'has no proper name in entry 1'],
  [`:${token}`, 'has no proper name in entry 1'],
  [`<b>:${token}`, 'has no proper name in entry 1'],
  [`ana:${token},ben:short`, 'gives ben a token of 5 characters'],
  [`ana:${token}1,ana:${token}2`, 'has the same name twice'],
  [`ana:${token},ben:${token}`, 'has the same token twice'],
])('MODERATORS=%s is refused', (MODERATORS, message) => {
  expect(() => readConfig({ MODERATORS })).toThrow(message)
})

test('no secret stands in a message', () => {
  const secrets = { SECRET: 'hunter2', MODERATORS: 'ana:hunter2', DATABASE_URL: 'hunter2://hunter2@db' }
  expect(() => readConfig(secrets)).toThrow(/^(?!.*hunter2)/s)
})
