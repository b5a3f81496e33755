import { inflateRawSync } from 'node:zlib'

export type ZipVerdict = 'fine' | 'broken' | 'encrypted' | 'too-large'

const mostBytes = 80 * 1024 * 1024
const mostEntries = 3000

/**
 * Looks into a zip file before any library unpacks it. The sizes in the headers are checked first and then proved by
 * unpacking each entry no further than its header says, because a hostile file lies about them.
 * Layout: PKWARE APPNOTE 6.3, end of central directory record (4.3.16) and central directory headers (4.3.12).
 */
export const zipVerdict = (bytes: Uint8Array): ZipVerdict => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > view.length) return 'broken'
  const count = view.readUInt16LE(end + 10)
  if (count > mostEntries) return 'too-large' // 65535 stands for "see the 64-bit record": far above the limit too
  try {
    const entries = entriesOf(view, view.readUInt32LE(end + 16), count)
    if (entries === undefined) return 'broken'
    if (entries.some((entry) => entry.isEncrypted)) return 'encrypted'
    if (entries.reduce((sum, entry) => sum + entry.size, 0) > mostBytes) return 'too-large'
    return entries.map((entry) => entryVerdict(view, entry)).find((verdict) => verdict !== 'fine') ?? 'fine'
  } catch (error) {
    if (error instanceof RangeError) return 'broken' // an offset that points outside the file
    throw error
  }
}

export type ZipPart = { readonly name: string, readonly unpack: () => Uint8Array }

/** The parts of a zip file that `zipVerdict` found fine; unpacking one gives no more than its header promised. */
export const zipParts = (bytes: Uint8Array): readonly ZipPart[] => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  return (entriesOf(view, view.readUInt32LE(end + 16), view.readUInt16LE(end + 10)) ?? []).map((entry) => ({
    name: entry.name,
    unpack: () => {
      const packed = packedBytes(view, entry)
      return entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
    },
  }))
}

type Entry = {
  readonly name: string, readonly isEncrypted: boolean, readonly method: number
  readonly packedSize: number, readonly size: number, readonly at: number
}

const entriesOf = (view: Buffer, start: number, count: number): readonly Entry[] | undefined => {
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (view.readUInt32LE(at) !== 0x02014b50) return undefined
    const nameLength = view.readUInt16LE(at + 28)
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      packedSize: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return entries
}

const entryVerdict = (view: Buffer, entry: Entry): ZipVerdict => {
  if (view.readUInt32LE(entry.at) !== 0x04034b50) return 'broken'
  const packed = packedBytes(view, entry)
  if (entry.method === 0) return packed.length === entry.size ? 'fine' : 'broken'
  if (entry.method !== 8) return 'broken'
  const unpacked = unpackedUpTo(packed, entry.size)
  if (unpacked === 'too-large' || unpacked === 'broken') return unpacked
  // Word writes no document types; entities declared in one are the XML kind of bomb.
  return isXml(entry.name) && documentTypes.some((mark) => unpacked.includes(mark)) ? 'broken' : 'fine'
}

/** In each encoding that an XML reader takes without being told (XML 1.0, appendix F). */
const documentTypes = [Buffer.from('<!DOCTYPE'), Buffer.from('<!DOCTYPE', 'utf16le'), Buffer.from('<!DOCTYPE', 'utf16le').swap16()]

const packedBytes = (view: Buffer, entry: Entry): Buffer => {
  const start = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28)
  return view.subarray(start, start + entry.packedSize)
}

const isXml = (name: string) => name.endsWith('.xml') || name.endsWith('.rels')

const unpackedUpTo = (packed: Buffer, size: number): Buffer | 'too-large' | 'broken' => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'broken' // zlib: ERR_BUFFER_TOO_LARGE is a RangeError
  }
}
