// An assessment of whether the young person can take one decision at one time (Mental Capacity Act 2005, ss.2, 3). Capacity is
// presumed: nothing here is ever a default, each assessment is a new record, and one that found no capacity has a day of review.

import { act } from '../../../casebook/act.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { listFamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { joinCase, leaveCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { StandIn } from '../../../domain/case-file/facts.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { RightsDecision } from '../../../domain/rights/decisions.ts'
import { rightsDecisions } from '../../../domain/rights/decisions.ts'
import { holderOf, rightsRecordOf } from '../../../domain/rights/rights-record.ts'
import { insertAssessment } from '../rights-store.ts'

export interface CapacityInput {
  readonly decision: RightsDecision
  readonly about: string
  readonly support: string
  readonly assessedBy: string
  readonly assessorRole: string
  readonly assessedOn: PlainDate
  readonly reasons: string
  readonly hasCapacity: boolean
  readonly evidence?: string
  readonly file?: CheckedUpload
  readonly reviewOn?: PlainDate
  readonly standIn?: StandIn
  readonly appointmentEvidence?: string
}

export interface CapacityRefusal { readonly kind: 'too-early' }

export const recordCapacity = act('record-capacity', async (tx, caseFile, input: CapacityInput): Promise<Outcome<string, CapacityRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('record-capacity')
  if (!caseFile.rightsMatter) return refused({ kind: 'too-early' })
  const { assessedOn, file, standIn, reviewOn, ...said } = input
  const id = tx.newId<string>()
  const evidenceDocumentId: DocumentId | undefined = file === undefined ? undefined
    : (await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, file, { kind: 'capacity', title: 'Assessment of capacity', audience: [] })).id
  await insertAssessment(tx, caseFile, { id, ...said, ...(evidenceDocumentId === undefined ? {} : { evidenceDocumentId }) }, tx.viewer.personId)
  await recordFact(tx, caseFile, {
    type: 'capacity-found', hasCapacity: input.hasCapacity, decision: input.decision, assessmentId: id, assessedBy: input.assessedBy,
    ...(reviewOn === undefined ? {} : { reviewOn }), ...(standIn === undefined ? {} : { standIn }),
  }, { happenedOn: assessedOn })
  await keepRepresentatives(tx, caseFile)
  return ok(id)
})

/** Whoever stands in for some decision has a row on the case; what it gives is asked of the day. Who stands in no more has none. */
async function keepRepresentatives(tx: Tx, caseFile: CaseFile): Promise<void> {
  const rights = rightsRecordOf(caseFile.facts, caseFile.child.bornOn)
  const from = tx.today < rights.rightsOn ? rights.rightsOn : tx.today
  const standing = new Map(rightsDecisions.flatMap((decision) => {
    const holder = holderOf(rights, from, decision)
    return holder.holder === 'representative' && holder.personId !== undefined ? [[holder.personId, holder] as const] : []
  }))
  const family = await listFamilyOnCase(tx, caseFile)
  for (const { part, to } of family) {
    if (part === 'representative' && to.personId !== undefined && !standing.has(to.personId)) await leaveCase(tx, caseFile, { personId: to.personId, part, name: to.name })
  }
  for (const [personId, { name, as }] of standing) {
    // A parent who is deputy has a part already.
    if (family.some(({ part, to }) => part === 'parent' && to.personId === personId)) continue
    await joinCase(tx, caseFile, { personId: personId as never, part: 'representative', basis: `${as} of the young person (Children and Families Act 2014, s.80)`, name })
  }
}

/** Somebody doubts it: the decision is to be looked at, and until then the young person decides. */
export const doubtCapacity = act('doubt-capacity', async (tx, caseFile, { decision }: { decision: RightsDecision }): Promise<Outcome<undefined, CapacityRefusal>> => {
  if (!caseFile.rightsMatter) return refused({ kind: 'too-early' })
  await recordFact(tx, caseFile, { type: 'capacity-doubted', decision })
  return ok(undefined)
})
