// The door between stored facts and the domain: rows in, typed facts out. Facts are only ever added.

import type { Fact, FactType, RecordedFact } from '../domain/case-file/facts.ts'
import type { Tracks } from '../domain/case-file/tracks.ts'
import { foldTracks, receivedOnOf } from '../domain/case-file/tracks.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, OrganisationId } from '../domain/ids.ts'
import { endsAReview } from '../domain/review/invited-parts.ts'
import { followCorrection } from './day-copies.ts'
import { keepInvitedParts } from './invited-parts.ts'
import type { CaseFile } from './open-case-file.ts'
import { keepClocks } from './limits/keep-clocks.ts'
import { enqueue } from './queue.ts'
import type { Tx } from './tx.ts'

/** The whole ledger of a case, oldest first. */
export async function readLedger(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId): Promise<RecordedFact[]> {
  const rows = await tx.db.selectFrom('fact').selectAll()
    .where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).orderBy('seq').execute()
  return rows.map((row) => {
    const fact = { type: row.type as FactType, ...(row.data as object) } as Fact
    return {
      ...fact, seq: row.seq, happenedOn: row.happenedOn, recordedAt: row.recordedAt,
      ...(row.recordedBy === null ? {} : { recordedBy: row.recordedBy }),
      ...(row.forOrganisationId === null ? {} : { forOrganisation: row.forOrganisationId }),
      ...(row.reason === null ? {} : { reason: row.reason }),
      ...(row.correctsSeq === null ? {} : { corrects: row.correctsSeq }),
    }
  })
}

export interface Circumstances {
  /** The day it happened, when that is not today. */
  readonly happenedOn?: PlainDate
  readonly reason?: string
  readonly corrects?: number
  readonly forOrganisation?: OrganisationId
}

/**
 * Adds a fact to the ledger of a case whose row this transaction holds, and folds the tracks again into the case row; the clocks,
 * and from them the next step, are folded once, when the transaction ends.
 * The case file given is brought up to date, so that an act may record several facts in turn.
 */
export async function recordFact(tx: Tx, caseFile: CaseFile, fact: Fact, circumstances: Circumstances = {}): Promise<RecordedFact> {
  const { type, ...rest } = fact
  const seq = (caseFile.facts.at(-1)?.seq ?? 0) + 1
  const recordedBy = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
  const forOrganisation = circumstances.forOrganisation ?? organisationActedFor(tx)
  const happenedOn = circumstances.happenedOn ?? tx.today
  await tx.db.insertInto('fact').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, seq, type, happenedOn, recordedAt: tx.now,
    recordedBy: recordedBy ?? null, forOrganisationId: forOrganisation ?? null, reason: circumstances.reason ?? null,
    data: JSON.stringify(rest), correctsSeq: circumstances.corrects ?? null, about: null,
  }).execute()
  tx.doings.facts.push({ localAreaId: caseFile.localAreaId, caseId: caseFile.id, seq })
  const recorded: RecordedFact = {
    ...fact, seq, happenedOn, recordedAt: tx.now,
    ...(recordedBy === undefined ? {} : { recordedBy }), ...(forOrganisation === undefined ? {} : { forOrganisation }),
    ...(circumstances.reason === undefined ? {} : { reason: circumstances.reason }),
    ...(circumstances.corrects === undefined ? {} : { corrects: circumstances.corrects }),
  }
  caseFile.facts.push(recorded)
  const { tracks, receivedOn } = foldCase(caseFile.facts)
  Object.assign(caseFile, { tracks, stage: tracks.process, ...(receivedOn === null ? {} : { receivedOn }) })
  await tx.db.updateTable('caseFile').set({
    stage: tracks.process, tracks: JSON.stringify(tracks), foldedSeq: seq, ...(receivedOn === null ? {} : { receivedOn }),
  }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', caseFile.id).execute()
  const wrong = circumstances.corrects === undefined ? undefined : caseFile.facts.find((one) => one.seq === circumstances.corrects)
  if (wrong !== undefined) await followCorrection(tx, caseFile, recorded, wrong)
  const { localAreaId, id, key, child, facts } = caseFile
  tx.atEnd.set(`clocks of ${id}`, async () => { await keepClocks(tx, { localAreaId, areaCode: key.area, id, bornOn: child.bornOn, facts }) })
  if (endsAReview(recorded)) tx.atEnd.set(`invited parts of ${id}`, () => keepInvitedParts(tx, { localAreaId, id, facts }))
  if (tx.house.reactsTo.has(type)) await enqueue(tx, 'react', { area: caseFile.key.area, caseId: caseFile.id, seq, type })
  return recorded
}

/** What the case row keeps of its ledger beside its clocks: computed here alone, and compared again by `rebuild-tracks`. */
export interface FoldedCase {
  readonly tracks: Tracks
  /** The day of the request that is being worked on. */
  readonly receivedOn: PlainDate | null
}

export const foldCase = (ledger: readonly RecordedFact[]): FoldedCase =>
  ({ tracks: foldTracks(ledger), receivedOn: receivedOnOf(ledger) ?? null })

/** The organisation whose work this is: the one that the person chose to work for, or the only one they have. */
function organisationActedFor(tx: Tx): OrganisationId | undefined {
  if (tx.viewer.kind !== 'person') return undefined
  if (tx.viewer.workingFor?.organisationId !== undefined) return tx.viewer.workingFor.organisationId
  const organisations = [...new Set(tx.viewer.roles.map(({ organisationId }) => organisationId))]
  return organisations.length === 1 ? organisations[0] : undefined
}
