// What pictures, sound and film are by their content, and whether their end is there: an upload that broke off is noticed now
// and not months later by somebody who needs it.

import type { ContentVerdict } from './content-verdict.ts'
import { bufferOf } from './content-verdict.ts'

/** Undefined when it is none of them. */
export function mediaContent(bytes: Uint8Array): ContentVerdict | undefined {
  const view = bufferOf(bytes)
  const ascii = (from: number, to: number): string => view.toString('latin1', from, to)
  if (view[0] === 0xff && view[1] === 0xd8 && view[2] === 0xff) return endsAsJpeg(view) ? 'jpg' : 'broken'
  if (ascii(0, 8) === '\u0089PNG\r\n\u001a\n') return endsAsPng(view) ? 'png' : 'broken'
  if (/^GIF8[79]a/.test(ascii(0, 6))) return view.length > 20 && view.lastIndexOf(0x3b) > 13 ? 'gif' : 'broken'
  if (ascii(0, 4) === 'RIFF') return riffContent(view, ascii(8, 12))
  if (ascii(4, 8) === 'ftyp') return boxedContent(view)
  if (/^(wide|mdat|moov|free|skip)$/.test(ascii(4, 8)) && topBoxes(view)?.has('moov')) return 'mov' // QuickTime before 2000
  if (ascii(0, 4) === 'OggS') return 'ogg'
  if (view.length > 4 && view.readUInt32BE(0) === 0x1a45dfa3) return /webm/.test(ascii(0, 80)) ? 'webm' : 'other-container'
  return isMp3(view) ? 'mp3' : undefined
}

/** Walks the headers first, since the small picture inside them has an end mark of its own. ITU T.81, annex B. */
function endsAsJpeg(view: Buffer): boolean {
  for (let at = 2; at + 4 <= view.length;) {
    if (view[at] !== 0xff) return false
    const marker = view[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === 0xda) return view.indexOf(Buffer.from([0xff, 0xd9]), at) > 0
    else at += 2 + view.readUInt16BE(at + 2)
  }
  return false
}

function endsAsPng(view: Buffer): boolean {
  for (let at = 8; at + 12 <= view.length;) {
    const length = view.readUInt32BE(at)
    if (view.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at += 12 + length
  }
  return false
}

function riffContent(view: Buffer, form: string): ContentVerdict {
  const isWhole = view.length >= 12 && view.readUInt32LE(4) + 8 <= view.length + 1
  // A recorder that streams writes its length as unknown.
  if (form === 'WAVE') return isWhole || view.readUInt32LE(4) === 0xffffffff ? 'wav' : 'broken'
  if (form === 'WEBP') return isWhole ? 'webp' : 'broken'
  return view.length < 12 ? 'broken' : 'other-container'
}

const pictureBrands = /heic|heix|heim|heis|hevc|hevx|mif1|msf1/

/** Files made of boxes (ISO 14496-12): the brands in the first box say which kind. */
function boxedContent(view: Buffer): ContentVerdict {
  const brands = view.toString('latin1', 8, Math.min(view.length, Math.max(16, view.readUInt32BE(0)), 256))
  const boxes = topBoxes(view)
  if (boxes === undefined) return 'broken'
  if (/^avi[fs]/.test(brands)) return 'other-container'
  if (pictureBrands.test(brands)) return boxes.has('meta') || boxes.has('moov') ? 'heic' : 'broken'
  if (!boxes.has('moov')) return 'broken' // a recording that was never finished has no index and cannot be played
  if (/^qt {2}/.test(brands)) return 'mov'
  if (/^M4[AB] /.test(brands)) return 'm4a'
  return /isom|iso\d|mp4[12]|M4V |avc1|dash|MSNV|3gp|mmp4/.test(brands) ? 'mp4' : 'other-container'
}

/** Names of the outermost boxes; undefined when one runs past the end of the file. */
function topBoxes(view: Buffer): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  for (let at = 0; at < view.length;) {
    if (at + 8 > view.length) break // some programs leave a few bytes behind the last box
    let size = view.readUInt32BE(at)
    if (size === 1 && at + 16 <= view.length) size = Number(view.readBigUInt64BE(at + 8))
    if (size === 0) size = view.length - at // "to the end of the file"
    if (size < 8 || at + size > view.length) return undefined
    names.add(view.toString('latin1', at + 4, at + 8))
    at += size
  }
  return names
}

/** Tagged, or beginning with two frame headers where the first says that the second must be. ISO 11172-3, 2.4.1.3. */
function isMp3(view: Buffer): boolean {
  if (view.toString('latin1', 0, 3) === 'ID3') return view.length > 128
  const length = frameLength(view, 0)
  return length !== undefined && frameLength(view, length) !== undefined
}

const kilobits = [[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]]
const hertz = [44_100, 48_000, 32_000]

function frameLength(view: Buffer, at: number): number | undefined {
  if (at + 4 > view.length || view[at] !== 0xff) return undefined
  const second = view[at + 1] ?? 0
  const third = view[at + 2] ?? 0
  const version = (second >> 3) & 3 // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  if ((second & 0xe0) !== 0xe0 || version === 1 || ((second >> 1) & 3) !== 1) return undefined
  const rate = kilobits[version === 3 ? 0 : 1]?.[third >> 4]
  const frequency = hertz[(third >> 2) & 3]
  if (rate === undefined || rate === 0 || frequency === undefined) return undefined
  const divided = version === 3 ? frequency : version === 2 ? frequency / 2 : frequency / 4
  return Math.floor(((version === 3 ? 144_000 : 72_000) * rate) / divided) + ((third >> 1) & 1)
}
