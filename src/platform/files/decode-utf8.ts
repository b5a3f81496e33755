// Bytes into text, strictly: a file in another encoding would give wrong names without a word. Small pieces, so that the memory of one is small.

/** The file cannot be read as what it should be. */
export class UnreadableText extends Error {
  readonly why: string
  readonly line: number
  readonly column: number
  /** Line and column from 1 (of a table, the number of the cell in its row); line 0 when only the reader knows. */
  constructor(why: string, line: number, column: number) {
    super(`line ${line}, column ${column}: ${why}`)
    this.name = 'UnreadableText'
    this.why = why
    this.line = line
    this.column = column
  }
}

const largestPiece = 65_536

/** Throws UnreadableText (line 0) for bytes that are no UTF-8, and for what is plainly something else. */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array | string>, kind: 'XML' | 'CSV'): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  for await (const piece of bytes) {
    const whole = typeof piece === 'string' ? Buffer.from(piece) : piece
    if (isFirst && whole.length > 0) {
      const why = whatElse(whole, kind)
      if (why !== undefined) throw new UnreadableText(why, 1, 1)
      isFirst = false
    }
    for (let at = 0; at < whole.length; at += largestPiece) yield decoded(decoder, whole.subarray(at, at + largestPiece))
  }
  yield decoded(decoder)
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
  } catch {
    throw new UnreadableText('a character near here is not UTF-8; save the file as UTF-8', 0, 0)
  }
}

function whatElse(bytes: Uint8Array, kind: string): string | undefined {
  const [first = 0, second = 0] = bytes
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || (bytes.length > 1 && (first === 0 || second === 0))) return 'the file is written in UTF-16 or UTF-32; save it as UTF-8'
  if (first === 0x50 && second === 0x4b) return `this is a ZIP file or an Excel workbook, not ${kind}; unpack it, or save it as ${kind}`
  if (first === 0x1f && second === 0x8b) return 'this is a compressed file (gzip); unpack it first'
  return undefined
}
