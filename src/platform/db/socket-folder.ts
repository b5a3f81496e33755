// A unix socket's path may have 107 bytes on Linux and 103 on macOS, and PostgreSQL splits its list of socket folders at
// commas. A data directory with an awkward path is reached through a short link in a private folder.

import { chownSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type SocketFolder = { readonly path: string; remove(): void }

const longest = process.platform === 'linux' ? 107 : 103
const socketName = '/.s.PGSQL.5432'

export function shortSocketFolder(dataDir: string, owner: { readonly uid: number; readonly gid: number }): SocketFolder {
  const isShort = Buffer.byteLength(dataDir + socketName) <= longest
  if (isShort && !/[,"]/.test(dataDir)) return { path: dataDir, remove: () => undefined }
  // A fresh private folder each time: a fixed name in a folder open to all could be somebody else's by now.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gt-'))
  if (process.getuid?.() === 0) chownSync(folder, owner.uid, owner.gid)
  const link = path.join(folder, 'pg')
  if (Buffer.byteLength(link + socketName) > longest) {
    throw new Error(`The folder for temporary files, ${os.tmpdir()}, has too long a path for a socket. Set TMPDIR to a shorter one.`)
  }
  symlinkSync(dataDir, link)
  return { path: link, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
