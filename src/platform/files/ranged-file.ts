import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { RangedFile } from './zip-stream.ts'

/** A file on the disk. Throws the error of the system when there is none. */
export async function rangedFile(place: string, name: string = path.basename(place)): Promise<RangedFile> {
  const { size } = await stat(place)
  return {
    name, size,
    stream: (from = 0, to = size) => (to <= from ? Readable.from([]) : createReadStream(place, { start: from, end: to - 1, highWaterMark: 262_144 })),
  }
}
