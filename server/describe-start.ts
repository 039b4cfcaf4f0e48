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
      '  SECRET is not set: one was drawn for this run. After a restart bans, and who has voted, are forgotten.',
      '  Keep them: SECRET=$(openssl rand -hex 32) npm start',
    )
  return lines.join('\n')
}
