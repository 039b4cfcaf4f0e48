import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge, Payload } from 'altcha-lib/types'
import type { Context } from '../context'
import { keyedHash } from '../visitor'

/**
 * A solution takes 256 tries of this many rounds on average: about half a second of a desktop's time and two
 * of a phone's, spent while the reader types. Checking one takes a millisecond.
 */
const ROUNDS = 2_000
const PREFIX = '00'

/** How long a challenge may be solved: longer than writing takes. */
const VALID_MS = 60 * 60_000

type Given = Pick<Context, 'config' | 'now'>

/** What a proof turned out to be; `id` is spent with the comment. */
export type Proof = { id: string; expires: number } | 'missing' | 'wrong'

const keyOf = ({ config }: Given) => keyedHash(config.secret, 'challenge')

/** A puzzle for one thread. Its own signature says that it is ours: nothing is remembered until it is solved. */
export function makeChallenge(given: Given, thread: string): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: ROUNDS,
    keyPrefix: PREFIX,
    deriveKey,
    hmacSignatureSecret: keyOf(given),
    // Not altcha's own `expiresAt`, which asks the system's clock.
    data: { thread, expires: given.now() + VALID_MS },
  })
}

function decode(text: string): Payload | undefined {
  try {
    const value = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
    const { challenge, solution } = value ?? {}
    const fits =
      typeof challenge?.parameters?.nonce === 'string' &&
      typeof challenge.parameters.salt === 'string' &&
      challenge.parameters.cost === ROUNDS &&
      challenge.parameters.keyLength === 32 &&
      challenge.parameters.keyPrefix === PREFIX &&
      typeof challenge.signature === 'string' &&
      typeof solution?.derivedKey === 'string'
    return fits ? (value as Payload) : undefined
  } catch {
    return undefined
  }
}

/** Checks the proof that came with a comment. */
export async function checkProof(given: Given, thread: string, text: string | undefined): Promise<Proof> {
  if (!text) return 'missing'
  const payload = decode(text)
  if (!payload) return 'wrong'
  try {
    const { verified } = await verifySolution({
      challenge: payload.challenge,
      solution: payload.solution,
      deriveKey,
      hmacSignatureSecret: keyOf(given),
    })
    const { data, nonce } = payload.challenge.parameters
    const expires = Number(data?.expires)
    // Only what was signed is believed, so these are read after the signature was checked.
    if (!verified || data?.thread !== thread || !(expires > given.now())) return 'wrong'
    return { id: nonce, expires }
  } catch {
    return 'wrong'
  }
}
