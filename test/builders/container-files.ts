// Small container files made byte by byte, so that tests can put anything into them, also what no program would write.

/** A zip whose parts are stored as they are. */
export function aZip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const title = Buffer.from(name)
    const bytes = Buffer.from(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt32LE(bytes.length, 22)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(bytes.length, 20)
    entry.writeUInt32LE(bytes.length, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    local.push(head, title, bytes)
    central.push(entry, title)
    at += head.length + title.length + bytes.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length / 2, 8)
  end.writeUInt16LE(central.length / 2, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directory, end])
}

const sector = 512
const none = 0xffffffff
const last = 0xfffffffe

/** A compound file (old Office, Outlook) with these streams; a folder is a stream of `undefined`. */
export function aCompoundFile(streams: Readonly<Record<string, Uint8Array | undefined>>): Uint8Array {
  const entries = Object.entries(streams)
  const isSmall = (bytes: Uint8Array | undefined): bytes is Uint8Array => bytes !== undefined && bytes.length > 0 && bytes.length < 4096
  const fat: number[] = [0xfffffffd]
  const sectors: Buffer[] = []
  const store = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return last
    const first = fat.length
    const count = Math.ceil(bytes.length / sector)
    for (let index = 0; index < count; index += 1) fat.push(index === count - 1 ? last : first + index + 1)
    sectors.push(Buffer.concat([bytes], count * sector))
    return first
  }
  const pieces: Buffer[] = []
  const miniFat: number[] = []
  const storeSmall = (bytes: Uint8Array): number => {
    const first = miniFat.length
    const count = Math.ceil(bytes.length / 64)
    for (let index = 0; index < count; index += 1) miniFat.push(index === count - 1 ? last : first + index + 1)
    pieces.push(Buffer.concat([bytes], count * 64))
    return first
  }
  const places = entries.map(([, bytes]) => (isSmall(bytes) ? storeSmall(bytes) : store(bytes ?? new Uint8Array())))
  const small = Buffer.concat(pieces)
  const smallAt = store(small)
  const miniTable = Buffer.alloc(miniFat.length * 4)
  miniFat.forEach((next, index) => miniTable.writeUInt32LE(next, index * 4))
  const miniTableAt = store(miniTable)
  const directory = Buffer.concat([
    record('Root Entry', 5, smallAt, small.length),
    ...entries.map(([name, bytes], index) => record(name, bytes === undefined ? 1 : 2, places[index] ?? last, bytes?.length ?? 0)),
  ])
  const directoryAt = store(directory)
  const table = Buffer.alloc(sector, 0xff)
  fat.forEach((next, index) => table.writeUInt32LE(next, index * 4))
  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(directoryAt, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(miniTableAt, 60)
  header.writeUInt32LE(last, 68)
  for (let index = 0; index < 109; index += 1) header.writeUInt32LE(index === 0 ? 0 : none, 76 + index * 4)
  return Buffer.concat([header, table, ...sectors])
}

function record(name: string, kind: number, first: number, size: number): Buffer {
  const made = Buffer.alloc(128)
  made.write(name, 0, 'utf16le')
  made.writeUInt16LE((name.length + 1) * 2, 64)
  made.writeUInt8(kind, 66)
  made.writeUInt32LE(first, 116)
  made.writeUInt32LE(size, 120)
  return made
}

/** Begins as every Windows program does; runs nowhere. */
export function aWindowsProgram(): Uint8Array {
  const made = Buffer.alloc(512)
  made.write('MZ', 0, 'latin1')
  made.writeUInt32LE(0x80, 0x3c)
  made.write('PE\0\0', 0x80, 'latin1')
  return made
}

/** Boxes as in MP4, MOV and HEIC: name and content. */
export const boxes = (...made: readonly (readonly [name: string, content: string])[]): Uint8Array =>
  Buffer.concat(made.map(([name, content]) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(8 + content.length)
    return Buffer.concat([size, Buffer.from(name, 'latin1'), Buffer.from(content, 'latin1')])
  }))
