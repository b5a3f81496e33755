// Letters around a review: each invitee gets their own copy, as they may be reached; whoever has no account, and whom the convenor
// invites another way, gets none from here.

import { addresseeOf, listFamilyAddressees } from '../../casebook/sending/letters.ts'
import type { Addressee } from '../../casebook/sending/letters.ts'
import type { NoticeIncomplete } from '../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../casebook/sending/notices.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok } from '../../domain/outcome.ts'
import { isFamilyInvitee } from '../../domain/review/invitees.ts'
import { contributeBy, meetingDays } from '../../domain/review/review-dates.ts'
import { paths } from '../../paths.ts'
import type { OpenReview } from './open-review.ts'
import type { Invitation } from './review-store.ts'

type Kind = 'review-invitation' | 'review-papers' | 'review-report' | 'review-called-off'

/** Sends this kind of notice to these. The family's copies go to everybody who gets the family's letters, helpers among them. */
export async function tellInvitees(tx: Tx, caseFile: CaseFile, { arrangement, review }: Pick<OpenReview, 'arrangement' | 'review'>, kind: Kind, invitations: readonly Invitation[]): Promise<Outcome<void, NoticeIncomplete>> {
  const giveBy = contributeBy(review.meetingOn, tx.today)
  const to = await addresseesOf(tx, caseFile, invitations)
  const sent = await sendCaseNotice(tx, caseFile, {
    kind, to, ...(kind === 'review-invitation' ? { dueOn: giveBy } : {}),
    linkTo: kind === 'review-report' ? paths.reviewReport({ ...caseFile.key, reviewId: review.id }) : paths.review({ ...caseFile.key, reviewId: review.id }),
    extra: { review: { meetingOn: review.meetingOn, starts: arrangement.starts, place: arrangement.place, how: arrangement.how, arrangedBy: arrangement.convenor?.name ?? caseFile.area.councilName, contributeBy: giveBy, decideBy: meetingDays(review.meetingOn).decideBy } },
  })
  return sent.ok ? ok(undefined) : sent
}

async function addresseesOf(tx: Tx, caseFile: CaseFile, invitations: readonly Invitation[]): Promise<Addressee[]> {
  const invitedFamily = invitations.filter(({ part }) => isFamilyInvitee(part))
  const family = invitedFamily.length === 0 ? [] : (await listFamilyAddressees(tx, caseFile)).filter(({ copyOf, personId }) => copyOf !== undefined || invitedFamily.some((one) => one.personId === personId))
  const me = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
  const staff: Addressee[] = []
  for (const { part, personId, organisationId } of invitations) {
    // Nobody writes to themselves.
    if (isFamilyInvitee(part) || (personId !== undefined && personId === me)) continue
    if (personId !== undefined) staff.push(await addresseeOf(tx, { personId }))
    else if (organisationId !== undefined) staff.push(await addresseeOf(tx, { organisationId }))
  }
  return [...family, ...staff]
}
