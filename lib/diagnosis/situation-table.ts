/** What is known of one situation, in a `SituationTable`; all per unit of mass. */
export interface SituationTable {
  /** Slot of a key, or -1. */
  find(key: number): number
  /** Stores, or overwrites, what is known under a key; returns its slot. */
  put(key: number, value: number, action: number, size: number): number
  value(slot: number): number
  action(slot: number): number
  size(slot: number): number
}

/** Spreads the 53 bits of a key over 32. */
function hash(key: number): number {
  const high = Math.floor(key / 2 ** 32)
  let bits = Math.imul((key >>> 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
  bits ^= bits >>> 15
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 13)) >>> 0
}

/**
 * A hash table of plain arrays with open addressing: keys are whole numbers below 2^53. A `Map` of such keys
 * keeps each as an object on the heap, and took a third of the time of exact solving.
 */
export function createSituationTable(): SituationTable {
  let room = 1 << 12
  let used = 0
  let slots = new Int32Array(room).fill(-1)
  let keys = new Float64Array(room >> 1)
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
    keys = widen(keys)
    values = widen(values)
    sizes = widen(sizes)
    const wider = new Int32Array(room >> 1)
    wider.set(actions)
    actions = wider
    slots = new Int32Array(room).fill(-1)
    for (let slot = 0; slot < used; slot++) {
      let at = hash(keys[slot] as number) & (room - 1)
      while ((slots[at] as number) >= 0) at = (at + 1) & (room - 1)
      slots[at] = slot
    }
  }

  /** Where a key stands, or where it would. */
  const seek = (key: number) => {
    let at = hash(key) & (room - 1)
    for (;;) {
      const slot = slots[at] as number
      if (slot < 0 || keys[slot] === key) return at
      at = (at + 1) & (room - 1)
    }
  }

  return {
    find: (key) => slots[seek(key)] as number,
    put: (key, value, action, size) => {
      let at = seek(key)
      let slot = slots[at] as number
      if (slot < 0) {
        if (used === keys.length) {
          grow()
          at = seek(key)
        }
        slot = used++
        slots[at] = slot
        keys[slot] = key
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
