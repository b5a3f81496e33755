// Somebody's address changed. They are told so by a way that we knew before, in words that say nothing to anybody else, so that a
// change that somebody else asked for does not stand unseen; letters wait meanwhile (a change is held for a day).

import type { FamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import { alertAddressee, goesByPost, target } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { queueOutgoing } from '../../../casebook/sending/outgoing.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'
import { openDispute } from '../address-store.ts'

/** What these notices are called in the outbox: they alone leave while an address is in doubt. */
export const addressConfirm = 'address-confirm'
export const heldForHours = 24

const alert = { subject: 'Please check how we reach you', words: 'Something that we have on record about how to reach you was changed. If you did not ask for this, tell us today.' }

/** `mayPost`: paper goes to where they lived before; never when they have moved to an address that must stay secret. */
export async function askWhetherRight(tx: Tx, caseFile: CaseFile, whose: readonly FamilyOnCase[], { mayPost }: { mayPost: boolean }): Promise<void> {
  for (const { to } of whose) {
    if (to.personId === undefined) continue
    await openDispute(tx, caseFile, { personId: to.personId, why: 'changed', holdsUntil: instantAfter(tx.now, heldForHours * 60 * 60 * 1000) })
    if (!goesByPost(to)) await alertAddressee(tx, caseFile, to, alert, { about: addressConfirm, linkTo: paths.home() })
    else if (mayPost && to.postal !== undefined) {
      await queueOutgoing(tx, caseFile, {
        ...target(to), channel: 'letter', toAddress: [to.name, ...to.postal].join('\n'), about: addressConfirm, subject: alert.subject,
        body: `${alert.words}\n\n${caseFile.area.contacts.sendTeam?.phone ?? ''}`.trim(),
      })
    }
  }
}
