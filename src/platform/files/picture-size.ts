// How many dots a picture will have when it is unpacked, read from its first bytes: asked before anything unpacks it, because a
// few kilobytes can be made to fill a machine's memory.

import { bufferOf } from './content-verdict.ts'

/** 64 million dots: the largest that phones take in everyday use, some 256 MB unpacked. */
export const mostDots = 64_000_000

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Undefined when the bytes do not say. */
export function pictureSize(bytes: Uint8Array, contentType: string): PictureSize | undefined {
  const view = bufferOf(bytes)
  try {
    switch (contentType) {
      case 'image/png': return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
      case 'image/gif': return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) }
      case 'image/webp': return webpSize(view)
      case 'image/jpeg': return jpegSize(view)
      default: return undefined
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined // it ends before it says
    throw error
  }
}

/** WebP container specification: extended (VP8X), lossless (VP8L) and lossy (VP8) each say it in their own way. */
function webpSize(view: Buffer): PictureSize | undefined {
  const kind = view.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ') return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L') return undefined
  const bits = view.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** The frame header (SOF0 to SOF15, but for the three numbers that mean something else). ITU T.81, B.2.2. */
function jpegSize(view: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < view.length;) {
    const marker = view.readUInt8(at + 1)
    if (marker === 0xff) { at += 1; continue }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) }
    }
    at += 2 + view.readUInt16BE(at + 2)
  }
  return undefined
}
