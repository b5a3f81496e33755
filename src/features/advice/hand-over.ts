// Requests for advice that somebody has in hand when they leave a body: each goes to a colleague by name, or back to the inbox of the
// service, where whoever works there sees it and takes it on. A report that was begun stays with its author's name, and is not sent.

import { sql } from 'kysely'
import type { Handover, Leaver } from '../../casebook/handovers.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { joinCase, leaveCase } from '../../casebook/parties.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOpen } from '../../domain/advice/advice-kinds.ts'
import type { AdviceRequestId } from '../../domain/ids.ts'
import { changeRequest, getRequest } from './request-store.ts'

/** As the function open_work_of counts them: of this body, or of no body when they work for no other. */
async function listInHand(tx: Tx, { personId, organisationId }: Leaver) {
  const { rows } = await sql<{ id: AdviceRequestId; area: string; caseId: string }>`
    select q.id, a.code as area, q.case_id from advice_request q join local_area a on a.id = q.local_area_id
    where q.asked_person_id = ${personId} and q.state in ('asked', 'received', 'returned') and q.kind not in ('parental', 'child-views')
      and (q.asked_organisation_id = ${organisationId} or (q.asked_organisation_id is null and not exists (
        select 1 from membership m where m.person_id = ${personId} and m.organisation_id <> ${organisationId} and m.role not in ('staff-administrator', 'access-officer')
          and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today}))))
    order by q.local_area_id, q.id`.execute(tx.db)
  return rows.map(({ id, area, caseId }) => ({ id, key: { area, caseId } }))
}

async function pass(tx: Tx, caseFile: CaseFile, id: string, leaver: Leaver): Promise<void> {
  const request = await getRequest(tx, caseFile, id)
  if (request.personId !== leaver.personId || !isOpen(request.state)) return
  await changeRequest(tx, caseFile, request.id, { askedPersonId: leaver.to?.personId ?? null, askedOrganisationId: leaver.organisationId })
  if (!await isOnCase(tx, caseFile, leaver)) await joinCase(tx, caseFile, { organisationId: leaver.organisationId, part: 'adviser', basis: `takes on what ${leaver.name} was asked for`, name: leaver.organisationName })
  await leaveCase(tx, caseFile, { personId: leaver.personId, part: 'adviser', name: leaver.name })
  if (leaver.to !== undefined) await recordFact(tx, caseFile, { type: 'advice-taken', adviceRequestId: request.id, by: leaver.to.name })
}

/** The body has a part already, as the setting that the child attends has. */
async function isOnCase(tx: Tx, caseFile: CaseFile, { organisationId }: Leaver): Promise<boolean> {
  const row = await tx.db.selectFrom('caseParty').select('id').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('organisationId', '=', organisationId)
    .where('part', 'in', ['school', 'adviser', 'health-lead', 'social-care-lead']).where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).limit(1).executeTakeFirst()
  return row !== undefined
}

export const handOverAdvice: Handover = { of: 'requests for advice', list: listInHand, pass }
