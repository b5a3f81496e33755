import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { readRegister } from '../currency-store.ts'
import { openRegister } from '../open-register.ts'
import { readRegisterAddress } from './address.ts'
import { registerRows, view } from './view.tsx'

/** Every plan in force of the area, the one with the oldest line first. */
export async function show(ask: Ask): Promise<Reply> {
  const address = readRegisterAddress(ask.query)
  return read(ask, async (tx) => {
    const register = await openRegister(tx, ask)
    const { area, rule } = register
    return page(view({
      frame: ask.frame, today: tx.today, address, ...register,
      ...await readRegister(tx, area.id, rule, address, { limit: registerRows, offset: (address.page - 1) * registerRows }),
    }))
  })
}
