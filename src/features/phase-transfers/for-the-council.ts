import type { Ask } from '../../casebook/ask.ts'
import { param } from '../../casebook/ask.ts'
import { councilAreasOf } from '../../casebook/access/sight.ts'
import { openArea } from '../../casebook/open-area.ts'
import type { Area } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'

/** The area of the address, for the people of its council. Not there for anybody else. */
export async function openOwnArea(tx: Tx, ask: Ask): Promise<Area> {
  const area = await openArea(tx, param(ask, 'area'))
  if (!councilAreasOf(tx.viewer).includes(area.id)) throw new NotFound('area')
  return area
}
