// A consultation from its opening to its close: the setting's part in the case begins and ends with it, at once. Closed by
// hand or, for all but the setting that is named, when a final plan is issued.

import { sql } from 'kysely'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { ConsultationId, DocumentId, OrganisationId, PersonId, PlanVersionId } from '../domain/ids.ts'
import { consultationReplyDueOn } from '../domain/timeline/consultation-reply-due-on.ts'
import { servedOn } from '../domain/timeline/served-on.ts'
import { holdThing } from './sending/hold.ts'
import { recordFact } from './ledger.ts'
import type { CaseFile } from './open-case-file.ts'
import { joinCase, leaveCase } from './parties.ts'
import type { Tx } from './tx.ts'

export interface NewConsultation {
  readonly id: ConsultationId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly versionId: PlanVersionId
  readonly adviceIds: readonly string[]
  readonly documentIds: readonly DocumentId[]
  readonly askedForByFamily: boolean
  readonly receivedOn: PlainDate
  readonly dueOn: PlainDate
}

/** Asks a setting: from now on it sees what it is shown of the case. The letter is the caller's. */
export async function openConsultation(tx: Tx, caseFile: CaseFile, { name, adviceIds, documentIds, ...asked }: NewConsultation): Promise<void> {
  await tx.db.insertInto('consultation').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, ...asked, sentOn: tx.today, adviceIds: [...adviceIds], documentIds: [...documentIds],
  }).execute()
  await holdThing(tx, caseFile.localAreaId, 'consultation', asked.id)
  await joinCase(tx, caseFile, {
    organisationId: asked.organisationId, part: 'consulted-setting', basis: 'consulted on the draft plan (CFA 2014 s.39(2), s.40(2))', name,
  })
  await recordFact(tx, caseFile, { type: 'setting-consulted', consultationId: asked.id, organisationId: asked.organisationId, name })
}

/** Keeps the answer of an open consultation that has none; false when it has one. */
export async function keepAnswer(tx: Tx, caseFile: CaseFile, id: ConsultationId, { answers, by }: { answers: object; by: PersonId }): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('consultation').set({ answers: JSON.stringify(answers), answeredBy: by, answeredAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id)
    .where('answeredAt', 'is', null).where('withdrawnAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes that the setting was reminded, and says so in the ledger. */
export async function noteConsultationChase(tx: Tx, caseFile: CaseFile, { id, name }: { id: ConsultationId; name: string }): Promise<void> {
  await tx.db.updateTable('consultation').set({ chasedAt: sql`chased_at || ${tx.now}::timestamptz` })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
  await recordFact(tx, caseFile, { type: 'consultation-chased', consultationId: id, name })
}

/** Closes one consultation that is open and takes away the setting's sight of the case. False when none was open. */
export async function closeConsultation(tx: Tx, caseFile: CaseFile, consultationId: ConsultationId, reason: string): Promise<boolean> {
  const closed = await tx.db.updateTable('consultation').set({ withdrawnAt: tx.now, withdrawnReason: reason })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', consultationId)
    .where('withdrawnAt', 'is', null).returning('organisationId').executeTakeFirst()
  if (closed === undefined) return false
  const { name } = await tx.db.selectFrom('organisation').select('name').where('id', '=', closed.organisationId).executeTakeFirstOrThrow()
  await recordFact(tx, caseFile, { type: 'consultation-withdrawn', consultationId, name }, { reason })
  await leaveCase(tx, caseFile, { organisationId: closed.organisationId, part: 'consulted-setting', name })
  return true
}

/**
 * Closes every open consultation but that of the setting that is named, when the plan is issued: nobody who was only asked
 * keeps a child's plan (UK GDPR Art 5(1)(b), (e)). Answers with the ids that were closed.
 */
export async function closeOtherConsultations(
  tx: Tx, caseFile: CaseFile, { named, reason }: { named?: OrganisationId; reason: string },
): Promise<ConsultationId[]> {
  const open = await tx.db.selectFrom('consultation').select(['id', 'organisationId'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('withdrawnAt', 'is', null)
    .orderBy('sentOn').orderBy('id').execute()
  const others = open.filter(({ organisationId }) => organisationId !== named).map(({ id }) => id)
  for (const id of others) await closeConsultation(tx, caseFile, id, reason)
  return others
}

export interface OpenConsultation {
  readonly id: ConsultationId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly settingType?: string
  readonly state: 'open' | 'answered' | 'time-passed'
  readonly sentOn: PlainDate
  readonly dueOn: PlainDate
}

/** The settings asked and not closed, with where each is. */
export async function listOpenConsultations(tx: Tx, caseFile: CaseFile): Promise<OpenConsultation[]> {
  const rows = await tx.db.selectFrom('consultation as c').innerJoin('organisation as o', 'o.id', 'c.organisationId')
    .select(['c.id', 'c.organisationId', 'c.sentOn', 'c.dueOn', 'c.answeredAt', 'o.name', 'o.settingType'])
    .where('c.localAreaId', '=', caseFile.localAreaId).where('c.caseId', '=', caseFile.id).where('c.withdrawnAt', 'is', null)
    .orderBy('c.sentOn').orderBy('c.id').execute()
  return rows.map((row) => ({
    id: row.id, organisationId: row.organisationId, name: row.name, sentOn: row.sentOn, dueOn: row.dueOn, ...(row.settingType === null ? {} : { settingType: row.settingType }),
    state: row.answeredAt !== null ? 'answered' : row.dueOn < tx.today ? 'time-passed' : 'open',
  }))
}

/** A consultation left on another day than was thought: the setting had it then, or two working days later by post, and answers from there. */
export async function moveConsultation(tx: Tx, caseFile: CaseFile, consultationId: ConsultationId, sentOn: PlainDate): Promise<void> {
  const row = await tx.db.selectFrom('consultation').select(['sentOn', 'receivedOn']).where('localAreaId', '=', caseFile.localAreaId)
    .where('caseId', '=', caseFile.id).where('id', '=', consultationId).executeTakeFirst()
  if (row === undefined) return
  const wentByPost = row.receivedOn !== null && row.receivedOn !== row.sentOn
  const receivedOn = servedOn({ channel: wentByPost ? 'post' : 'online', sentOn })
  await tx.db.updateTable('consultation').set({ sentOn, receivedOn, dueOn: consultationReplyDueOn(receivedOn) })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', consultationId).execute()
}
