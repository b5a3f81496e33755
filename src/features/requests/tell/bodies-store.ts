import { sql } from 'kysely'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Part } from '../../../domain/access/parts.ts'
import type { OrganisationId } from '../../../domain/ids.ts'

/** SEND Regulations 2014, reg 4(2): the commissioning body for health, the council's social care, and whoever teaches the child. */
export type BodyKind = 'health' | 'social-care' | 'setting'

export interface Body {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: BodyKind
  /** The part that lets it see that the case is there. */
  readonly part: Part
}

/** The bodies that must or may be told about this case: every ICB on file, the area's social care, the child's settings. */
export async function listBodiesToTell(tx: Tx, caseFile: CaseFile): Promise<Body[]> {
  const rows = await tx.db.selectFrom('organisation as o').leftJoin('childSetting as s', (join) => join.onRef('s.organisationId', '=', 'o.id')
    .on('s.localAreaId', '=', caseFile.localAreaId).on('s.childId', '=', caseFile.child.id).on('s.toOn', 'is', null))
    .select(['o.id', 'o.kind', 'o.name', 'o.service', 's.id as attends']).distinct()
    .where((eb) => eb.or([
      eb('o.kind', '=', 'icb').and(eb.or([eb('o.localAreaId', '=', caseFile.localAreaId), eb('o.localAreaId', 'is', null)])),
      eb('o.kind', '=', 'council').and('o.localAreaId', '=', caseFile.localAreaId).and(sql<boolean>`o.service ilike '%social care%'`),
      eb('s.id', 'is not', null),
    ])).orderBy('o.name').execute()
  return rows.map(({ id, kind, name, service }) => ({
    id, name: service === null ? name : `${service}, ${name}`,
    ...(kind === 'icb' ? { kind: 'health', part: 'health-lead' } as const : kind === 'council' ? { kind: 'social-care', part: 'social-care-lead' } as const : { kind: 'setting', part: 'school' } as const),
  }))
}
