// What somebody of the council does with a return that was brought in: read it, put a person's values right, say who is who, bring the caseload over, take it back.

import { actOutsideCase } from '../../casebook/act.ts'
import { openAreaFor } from '../../casebook/open-area.ts'
import { enqueue } from '../../casebook/queue.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { ChildId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { faultsOfPerson } from '../../domain/sen2/check-person.ts'
import { groupInFile } from '../../domain/sen2/into-record/group-in-file.ts'
import { returnYearOf } from '../../domain/sen2/return-years.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { acceptReturnsJob } from './accept/accept-returns.ts'
import { getBatch, insertBatch, listOfficers, replaceFiles, setAccepted, setTakenBack, type BatchState, type PassedFile } from './batch-store.ts'
import { getPerson, isTakenInFile, replaceFaults, setMatch, updatePerson, waitAgain } from './person-store.ts'
import { matchPersons } from './read/match-store.ts'
import { readReturnsJob } from './read/read-returns.ts'
import { whyKeptOut } from './read/why-kept-out.ts'
import { takeReturnsBackJob } from './take-back/take-returns-back.ts'

interface OfBatch { readonly area: string; readonly batchId: string }
export interface NotNow { readonly kind: 'not-now'; readonly state: BatchState }

export interface NoSuchOfficer { readonly kind: 'no-such-officer' }

/** States in which what was read can still be changed. */
const stillOpen: readonly BatchState[] = ['read', 'not-read', 'accepted', 'taken-back']

export const bringInReturn = actOutsideCase('bring-in-return', async (tx, { area: code, files, instead }: { readonly area: string; readonly files: readonly PassedFile[]; /** A mended file in the place of the one before. */ readonly instead?: string }) => {
  const area = await openAreaFor(tx, code, 'bring-in-return')
  return takeFiles(tx, area.id, 'page', files, instead)
})

/** Files that have passed through wait to be read, as a batch of their own or in the place of those of another. */
export async function takeFiles(tx: Tx, localAreaId: LocalAreaId, how: 'page' | 'command', files: readonly PassedFile[], instead?: string) {
  let batchId = instead
  if (batchId === undefined) batchId = await insertBatch(tx, localAreaId, how, files)
  else {
    const { state } = await getBatch(tx, localAreaId, batchId, { lock: true })
    if (state !== 'read' && state !== 'not-read') return refused<NotNow>({ kind: 'not-now', state })
    await replaceFiles(tx, localAreaId, batchId, files)
  }
  await enqueue(tx, readReturnsJob, {}, { key: readReturnsJob })
  return ok({ batchId })
}

export type Mended = Pick<Sen2Person, 'Surname' | 'Forename' | 'PersonBirthDate' | 'Sex' | 'GenderCurrent' | 'Ethnicity' | 'PostCode' | 'UPN' | 'UniqueLearnerNumber' | 'UPNunknown'>

export const mendPerson = actOutsideCase('bring-in-return', async (tx, { area: code, batchId, no, mended }: OfBatch & { readonly no: number; readonly mended: Mended }) => {
  const area = await openAreaFor(tx, code, 'bring-in-return')
  const batch = await getBatch(tx, area.id, batchId, { lock: true })
  const key = { localAreaId: area.id, batchId }
  const one = await getPerson(tx, key, no, { lock: true })
  const year = returnYearOf(String(batch.year))
  if (!stillOpen.includes(batch.state) || year === undefined || one.state === 'in' || one.state === 'unchanged') return refused<NotNow>({ kind: 'not-now', state: batch.state })
  const person: Sen2Person = { ...mended, Requests: one.person.Requests }
  const faults = faultsOfPerson(person, year, { line: one.line, ...(batch.authority === undefined ? {} : { authority: batch.authority }) })
  const keptOut = await isTakenInFile(tx, key, no, person) ? 'Another person of the file has the same number' : whyKeptOut(person, faults, tx.house.isProduction ? 'real' : 'invented')
  const [matched] = await matchPersons(tx, area.id, [person], batchId)
  await updatePerson(tx, key, no, { person, groups: person.Requests.map(groupInFile), faults, ...(keptOut === undefined ? {} : { keptOut }), ...matched ?? { match: 'none', alike: [] } })
  await replaceFaults(tx, key, no, faults)
  return ok({ isReady: keptOut === undefined })
})

/** Whether somebody alike is the same child; `childId` absent says that they are another. */
export const sayWho = actOutsideCase('bring-in-return', async (tx, { area: code, batchId, no, childId }: OfBatch & { readonly no: number; readonly childId?: string }) => {
  const area = await openAreaFor(tx, code, 'bring-in-return')
  const batch = await getBatch(tx, area.id, batchId, { lock: true })
  const key = { localAreaId: area.id, batchId }
  const one = await getPerson(tx, key, no, { lock: true })
  if (!stillOpen.includes(batch.state) || one.state === 'in' || one.state === 'unchanged') return refused<NotNow>({ kind: 'not-now', state: batch.state })
  const alike = one.alike.find((other) => other.childId === childId)
  if (childId !== undefined && alike === undefined) return refused<NotNow>({ kind: 'not-now', state: batch.state })
  await setMatch(tx, key, no, childId === undefined ? 'another' : 'same', (childId ?? null) as ChildId | null)
  return ok({ isSame: childId !== undefined })
})

export const acceptReturn = actOutsideCase('accept-return', async (tx, { area: code, batchId, officerId }: OfBatch & { readonly officerId?: string }) => {
  const area = await openAreaFor(tx, code, 'accept-return')
  const { state } = await getBatch(tx, area.id, batchId, { lock: true })
  // What was left can be brought over later, when it is mended: the same act again.
  if (state !== 'read' && state !== 'accepted') return refused<NotNow | NoSuchOfficer>({ kind: 'not-now', state })
  const officer = officerId === undefined ? undefined : (await listOfficers(tx, area.id)).find(({ id }) => id === officerId)
  if (officerId !== undefined && officer === undefined) return refused<NotNow | NoSuchOfficer>({ kind: 'no-such-officer' })
  await startAccepting(tx, area.id, batchId, officer?.id)
  return ok({ batchId })
})

export async function startAccepting(tx: Tx, localAreaId: LocalAreaId, batchId: string, officerId?: PersonId): Promise<void> {
  await setAccepted(tx, localAreaId, batchId, officerId)
  await waitAgain(tx, { localAreaId, batchId })
  await enqueue(tx, acceptReturnsJob, {}, { key: acceptReturnsJob })
}

export const takeReturnBack = actOutsideCase('take-back-return', async (tx, { area: code, batchId, why }: OfBatch & { readonly why: string }) => {
  const area = await openAreaFor(tx, code, 'take-back-return')
  const { state } = await getBatch(tx, area.id, batchId, { lock: true })
  if (state !== 'accepted') return refused<NotNow>({ kind: 'not-now', state })
  await setTakenBack(tx, area.id, batchId, why)
  await enqueue(tx, takeReturnsBackJob, {}, { key: takeReturnsBackJob })
  return ok({ batchId })
})
