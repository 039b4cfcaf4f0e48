import { describeVisit, type Visit } from './visit'

/** Of three visits, about one is held out: enough to judge by, and most are left to learn from. */
const HELD_OUT_OF = 3

/** FNV-1a (Fowler, Noll and Vo) of the UTF-16 units of a text, 32 bits, mixed at the end by MurmurHash3's finaliser. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  // FNV's low bits hang together for texts that differ at their end alone, and ours differ there.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Visits in an order that depends on what they are, and not on where they stood. */
export function sortVisits(visits: readonly Visit[]): Visit[] {
  return visits
    .map((visit) => [describeVisit(visit), visit] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, visit]) => visit)
}

/**
 * Divides visits into those to learn from and those to judge by, by a hash of each visit and of how many
 * equal ones came before it: by the visit alone, all readers who went the same way would be on one side.
 * The order of the visits changes nothing.
 */
export function splitVisits(visits: readonly Visit[]): { train: Visit[]; heldOut: Visit[] } {
  const seen = new Map<string, number>()
  const train: Visit[] = []
  const heldOut: Visit[] = []
  for (const visit of sortVisits(visits)) {
    const words = describeVisit(visit)
    const copy = seen.get(words) ?? 0
    seen.set(words, copy + 1)
    const side = hashText(`${words}#${copy}`) % HELD_OUT_OF === 0 ? heldOut : train
    side.push(visit)
  }
  return { train, heldOut }
}
