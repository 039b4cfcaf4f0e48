import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Somebody who may moderate: a name for the audit log and the badge, and the token that proves it. */
export interface Moderator {
  name: string
  token: string
}

/** What the server is told by its environment. */
export interface Config {
  /** The port to listen on; 0 for any that is free. */
  port: number
  /** The address to listen on. */
  host: string
  /** The folder with the published site. */
  siteFolder: string
  /** The public address, without a slash at its end; undefined where nobody set one. */
  siteUrl: string | undefined
  /** The articles: where drafts of FAQ entries are written. */
  contentFolder: string
  /** PostgreSQL; undefined for a SQLite file in `dataFolder`. */
  databaseUrl: string | undefined
  /** The folder of the SQLite file. */
  dataFolder: string
  /** Keys every hash of a visitor. */
  secret: string
  /** Nobody set a secret: it was drawn for this run, and hashes made with it mean nothing after it. */
  secretIsTemporary: boolean
  /** Without any, moderation is off. */
  moderators: readonly Moderator[]
  /** Which comments wait for a moderator: those of writers not known yet, all, or none with a proof of work. */
  hold: 'first' | 'all' | 'none'
  /** How many proxies stand before the server, whose `X-Forwarded-For` is believed. */
  trustedProxies: number
  /** Request logs as JSON lines, or none. */
  log: 'json' | 'off'
}

/** The shortest secret, and the shortest token of a moderator: what nobody guesses. */
const SECRET_LENGTH = 32
const TOKEN_LENGTH = 20

const show = (value: string) => JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)

/** A variable read by a function that returns its value, or throws what is wrong with it. */
function read<T>(parse: (text: string | undefined) => T) {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      try {
        return parse(text?.trim() || undefined)
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message })
        return z.NEVER
      }
    })
}

function wholeNumber(low: number, high: number, otherwise: number, example: string) {
  return read((text = String(otherwise)) => {
    const value = Number(text)
    if (!/^-?\d+$/.test(text) || value < low || value > high)
      throw new Error(`is ${show(text)}; it must be a whole number from ${low} to ${high}, ${example}.`)
    return value
  })
}

function oneOf<const T extends string>(values: readonly T[], otherwise: T) {
  return read((text = otherwise) => {
    const found = values.find((value) => value === text)
    if (!found) throw new Error(`is ${show(text)}; it must be one of: ${values.join(', ')}.`)
    return found
  })
}

function address(protocols: readonly string[], example: string) {
  return read((text) => {
    if (text === undefined) return undefined
    // The address of a database holds a password: it is never shown.
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
      throw new Error(
        `is not an address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}, such as ${example}.`,
      )
    return text.replace(/\/+$/, '')
  })
}

/** `ana:long-token,ben:long-token`. Tokens are never shown. */
function parseModerators(text: string | undefined): Moderator[] {
  const example = `Write name:token pairs with commas between them, such as ana:${'x'.repeat(TOKEN_LENGTH)}; tokens have at least ${TOKEN_LENGTH} characters. Draw one with: openssl rand -hex 16`
  const parts = (text ?? '').split(',').map((part) => part.trim())
  const moderators = parts.filter(Boolean).map((part, index) => {
    const at = part.indexOf(':')
    const name = part.slice(0, Math.max(at, 0)).trim()
    const token = part.slice(at + 1).trim()
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u.test(name))
      throw new Error(
        `has no proper name in entry ${index + 1}: a name is up to 40 letters, digits, spaces, dots, dashes. ${example}`,
      )
    if (token.length < TOKEN_LENGTH)
      throw new Error(`gives ${name} a token of ${token.length} characters. ${example}`)
    return { name, token }
  })
  for (const key of ['name', 'token'] as const)
    if (new Set(moderators.map((one) => one[key])).size < moderators.length)
      throw new Error(`has the same ${key} twice; each moderator needs a ${key} of their own.`)
  return moderators
}

function parseSecret(text: string | undefined): string | undefined {
  if (text !== undefined && text.length < SECRET_LENGTH)
    throw new Error(
      `has ${text.length} characters; it must have at least ${SECRET_LENGTH}. Draw one with: openssl rand -hex 32`,
    )
  return text
}

const variables = z.object({
  PORT: wholeNumber(0, 65_535, 3000, 'such as 3000'),
  HOST: read((text) => text ?? '0.0.0.0'),
  SITE_FOLDER: read((text) => text ?? 'out'),
  SITE_URL: address(['https:', 'http:'], 'https://help.example.org'),
  CONTENT_DIR: read((text) => text ?? 'content'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/fixpath'),
  DATA_FOLDER: read((text) => text ?? 'data'),
  SECRET: read(parseSecret),
  MODERATORS: read(parseModerators),
  HOLD_COMMENTS: oneOf(['first', 'all', 'none'], 'first'),
  TRUSTED_PROXIES: wholeNumber(0, 9, 0, 'the number of proxies that stand before the server'),
  LOG: oneOf(['json', 'off'], 'json'),
})

/**
 * Reads the configuration from the environment; README lists the variables.
 *
 * @throws an Error that names every variable that is wrong, what it holds and what it should hold
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = variables.safeParse(env)
  if (!result.success)
    throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'))
  const { data } = result
  return {
    port: data.PORT,
    host: data.HOST,
    siteFolder: data.SITE_FOLDER,
    siteUrl: data.SITE_URL,
    contentFolder: data.CONTENT_DIR,
    databaseUrl: data.DATABASE_URL,
    dataFolder: data.DATA_FOLDER,
    secret: data.SECRET ?? randomBytes(32).toString('hex'),
    secretIsTemporary: data.SECRET === undefined,
    moderators: data.MODERATORS,
    hold: data.HOLD_COMMENTS,
    trustedProxies: data.TRUSTED_PROXIES,
    log: data.LOG,
  }
}
