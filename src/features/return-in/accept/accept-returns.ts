// The worker brings over each person of an accepted batch in a transaction of its own: stopped and begun again, it goes on where it was, and nobody comes twice.

import type { Job } from '../../../casebook/feature.ts'
import { batchSize } from '../../../casebook/in-batches.ts'
import { addToRecord, makeRecord } from '../../../casebook/return/write-record.ts'
import type { Occasion, Tx } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { recordOf } from '../../../domain/sen2/into-record/record-of.ts'
import { missingForRecord } from '../../../domain/sen2/into-record/why-not.ts'
import { periodOf, returnYearOf, surveyDayOf } from '../../../domain/sen2/return-years.ts'
import type { BatchRow, BatchToDo } from '../batch-store.ts'
import { getBatch, listBatchesIn, setState } from '../batch-store.ts'
import { areaOfBatch } from '../area-store.ts'
import { getPerson, listNumbers, setMatch, setOutcome } from '../person-store.ts'
import { matchPersons } from '../read/match-store.ts'

export const acceptReturnsJob = 'accept-returns'

export const acceptReturns: Job = {
  name: acceptReturnsJob,
  runsAt: '*/5 * * * *',
  run: async (occasion) => {
    for (const batch of await read(occasion, (tx) => listBatchesIn(tx, ['accepting']))) await acceptBatch(occasion, batch)
  },
}

export async function acceptBatch(occasion: Occasion, { localAreaId, id }: Pick<BatchToDo, 'localAreaId' | 'id'>): Promise<void> {
  const key = { localAreaId, batchId: id }
  const batch = await read(occasion, (tx) => getBatch(tx, localAreaId, id))
  for (let after = 0; ;) {
    const last = after
    const numbers = await read(occasion, (tx) => listNumbers(tx, key, ['read'], last, batchSize))
    for (const no of numbers) await inTransaction(occasion, (tx) => bringOver(tx, key, batch, no))
    if (numbers.length < batchSize) break
    after = numbers.at(-1) ?? after
  }
  await inTransaction(occasion, (tx) => setState(tx, localAreaId, id, 'accepted'))
}

async function bringOver(tx: Tx, key: { readonly localAreaId: BatchToDo['localAreaId']; readonly batchId: string }, batch: BatchRow, no: number): Promise<void> {
  const one = await getPerson(tx, key, no, { lock: true })
  // Another worker was here first.
  if (one.state !== 'read') return
  const leave = (why: string): Promise<void> => setOutcome(tx, key, no, { state: 'left', why })
  const keptOut = one.keptOut ?? missingForRecord(one.person)
  const year = returnYearOf(String(batch.year))
  if (keptOut !== undefined || year === undefined) return leave(keptOut ?? 'The year of the return is not known')
  const { match, childId } = await matchNow(tx, key, one)
  if (match === 'to-decide') return leave('Somebody like this is on record: say first whether it is the same child')
  const area = await areaOfBatch(tx, key.localAreaId)
  const record = recordOf(one.person, { batchId: key.batchId, year, surveyDay: surveyDayOf(year), period: periodOf(year) }, tx.newId)
  const plan = { area, record, ...(batch.officerId === undefined ? {} : { officerId: batch.officerId }) }
  if (childId === undefined) {
    const made = await makeRecord(tx, plan)
    return setOutcome(tx, key, no, { state: 'in', reference: made.reference, childId: made.childId })
  }
  const added = await addToRecord(tx, plan, childId)
  if (added === 'other-record') return leave('The child has a record in the hub that did not come from a return. Nothing was changed: put in by hand what is new')
  if (added === 'worked-on') return leave('The return says something new, and somebody has worked on the case in the hub. Nothing was changed: put in by hand what is new')
  return setOutcome(tx, key, no, { state: added.changed === 'nothing' ? 'unchanged' : 'in', reference: added.reference, childId })
}

/** Whoever came on record since the file was read is found now; what a person has said stands. */
async function matchNow(tx: Tx, key: { readonly localAreaId: BatchToDo['localAreaId']; readonly batchId: string }, one: Awaited<ReturnType<typeof getPerson>>) {
  if (one.match === 'same' || one.match === 'sure') return { match: one.match, childId: one.childId }
  if (one.match === 'another') return { match: one.match, childId: undefined }
  const [now] = await matchPersons(tx, key.localAreaId, [one.person], key.batchId)
  if (now === undefined || now.match === one.match) return { match: one.match, childId: one.childId }
  await setMatch(tx, key, one.no, now.match, now.childId ?? null)
  return { match: now.match, childId: now.childId }
}
