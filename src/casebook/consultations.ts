// Closing a consultation: the setting's part in the case ends with it, at once. Used when one is closed by hand and, for all
// the others, when a final plan is issued.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { ConsultationId, OrganisationId } from '../domain/ids.ts'
import { recordFact } from './ledger.ts'
import type { CaseFile } from './open-case-file.ts'
import { leaveCase } from './parties.ts'
import type { Tx } from './tx.ts'

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
  readonly dueOn: PlainDate
}

/** The settings asked and not closed, with where each is. */
export async function listOpenConsultations(tx: Tx, caseFile: CaseFile): Promise<OpenConsultation[]> {
  const rows = await tx.db.selectFrom('consultation as c').innerJoin('organisation as o', 'o.id', 'c.organisationId')
    .select(['c.id', 'c.organisationId', 'c.dueOn', 'c.answeredAt', 'o.name', 'o.settingType'])
    .where('c.localAreaId', '=', caseFile.localAreaId).where('c.caseId', '=', caseFile.id).where('c.withdrawnAt', 'is', null)
    .orderBy('c.sentOn').orderBy('c.id').execute()
  return rows.map((row) => ({
    id: row.id, organisationId: row.organisationId, name: row.name, dueOn: row.dueOn, ...(row.settingType === null ? {} : { settingType: row.settingType }),
    state: row.answeredAt !== null ? 'answered' : row.dueOn < tx.today ? 'time-passed' : 'open',
  }))
}
