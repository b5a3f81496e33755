// PostgreSQL's lock file: process number, data directory, start time, port, socket folder, address, shared memory, status.
// A server outlives a killed Node, and after a crash the number in the file may belong to something else altogether.

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from './postgres-binaries.ts'

export type PostmasterFile = { readonly pid: number; readonly isReady: boolean }

const fileIn = (dataDir: string): string => path.join(dataDir, 'postmaster.pid')

function readLines(dataDir: string): string[] | undefined {
  try {
    return readFileSync(fileIn(dataDir), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export function readPostmasterFile(dataDir: string): PostmasterFile | undefined {
  const lines = readLines(dataDir)
  const pid = Number(lines?.[0])
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, isReady: lines[7]?.trim() === 'ready' }
}

/** Whether the process of that number is a living PostgreSQL: not gone, not unburied, not another program with its number. */
export function isLivingPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    // "pid (name) state …": the name may hold spaces and brackets, so read from its last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    return name === 'postgres' && !['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3))
  } catch {
    return false
  }
}

/**
 * Lets PostgreSQL get over a lock file whose process number now belongs to something else or to an unburied process. The
 * number is replaced with ours, which PostgreSQL knows as its parent's and steps over; the rest stays, so that it still
 * looks whether processes of the old server hold the shared memory. Deleting the file would take that guard away.
 */
export function disarmStaleLock(dataDir: string): void {
  const lines = readLines(dataDir)
  const pid = Number(lines?.[0])
  if (lines === undefined || isLivingPostgres(pid) || !isAlive(pid)) return
  writeFileSync(fileIn(dataDir), [String(process.pid), ...lines.slice(1)].join('\n'))
}
