import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { readConfig } from '../server/config'
import { makeChallenge } from '../server/threads/proof'

const CACHE = 'node_modules/.cache/bench-proofs.json'
const KEPT_MS = 365 * 86_400_000
/** Keys are derived on other threads. */
const AT_ONCE = 4

/** A proof of work for a comment on a thread. */
export interface SolvedProof {
  thread: string
  proof: string
}

function readCache(secret: string): SolvedProof[] {
  try {
    const { secret: known, proofs, until } = JSON.parse(readFileSync(CACHE, 'utf8'))
    return known === secret && until > Date.now() ? proofs : []
  } catch {
    return []
  }
}

/**
 * Solves as many proofs as readers' browsers would in the time of the benchmark, beforehand: it takes minutes of
 * work, so they are kept for the next run. Half are for the first thread.
 */
export async function solveProofs(
  secret: string,
  threads: readonly string[],
  count: number,
): Promise<SolvedProof[]> {
  const proofs = readCache(secret)
  if (proofs.length >= count) return proofs
  console.log(`Solving ${count} proofs of work beforehand; they are kept for the next run …`)
  const given = { config: readConfig({ SECRET: secret }), now: () => Date.now() + KEPT_MS }
  const solve = async () => {
    while (proofs.length < count) {
      const thread = threads[proofs.length % 2 ? proofs.length % threads.length : 0] as string
      const challenge = await makeChallenge(given, thread)
      const solution = await solveChallenge({ challenge, deriveKey })
      proofs.push({ thread, proof: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, solve))
  mkdirSync('node_modules/.cache', { recursive: true })
  writeFileSync(CACHE, JSON.stringify({ secret, until: Date.now() + KEPT_MS / 2, proofs }))
  return proofs
}
