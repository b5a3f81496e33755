// Old Office files, Outlook messages and locked new ones are all "compound files": a small file system in a file. This reads
// its directory and single streams. Layout: [MS-CFB], sections 2.2 (header), 2.3 (FAT), 2.6 (directory).

export interface CompoundEntry {
  readonly name: string
  /** At most so many bytes of the stream; none for a folder, or where the file is damaged. */
  readonly read: (most: number) => Uint8Array
}

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const endOfChain = 0xfffffffe
const mostSectors = 200_000

export const isCompoundFile = (bytes: Uint8Array): boolean => magic.every((byte, index) => bytes[index] === byte)

/** Every stream and folder by name; undefined when the file is cut off or goes in circles. */
export function compoundEntries(bytes: Uint8Array): readonly CompoundEntry[] | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return entriesOf(view)
  } catch (error) {
    if (error instanceof RangeError) return undefined // an offset that points outside the file
    throw error
  }
}

function entriesOf(view: Buffer): readonly CompoundEntry[] {
  const shift = view.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw new RangeError('no sector size')
  const size = 1 << shift
  const sector = (number: number): Buffer => {
    const start = (number + 1) * size
    if (start >= view.length) throw new RangeError('sector outside the file')
    return view.subarray(start, start + size)
  }
  const table = fatOf(view, sector, size)
  const chain = (first: number, most: number): Buffer => {
    const parts: Buffer[] = []
    const seen = new Set<number>()
    for (let at = first; at < endOfChain - 1 && parts.length * size < most; at = table(at)) {
      if (seen.has(at) || seen.size > mostSectors) throw new RangeError('sectors in a circle')
      seen.add(at)
      parts.push(sector(at))
    }
    return Buffer.concat(parts)
  }
  const directory = chain(view.readUInt32LE(48), mostSectors * size)
  const records = Array.from({ length: Math.floor(directory.length / 128) }, (_, index) => directory.subarray(index * 128, index * 128 + 128))
  const root = records.find((record) => record[66] === 5)
  if (root === undefined) throw new RangeError('no root')
  const small = miniStreams(view, chain, root)
  return records.filter((record) => record[66] === 1 || record[66] === 2).map((record) => {
    const length = record.readUInt32LE(120)
    const first = record.readUInt32LE(116)
    return {
      name: record.toString('utf16le', 0, Math.max(0, Math.min(64, record.readUInt16LE(64)) - 2)),
      read: (most) => {
        if (record[66] === 1) return new Uint8Array()
        const wanted = Math.min(most, length)
        return orEmpty(() => (length < 4096 ? small(first, wanted) : chain(first, wanted)).subarray(0, wanted))
      },
    }
  })
}

function orEmpty(read: () => Buffer): Buffer {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return Buffer.alloc(0)
    throw error
  }
}

/** The next sector after a sector. */
function fatOf(view: Buffer, sector: (number: number) => Buffer, size: number): (at: number) => number {
  const perSector = size / 4
  const places = Array.from({ length: 109 }, (_, index) => view.readUInt32LE(76 + index * 4))
  // Files over 7 MB list the rest of the table's sectors in a chain of their own.
  for (let next = view.readUInt32LE(68), count = 0; next < endOfChain - 1; count += 1) {
    if (count > mostSectors / perSector) throw new RangeError('sectors in a circle')
    const more = sector(next)
    for (let index = 0; index < perSector - 1; index += 1) places.push(more.readUInt32LE(index * 4))
    next = more.readUInt32LE(size - 4)
  }
  return (at) => {
    const place = places[Math.floor(at / perSector)]
    if (place === undefined || place >= endOfChain - 1) throw new RangeError('sector without a place in the table')
    return sector(place).readUInt32LE((at % perSector) * 4)
  }
}

/** Streams under 4096 bytes are packed together, 64 bytes a piece, in the root's own stream. */
function miniStreams(
  view: Buffer, chain: (first: number, most: number) => Buffer, root: Buffer,
): (first: number, wanted: number) => Buffer {
  let packed: { table: Buffer; pieces: Buffer } | undefined
  return (first, wanted) => {
    packed ??= { table: chain(view.readUInt32LE(60), mostSectors * 64), pieces: chain(root.readUInt32LE(116), root.readUInt32LE(120)) }
    const { table, pieces } = packed
    const parts: Buffer[] = []
    for (let at = first; at < endOfChain - 1 && parts.length * 64 < wanted; at = table.readUInt32LE(at * 4)) {
      parts.push(pieces.subarray(at * 64, at * 64 + 64))
    }
    return Buffer.concat(parts)
  }
}
