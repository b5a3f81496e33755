// Where somebody's work is, who works in several areas: what they may narrow their lists to.

import { sql } from 'kysely'
import type { LocalAreaId } from '../../domain/ids.ts'
import { councilAreasOf, organisationsOf } from './sight.ts'
import type { Tx } from '../tx.ts'

export interface AreaOfWork {
  readonly id: LocalAreaId
  readonly name: string
}

/** The areas in which the viewer's organisations have a part in some case, and those of their council roles. */
export async function listAreasOfWork(tx: Tx): Promise<AreaOfWork[]> {
  const { rows } = await sql<AreaOfWork>`
    select a.id, a.name from local_area a
    where a.id = any(${councilAreasOf(tx.viewer)}::uuid[])
      or exists (select 1 from unnest(${organisationsOf(tx.viewer)}::uuid[]) o (id) join case_party p on p.organisation_id = o.id and p.local_area_id = a.id)
    order by a.name`.execute(tx.db)
  return [...rows]
}
