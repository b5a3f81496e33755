import { randomBytes } from 'node:crypto'

/** A new UUID, version 7 (RFC 9562, 5.7): they sort by the millisecond in which they were made. */
export function newId<T extends string>(): T {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomBytes(10)
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80
  const hex = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}` as T
}
