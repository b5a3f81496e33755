// When an amended plan takes the place of another: whoever had the old one and does not get the new one is told that theirs is no longer in
// force, and nothing of the new one (UK GDPR Art 5(1)(c), (d)). For a month their list of plans says so; then their sight of the case ends.

import { recordFact } from '../../../casebook/ledger.ts'
import { addresseeOf, alertAddressee } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { leaveAfter, stayAfterAll } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { PlanVersionId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Delivery } from '../delivery-store.ts'
import { insertLeftOut, listDeliveries, listLeftOut } from '../delivery-store.ts'
import type { Target } from '../recipients.ts'

/** Days for which somebody who is named no longer can still read that their copy is no longer in force. */
const daysToRead = 30

const words = {
  subject: 'A document that you have is no longer in force: sign in to see which',
  words: 'A document that was sent to you is no longer in force. Sign in to see which one. Please do not use your copy any more.',
}
const familyRoles: readonly string[] = ['parent or carer', 'young person']

/** One body's copy went to it, or to somebody there: either way it has the new one when it is on the list. Who does not use the hub is known by name. */
const hasTheNew = ({ personId, organisationId, name }: Delivery, targets: readonly Target[]): boolean =>
  targets.some((target) => (personId === undefined && organisationId === undefined ? target.personId === undefined && target.organisationId === undefined && target.name === name : personId === undefined ? target.organisationId === organisationId : target.personId === personId))

export async function tellThoseNoLongerNamed(
  tx: Tx, caseFile: CaseFile, { was, is, targets }: { readonly was: PlanVersionId; readonly is: PlanVersionId; readonly targets: readonly Target[] },
): Promise<void> {
  const leftOut = await listLeftOut(tx, caseFile, is)
  // Family members are told by letters, or are kept from the record: never by this.
  for (const delivery of (await listDeliveries(tx, caseFile, was)).filter((one) => !familyRoles.includes(one.role) && !hasTheNew(one, targets))) {
    const { personId, organisationId, name, role } = delivery
    const whose = { ...(personId === undefined ? {} : { personId }), ...(organisationId === undefined ? {} : { organisationId }) }
    if (!leftOut.some((one) => one.personId === personId && one.organisationId === organisationId)) {
      await insertLeftOut(tx, caseFile, is, { name, role, reason: 'Had the plan before this one, and this one names nothing that they do', ...whose })
    }
    // Somebody who does not use the hub: the list says who must be told by post.
    if (personId === undefined && organisationId === undefined) continue
    await leaveAfter(tx, caseFile, { ...partOf(delivery), part: 'recipient' }, addDays(tx.today, daysToRead))
    const to = await addresseeOf(tx, partOf(delivery))
    await alertAddressee(tx, caseFile, to, words, { about: 'plan-superseded', linkTo: paths.planInbox() })
    await recordFact(tx, caseFile, { type: 'plan-superseded-told', versionId: was, to: name, ...partOf(delivery) })
  }
}

const partOf = ({ personId, organisationId }: Pick<Delivery, 'personId' | 'organisationId'>) =>
  (personId !== undefined ? { personId } : organisationId === undefined ? {} : { organisationId })

/** The amended plan was taken back before it left: who had the one before it has it still. */
export const haveItStill = (tx: Tx, caseFile: CaseFile, who: Pick<Delivery, 'personId' | 'organisationId'>): Promise<void> =>
  stayAfterAll(tx, caseFile, { ...partOf(who), part: 'recipient' })
