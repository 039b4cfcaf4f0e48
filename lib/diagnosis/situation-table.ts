/** What is known of one situation, in a `SituationTable`; all per unit of mass. */
export interface SituationTable {
  /** Slot of a pair of keys, or -1. */
  find(first: number, second: number): number
  /** Stores, or overwrites, what is known under a pair of keys; returns its slot. */
  put(first: number, second: number, value: number, action: number, size: number): number
  value(slot: number): number
  action(slot: number): number
  size(slot: number): number
}

/** Adds the 53 bits of a key to a hash of 32. */
function mix(bits: number, key: number): number {
  const high = Math.floor(key / 2 ** 32)
  let mixed = Math.imul(bits ^ (key >>> 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}

const hash = (first: number, second: number) => mix(mix(0, second), first) >>> 0

/**
 * A hash table of plain arrays with open addressing: keys are pairs of whole numbers below 2^53. A `Map` of
 * such numbers keeps each as an object on the heap, and took a third of the time of exact solving.
 */
export function createSituationTable(): SituationTable {
  let room = 1 << 12
  let used = 0
  let slots = new Int32Array(room).fill(-1)
  let firsts = new Float64Array(room >> 1)
  let seconds = new Float64Array(room >> 1)
  let values = new Float64Array(room >> 1)
  let actions = new Int32Array(room >> 1)
  let sizes = new Float64Array(room >> 1)

  const grow = () => {
    room *= 2
    const widen = (from: Float64Array) => {
      const to = new Float64Array(room >> 1)
      to.set(from)
      return to
    }
    firsts = widen(firsts)
    seconds = widen(seconds)
    values = widen(values)
    sizes = widen(sizes)
    const wider = new Int32Array(room >> 1)
    wider.set(actions)
    actions = wider
    slots = new Int32Array(room).fill(-1)
    for (let slot = 0; slot < used; slot++) {
      let at = hash(firsts[slot] as number, seconds[slot] as number) & (room - 1)
      while ((slots[at] as number) >= 0) at = (at + 1) & (room - 1)
      slots[at] = slot
    }
  }

  /** Where a pair stands, or where it would. */
  const seek = (first: number, second: number) => {
    let at = hash(first, second) & (room - 1)
    for (;;) {
      const slot = slots[at] as number
      if (slot < 0 || (firsts[slot] === first && seconds[slot] === second)) return at
      at = (at + 1) & (room - 1)
    }
  }

  return {
    find: (first, second) => slots[seek(first, second)] as number,
    put: (first, second, value, action, size) => {
      let at = seek(first, second)
      let slot = slots[at] as number
      if (slot < 0) {
        if (used === firsts.length) {
          grow()
          at = seek(first, second)
        }
        slot = used++
        slots[at] = slot
        firsts[slot] = first
        seconds[slot] = second
      }
      values[slot] = value
      actions[slot] = action
      sizes[slot] = size
      return slot
    },
    value: (slot) => values[slot] as number,
    action: (slot) => actions[slot] as number,
    size: (slot) => sizes[slot] as number,
  }
}
