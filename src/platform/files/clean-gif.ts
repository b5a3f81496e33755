// A GIF is written anew from the blocks that draw it. What else it can hold (comments, other programs' notes with places and
// names) stays behind. GIF89a specification, sections 18 to 26.

import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { bufferOf } from './content-verdict.ts'
import { mostDots } from './picture-size.ts'

export function cleanGif(bytes: Uint8Array): Outcome<Uint8Array, 'broken' | 'too-many-dots'> {
  const view = bufferOf(bytes)
  try {
    if (view.readUInt16LE(6) * view.readUInt16LE(8) > mostDots) return refused('too-many-dots')
    const kept: Buffer[] = []
    let at = 13 + colourTable(view.readUInt8(10))
    kept.push(view.subarray(0, at))
    for (;;) {
      const mark = view.readUInt8(at)
      if (mark === 0x3b) return ok(new Uint8Array(Buffer.concat([...kept, Buffer.from([0x3b])])))
      const end = mark === 0x2c ? endOfImage(view, at) : mark === 0x21 ? endOfPieces(view, at + 2) : undefined
      if (end === undefined) return refused('broken')
      if (draws(view, at, mark)) kept.push(view.subarray(at, end))
      at = end
    }
  } catch (error) {
    if (error instanceof RangeError) return refused('broken') // it ends in the middle
    throw error
  }
}

const colourTable = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

const endOfImage = (view: Buffer, at: number): number => endOfPieces(view, at + 10 + colourTable(view.readUInt8(at + 9)) + 1)

function endOfPieces(view: Buffer, from: number): number {
  let at = from
  for (let length = view.readUInt8(at); length > 0; length = view.readUInt8(at)) at += 1 + length
  return at + 1
}

/** Images, how long each is shown, and how often the whole is repeated. */
function draws(view: Buffer, at: number, mark: number): boolean {
  if (mark === 0x2c) return true
  const label = view.readUInt8(at + 1)
  if (label === 0xf9) return true
  // The loop counter alone of what programs write: its one piece is three bytes long.
  return label === 0xff && view.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0' && view.readUInt8(at + 14) === 3 && view.readUInt8(at + 18) === 0
}
