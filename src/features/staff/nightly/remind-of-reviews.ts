// Each night: administrators are reminded of the review before and after its day, the council is told when it is two weeks late, who
// would lose access is warned, and what nobody confirmed ends after four. The rule is domain/sign-in/access-review.ts.

import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import { leaveBody } from '../../../casebook/accounts/memberships.ts'
import type { Job } from '../../../casebook/feature.ts'
import { queueOutgoing } from '../../../casebook/sending/outgoing.ts'
import { actCode } from '../../../casebook/audit/trail.ts'
import type { Occasion, Tx } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import type { ReviewStep } from '../../../domain/sign-in/access-review.ts'
import { endsUnconfirmedOn, isOverUnconfirmed, reviewStep } from '../../../domain/sign-in/access-review.ts'
import { paths } from '../../../paths.ts'
import { recordStaffEvent } from '../change-store.ts'
import type { DueMember } from './review-store.ts'
import { findWarnedOn, listAdministrators, listCouncilToTell, listDueMembers, tellOnce } from './review-store.ts'

export const remindOfReviews: Job = {
  name: 'remind-of-access-reviews',
  runsAt: '30 7 * * *',
  run: async (occasion) => {
    const members = await read(occasion, listDueMembers)
    const faults: unknown[] = []
    for (const organisationId of new Set(members.map((one) => one.organisationId))) {
      await remindBody(occasion, organisationId, members.filter((one) => one.organisationId === organisationId)).catch((fault: unknown) => faults.push(fault))
    }
    if (faults.length > 0) throw faults[0]
  },
}

async function remindBody(occasion: Occasion, organisationId: OrganisationId, members: readonly DueMember[]): Promise<void> {
  await inTransaction(occasion, async (tx) => {
    // One message for a body, about the earliest day: the page shows everybody.
    const [first] = members.map(({ dueOn }) => dueOn).toSorted()
    const step = first === undefined ? undefined : reviewStep(first, tx.today)
    if (first === undefined || step === undefined) return
    const whom: readonly string[] = step.whom
    if (whom.includes('administrators')) await tellAdministrators(tx, organisationId, first, step.step)
    if (whom.includes('council')) await tellCouncil(tx, members, first)
  })
  for (const member of members) await warnOrEnd(occasion, member)
}

const keyOf = (organisationId: OrganisationId, dueOn: PlainDate, step: string, personId: string): string => `review ${organisationId} ${dueOn} ${step} ${personId}`

async function tellAdministrators(tx: Tx, organisationId: OrganisationId, dueOn: PlainDate, step: ReviewStep): Promise<void> {
  for (const { personId, email } of await listAdministrators(tx, organisationId)) {
    if (email === null || !await tellOnce(tx, keyOf(organisationId, dueOn, step, personId), personId)) continue
    await sendAccountMessage(tx, { email }, { kind: 'review', isLate: dueOn < tx.today, dueOn, link: `${tx.house.baseUrl}${paths.reviewStaff({ organisationId })}` })
  }
}

/** In the council's own outbox, with its owner: the area's list of bodies shows which. A body without a home area has no council to tell. */
async function tellCouncil(tx: Tx, [member]: readonly DueMember[], dueOn: PlainDate): Promise<void> {
  if (member === undefined || member.localAreaId === null) return
  const { localAreaId, organisationId } = member
  const { area, councilName, people } = await listCouncilToTell(tx, localAreaId)
  for (const { personId, email } of people) {
    if (!await tellOnce(tx, keyOf(organisationId, dueOn, 'council', personId), personId)) continue
    await queueOutgoing(tx, { localAreaId }, {
      channel: email === null ? 'hub' : 'email', toPersonId: personId, ...(email === null ? {} : { toAddress: email }), about: 'access-review', subject: 'Access was not reviewed',
      body: `An organisation of your area has not reviewed who has access, two weeks after it was due.\n\nSign in to see which: ${tx.house.baseUrl}${paths.organisations({ area })}\n\n${councilName}`,
    })
  }
}

async function warnOrEnd(occasion: Occasion, member: DueMember): Promise<void> {
  const { organisationId, personId, dueOn, email, roles } = member
  await inTransaction(occasion, async (tx) => {
    const step = reviewStep(dueOn, tx.today)
    if (step?.step !== 'last-warning') return
    const administrators = await listAdministrators(tx, organisationId)
    const isOnlyAdministrator = roles.includes('staff-administrator') && administrators.length === 1
    // Where there is nobody to confirm, the council has to find somebody first. In a mere demonstration nothing ends.
    if (isOnlyAdministrator || administrators.length === 0 || tx.house.signIn.every((way) => way === 'demo')) return
    const key = keyOf(organisationId, dueOn, 'warned', personId)
    const warnedOn = await findWarnedOn(tx, key)
    if (warnedOn === undefined) {
      // Whoever cannot be told keeps what they have: nobody goes without a warning.
      if (email !== null && await tellOnce(tx, key, personId)) await sendAccountMessage(tx, { email }, { kind: 'ends-unconfirmed', endsOn: endsUnconfirmedOn(dueOn) })
      return
    }
    if (!isOverUnconfirmed({ dueOn, today: tx.today, isOnlyAdministrator, warnedOn })) return
    tx.doings.act = actCode('end-unconfirmed-access')
    await leaveBody(tx, personId, organisationId)
    await recordStaffEvent(tx, organisationId, { personId, what: 'ended-unconfirmed', lastOn: tx.today })
    if (email !== null) await sendAccountMessage(tx, { email }, { kind: 'ended-unconfirmed' })
  })
}
