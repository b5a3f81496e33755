// A backup is sealed with age (https://age-encryption.org/v1) to public keys: whoever writes it cannot read it again. The file is
// opened by `age` itself too, should this program ever be missing. Pieces of 64 KiB each carry their own proof, so that a changed
// byte or a missing end is noticed where it is.

import { open, readFile } from 'node:fs/promises'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupFault } from './framed.ts'

const pieceBytes = 64 * 1024
const proofBytes = 16

export async function makeBackupKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The keys in a key file as `age-keygen` and `make-backup-key` write it: lines that begin with AGE-SECRET-KEY. */
export function identitiesIn(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('AGE-SECRET-KEY-'))
}

/**
 * Seals a stream into a new file that only its owner may read. Never over another file: a backup that is there stays. Answers with how
 * many bytes were written.
 */
export async function sealInto(file: string, recipients: readonly string[], content: AsyncIterable<Uint8Array>): Promise<number> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const handle = await open(file, 'wx', 0o600)
  let written = 0
  try {
    const sealed = await encrypter.encrypt(streamOf(content))
    for await (const piece of chunksOf(sealed)) {
      await handle.write(piece)
      written += piece.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return written
}

/** The content of a sealed file as a stream. Throws BackupFault in plain words: the wrong key, or where the file is damaged. */
export async function* openSealed(file: string, identities: readonly string[]): AsyncGenerator<Uint8Array> {
  if (identities.length === 0) throw new BackupFault('The key file holds no key: a line that begins with AGE-SECRET-KEY.')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const head = await headBytes(file)
  const source = fileChunks(file)
  try {
    yield* opened(await begun(decrypter, source, head), head)
  } finally {
    await source.return(undefined)
  }
}

async function begun(decrypter: Decrypter, source: AsyncGenerator<Uint8Array>, head: number): Promise<ReadableStream<Uint8Array>> {
  try {
    return await decrypter.decrypt(streamOf(source))
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new BackupFault(/identit|match|recipient/i.test(why) ? 'This key does not open this backup.' : `The backup is damaged in its first ${head} bytes, or is no backup.`)
  }
}

async function* opened(stream: ReadableStream<Uint8Array>, head: number): AsyncGenerator<Uint8Array> {
  let whole = 0
  const chunks = chunksOf(stream)
  for (;;) {
    let next: IteratorResult<Uint8Array>
    try {
      next = await chunks.next()
    } catch {
      // What came before the fault may still wait to be handed on: the piece after the last one that came, and the one after it.
      const from = head + proofBytes + Math.floor(whole / pieceBytes) * (pieceBytes + proofBytes)
      throw new BackupFault(`The backup is damaged or cut off: what stands from byte ${from} to byte ${from + 2 * (pieceBytes + proofBytes)} of the file is not what was written.`)
    }
    if (next.done === true) return
    whole += next.value.length
    yield next.value
  }
}

/** How long the header is: it ends with the line that begins with three hyphens. */
async function headBytes(file: string): Promise<number> {
  const handle = await open(file, 'r')
  try {
    const start = Buffer.alloc(16 * 1024)
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    const mark = start.subarray(0, bytesRead).indexOf('\n--- ')
    const end = mark < 0 ? -1 : start.indexOf('\n', mark + 1)
    return end < 0 ? bytesRead : end + 1
  } finally {
    await handle.close()
  }
}

async function* fileChunks(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    for (;;) {
      // Smaller than a piece, so that the place of a fault can be told.
      const chunk = Buffer.alloc(32 * 1024)
      const { bytesRead } = await handle.read(chunk, 0, chunk.length)
      if (bytesRead === 0) return
      yield chunk.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = content[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await source.next()
      if (done === true) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel: async () => { await source.return?.() },
  }, { highWaterMark: 0 })
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

export const readKeyFile = async (file: string): Promise<string[]> => identitiesIn(await readFile(file, 'utf8'))
