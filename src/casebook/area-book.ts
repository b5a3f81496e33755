// The areas of this hub as pages without a case need them: the council's name in the header, and whom to phone when
// something went wrong. Kept for a minute, because every page asks; kept longer when the database cannot be asked.

import type { House } from './house.ts'
import { anyone } from './signing-in/viewer.ts'
import type { Viewer } from './signing-in/viewer.ts'
import { councilAreasOf } from './access/sight.ts'
import { listAreas } from './open-area.ts'
import type { Area } from './open-case-file.ts'
import { inTransaction } from './tx.ts'
import { instantAfter } from '../platform/clock/system-clock.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'

export interface AreaBook {
  /** As they are now, or were a minute ago. */
  readonly areas: () => Promise<readonly Area[]>
  /** As last read, without asking: for the page that says that the database may be broken. Empty before the first page. */
  readonly lastKnown: () => readonly Area[]
}

const minute = 60 * 1000

export function openAreaBook(house: House): AreaBook {
  let known: readonly Area[] = []
  let goodUntil: Instant | undefined
  return {
    lastKnown: () => known,
    areas: async () => {
      const now = house.clock.now()
      if (goodUntil === undefined || goodUntil <= now) {
        known = await inTransaction({ house, viewer: anyone, page: 'areas' }, listAreas)
        goodUntil = instantAfter(now, minute)
      }
      return known
    },
  }
}

/** The area that an address begins with: "/wendmere/cases/…". */
export const areaAt = (areas: readonly Area[], path: string): Area | undefined => areas.find(({ code }) => path === `/${code}` || path.startsWith(`/${code}/`))

/** The area that a viewer's pages belong to when their address names none: their council's, or that of their children. */
export function areaOfViewer(areas: readonly Area[], viewer: Viewer): Area | undefined {
  if (areas.length === 1) return areas[0]
  const own = new Set<string>([...councilAreasOf(viewer), ...(viewer.kind === 'person' ? viewer.familyAreaIds : [])])
  const [first, ...others] = areas.filter(({ id }) => own.has(id))
  return others.length === 0 ? first : undefined
}
