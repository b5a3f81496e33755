// A new assessment from the request, or the council's own beginning, to the decision: why it was asked for and the reasons, beside the facts of its
// days. It is asked for on a page of its own, and out of what somebody said has changed (CFA 2014 s.44(2), (3); SEND Regulations 2014, regs 23 to 27).

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { ReassessmentAsker } from '../domain/case-file/ending-facts.ts'
import type { Channel } from '../domain/case-file/facts.ts'
import type { PersonId, ReviewId } from '../domain/ids.ts'
import { openReassessment, openRequest, reassessedPlanBy } from '../domain/reassessment/reassessments-of.ts'
import type { Outcome } from '../domain/outcome.ts'
import { ok, refused } from '../domain/outcome.ts'
import { recordFact } from './ledger.ts'
import type { CaseFile } from './open-case-file.ts'
import { listFamilyAddressees } from './sending/letters.ts'
import type { NoticeExtra, NoticeIncomplete } from './sending/notices.ts'
import { sendCaseNotice } from './sending/notices.ts'
import type { Tx } from './tx.ts'

export interface KeptReassessment {
  readonly id: string
  readonly why: string
  readonly askedByName?: string
  readonly reasons?: string
  readonly decidedBy?: string
}

interface NewReassessment {
  readonly id: string
  readonly askedBy: ReassessmentAsker | 'council'
  /** Absent where an officer wrote it down for somebody who is not named. */
  readonly askedByName?: string
  readonly why: string
  readonly by: PersonId
}

async function insertReassessment(tx: Tx, caseFile: CaseFile, { id, askedBy, askedByName, why, by }: NewReassessment): Promise<void> {
  await tx.db.insertInto('reassessment').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, askedBy, askedByName: askedByName ?? null, why, recordedBy: by, recordedAt: tx.now,
  }).execute()
}

const one = (tx: Tx, caseFile: CaseFile, id: string) => tx.db.updateTable('reassessment').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id)

export async function keepDecision(tx: Tx, caseFile: CaseFile, id: string, { answers, reasons, by }: { readonly answers: object; readonly reasons: string; readonly by: PersonId }): Promise<void> {
  await one(tx, caseFile, id).set({ answers: JSON.stringify(answers), reasons, decidedBy: by, decidedAt: tx.now }).execute()
}

/** The decision, or the council's own beginning, was taken back before its letters left. */
export async function dropDecision(tx: Tx, caseFile: CaseFile, id: string): Promise<void> {
  await one(tx, caseFile, id).set({ answers: null, reasons: null, decidedBy: null, decidedAt: null }).execute()
}

/** The request was taken back with the answer that made one of it. */
export async function dropRequest(tx: Tx, caseFile: CaseFile, id: string): Promise<void> {
  await tx.db.deleteFrom('reassessment').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}

export async function readReassessments(tx: Tx, caseFile: CaseFile): Promise<ReadonlyMap<string, KeptReassessment>> {
  const rows = await tx.db.selectFrom('reassessment as r').leftJoin('person as p', 'p.id', 'r.decidedBy').select(['r.id', 'r.why', 'r.askedByName', 'r.reasons', 'p.fullName'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.caseId', '=', caseFile.id).execute()
  return new Map(rows.map((row) => [row.id, {
    id: row.id, why: row.why, ...(row.askedByName === null ? {} : { askedByName: row.askedByName }), ...(row.reasons === null ? {} : { reasons: row.reasons }), ...(row.fullName === null ? {} : { decidedBy: row.fullName }),
  }]))
}

export interface ReassessmentRequest {
  readonly askedBy: ReassessmentAsker
  readonly askedByName?: string
  readonly channel: Channel
  /** The day the council had it: its fifteen days count from there. */
  readonly on: PlainDate
  readonly why: string
  readonly by: PersonId
}

/** Records a request; its id. Whether there may be one is the caller's question (`openRequest`, `openReassessment`). */
export async function recordReassessmentRequest(tx: Tx, caseFile: CaseFile, { channel, on, ...asked }: ReassessmentRequest): Promise<string> {
  const id = tx.newId<string>()
  await insertReassessment(tx, caseFile, { id, ...asked })
  await recordFact(tx, caseFile, { type: 'reassessment-requested', reassessmentId: id, askedBy: asked.askedBy, channel }, { happenedOn: on })
  return id
}

/** The request that nobody has answered, or the reassessment that is under way: another one joins it. */
export const reassessmentToJoin = ({ facts }: Pick<CaseFile, 'facts'>): string | undefined => (openReassessment(facts) ?? openRequest(facts))?.id

/** What the letters of a decision to assess again hold beside what the record knows. */
export const willReassessExtra = (reasons: string, today: PlainDate): NoticeExtra => ({ reasons, reassessedPlanBy: reassessedPlanBy(today) })

export type BeginRefusal = NoticeIncomplete | { readonly kind: 'nobody-to-tell' } | { readonly kind: 'under-way' }

/** The council begins by itself (s.44(3)): the family is told, and the amendment is open in which the advice is asked for again. */
export async function beginReassessment(tx: Tx, caseFile: CaseFile, { why, reasons, by }: { why: string; reasons: string; by: PersonId }): Promise<Outcome<string, BeginRefusal>> {
  if (openReassessment(caseFile.facts) !== undefined) return refused({ kind: 'under-way' })
  const family = await listFamilyAddressees(tx, caseFile)
  if (family.length === 0) return refused({ kind: 'nobody-to-tell' })
  const sent = await sendCaseNotice(tx, caseFile, { kind: 'will-reassess', to: family, extra: willReassessExtra(reasons, tx.today) })
  if (!sent.ok) return sent
  const [id, reviewId] = [tx.newId<string>(), tx.newId<ReviewId>()]
  await insertReassessment(tx, caseFile, { id, askedBy: 'council', why, by })
  await keepDecision(tx, caseFile, id, { by, reasons, answers: { isNecessary: true } })
  await recordFact(tx, caseFile, { type: 'reassessment-begun', reassessmentId: id, reviewId })
  await recordFact(tx, caseFile, { type: 'amendment-begun', reviewId, because: 'reassessment' })
  return ok(id)
}
