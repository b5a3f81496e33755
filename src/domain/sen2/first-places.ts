// Where each of many numbers was first met, in twelve bytes a place: a table of open addressing. To know that a number comes twice, every one before must be
// remembered; this is all that is kept of a person who has been checked.

const smallest = 1024

export class FirstPlaces {
  #keys = new Float64Array(smallest).fill(-1)
  #places = new Uint32Array(smallest)
  #size = 0

  /** The place given with this number the first time; undefined when this is it. Whole numbers from 0 to 2^53 - 1; places below 2^32. */
  firstOf(number: number, place: number): number | undefined {
    const slot = this.#slotOf(number)
    if (this.#keys[slot] === number) return this.#places[slot]
    this.#keys[slot] = number
    this.#places[slot] = place
    this.#size += 1
    if (this.#size * 3 > this.#keys.length * 2) this.#grow()
    return undefined
  }

  #slotOf(number: number): number {
    const mask = this.#keys.length - 1
    // Numbers of one kind are alike in their low digits; every bit must count in the slot (the finisher of MurmurHash3).
    let mixed = Math.imul(Math.floor(number / 4_294_967_296), 0x9e3779b1) ^ (number % 4_294_967_296)
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    let slot = (mixed ^ (mixed >>> 16)) & mask
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== number) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [keys, places] = [this.#keys, this.#places]
    this.#keys = new Float64Array(keys.length * 2).fill(-1)
    this.#places = new Uint32Array(keys.length * 2)
    for (const [index, key] of keys.entries()) {
      if (key === -1) continue
      const slot = this.#slotOf(key)
      this.#keys[slot] = key
      this.#places[slot] = places[index] ?? 0
    }
  }
}

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ0123456789'

/** A UPN of the right shape as one number, each its own: its first letter, eleven digits, and one of 33 last characters. */
export const upnNumber = (upn: string): number => (letters.indexOf(upn.charAt(0)) * 33 + letters.indexOf(upn.charAt(12))) * 100_000_000_000 + Number(upn.slice(1, 12))

/** Words as a number of 53 bits. Two different words have the same about once in ten million returns of forty thousand people; it is used for a query only. */
export function wordsNumber(words: string): number {
  let [one, other] = [0x811c9dc5, 0x41c6ce57]
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x5bd1e995)
    other ^= other >>> 13
  }
  return ((other >>> 0) & 0x1fffff) * 4_294_967_296 + (one >>> 0)
}
