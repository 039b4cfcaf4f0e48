import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { links } from '../lib/links'

/** After this a comment is sent without a proof, and waits for a moderator. */
const PATIENCE_MS = 12_000

async function solve(thread: string): Promise<string | undefined> {
  // Only pages that came over TLS (or from this computer) may use cryptography.
  if (!globalThis.crypto?.subtle) return undefined
  const answer = await fetch(links.challenge(thread))
  if (!answer.ok) return undefined
  const challenge = await answer.json()
  const solution = await solveChallenge({ challenge, deriveKey })
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined
}

/** Work that shows a server that a comment cost something; done while the reader types, and used once. */
export function createProver(thread: string): { begin(): void; take(): Promise<string | undefined> } {
  let proof: Promise<string | undefined> | undefined
  let begun = 0
  const begin = () => {
    // A proof is good for an hour; whoever writes longer gets another.
    if (proof && Date.now() - begun < 50 * 60_000) return
    begun = Date.now()
    proof = solve(thread).catch(() => undefined)
  }
  return {
    begin,
    async take() {
      begin()
      const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS))
      const solved = await Promise.race([proof, late])
      proof = undefined
      return solved
    },
  }
}
