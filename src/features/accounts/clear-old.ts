import { clearOldMessages } from '../../casebook/accounts/account-messages.ts'
import { clearOldDevices } from '../../casebook/accounts/account-rows.ts'
import { clearOldTries } from '../../casebook/accounts/slow-downs.ts'
import { clearOldSteps } from '../../casebook/accounts/steps.ts'
import type { Job } from '../../casebook/feature.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'

const day = 24 * 3_600_000

/** What is over by its own rule: steps half-way, wrong tries of yesterday, the empty rows of messages of last month. */
export const clearOld: Job = {
  name: 'clear-old-sign-in-steps',
  runsAt: '40 2 * * *',
  run: (occasion) => inTransaction(occasion, async (tx) => {
    await clearOldSteps(tx)
    await clearOldTries(tx, instantAfter(tx.now, -2 * day))
    await clearOldMessages(tx, instantAfter(tx.now, -30 * day))
    await clearOldDevices(tx, instantAfter(tx.now, -366 * day))
  }),
}
