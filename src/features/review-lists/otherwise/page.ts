import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { termOn } from '../../../domain/calendar/school-terms.ts'
import { isOtherwiseArrangement } from '../../../domain/review/planned.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { openOwnArea } from '../for-the-council.ts'
import { mayAsk } from '../may-ask.ts'
import { ofArea } from '../planned-reviews-store.ts'
import type { PlannedRow } from '../register-store.ts'
import { countOtherwise, listPlanned } from '../register-store.ts'
import { pageOf } from '../../../ui/list-pages.tsx'
import { view } from './view.tsx'

/** The most that are listed: an area has tens, and where it has more the filter leads on. */
export const mostListed = 500

const rowsAPage = 50

/** Whoever has nobody or no date comes first, wherever their meeting stands. */
const nobodyFirst = (rows: readonly PlannedRow[]): readonly PlannedRow[] => {
  const isSeenTo = ({ convenor, dueOn }: PlannedRow): boolean => convenor !== undefined && dueOn !== undefined
  return [...rows.filter((row) => !isSeenTo(row)), ...rows.filter(isSeenTo)]
}

/** Children with a plan who go to no setting: the council convenes their reviews, and nobody is without a date and a person. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openOwnArea(tx, ask)
    const now = termOn(area.code, tx.today)
    const asked = ask.query.text('how')
    const arrangement = isOtherwiseArrangement(asked) ? asked : 'any'
    const { rows, total } = await listPlanned(tx, ofArea(tx, area.id), now, { arrangement }, { limit: mostListed, offset: 0 })
    return page(view({ frame: ask.frame, area, today: tx.today, mayArrange: mayAsk(tx, area.id, 'arrange-review'), mayRecord: mayAsk(tx, area.id, 'record-education'), mayName: mayAsk(tx, area.id, 'name-convenor'), arrangement, shown: pageOf(nobodyFirst(rows), Number(ask.query.text('page')), rowsAPage), total, counts: await countOtherwise(tx, area.id, now) }))
  })
}
