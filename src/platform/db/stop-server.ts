// The end of an embedded server: by its owner's word, or by a watchman when the owner is killed without a word.

import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './postgres-binaries.ts'
import { isLivingPostgres } from './postmaster-pid.ts'

const patience = 60_000

/** Ends a server the fast and clean way: sessions are cut, everything is written, no recovery at the next start. */
export async function stopServer(pid: number): Promise<void> {
  if (!isLivingPostgres(pid)) return
  process.kill(pid, 'SIGINT')
  const until = performance.now() + patience
  while (isLivingPostgres(pid)) {
    if (performance.now() > until) throw new Error(`PostgreSQL (process ${pid}) did not stop.`)
    await sleep(10)
  }
}

// Standing input closes when our process ends in whatever way; a word on it means "dismissed". The number in the lock file
// is compared first, so that a number used again by another program is never hit.
const watchman = `
read -r word && exit 0
[ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ] && kill -INT "$1"
[ "$3" = temporary ] || exit 0
while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
rm -rf "$2"
`

/** Has the server stopped when this process ends without stopping it, `kill -9` included. Answers with how to call it off. */
export function watch(pid: number, dataDir: string, isTemporary: boolean): () => void {
  const child = spawn('/bin/sh', ['-c', watchman, 'golden-thread-watchman', String(pid), dataDir, isTemporary ? 'temporary' : 'lasting'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
  child.unref()
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return () => child.stdin.end('dismissed\n')
}

const ownerFile = (dataDir: string): string => path.join(dataDir, 'launcher.pid')

/** Whether another living process started the server of this number, and will stop it. */
export function belongsToAnother(dataDir: string, pid: number): boolean {
  try {
    const [launcher, server] = readFileSync(ownerFile(dataDir), 'utf8').split('\n').map(Number)
    return server === pid && launcher !== undefined && launcher !== process.pid && isAlive(launcher)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

export function claim(dataDir: string, pid: number): void {
  writeFileSync(ownerFile(dataDir), `${process.pid}\n${pid}\n`)
}
