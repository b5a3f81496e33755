// The worker takes a batch back: each case that nobody has worked on goes with its child; the others are noted and stay.

import type { Job } from '../../../casebook/feature.ts'
import { actCode } from '../../../casebook/audit/trail.ts'
import { batchSize } from '../../../casebook/in-batches.ts'
import { removeCase } from '../../../casebook/return/write-record.ts'
import type { Occasion, Tx } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { casesOfChild } from '../area-store.ts'
import type { BatchToDo } from '../batch-store.ts'
import { listBatchesIn, setState } from '../batch-store.ts'
import { getPerson, listNumbers, setOutcome, type BatchKey } from '../person-store.ts'

export const takeReturnsBackJob = 'take-returns-back'

export const takeReturnsBack: Job = {
  name: takeReturnsBackJob,
  runsAt: '*/5 * * * *',
  run: async (occasion) => {
    for (const batch of await read(occasion, (tx) => listBatchesIn(tx, ['taking-back']))) await takeBackBatch(occasion, batch)
  },
}

export async function takeBackBatch(occasion: Occasion, { localAreaId, id }: Pick<BatchToDo, 'localAreaId' | 'id'>): Promise<void> {
  const key = { localAreaId, batchId: id }
  for (let after = 0; ;) {
    const last = after
    const numbers = await read(occasion, (tx) => listNumbers(tx, key, ['in'], last, batchSize))
    for (const no of numbers) await takeOneBack(occasion, key, no)
    if (numbers.length < batchSize) break
    after = numbers.at(-1) ?? after
  }
  await inTransaction(occasion, (tx) => setState(tx, localAreaId, id, 'taken-back'))
}

/** Each case in a transaction of its own, with a record of the audit that stays when the case is gone. */
async function takeOneBack(occasion: Occasion, key: BatchKey, no: number): Promise<void> {
  const found = await read(occasion, async (tx) => {
    const one = await getPerson(tx, key, no)
    return one.state === 'in' && one.childId !== undefined ? casesOfChild(tx, key.localAreaId, one.childId) : undefined
  })
  if (found === undefined) return
  let removed = 0
  for (const { id } of found) if (await inTransaction(occasion, (tx) => removeOne(tx, key, id))) removed += 1
  await inTransaction(occasion, (tx) => setOutcome(tx, key, no, removed === found.length ? { state: 'taken-back', childId: null } : { state: 'worked-on', why: 'Somebody has worked on the case since, or it was here before: it stays' }))
}

async function removeOne(tx: Tx, { localAreaId, batchId }: BatchKey, caseId: CaseId): Promise<boolean> {
  const isGone = await removeCase(tx, { localAreaId, caseId, batchId })
  if (isGone) Object.assign(tx.doings, { act: actCode('take-back-return'), caseId, localAreaId })
  return isGone
}
