import { randomBytes, randomInt } from 'node:crypto'
import { links } from '../lib/links'
import type { SolvedProof } from './proofs'

/** What became of the posts. */
export interface Posts {
  sent: number
  /** Why each that was not taken was not. */
  failed: string[]
  /** In milliseconds, of those that were answered. */
  latencies: number[]
  taken: { comments: number; outcomes: number }
}

/** Of a hundred posts so many are comments; as many are votes, and the others outcomes. */
const COMMENTS = 20

const words = () => randomBytes(6).toString('hex')

/** Posts so many times a second until it is stopped, each from an address of its own. */
export function startPosting(
  origin: string,
  { thread, proofs, rate }: { thread: string; proofs: SolvedProof[]; rate: number },
): { sofar(): Posts; stop(): Promise<Posts> } {
  const posts: Posts = { sent: 0, failed: [], latencies: [], taken: { comments: 0, outcomes: 0 } }
  const running = new Set<Promise<void>>()
  const started = performance.now()
  let last: string | undefined

  async function post(
    path: string,
    body: string | URLSearchParams,
    type?: string,
  ): Promise<Response | undefined> {
    const start = performance.now()
    posts.sent++
    try {
      const answer = await fetch(origin + path, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
          ...(type && { 'content-type': type }),
        },
        body,
      })
      posts.latencies.push(performance.now() - start)
      if (answer.ok) return answer
      posts.failed.push(`${path.split('/')[1]}: ${answer.status}`)
    } catch (error) {
      posts.failed.push(`${path.split('/')[1]}: ${(error as { cause?: Error }).cause?.message ?? error}`)
    }
    return undefined
  }

  async function comment(): Promise<void> {
    const proof = proofs.pop()
    if (!proof) return void posts.failed.push('There were too few proofs.')
    const body = `It worked after a *restart*: ${words()} ${words()}. See https://a.example/${words()}`
    const fields = new URLSearchParams({
      body,
      name: 'Kim',
      proof: proof.proof,
      submission: randomBytes(24).toString('base64url'),
    })
    const answer = await post(links.comments(proof.thread), fields)
    const { id, status } = answer ? await answer.json() : { id: undefined, status: undefined }
    if (!id) return
    posts.taken.comments++
    if (status === 'approved') last = id
  }

  async function other(isVote: boolean): Promise<void> {
    const [product, , fix] = thread.split('/')
    const told = { visit: randomBytes(10).toString('hex'), step: 0, guide: null, answers: [], tried: [] }
    const event = { kind: 'solved', fix: `${product}/${fix}` }
    const answer =
      isVote && last
        ? await post(links.vote(last), '')
        : await post(links.outcomes(), JSON.stringify({ ...told, event }), 'application/json')
    if (answer) posts.taken.outcomes++
    await answer?.arrayBuffer()
  }

  let count = 0
  const timer = setInterval(() => {
    // As many as should have been sent by now: timers are late under load.
    for (const due = ((performance.now() - started) / 1000) * rate; count < due; count++) {
      const turn = (count * 37) % 100
      const one: Promise<void> = (turn < COMMENTS ? comment() : other(turn < 2 * COMMENTS)).finally(() =>
        running.delete(one),
      )
      running.add(one)
    }
  }, 10)
  return {
    sofar: () => ({ ...posts, failed: [...posts.failed], latencies: [...posts.latencies] }),
    stop: async () => {
      clearInterval(timer)
      await Promise.all(running)
      return posts
    },
  }
}
