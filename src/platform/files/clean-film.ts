// Films and recordings of phones say where they were made in boxes of notes beside the film. Those boxes are emptied where they
// stand: the film itself points into the file by place, so nothing may move. ISO 14496-12, 8.10 and 8.11; QuickTime user data.

const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'edts', 'moof', 'traf'])
const notes = new Set(['udta', 'meta', 'uuid'])
const boxedKinds = new Set(['video/mp4', 'video/quicktime', 'audio/mp4'])

export const isBoxedFilm = (contentType: string): boolean => boxedKinds.has(contentType)

/** A copy of the same length in which every box of notes is an empty one ("free"). */
export function cleanFilm(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  emptyNotes(copy, 0, copy.length)
  return new Uint8Array(copy.buffer, copy.byteOffset, copy.length)
}

function emptyNotes(view: Buffer, from: number, to: number): void {
  for (let at = from; at + 8 <= to;) {
    const said = view.readUInt32BE(at)
    const head = said === 1 ? 16 : 8
    if (at + head > to) return
    const size = said === 0 ? to - at : said === 1 ? Number(view.readBigUInt64BE(at + 8)) : said
    if (size < head || at + size > to) return
    const name = view.toString('latin1', at + 4, at + 8)
    if (notes.has(name)) {
      view.write('free', at + 4, 'latin1')
      view.fill(0, at + head, at + size)
    } else if (holders.has(name)) emptyNotes(view, at + head, at + size)
    at += size
  }
}
