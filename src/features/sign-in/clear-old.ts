// What is kept about signing in is kept for as long as somebody may still be helped by it, and no longer.

import type { Job } from '../../casebook/feature.ts'
import { clearOldTyping } from '../../casebook/signing-in/kept-typing.ts'
import { clearOldSessions } from '../../casebook/signing-in/session.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'

const day = 24 * 60 * 60 * 1000

/** Each night: sessions that are over since a day, and what was typed and not fetched for a week. */
export const clearOldSignIns: Job = {
  name: 'clear-old-sign-ins',
  runsAt: '20 3 * * *',
  run: async ({ house }) => {
    await clearOldSessions(house.database, instantAfter(house.clock.now(), -day))
    await clearOldTyping(house)
  },
}
