// Documents on disk, named by what is in them: the SHA-256 of the content. Nothing kept is ever changed, the same content is
// kept once, and a name that somebody typed never becomes a path.

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Keeps bytes by their content; what is kept is never changed. */
export interface FileStore {
  readonly keep: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }>
  /** Throws when nothing of that content is kept, or when what is on the disk is no longer that content. */
  readonly open: (sha256: string) => Promise<Uint8Array>
  /** The one way a content leaves: a scanner found a virus in it. Nothing happens when it is gone already. */
  readonly removeInfected: (sha256: string) => Promise<void>
  /** The content of every file that is kept, by its hash, in no order. */
  readonly list: () => AsyncIterable<string>
}

export class FileMissing extends Error {}
export class FileDamaged extends Error {}

/** A store in the folder, which is made when it is not there. */
export function openFileStore(folder: string): FileStore {
  return {
    keep: async (bytes) => {
      const sha256 = hashOf(bytes)
      const kept = { sha256, size: bytes.length }
      const place = placeOf(folder, sha256)
      if (await isKeptWhole(place, bytes.length, sha256)) return kept
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      await write(place, bytes)
      // The names of new folders must outlast a power cut too.
      for (const above of [path.dirname(place), path.dirname(path.dirname(place)), folder]) await syncFolder(above)
      return kept
    },
    open: async (sha256) => {
      const bytes = await readIfThere(placeOf(folder, sha256))
      if (bytes === undefined) throw new FileMissing(`no file with the content ${sha256} is kept`)
      if (hashOf(bytes) !== sha256) throw new FileDamaged(`the file kept as ${sha256} has been changed or damaged`)
      return bytes
    },
    list: () => listed(folder),
    removeInfected: async (sha256) => {
      const place = placeOf(folder, sha256)
      await rm(place, { force: true })
      await syncFolder(path.dirname(place)).catch((error: unknown) => { if (!isNotThere(error)) throw error })
    },
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Two levels of folders, so that none grows past what a file system lists quickly. */
function placeOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new FileMissing('files are asked for by the SHA-256 of their content')
  return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** A damaged copy counts as not kept: keeping the content again heals it. */
async function isKeptWhole(place: string, size: number, sha256: string): Promise<boolean> {
  try {
    if ((await stat(place)).size !== size) return false
  } catch (error) {
    if (isNotThere(error)) return false
    throw error
  }
  const bytes = await readIfThere(place)
  return bytes !== undefined && hashOf(bytes) === sha256
}

/** Under another name first, then renamed: a reader sees the whole file or none, even when two keep it at once. */
async function write(place: string, bytes: Uint8Array): Promise<void> {
  const draft = `${place}.${randomUUID()}.part`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, place)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* listed(folder: string): AsyncGenerator<string> {
  // Beside the contents stands what passes through (passing-files.ts).
  for (const above of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const below of await namesIn(path.join(folder, above))) {
      for (const name of await namesIn(path.join(folder, above, below))) if (/^[0-9a-f]{64}$/.test(name)) yield name
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted()
  } catch (error) {
    if (isNotThere(error)) return []
    throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readIfThere(place: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(place)
  } catch (error) {
    if (isNotThere(error)) return undefined
    throw error
  }
}

const isNotThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
