// The list of who is invited: adding somebody, taking somebody off who need not come, what adulthood needs, and sending.

import { act } from '../../../casebook/act.ts'
import { invitedToReview } from '../../../casebook/invited-parts.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { joinCase } from '../../../casebook/parties.ts'
import { readVersion } from '../../../casebook/plan/plan-content.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Part } from '../../../domain/access/parts.ts'
import type { AdulthoodPathway } from '../../../domain/plan/line.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { AdulthoodGap, AdulthoodNeeds, InviteePart } from '../../../domain/review/invitees.ts'
import { adulthoodGaps, isNamedByLaw } from '../../../domain/review/invitees.ts'
import { listAddable } from '../around-store.ts'
import { openToRun } from '../open-review.ts'
import type { Invitation } from '../review-store.ts'
import { changeInvitation, insertInvitations, setNeeds } from '../review-store.ts'
import { tellInvitees } from '../tell-invitees.ts'
import { withLines } from './invitees-of-case.ts'

export type InviteRefusal = NoticeIncomplete
  | { readonly kind: 'on-the-list' }
  | { readonly kind: 'not-known' }
  /** The law names them: they cannot be left out, and whoever has their invitation already is told if they need not come. */
  | { readonly kind: 'must-be-invited' }
  | { readonly kind: 'nobody-new' }
  | { readonly kind: 'adulthood'; readonly gaps: readonly AdulthoodGap[] }
  | { readonly kind: 'review-is-over' }

export interface Adding {
  readonly reviewId: string
  /** Somebody of the list of services, or a name of somebody without an account. */
  readonly value?: string
  readonly name?: string
  readonly pathway?: AdulthoodPathway
}

export const addInvitee = act('invite-to-review', async (tx, caseFile, { reviewId, value, name, pathway }: Adding): Promise<Outcome<string, InviteRefusal>> => {
  const { arrangement, invitations, review } = await openToRun(tx, caseFile, reviewId)
  if (review.heldOn !== undefined || review.isCalledOff) return refused({ kind: 'review-is-over' })
  const known = value === undefined ? undefined : (await listAddable(tx, caseFile)).find((one) => one.value === value)
  if (value !== undefined && known === undefined) return refused({ kind: 'not-known' })
  const candidate = known ?? { name: name ?? '' }
  if (invitations.some((one) => (known === undefined ? one.name === name : isSame(one, known)))) return refused({ kind: 'on-the-list' })
  const { content } = await readVersion(tx, caseFile, arrangement.versionId)
  const part: InviteePart = known === undefined ? 'other' : 'adviser'
  const [row] = await withLines(tx, caseFile, content, [{ part, name: candidate.name.split(', ')[0] ?? '', ...pick(candidate) }])
  if (row === undefined) throw new NotFound('invitee')
  await insertInvitations(tx, caseFile, review.id, [{ ...row, ...(pathway === undefined ? {} : { pathway }) }])
  await recordFact(tx, caseFile, { type: 'review-invitee-listed', reviewId: review.id, invitationId: row.id, name: row.name })
  return ok(row.id)
})

const isSame = (one: Invitation, { personId, organisationId }: { personId?: string; organisationId?: string }): boolean =>
  (personId === undefined ? organisationId !== undefined && one.organisationId === organisationId && one.personId === undefined : one.personId === personId)

const pick = (from: object) => Object.fromEntries(Object.entries(from).filter(([name]) => ['personId', 'organisationId', 'profession'].includes(name)))

export const takeOffList = act('invite-to-review', async (tx, caseFile, { reviewId, invitationId }: { reviewId: string; invitationId: string }): Promise<Outcome<string, InviteRefusal>> => {
  const { invitations, review } = await openToRun(tx, caseFile, reviewId)
  const one = invitations.find(({ id }) => id === invitationId)
  if (one === undefined) throw new NotFound('invitation')
  if (isNamedByLaw(one.part) || one.sentAt !== undefined) return refused({ kind: 'must-be-invited' })
  await changeInvitation(tx, caseFile, one.id, { takenOffAt: tx.now })
  await recordFact(tx, caseFile, { type: 'review-invitee-struck', reviewId: review.id, invitationId: one.id, name: one.name })
  return ok(one.id)
})

/** Sends to everybody on the list who has no invitation yet. From Year 9 not before it is settled who adulthood needs. */
export const sendInvitations = act('invite-to-review', async (tx, caseFile, { reviewId, needs }: { reviewId: string; needs?: AdulthoodNeeds }): Promise<Outcome<number, InviteRefusal>> => {
  const open = await openToRun(tx, caseFile, reviewId)
  const { review, invitations, isYearNine } = open
  if (review.heldOn !== undefined || review.isCalledOff) return refused({ kind: 'review-is-over' })
  if (isYearNine) {
    const gaps = adulthoodGaps(needs ?? {}, invitations)
    if (gaps.length > 0) return refused({ kind: 'adulthood', gaps })
    await setNeeds(tx, caseFile, review.id, needs ?? {})
  }
  const fresh = invitations.filter(({ sentAt }) => sentAt === undefined)
  if (fresh.length === 0) return refused({ kind: 'nobody-new' })
  for (const one of fresh) await letIn(tx, caseFile, one)
  const told = await tellInvitees(tx, caseFile, open, 'review-invitation', fresh)
  if (!told.ok) return told
  for (const { id } of fresh) await changeInvitation(tx, caseFile, id, { sentAt: tx.now })
  await recordFact(tx, caseFile, { type: 'review-invitations-sent', reviewId: review.id, count: fresh.length })
  return ok(fresh.length)
})

const partFor: Partial<Record<InviteePart, Part>> = { health: 'health-lead', 'social-care': 'social-care-lead', adviser: 'adviser' }

/** Whoever is invited can see what they are invited to: need to know, by the invitation (reg 20(2)). Family and setting have their part. */
async function letIn(tx: Tx, caseFile: CaseFile, { part, personId, organisationId, name }: Invitation): Promise<void> {
  const given = partFor[part]
  if (given === undefined || (personId === undefined && organisationId === undefined)) return
  await joinCase(tx, caseFile, {
    part: given, name, basis: invitedToReview,
    ...(personId === undefined ? {} : { personId }), ...(personId === undefined && organisationId !== undefined ? { organisationId } : {}),
  })
}
