// Each night: accounts that nobody has used for long are warned and then closed. Nothing of the record changes, nor any part in it:
// letters go on paper, and a fresh invitation lets the same person in again. The rule is domain/sign-in/unused-account.ts.

import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import { closeAccount } from '../../../casebook/accounts/account-rows.ts'
import type { Job } from '../../../casebook/feature.ts'
import { batchSize, inBatches } from '../../../casebook/in-batches.ts'
import { actCode } from '../../../casebook/audit/trail.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { Use } from '../../../domain/sign-in/unused-account.ts'
import { closesOn, unusedStep, warnDaysBefore } from '../../../domain/sign-in/unused-account.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'
import { recordStaffEvent } from '../change-store.ts'
import type { UnusedAccount } from './unused-store.ts'
import { forgetWarning, listUnused, noteWarned } from './unused-store.ts'

const day = 24 * 60 * 60 * 1000

export const closeUnusedAccounts: Job = {
  name: 'close-unused-accounts',
  runsAt: '45 7 * * *',
  run: async (occasion) => {
    const { staff, family } = occasion.house.unusedAfter
    const before = instantAfter(occasion.house.clock.now(), -(Math.min(staff, family) - warnDaysBefore - 1) * day)
    await inBatches<UnusedAccount>(occasion, (tx, after) => listUnused(tx, after?.personId, before, batchSize), (account) => warnOrClose(occasion, account))
  },
}

async function warnOrClose(occasion: Occasion, { personId, lastUsedAt, isStaff, email, maySendEmail, warnedOn, organisationIds }: UnusedAccount): Promise<void> {
  await inTransaction(occasion, async (tx) => {
    // Whoever is staff and family keeps the family's time: their child's record is theirs to read.
    const use: Use = { kind: isStaff ? 'staff' : 'family', lastUsedOn: londonDateOf(lastUsedAt), warnedOn: warnedOn ?? undefined }
    const step = unusedStep(use, tx.house.unusedAfter, tx.today)
    // Whoever cannot be warned safely is not closed.
    if (step === 'none' || email === null || !maySendEmail) return
    if (step === 'warn') {
      await noteWarned(tx, personId)
      await sendAccountMessage(tx, { email }, { kind: 'unused-soon', closesOn: closesOn({ ...use, warnedOn: tx.today }, tx.house.unusedAfter, tx.today) })
      return
    }
    tx.doings.act = actCode('close-unused-account')
    await closeAccount(tx, personId)
    await forgetWarning(tx, personId)
    for (const organisationId of organisationIds) await recordStaffEvent(tx, organisationId, { personId, what: 'closed-unused' })
    await sendAccountMessage(tx, { email }, { kind: 'unused-closed' })
  })
}
