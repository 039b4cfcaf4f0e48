import { randomBytes, randomInt } from 'node:crypto'
import { links, moderationLinks } from '../../lib/links'
import type { Sent } from '../store/crash/damage'
import { keyedHash } from '../visitor'

/**
 * One reader's visit: writes a comment, which a moderator approves, says "me too" to it and tells that a fix
 * helped. Told again from the beginning, with the same words and ids, it must change nothing.
 */
export interface Story {
  body: string
  submission: string
  /** The comment that it answers. */
  parent: string | undefined
  proof: string | undefined
  address: string
  visit: string
  /** The comment as the server first acknowledged it. */
  known?: { id: string; token: string }
}

/** What was acknowledged. */
export type Acknowledged = Sent | { kind: 'approval'; id: string }

/** Where stories are told. */
export interface Place {
  thread: string
  fix: string
  secret: string
  /** Of a signed-in moderator. */
  cookie: string
  form: string
}

/** The server did answer, and something else than it should: nothing that a killed process explains. */
export class WrongAnswer extends Error {}

const AGENT = 'crash test'

/** Begins a story. Its words fill several pages of a database, so that half of them could be missing. */
export function newStory(name: string, values: { parent: string | undefined; proof?: string }): Story {
  return {
    body: `${`The words of ${name}. `.repeat(120)}End of ${name}.`,
    submission: randomBytes(24).toString('base64url'),
    address: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    visit: randomBytes(10).toString('hex'),
    parent: values.parent,
    proof: values.proof,
  }
}

/** Tells a story; `acknowledge` is called with each thing that the server says it has, and `sending` before each. */
export async function tell(
  origin: string,
  place: Place,
  story: Story,
  { sending, acknowledge }: { sending(): void; acknowledge(what: Acknowledged): void },
): Promise<string> {
  const post = async (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) => {
    sending()
    const answer = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'x-forwarded-for': story.address, 'user-agent': AGENT, ...headers },
      body,
    })
    const text = await answer.text()
    if (answer.status >= 400)
      throw new WrongAnswer(`${path}: ${answer.status} ${/role="alert"[^<]*/.exec(text)?.[0] ?? text}`)
    return { answer, text }
  }

  const fields = new URLSearchParams({ body: story.body, name: 'Kim', submission: story.submission })
  if (story.parent) fields.set('parent', story.parent)
  if (story.proof) fields.set('proof', story.proof)
  const sent = await post(links.comments(place.thread), fields)
  const [, id = '', token = ''] =
    /^\/comments\/(\w{16})\/own\?token=([\w-]+)$/.exec(sent.answer.headers.get('location') ?? '') ?? []
  if (!id || (story.known && (story.known.id !== id || story.known.token !== token)))
    throw new WrongAnswer(`${JSON.stringify(story.known)} is now ${sent.answer.headers.get('location')}`)
  story.known = { id, token }
  acknowledge({ kind: 'comment', id, parent: story.parent ?? null, body: story.body })

  const { cookie, form } = place
  await post(moderationLinks.act(id, 'approve'), new URLSearchParams({ form }), { cookie })
  acknowledge({ kind: 'approval', id })

  await post(links.vote(id), new URLSearchParams(), { accept: 'application/json' })
  const visitor = keyedHash(place.secret, 'vote', id, story.address, AGENT)
  acknowledge({ kind: 'vote', comment: id, visitor })

  const told = { visit: story.visit, step: 0, guide: null, answers: [], tried: [] }
  const event = { kind: 'solved', fix: place.fix }
  await post(links.outcomes(), JSON.stringify({ ...told, event }), { 'content-type': 'application/json' })
  acknowledge({ kind: 'outcome', visit: story.visit })
  return id
}
