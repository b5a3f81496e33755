// What somebody who leaves a body has in hand of requests for advice, and whether the body is on the case already.

import { sql } from 'kysely'
import type { Leaver, OpenPiece } from '../../casebook/handovers.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

/** As the function open_work_of counts them: of this body, or of no body when they work for no other. */
export async function listAdviceInHand(tx: Tx, { personId, organisationId }: Leaver): Promise<OpenPiece[]> {
  const { rows } = await sql<{ id: string; area: string; caseId: string }>`
    select q.id, a.code as area, q.case_id from advice_request q join local_area a on a.id = q.local_area_id
    where q.asked_person_id = ${personId} and q.state in ('asked', 'received', 'returned') and q.kind not in ('parental', 'child-views')
      and (q.asked_organisation_id = ${organisationId} or (q.asked_organisation_id is null and not exists (
        select 1 from membership m where m.person_id = ${personId} and m.organisation_id <> ${organisationId} and m.role not in ('staff-administrator', 'access-officer')
          and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today}))))
    order by q.local_area_id, q.id`.execute(tx.db)
  return rows.map(({ id, area, caseId }) => ({ id, key: { area, caseId } }))
}

/** The body has a part already, as the setting that the child attends has. */
export async function isBodyOnCase(tx: Tx, caseFile: CaseFile, { organisationId }: Leaver): Promise<boolean> {
  const row = await tx.db.selectFrom('caseParty').select('id').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('organisationId', '=', organisationId)
    .where('part', 'in', ['school', 'adviser', 'health-lead', 'social-care-lead']).where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).limit(1).executeTakeFirst()
  return row !== undefined
}
