// Which settings a child attends, with days (table child_setting). A setting's part in the case begins and ends with it.

import { addDays } from '../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { ChildId, LocalAreaId, OrganisationId } from '../../domain/ids.ts'
import type { CaseFile } from '../open-case-file.ts'
import { joinCase, leaveCase } from '../parties.ts'
import type { Tx } from '../tx.ts'

export async function insertChildSetting(tx: Tx, localAreaId: LocalAreaId, { childId, organisationId, fromOn }: { childId: ChildId; organisationId: OrganisationId; fromOn: PlainDate }): Promise<void> {
  await tx.db.insertInto('childSetting').values({ localAreaId, id: tx.newId<string>(), childId, organisationId, fromOn }).execute()
}

export interface AttendedSetting { readonly organisationId: OrganisationId; readonly name: string }

/** The settings that a child attends today, by name. */
export async function listAttendedSettings(tx: Tx, { localAreaId, child }: CaseFile): Promise<AttendedSetting[]> {
  return tx.db.selectFrom('childSetting as s').innerJoin('organisation as o', 'o.id', 's.organisationId').select(['o.id as organisationId', 'o.name'])
    .where('s.localAreaId', '=', localAreaId).where('s.childId', '=', child.id).where('s.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('s.toOn', 'is', null), eb('s.toOn', '>=', tx.today)])).orderBy('o.name').orderBy('s.organisationId').execute()
}

/** The child goes to a setting from a day on; the setting has its part in the case from today. */
export async function beginSetting(tx: Tx, caseFile: CaseFile, { organisationId, name }: AttendedSetting, fromOn: PlainDate): Promise<void> {
  await insertChildSetting(tx, caseFile.localAreaId, { childId: caseFile.child.id, organisationId, fromOn })
  await joinCase(tx, caseFile, { organisationId, part: 'school', basis: 'attends', name })
}

/** The child goes there no more from a day on: with the place goes the setting's sight of the case, at once (UK GDPR Art 5(1)(c), (e)). */
export async function endSetting(tx: Tx, caseFile: CaseFile, { organisationId, name }: AttendedSetting, since: PlainDate): Promise<void> {
  await tx.db.updateTable('childSetting').set({ toOn: addDays(since, -1) }).where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id)
    .where('organisationId', '=', organisationId).where('toOn', 'is', null).execute()
  await leaveCase(tx, caseFile, { organisationId, part: 'school', name })
}
