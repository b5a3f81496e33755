// Releases of checks and the health body's agreement: two things that a named person records around the check.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

export async function insertRelease(
  tx: Tx, caseFile: CaseFile, release: { readonly checkId: string; readonly about: string; readonly reason: string; readonly by: PersonId },
): Promise<void> {
  await tx.db.insertInto('checkRelease').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), caseId: caseFile.id, checkId: release.checkId, about: release.about,
    reason: release.reason, releasedBy: release.by, releasedAt: tx.now,
  }).execute()
}

export interface HealthAgreement {
  readonly agreedBy: string
  readonly agreedOn: PlainDate
  readonly note?: string
}

export async function insertHealthAgreement(tx: Tx, caseFile: CaseFile, agreement: HealthAgreement, by: PersonId): Promise<void> {
  await tx.db.insertInto('icbAgreement').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), caseId: caseFile.id, agreedBy: agreement.agreedBy, agreedOn: agreement.agreedOn,
    note: agreement.note ?? null, recordedBy: by, recordedAt: tx.now,
  }).execute()
}

/** The health body agreed on another day than was thought: what was agreed by them on that day, one if it is there twice. */
export async function moveAgreedOn(tx: Tx, caseFile: CaseFile, agreedBy: string, { was, agreedOn }: { was: PlainDate; agreedOn: PlainDate }): Promise<void> {
  await tx.db.updateTable('icbAgreement').set({ agreedOn }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('id', '=', (eb) => eb.selectFrom('icbAgreement').select('id').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
      .where('agreedBy', '=', agreedBy).where('agreedOn', '=', was).orderBy('recordedAt').limit(1)).execute()
}

/** What was agreed so far, the newest first. */
export async function listHealthAgreements(tx: Tx, caseFile: CaseFile): Promise<HealthAgreement[]> {
  const rows = await tx.db.selectFrom('icbAgreement').select(['agreedBy', 'agreedOn', 'note'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('recordedAt', 'desc').execute()
  return rows.map(({ agreedBy, agreedOn, note }) => ({ agreedBy, agreedOn, ...(note === null ? {} : { note }) }))
}
