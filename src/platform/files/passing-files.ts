// Files that pass through: written to the disk as they come, read once, and gone. Unlike what is kept (file-store.ts) they are named by nobody's content, are in no
// backup, and are given back to nobody.

import { createHash, randomUUID } from 'node:crypto'
import { open, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { rangedFile } from './ranged-file.ts'
import type { RangedFile } from './zip-stream.ts'

export interface PassingFile {
  readonly id: string
  readonly size: number
  /** Of the bytes, in hexadecimal digits. */
  readonly sha256: string
}

export interface PassingFiles {
  /** Holds a stretch at a time, however long the file is. */
  readonly take: (bytes: AsyncIterable<Uint8Array>) => Promise<PassingFile>
  /** undefined when it is gone. */
  readonly find: (id: string, name: string) => Promise<RangedFile | undefined>
  /** Nothing happens when it is gone already. */
  readonly drop: (id: string) => Promise<void>
  /** Those taken before that moment, in milliseconds since 1970. */
  readonly listBefore: (moment: number) => Promise<string[]>
  /** An empty folder for work on what passes; it is the caller's to remove. */
  readonly workFolder: () => Promise<string>
}

const isName = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id)
const isNotThere = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'

/** In the folder, which is made when it is not there. Web and worker are given the same one. */
export function openPassingFiles(folder: string): PassingFiles {
  const placeOf = (id: string): string => path.join(folder, id)
  return {
    take: async (bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const id = randomUUID()
      const file = await open(placeOf(id), 'wx', 0o600)
      const hash = createHash('sha256')
      let size = 0
      try {
        for await (const piece of bytes) {
          hash.update(piece)
          size += piece.length
          await file.writeFile(piece)
        }
        await file.sync()
      } catch (fault) {
        await rm(placeOf(id), { force: true })
        throw fault
      } finally {
        await file.close()
      }
      return { id, size, sha256: hash.digest('hex') }
    },
    find: async (id, name) => {
      if (!isName(id)) return undefined
      try {
        return await rangedFile(placeOf(id), name)
      } catch (fault) {
        if (isNotThere(fault)) return undefined
        throw fault
      }
    },
    drop: async (id) => { if (isName(id)) await rm(placeOf(id), { force: true }) },
    listBefore: async (moment) => {
      const names = await readdir(folder).catch((fault: unknown) => { if (isNotThere(fault)) return []; throw fault })
      const old: string[] = []
      for (const name of names.filter(isName)) if ((await stat(placeOf(name))).mtimeMs < moment) old.push(name)
      return old
    },
    workFolder: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return mkdtemp(path.join(folder, 'work-'))
    },
  }
}
