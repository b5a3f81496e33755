import { councilTeam } from '../../domain/access/parts.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface Colleague { readonly id: PersonId; readonly name: string }

/** Who of the area's council places and confirms older plans today. */
export async function listColleagues(tx: Tx, localAreaId: LocalAreaId): Promise<Colleague[]> {
  return tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as p', 'p.id', 'm.personId').select(['p.id', 'p.fullName as name']).distinct()
    .where('o.kind', '=', 'council').where('o.localAreaId', '=', localAreaId).where('m.role', 'in', [...councilTeam]).where('m.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('p.fullName').execute()
}
