// Offices that are held in a body or for an area: the route asks whether somebody holds one at all (may-come.ts), and the page, with
// these, whether they hold it here. Elsewhere is not found.

import type { OfficeName } from '../../domain/access/offices.ts'
import { officeRow } from '../../domain/access/offices.ts'
import type { LocalAreaId, OrganisationId } from '../../domain/ids.ts'
import { NotFound } from '../out-of-bounds.ts'
import type { PersonViewer, Viewer } from '../signing-in/viewer.ts'

interface Asker { readonly viewer: Viewer }

/** Who is at work; not found for whoever is nobody. */
export function holderOf({ viewer }: Asker): PersonViewer {
  if (viewer.kind !== 'person') throw new NotFound('holds no office')
  return viewer
}

const heldRoles = ({ viewer }: Asker, office: OfficeName) =>
  (viewer.kind === 'person' ? viewer.roles.filter(({ role }) => officeRow(office).who.includes(role)) : [])

/** The bodies in which they hold it. */
export const bodiesHeld = (asker: Asker, office: OfficeName): OrganisationId[] => [...new Set(heldRoles(asker, office).map(({ organisationId }) => organisationId))]

export function mustHoldIn(asker: Asker, office: OfficeName, organisationId: string): PersonViewer {
  if (!bodiesHeld(asker, office).some((id) => id === organisationId)) throw new NotFound('body')
  return holderOf(asker)
}

/** The areas in whose council they hold it. */
export const areasHeld = (asker: Asker, office: OfficeName): LocalAreaId[] => heldRoles(asker, office).flatMap(({ localAreaId }) => (localAreaId === undefined ? [] : [localAreaId]))

export const holdsInArea = (asker: Asker, office: OfficeName, localAreaId: LocalAreaId): boolean => areasHeld(asker, office).includes(localAreaId)

export function mustHoldInArea(asker: Asker, office: OfficeName, localAreaId: LocalAreaId): PersonViewer {
  if (!holdsInArea(asker, office, localAreaId)) throw new NotFound('area')
  return holderOf(asker)
}
