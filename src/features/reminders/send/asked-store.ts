// Who was asked, for a clock that is about a request for advice or a consultation; and the setting of the child.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { RequestState } from '../../../domain/advice/advice-kinds.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { AdviceRequestId, ConsultationId, OrganisationId, PersonId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'

export interface AdviceAsked {
  readonly id: AdviceRequestId
  /** Views of the family are asked of one member of it, or of all. */
  readonly views?: 'parent' | 'child'
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
}

/** The request that still waits, by the id that its clock is about. */
export async function findAdviceAsked(tx: Tx, { localAreaId, id }: CaseFile, about: string): Promise<AdviceAsked | undefined> {
  if (!isId(about)) return undefined
  const row = await tx.db.selectFrom('adviceRequest').select(['id', 'kind', 'state', 'askedPersonId', 'askedOrganisationId'])
    .where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('id', '=', about as AdviceRequestId).executeTakeFirst()
  if (row === undefined || !isOpen(row.state as RequestState)) return undefined
  return {
    id: row.id, ...(row.kind === 'parental' ? { views: 'parent' } : row.kind === 'child-views' ? { views: 'child' } : {}),
    ...(row.askedPersonId === null ? {} : { personId: row.askedPersonId }), ...(row.askedOrganisationId === null ? {} : { organisationId: row.askedOrganisationId }),
  }
}

/** The setting of a consultation that is open and has no answer. */
export async function findSettingAsked(tx: Tx, { localAreaId, id }: CaseFile, about: string): Promise<{ id: ConsultationId; organisationId: OrganisationId } | undefined> {
  if (!isId(about)) return undefined
  return tx.db.selectFrom('consultation').select(['id', 'organisationId']).where('localAreaId', '=', localAreaId).where('caseId', '=', id)
    .where('id', '=', about as ConsultationId).where('withdrawnAt', 'is', null).where('answeredAt', 'is', null).executeTakeFirst()
}

/** The settings that have the part of the child's school today. */
export async function listSchools(tx: Tx, { localAreaId, id }: CaseFile): Promise<OrganisationId[]> {
  const rows = await tx.db.selectFrom('caseParty').select('organisationId').distinct().where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('part', '=', 'school')
    .where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  return rows.flatMap(({ organisationId }) => organisationId ?? [])
}
