import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { readFigures } from '../currency-store.ts'
import { listMonths } from '../months/month-store.ts'
import { openRegister } from '../open-register.ts'
import { view } from './view.tsx'

/** Two years, and the month before them to compare with. */
export const shownMonths = 25

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const register = await openRegister(tx, ask, { forCouncil: true })
    const { area, rule } = register
    return page(view({ frame: ask.frame, ...register, figures: await readFigures(tx, area.id, rule), months: await listMonths(tx, area.id, shownMonths) }))
  })
}
