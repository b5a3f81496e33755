import { randomBytes } from 'node:crypto'

/** Makes ids: in one process each is greater than the one before. */
export type NewId = <T extends string>() => T

/**
 * A maker of UUIDs, version 7 (RFC 9562, 5.7): they sort by the millisecond in which they were made, and within one by a
 * counter that begins at random (6.2, method 1), so that rows made in a loop keep their order.
 */
export function idMaker(milliseconds: () => number): NewId {
  let lastTime = 0
  let count = 0
  return <T extends string>() => {
    const time = milliseconds()
    // A clock that was set back must not put a new id before an old one.
    if (time > lastTime) {
      lastTime = time
      count = randomBytes(4).readUInt32BE() >>> 9 // 23 of 26 bits, so that there is room above
    } else {
      count += 1
      if (count >= 2 ** 26) {
        lastTime += 1
        count = 0
      }
    }
    const stamp = lastTime.toString(16).padStart(12, '0')
    const rest = randomBytes(6).toString('hex')
    const high = (count >>> 14).toString(16).padStart(3, '0') // 12 bits
    const low = (0x8000 | (count & 0x3fff)).toString(16) // 14 bits behind the variant
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${high}-${low}-${rest}` as T
  }
}

export const newId: NewId = idMaker(() => Date.now())
