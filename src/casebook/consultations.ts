// The settings asked about a place, and closing a question to one of them: its access to the draft ends the same moment.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { ConsultationId, OrganisationId } from '../domain/ids.ts'
import { recordFact } from './ledger.ts'
import type { CaseFile } from './open-case-file.ts'
import { leaveCase } from './parties.ts'
import type { Tx } from './tx.ts'

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

/** Closes one consultation. The setting keeps its own answer in the record and sees nothing of the child any more. */
export async function closeConsultation(
  tx: Tx, caseFile: CaseFile, { id, organisationId, name }: Pick<OpenConsultation, 'id' | 'organisationId' | 'name'>, reason: string,
): Promise<void> {
  await tx.db.updateTable('consultation').set({ withdrawnAt: tx.now, withdrawnReason: reason })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
  await leaveCase(tx, caseFile, { organisationId, part: 'consulted-setting', name })
  await recordFact(tx, caseFile, { type: 'consultation-withdrawn', consultationId: id, name })
}
