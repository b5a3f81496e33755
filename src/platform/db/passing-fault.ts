// Faults that pass by themselves: nobody's mistake, nothing wrong with what was asked, and the same request again may well do. The
// database restarts, a connection was cut, two transactions stood in each other's way, a disk is full until somebody sees to it.

import { isOutdated } from './remembering-client.ts'

/** SQLSTATE classes: 08 connection, 53 no room or no connection left, 57P0x shut down, starting, crashed. PostgreSQL, Appendix A. */
const passingStates = /^(08...|53...|57P0[1-4]|57014|40001|40P01|55P03)$/

/** Of the system: the socket or address cannot be reached, or was closed under us. */
const cut: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'])
const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE'])

/** `pg` and its pool have no codes for what they find themselves; these are their words, held by passing-fault.db.test.ts. */
const wordsOfDriver = /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed and is not queryable)/

const deepest = 5

/** Whether the same request, made again in a moment, may well be answered. Looks at causes too; never at words that hold anything of anybody's. */
export function isPassing(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > deepest) return false
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (isOutdated(error)) return true
  if (typeof code === 'string' && (passingStates.test(code) || cut.has(code) || noRoom.has(code))) return true
  // The socket of a server that is not there. A file that is missing has the same code, and does not pass.
  if (code === 'ENOENT' && syscall === 'connect') return true
  if (wordsOfDriver.test(error.message)) return true
  // Both addresses of one name were tried.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every((one) => isPassing(one, depth + 1))
  return isPassing(error.cause, depth + 1)
}
