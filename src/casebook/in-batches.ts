// How a job of the worker goes through many cases: found by their index a batch at a time, each in a short transaction of its
// own, so that no lock is held long, a killed worker loses one case at most, and one broken case does not stop the others.

import type { Occasion, Tx } from './tx.ts'
import { read } from './tx.ts'

export const batchSize = 200

/**
 * `find` gives the rows after the one it is told, in a steady order, at most `batchSize`; `each` does one row. A fault in one row
 * is thrown when all are done, so that the queue hears of it and tries again.
 */
export async function inBatches<Row>(
  occasion: Occasion, find: (tx: Tx, after: Row | undefined) => Promise<readonly Row[]>, each: (row: Row) => Promise<unknown>,
): Promise<void> {
  const faults: unknown[] = []
  let after: Row | undefined
  for (;;) {
    const last = after
    const rows = await read(occasion, (tx) => find(tx, last))
    for (const row of rows) await each(row).catch((fault: unknown) => faults.push(fault))
    if (rows.length < batchSize) break
    after = rows.at(-1)
  }
  if (faults.length > 0) throw faults[0]
}
