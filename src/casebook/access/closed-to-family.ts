// Whether a page is closed because somebody reported that they see another's information. Asked for every page of whoever is not staff;
// somebody who is staff and family is asked when they open a case as family (open-case-file.ts).

import type { LocalAreaId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import type { House } from '../house.ts'
import { lockedAreas } from './portal-lock.ts'
import type { Viewer } from '../signing-in/viewer.ts'

/** Thrown where a case is opened as family; mapped in one place (app.ts). */
export class PortalClosed extends Error {
  override readonly name = 'PortalClosed'
}

/** Nobody's information stands on these: what a page says of the hub itself, signing in and out, and the report. */
const alwaysOpen: ReadonlySet<string> = new Set([
  paths.start, paths.signIn, paths.signOut, paths.exit, paths.accessibility, paths.privacy, paths.cookies, paths.dates, paths.datesFile, paths.areaStart, paths.otherInformation,
].map(({ pattern }) => pattern))

export async function closedToFamily(house: House, viewer: Viewer, pattern: string, area: { readonly id: LocalAreaId } | undefined): Promise<boolean> {
  if (alwaysOpen.has(pattern) || viewer.kind === 'system') return false
  if (viewer.kind === 'person' && viewer.roles.length > 0) return false
  const own = area !== undefined ? [area.id] : viewer.kind === 'person' ? viewer.familyAreaIds : []
  return (await lockedAreas({ db: house.database }, own)).length > 0
}
