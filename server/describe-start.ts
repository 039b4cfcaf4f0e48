import { join } from 'node:path'
import type { Config } from './config'

/** Where comments are kept; never with a password. */
function describeStore({ databaseUrl, dataFolder }: Config): string {
  return databaseUrl ? `PostgreSQL at ${new URL(databaseUrl).host}` : `SQLite in ${join(dataFolder)}`
}

/** What the terminal says when the server is ready. */
export function describeStart(config: Config, port: number): string {
  const lines = [
    `Fixpath is ready: http://localhost:${port}`,
    `  comments and outcomes: ${describeStore(config)}`,
    config.moderators.length
      ? `  moderation: http://localhost:${port}/moderate (${config.moderators.map(({ name }) => name).join(', ')})`
      : '  moderation: off. Comments wait until somebody may approve them: MODERATORS=ana:TOKEN npm start',
  ]
  if (config.secretIsTemporary)
    lines.push(
      '  SECRET is not set: one was drawn for this run. After a restart bans hold no longer, everybody can vote',
      '  once more, and moderators sign in again. Draw one and keep it: openssl rand -hex 32',
    )
  if (config.secretIsTemporary && config.databaseUrl)
    lines.push(
      '  Other servers on the same database must have the same SECRET, or they refuse what this one gave out.',
    )
  return lines.join('\n')
}
