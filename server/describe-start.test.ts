import { expect, test } from 'vitest'
import { readConfig } from './config'
import { describeStart } from './describe-start'

test('nothing set: the terminal says what that means', () => {
  expect(describeStart(readConfig({}), 3000)).toMatchInlineSnapshot(`
    "Fixpath is ready: http://localhost:3000
      comments and outcomes: SQLite in data
      moderation: off. Comments wait until somebody may approve them: MODERATORS=ana:TOKEN npm start
      SECRET is not set: one was drawn for this run. After a restart bans hold no longer, everybody can vote
      once more, and moderators sign in again. Draw one and keep it: openssl rand -hex 32"
  `)
})

test('everything set: nothing secret is shown', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://kim:hunter2@db.internal:5432/fixpath?password=hunter3',
    SECRET: 's'.repeat(40),
    MODERATORS: 'ana:token-of-ana-0123456789,ben:token-of-ben-0123456789',
  })
  expect(describeStart(config, 80)).toMatchInlineSnapshot(`
    "Fixpath is ready: http://localhost:80
      comments and outcomes: PostgreSQL at db.internal:5432
      moderation: http://localhost:80/moderate (ana, ben)"
  `)
})

test('a database for many without a secret for all is warned of', () => {
  expect(describeStart(readConfig({ DATABASE_URL: 'postgres://db/x' }), 80)).toContain('the same SECRET')
})
