import type { Ask } from '../../casebook/ask.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../casebook/access/sight.ts'

/** These pages are of a whole area: for the council's people, who have their part in every case of it. Not there for others. */
export function mustBeOfTheCouncil(ask: Ask): void {
  if (councilAreasOf(ask.viewer).length === 0) throw new NotFound('overdue work')
}
