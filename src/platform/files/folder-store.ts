// Files kept in a folder under the hash of their content. What is kept is never changed, so writing twice is writing once.

import { createHash, randomBytes } from 'node:crypto'
import { open, mkdir, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'

export interface FolderStore {
  readonly keep: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }>
  readonly open: (sha256: string) => Promise<Uint8Array>
}

export function folderStore(folder: string): FolderStore {
  const placeOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not the hash of a kept file')
    return path.join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    keep: async (bytes) => {
      const sha256 = hashOf(bytes)
      const place = placeOf(sha256)
      if (await exists(place)) return { sha256, size: bytes.length }
      await mkdir(path.dirname(place), { recursive: true })
      const aside = `${place}.${randomBytes(6).toString('hex')}`
      const file = await open(aside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        // On disk before the record says that it is kept.
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, place)
      return { sha256, size: bytes.length }
    },
    open: async (sha256) => {
      const bytes = await readFile(placeOf(sha256))
      if (hashOf(bytes) !== sha256) throw new Error(`the kept file ${sha256} has changed`)
      return bytes
    },
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function exists(place: string): Promise<boolean> {
  try {
    await stat(place)
    return true
  } catch {
    return false
  }
}
