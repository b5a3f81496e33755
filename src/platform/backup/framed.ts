// The inside of a backup: entries one after the other, each a line of JSON that says what follows, then pieces with their length
// before them, then an empty piece. Written and read as a stream, so that a backup may be larger than the machine's memory.

export type Entry =
  | { readonly entry: 'head'; readonly format: 'golden-thread backup'; readonly version: 1; readonly takenAt: string; readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[] }
  | { readonly entry: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly entry: 'jobs' }
  | { readonly entry: 'file'; readonly sha256: string; readonly size: number }
  | { readonly entry: 'manifest' }

export interface TableCount { readonly table: string; readonly rows: number; readonly sha256: string }

/** Last in the file: a backup without it was cut off. */
export interface Manifest {
  readonly tables: readonly TableCount[]
  readonly sequences: readonly { readonly name: string; readonly value: string; readonly isCalled: boolean }[]
  readonly jobs: number
  readonly files: number
  readonly fileBytes: number
  /** Contents that rows point to and the store did not have when the backup was made. */
  readonly missingFiles: readonly string[]
}

/** A backup that is not what it says: cut off, changed, or not for this program. */
export class BackupFault extends Error {}

const longestHead = 10_000_000
const empty = Buffer.alloc(4)

const framed = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

export async function* writeEntry(head: Entry, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield framed(Buffer.from(JSON.stringify(head)))
  for await (const piece of content) if (piece.length > 0) yield framed(piece)
  yield empty
}

export interface ReadEntry {
  readonly head: Entry
  /** Must be read to its end before the next entry is asked for. */
  readonly content: AsyncIterable<Uint8Array>
}

export async function* readEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<ReadEntry> {
  const bytes = new ByteReader(source)
  while (!(await bytes.isAtEnd())) {
    const head = headOf(Buffer.from(await bytes.piece() ?? Buffer.alloc(0)).toString('utf8'))
    yield { head, content: pieces(bytes) }
  }
}

async function* pieces(bytes: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await bytes.piece()
    if (piece === undefined) return
    yield piece
  }
}

/** What is in a backup was sealed to a key and cannot be changed on the way, so its shape is trusted once its format is known. */
function headOf(text: string): Entry {
  try {
    const head: unknown = JSON.parse(text)
    if (typeof head === 'object' && head !== null && 'entry' in head && typeof head.entry === 'string') return head as Entry
  } catch {
    // told below
  }
  throw new BackupFault('This is no backup of Golden Thread.')
}

class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #waiting: Buffer = Buffer.alloc(0)
  #isDone = false

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#waiting.length === 0 && !this.#isDone) await this.#more()
    return this.#waiting.length === 0
  }

  /** The next piece, or undefined for the empty one that ends an entry. */
  async piece(): Promise<Uint8Array | undefined> {
    const length = (await this.#take(4)).readUInt32BE(0)
    if (length > longestHead * 20) throw new BackupFault('This is no backup of Golden Thread.')
    return length === 0 ? undefined : this.#take(length)
  }

  async #take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [this.#waiting]
    let have = this.#waiting.length
    while (have < count) {
      if (this.#isDone) throw new BackupFault('The backup is cut off: its end is missing.')
      this.#waiting = Buffer.alloc(0)
      await this.#more()
      parts.push(this.#waiting)
      have += this.#waiting.length
    }
    const all = parts.length === 1 ? this.#waiting : Buffer.concat(parts)
    this.#waiting = all.subarray(count)
    return all.subarray(0, count)
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next()
    if (done === true) this.#isDone = true
    else this.#waiting = this.#waiting.length === 0 ? Buffer.from(value) : Buffer.concat([this.#waiting, value])
  }
}
