// A zip of any length, one entry after another as a stream: its directory is read from the end, and nothing of what is packed is held. An entry gives no more
// than its header promised. Layout: PKWARE APPNOTE 6.3, 4.3.7, 4.3.12 and 4.3.16; of more than four gigabytes it is not.

import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

/** Bytes that can be read from any place, to the byte before `to`. */
export interface RangedFile {
  readonly name: string
  readonly size: number
  readonly stream: (from?: number, to?: number) => Readable
}

export interface ZipEntry {
  /** The path inside. */
  readonly name: string
  readonly size: number
  readonly stream: () => AsyncIterable<Uint8Array>
}

export class BadZip extends Error {
  readonly why: 'broken' | 'encrypted' | 'too-large'
  constructor(why: 'broken' | 'encrypted' | 'too-large') {
    super(`the zip is ${why}`)
    this.name = 'BadZip'
    this.why = why
  }
}

const mostEntries = 1000
const mostUnpacked = 4 * 1024 ** 3

async function bytesOf({ stream }: RangedFile, from: number, to: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream(from, to)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export const isZip = async (file: RangedFile): Promise<boolean> => file.size > 21 && (await bytesOf(file, 0, 4)).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))

/** What is in it, folders left out. Throws BadZip. */
export async function zipEntries(file: RangedFile): Promise<ZipEntry[]> {
  const tailFrom = Math.max(0, file.size - 65_557)
  const tail = await bytesOf(file, tailFrom, file.size)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > tail.length) throw new BadZip('broken')
  const [count, size, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (count > mostEntries || size > 1_000_000) throw new BadZip('too-large')
  if (from + size > file.size) throw new BadZip('broken')
  const directory = await bytesOf(file, from, from + size)
  try {
    return entriesIn(file, directory, count)
  } catch (fault) {
    if (fault instanceof RangeError) throw new BadZip('broken')
    throw fault
  }
}

function entriesIn(file: RangedFile, directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let [at, unpacked] = [0, 0]
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new BadZip('broken')
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new BadZip('encrypted')
    const [method, packed, size, nameLength, header] = [directory.readUInt16LE(at + 10), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24), directory.readUInt16LE(at + 28), directory.readUInt32LE(at + 42)]
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (method !== 0 && method !== 8) throw new BadZip('broken')
    unpacked += size
    if (unpacked > mostUnpacked || size === 0xffffffff) throw new BadZip('too-large')
    if (!name.endsWith('/')) entries.push({ name, size, stream: () => unpack(file, { header, packed, size, method }) })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function* unpack(file: RangedFile, { header, packed, size, method }: { header: number; packed: number; size: number; method: number }): AsyncGenerator<Uint8Array> {
  const local = await bytesOf(file, header, header + 30)
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw new BadZip('broken')
  const from = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (packed === 0) return
  const source = file.stream(from, from + packed)
  const stream = method === 0 ? source : source.pipe(createInflateRaw())
  let given = 0
  try {
    for await (const chunk of stream) {
      given += (chunk as Buffer).length
      if (given > size) throw new BadZip('broken')
      yield chunk as Buffer
    }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_')) throw new BadZip('broken')
    throw fault
  } finally {
    source.destroy()
    stream.destroy()
  }
  if (given !== size) throw new BadZip('broken')
}
