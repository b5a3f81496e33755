// Who looks after the record of who looked: the council's access officer, in their own area and no other. For everybody else these
// pages are not found.

import { listAreas, openArea } from '../../casebook/open-area.ts'
import type { Area } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PersonId } from '../../domain/ids.ts'

export interface Desk {
  readonly area: Area
  readonly officerId: PersonId
}

export async function openDesk(tx: Tx, code: string): Promise<Desk> {
  const area = await openArea(tx, code)
  const { viewer } = tx
  if (viewer.kind !== 'person' || !viewer.roles.some(({ role, localAreaId }) => role === 'access-officer' && localAreaId === area.id)) throw new NotFound('access desk')
  return { area, officerId: viewer.personId }
}

/** The areas whose record of who looked the viewer looks after. */
export async function listDesks(tx: Tx): Promise<Area[]> {
  const own = tx.viewer.kind === 'person' ? tx.viewer.roles.filter(({ role }) => role === 'access-officer').map(({ localAreaId }) => localAreaId) : []
  return own.length === 0 ? [] : (await listAreas(tx)).filter(({ id }) => own.includes(id))
}
