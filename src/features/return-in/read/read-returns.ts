// The worker reads what was brought in: once from front to back, some hundred persons in a transaction. A reading that was stopped is begun again from the front;
// when it is done, the bytes go.

import { rm } from 'node:fs/promises'
import type { Job } from '../../../casebook/feature.ts'
import { returnPieces } from '../../../casebook/return-files/return-pieces.ts'
import { UnreadableReturn } from '../../../casebook/return-files/unreadable-return.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { ReturnCheck, type CheckedPerson, type FilePiece, type ReturnFault } from '../../../domain/sen2/check-return.ts'
import { millisecondsOf } from '../../../platform/clock/system-clock.ts'
import { groupInFile } from '../../../domain/sen2/into-record/group-in-file.ts'
import { returnYearOf, returnYears } from '../../../domain/sen2/return-years.ts'
import type { RangedFile } from '../../../platform/files/zip-stream.ts'
import type { BatchToDo, PassedFile } from '../batch-store.ts'
import { countKnownSettings, emptyBatch, forgetPassing, getBatch, listBatchesIn, listPassing, setState, type Sums } from '../batch-store.ts'
import { insertFaults, insertPersons } from '../person-store.ts'
import { matchPersons } from './match-store.ts'
import { whyKeptOut } from './why-kept-out.ts'

export const readReturnsJob = 'read-returns'
const personsAtOnce = 200
/** A file that is wrong everywhere is written in shorter stretches, so that it needs no more memory than a right one. */
const faultsAtOnce = 5000
const aDay = 24 * 60 * 60 * 1000

export const readReturns: Job = {
  name: readReturnsJob,
  // Beside being queued with each upload: what a stopped worker left.
  runsAt: '*/5 * * * *',
  run: async (occasion) => {
    for (const batch of await read(occasion, (tx) => listBatchesIn(tx, ['waiting', 'reading']))) await readBatch(occasion, batch)
    await sweep(occasion)
  },
}

/** What was sent and never became a batch: the act was refused, or the process ended between the two. */
async function sweep({ house, ...occasion }: Occasion): Promise<void> {
  const old = await house.passing.listBefore(millisecondsOf(house.clock.now()) - aDay)
  const waited = await read({ house, ...occasion }, (tx) => listPassing(tx, old))
  for (const id of old) if (!waited.has(id)) await house.passing.drop(id)
}

export async function readBatch(occasion: Occasion, { localAreaId, id }: Pick<BatchToDo, 'localAreaId' | 'id'>): Promise<void> {
  const { passing } = occasion.house
  const batch = await inTransaction(occasion, async (tx) => {
    await emptyBatch(tx, localAreaId, id)
    await setState(tx, localAreaId, id, 'reading')
    return getBatch(tx, localAreaId, id)
  })
  const heaps = await passing.workFolder()
  try {
    const files = await filesOf(batch.files, passing.find)
    await new Reading(occasion, { localAreaId, batchId: id }).run(returnPieces(files, { heaps }))
  } catch (fault) {
    if (!(fault instanceof UnreadableReturn)) throw fault
    const { why: words, file, line, column } = fault
    await inTransaction(occasion, (tx) => setState(tx, localAreaId, id, 'not-read', { why: { words, ...(file === undefined ? {} : { file }), line, column } }))
  } finally {
    await rm(heaps, { recursive: true, force: true })
  }
  await inTransaction(occasion, (tx) => forgetPassing(tx, localAreaId, id))
  for (const { passing: bytes } of batch.files) if (bytes !== undefined) await passing.drop(bytes)
}

async function filesOf(files: readonly PassedFile[], find: (id: string, name: string) => Promise<RangedFile | undefined>): Promise<RangedFile[]> {
  return Promise.all(files.map(async ({ fileName, passing }) => {
    const found = passing === undefined ? undefined : await find(passing, fileName)
    if (found === undefined) throw new UnreadableReturn('the file is not here any more; bring it in again', { file: fileName, line: 1, column: 1 })
    return found
  }))
}

/** One reading: what was found so far is written whenever there are enough persons, and nothing else of them is kept. */
class Reading {
  readonly #occasion: Occasion
  readonly #key: { readonly localAreaId: BatchToDo['localAreaId']; readonly batchId: string }
  readonly #check = new ReturnCheck()
  readonly #keeps: 'real' | 'invented'
  #persons: CheckedPerson[] = []
  #faults: { no: number; fault: ReturnFault }[] = []
  #no = 0
  readonly #sums = { requests: 0, assessments: 0, plans: 0, active: 0, placements: 0, needs: 0, errors: 0, queries: 0 }
  readonly #groups: Record<string, number> = {}
  // Some thousands at most: a country has fewer settings than a file has children.
  readonly #urns = new Set<string>()
  readonly #ukprns = new Set<string>()

