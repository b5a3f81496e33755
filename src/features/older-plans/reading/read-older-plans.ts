// The worker reads what was brought in, one file in a transaction: a worker that is stopped loses one reading at most and goes on with
// the next. A file whose reading stopped it three times is not read again.

import { batchSize, inBatches } from '../../../casebook/in-batches.ts'
import type { Job } from '../../../casebook/feature.ts'
import { openUnplaced } from '../../../casebook/papers/documents.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { notAPlanWords, readOlderPlan, type OlderPlanRead } from '../../../domain/older-plans/read-older-plan.ts'
import { wordFileOf, wordFileRefusalWords } from '../../../platform/documents/word-file-in.ts'
import type { ToRead } from '../batch-store.ts'
import { beginReading, keepNotRead, keepReading, listToRead } from '../batch-store.ts'

export const readJob = 'read-older-plans'
const mostTries = 3


export const readOlderPlans: Job = {
  name: readJob,
  // Beside being queued with each file: what the scanner kept waiting, and what a stopped worker left.
  runsAt: '*/5 * * * *',
  run: async (occasion) => {
    await inBatches<ToRead>(occasion, (tx, after) => listToRead(tx, after, batchSize), (row) => readOne(occasion, row))
  },
}

async function readOne(occasion: Occasion, row: ToRead): Promise<void> {
  const problem = problemBefore(row)
  if (problem !== undefined) return inTransaction(occasion, (tx) => keepNotRead(tx, row, problem))
  await inTransaction(occasion, (tx) => beginReading(tx, row))
  const { bytes } = await read(occasion, (tx) => openUnplaced(tx, row.localAreaId, row.documentId))
  const plan = readBytes(bytes)
  await inTransaction(occasion, (tx) => (typeof plan === 'string' ? keepNotRead(tx, row, plan) : keepReading(tx, row, plan)))
}

function problemBefore({ scanState, tries }: ToRead): string | undefined {
  if (scanState === 'infected') return 'The file contains a virus. It has been removed'
  if (scanState === 'failed') return 'The file could not be checked for viruses'
  return tries < mostTries ? undefined : 'The file could not be read: the program stopped on it three times. Open it in Word, save it again and bring in the new copy'
}

/** What is in the file, or why it cannot be had, in words. */
function readBytes(bytes: Uint8Array): OlderPlanRead | string {
  const file = wordFileOf(bytes)
  if (!file.ok) return wordFileRefusalWords[file.refusal]
  const plan = readOlderPlan(file.value)
  return plan.ok ? plan.value : notAPlanWords[plan.refusal]
}
