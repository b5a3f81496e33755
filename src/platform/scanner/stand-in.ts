// For demonstrations and tests on a machine without ClamAV. It knows one thing: the test file that the anti-virus industry
// agreed on (EICAR, https://www.eicar.org), also inside zip containers. It finds no real virus, and says that it does not.

import { inflateRawSync } from 'node:zlib'
import type { Scanner } from './scanner.ts'

/** In two halves, so that this source is not taken for the test file itself. */
export const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*'

const mostDepth = 4
const mostInflated = 64 * 1024 * 1024

export const standInScanner: Scanner = {
  name: 'stand-in (knows only the EICAR test file)', isReal: false,
  scan: (bytes) => Promise.resolve(holdsEicar(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0) ? { verdict: 'infected', name: 'EICAR test file' } : { verdict: 'clean' }),
}

/** No scanner at all: only where there are no real files. Production refuses this setting. */
export const noScanner: Scanner = { name: 'none', isReal: false, scan: () => Promise.resolve({ verdict: 'clean' }) }

function holdsEicar(bytes: Buffer, depth: number): boolean {
  if (bytes.includes(eicar, 0, 'latin1')) return true
  if (depth >= mostDepth) return false
  return [...zippedParts(bytes)].some((part) => holdsEicar(part, depth + 1))
}

/** Every part that a local header announces, read as far as it can be. */
function* zippedParts(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1'); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')) {
    const method = bytes.readUInt16LE(at + 8)
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    const rest = bytes.subarray(start)
    if (method === 0) continue // not compressed: seen in the bytes themselves
    try {
      yield inflateRawSync(rest, { maxOutputLength: mostInflated })
    } catch {
      // Not a part after all, or a damaged one: the container check has its own say.
    }
  }
}
