// Breaks one statement of what the program sends to its database, by its number, and truly: the server itself reports the fault, or the
// connection is really cut. Statements of the tests' own connections are neither counted nor broken.

import { Client } from 'pg'
import { programRoles } from '../../src/platform/db/roles.ts'
import { statementIn } from './statements.ts'

export const ways = ['serialization', 'time-out', 'no-room', 'cut', 'answer-lost'] as const
/** `cut`: the connection ends before the statement is run; `answer-lost`: after it, so that nobody knows whether it was. */
export type Way = (typeof ways)[number]

export interface Broken {
  /** Statements that were sent, the broken one included. */
  readonly sent: number
  /** The first words of the one that broke; undefined when there were not so many. */
  readonly broke: string | undefined
}

const raising: Readonly<Record<'serialization' | 'time-out' | 'no-room', string>> = { serialization: '40001', 'time-out': '57014', 'no-room': '53100' }
const cutting = 'select pg_terminate_backend(pg_backend_pid())'
const programs: ReadonlySet<string> = new Set(Object.values(programRoles))

type Query = (...given: unknown[]) => unknown

/** Counts another step among the statements, and says whether it is the one to break. */
export type Step = (what: string) => boolean

/** Runs, with statement number `at` (from 1) broken in this way; 0 breaks none and only counts. Other steps of what runs may count themselves in. */
export async function withBroken(at: number, way: Way, run: (step: Step) => Promise<unknown>): Promise<Broken> {
  let sent = 0
  let broke: string | undefined
  const step: Step = (what) => {
    sent += 1
    if (sent === at) broke = what
    return sent === at
  }
  const original = Client.prototype.query as Query
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const text = statementIn(given)?.text
    // The queue's own connections answer by callback, and are not what is tried here.
    if (text === undefined || !programs.has(this.user ?? '') || typeof given.at(-1) === 'function') return original.apply(this, given)
    if (!step(text.slice(0, 80))) return original.apply(this, given)
    return breakIt(original.bind(this), way, given)
  } as typeof Client.prototype.query
  try {
    await run(step)
  } finally {
    Client.prototype.query = original as typeof Client.prototype.query
  }
  return { sent, broke }
}

async function breakIt(query: Query, way: Way, given: readonly unknown[]): Promise<unknown> {
  if (way === 'cut') return query(cutting)
  if (way === 'answer-lost') {
    await query(...given)
    return query(cutting)
  }
  return query(`do $$ begin raise exception 'broken on purpose' using errcode = '${raising[way]}'; end $$`)
}
