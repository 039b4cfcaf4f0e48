/**
 * A process for the crash test: writes comments, votes and outcomes as fast as the store takes them, many at
 * a time, and prints what was acknowledged, a line each, until it is killed. First it sends again what the
 * round before had sent last and may not have heard of.
 */
import { writeSync } from 'node:fs'
import { openStore } from '../open'
import type { Store } from '../store'
import { bodyOf, type Sent } from './damage'

/** What the writer is told, as JSON in its environment. */
export interface Order {
  config: Parameters<typeof openStore>[0]
  round: number
  /** Sent in the round before; some of it acknowledged, some not. */
  again: Sent[]
}

const WRITERS = 6

const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

async function send(store: Store, sent: Sent): Promise<void> {
  const now = Date.UTC(2027, 0, 15)
  if (sent.kind === 'comment') {
    const { id, parent } = sent
    const hash = `${id}-hash`
    const result = await store.addComment(
      {
        ...{ id, submission: id, thread: 'teams/faq/crash', parent, name: 'Ana', body: bodyOf(id) },
        ...{ status: 'approved', staff: null, tokenHash: hash, addressHash: hash, browserHash: hash, now },
      },
      { id, expires: now },
    )
    if ('refused' in result) throw new Error(`${id} was refused: ${result.refused}`)
  } else if (sent.kind === 'vote') {
    if (!(await store.vote(sent.comment, sent.visitor, now))) throw new Error(`No vote for ${sent.comment}`)
  } else {
    const fix = 'clear-cache'
    const event = { kind: 'solved', fix } as const
    const about = { guide: 'teams/caa20002', answers: [], tried: [], fix: `teams/${fix}` }
    await store.addOutcome({ visit: sent.visit, step: 0, event, ...about, now })
  }
  say({ acknowledged: sent })
}

async function write(store: Store, name: string): Promise<void> {
  let parent: string | null = null
  for (let n = 0; ; n++) {
    const id = `${name}-${n}`
    const comment: Sent = { kind: 'comment', id, parent: n % 3 === 0 ? null : parent }
    const sent = [
      comment,
      { kind: 'vote', comment: id, visitor: id },
      { kind: 'outcome', visit: id },
    ] as const
    for (const one of sent) {
      say({ sent: one })
      await send(store, one)
    }
    parent = id
  }
}

async function run({ config, round, again }: Order): Promise<void> {
  say({ started: true })
  const store = await openStore(config)
  for (const sent of again) await send(store, sent)
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(store, `r${round}-w${writer}`)))
}

run(JSON.parse(process.env.ORDER ?? '')).catch((error) => {
  say({ failed: String(error.stack) })
  process.exitCode = 1
})
