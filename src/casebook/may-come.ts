// The route's question: may somebody with these roles come here at all? (Which case is in sight, and whether the act is open
// now, are asked again inside.) Default is no.

import type { Part, Role } from '../domain/access/parts.ts'
import { glassRoles, ofFamily } from '../domain/access/parts.ts'
import { sightRow } from '../domain/access/sights.ts'
import { actRow } from '../domain/case-file/open-acts.ts'
import type { May } from './ask.ts'
import type { Viewer } from './viewer.ts'

/** The parts that a role in an organisation can ever bring to a case. */
export const partsOfRole: Record<Role, readonly Part[]> = {
  'case-officer': ['case-officer'],
  'plan-writer': ['plan-writer'],
  'decision-maker': ['decision-maker'],
  senco: ['school', 'consulted-setting', 'recipient', 'adviser'],
  adviser: ['adviser', 'recipient'],
  'advice-coordinator': ['adviser', 'recipient'],
  'health-lead': ['health-lead', 'adviser', 'recipient'],
  'social-care-lead': ['social-care-lead', 'adviser', 'recipient'],
  'staff-administrator': [],
  'access-officer': [],
}

/** Every part this viewer could have in some case. */
export function possibleParts(viewer: Viewer): readonly Part[] {
  if (viewer.kind !== 'person') return []
  const byRole = viewer.roles.flatMap(({ role }) => [...partsOfRole[role], ...(glassRoles.includes(role) ? ['break-glass'] as const : [])])
  return [...new Set([...byRole, ...(viewer.isFamily ? ofFamily : [])])]
}

export function mayCome(may: May, viewer: Viewer): boolean {
  if (may === 'anyone') return true
  const wanted = may === 'signed-in' ? may : 'act' in may ? actRow(may.act).who : sightRow(may.look).who
  if (wanted === 'anyone') return true
  if (viewer.kind !== 'person') return false
  if (wanted === 'signed-in') return true
  return possibleParts(viewer).some((part) => wanted.includes(part))
}
