// Local areas as anybody may know them: their names and contacts are public.

import type { Selectable } from 'kysely'
import type { LocalAreaTable } from '../platform/db/schema.ts'
import type { Tx } from './tx.ts'
import type { Area, AreaContacts } from './open-case-file.ts'
import type { ActName } from '../domain/case-file/open-acts.ts'
import { isForParts } from '../domain/access/policy.ts'
import { councilParts } from '../domain/access/standing.ts'
import { NotAllowed, NotFound } from './out-of-bounds.ts'
import { councilAreasOf } from './access/sight.ts'

/** The area that a URL names, or NotFound. */
export async function openArea(tx: Tx, code: string): Promise<Area> {
  const row = await tx.db.selectFrom('localArea').selectAll().where('code', '=', code).executeTakeFirst()
  if (row === undefined) throw new NotFound('area')
  return areaOf(row)
}

/** The area, for somebody whose council role there lets them do this act for all of it. Another council's area is not found. */
export async function openAreaFor(tx: Tx, code: string, act: ActName): Promise<Area> {
  const area = await openArea(tx, code)
  if (tx.viewer.kind === 'system') return area
  if (!councilAreasOf(tx.viewer).includes(area.id)) throw new NotFound('area')
  const held = tx.viewer.kind === 'person' ? councilParts(tx.viewer.roles, area.id) : []
  if (!isForParts(act, held)) throw new NotAllowed(act)
  return area
}

/** Every area of this hub, by name. */
export async function listAreas(tx: Tx): Promise<Area[]> {
  const rows = await tx.db.selectFrom('localArea').selectAll().orderBy('name').execute()
  return rows.map(areaOf)
}

function areaOf(row: Selectable<LocalAreaTable>): Area {
  const { id, code, name, councilName, officerTitle } = row
  return {
    id, code, name, councilName, officerTitle, contacts: row.contacts as AreaContacts,
    ...(row.icbOrganisationId === null ? {} : { icbId: row.icbOrganisationId }),
    ...(row.socialCareOrganisationId === null ? {} : { socialCareId: row.socialCareOrganisationId }),
  }
}
