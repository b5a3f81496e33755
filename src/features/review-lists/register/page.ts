import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { termsFrom } from '../../../domain/calendar/school-terms.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { openOwnArea } from '../for-the-council.ts'
import { mayAsk } from '../may-ask.ts'
import { listChoices, readRegister } from '../register-store.ts'
import { readRegisterAddress } from './address.ts'
import { rowsOnPage, view } from './view.tsx'

/** How many terms ahead can be asked for: a year of reviews. */
const termsAhead = 4

/** Every plan in force with its next review: what is planned, and what is not. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openOwnArea(tx, ask)
    const terms = termsFrom(area.code, tx.today, termsAhead)
    const [now] = terms
    if (now === undefined) throw new Error('no term is now')
    const address = readRegisterAddress(ask.query, area.code, terms)
    const register = await readRegister(tx, area.id, now, address, { limit: rowsOnPage, offset: (address.page - 1) * rowsOnPage })
    return page(view({ frame: ask.frame, area, today: tx.today, mayArrange: mayAsk(tx, area.id, 'arrange-review'), terms, address, ...register, ...await listChoices(tx, area.id) }))
  })
}
