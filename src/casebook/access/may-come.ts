// The route's question: may somebody with these roles come here at all? (Which case is in sight, and whether the act is open
// now, are asked again inside.) Default is no.

import { mayHold } from '../../domain/access/offices.ts'
import type { Part } from '../../domain/access/parts.ts'
import { glassRoles, ofFamily, partsOfRole } from '../../domain/access/parts.ts'
import type { May } from './may.ts'
import { isOpenTo } from './may.ts'
import type { Viewer } from '../signing-in/viewer.ts'

/** Every part this viewer could have in some case. */
export function possibleParts(viewer: Viewer): readonly Part[] {
  if (viewer.kind !== 'person') return []
  const byRole = viewer.roles.flatMap(({ role }) => [...partsOfRole[role], ...(glassRoles.includes(role) ? ['break-glass'] as const : [])])
  return [...new Set([...byRole, ...(viewer.isFamily ? ofFamily : [])])]
}

export function mayCome(may: May, viewer: Viewer): boolean {
  if (may === 'anyone') return true
  if (may === 'signed-in') return viewer.kind === 'person'
  if ('office' in may) return viewer.kind === 'person' && mayHold(may.office, viewer.roles.map(({ role }) => role))
  return isOpenTo(may, possibleParts(viewer))
}