  constructor(occasion: Occasion, key: { readonly localAreaId: BatchToDo['localAreaId']; readonly batchId: string }) {
    this.#occasion = occasion
    this.#key = key
    this.#keeps = occasion.house.isProduction ? 'real' : 'invented'
  }

  async run(pieces: AsyncIterable<FilePiece>): Promise<void> {
    let isFirst = true
    for await (const piece of pieces) {
      const { name, line, column } = piece.element
      if (isFirst && name !== 'Message') throw new UnreadableReturn(`this is no SEN2 return: its outermost element is ${name.slice(0, 40)}, not Message`, { line, column })
      isFirst = false
      const { faults, checked } = this.#check.take(piece)
      if (this.#check.yearSaid !== undefined && returnYearOf(this.#check.yearSaid) === undefined) {
        throw new UnreadableReturn(`the header says year ${this.#check.yearSaid.slice(0, 20)}; the returns of ${returnYears.join(', ')} are known`, { line, column })
      }
      this.#tell(faults)
      if (checked !== undefined) this.#person(checked)
      if (this.#persons.length >= personsAtOnce || this.#faults.length >= faultsAtOnce) await this.#write()
    }
    this.#tell(this.#check.end())
    await this.#write()
    await this.#finish()
  }

  #tell(faults: readonly ReturnFault[]): void {
    for (const fault of faults) {
      this.#no += 1
      this.#faults.push({ no: this.#no, fault })
      this.#sums[fault.rule.severity === 'error' ? 'errors' : 'queries'] += 1
    }
  }

  #person(checked: CheckedPerson): void {
    this.#tell(checked.faults)
    this.#persons.push(checked)
    for (const request of checked.person.Requests) {
      const { Assessment, ActivePlans } = request
      const group = groupInFile(request)
      this.#groups[group] = (this.#groups[group] ?? 0) + 1
      this.#sums.requests += 1
      if (Assessment !== undefined) this.#sums.assessments += 1
      if (Assessment?.NamedPlan !== undefined) this.#sums.plans += 1
      if (ActivePlans !== undefined) this.#sums.active += 1
      this.#sums.placements += ActivePlans?.PlacementDetail.length ?? 0
      this.#sums.needs += ActivePlans?.SENneed.length ?? 0
      for (const { URN, UKPRN } of [...Assessment?.NamedPlan?.PlanDetail ?? [], ...ActivePlans?.PlacementDetail ?? []]) {
        if (URN !== undefined) this.#urns.add(URN)
        else if (UKPRN !== undefined) this.#ukprns.add(UKPRN)
      }
    }
  }

  async #write(): Promise<void> {
    const [persons, faults] = [this.#persons, this.#faults]
    this.#persons = []
    this.#faults = []
    await inTransaction(this.#occasion, async (tx) => {
      const matched = await matchPersons(tx, this.#key.localAreaId, persons.map(({ person }) => person), this.#key.batchId)
      await insertPersons(tx, this.#key, persons.map(({ person, position, line, faults: own }, index) => {
        const keptOut = whyKeptOut(person, own, this.#keeps)
        return { no: position, line, person, groups: person.Requests.map(groupInFile), faults: own, ...(keptOut === undefined ? {} : { keptOut }), ...matched[index] ?? { match: 'none' as const, alike: [] } }
      }))
      // Thousands of faults at once would be more values than one statement takes.
      for (let at = 0; at < faults.length; at += 1000) await insertFaults(tx, this.#key, faults.slice(at, at + 1000))
    })
  }

  async #finish(): Promise<void> {
    const { localAreaId, batchId } = this.#key
    await inTransaction(this.#occasion, async (tx) => {
      const settings = this.#urns.size + this.#ukprns.size
      const settingsKnown = await countKnownSettings(tx, [...this.#urns], [...this.#ukprns])
      const sums: Sums = {
        ...this.#sums, persons: this.#check.totals?.persons ?? 0, groups: this.#groups, settingsKnown: Math.min(settings, settingsKnown), settingsNew: Math.max(0, settings - settingsKnown),
        ...(this.#check.yearSaid === undefined ? {} : { yearSaid: this.#check.yearSaid }),
      }
      const authority = this.#check.header?.Source?.LEA
      if (sums.persons === 0) return setState(tx, localAreaId, batchId, 'not-read', { why: { words: 'there is nobody in the file' } })
      await setState(tx, localAreaId, batchId, 'read', { sums, year: this.#check.year, ...(authority === undefined ? {} : { authority }) })
    })
  }
}
