// Invitations to open an account: bound to one address and to a second fact that the message does not carry. Any feature that lets
// somebody in calls `invite`; the pages that answer a link are in features/accounts.

import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import { wrongFactsThatSpendAnInvitation } from '../../domain/sign-in/slow-down.ts'
import { paths } from '../../paths.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import { hashOfToken, isSameHash, newToken, plainCode } from '../../platform/second-factor/codes.ts'
import type { Tx } from '../tx.ts'
import { sendAccountMessage } from './account-messages.ts'
import { signInName } from './account-rows.ts'

export const hoursOfInvitation = 48

/** The day a child was born, or a code that is told by telephone, by letter or in person: never in the message itself. */
export type SecondFact = { readonly kind: 'birth-date'; readonly bornOn: PlainDate } | { readonly kind: 'code'; readonly code: string }

export interface NewInvitation {
  readonly id: string
  readonly personId: PersonId
  readonly email: string
  readonly fact: SecondFact
  /** The case from which a family member was invited. */
  readonly ofCase?: { readonly localAreaId: LocalAreaId; readonly caseId: CaseId }
}

/** Invites: ends what was sent to this person before, and queues the message with the link. Who may invite whom is the caller's to ask. */
export async function invite(tx: Tx, { id, personId, email, fact, ofCase }: NewInvitation): Promise<void> {
  await withdrawInvitations(tx, personId)
  const token = newToken()
  await tx.db.insertInto('invitation').values({
    id, tokenHash: hashOfToken(token), personId, email: signInName(email), localAreaId: ofCase?.localAreaId ?? null, caseId: ofCase?.caseId ?? null,
    factKind: fact.kind, factHash: hashOfToken(fact.kind === 'code' ? plainCode(fact.code) : fact.bornOn, token),
    invitedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, invitedAt: tx.now, endsAt: instantAfter(tx.now, hoursOfInvitation * 3_600_000),
    lastWrongAt: null, acceptedAt: null, withdrawnAt: null,
  }).execute()
  await sendAccountMessage(tx, { email }, { kind: 'invitation', link: `${tx.house.baseUrl}${paths.invitation({ token })}` })
}

/** `asStaff`: only those that a body or the installation sent; what a family was sent from a case stands. */
export async function withdrawInvitations(tx: Tx, personId: PersonId, { asStaff = false } = {}): Promise<void> {
  await tx.db.updateTable('invitation').set({ withdrawnAt: tx.now }).where('personId', '=', personId).where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null)
    .$if(asStaff, (those) => those.where('caseId', 'is', null)).execute()
}

/** Whether it can still be used; its row is held, so that it is used once. */
export async function isOpenInvitation(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db.selectFrom('invitation').select('id').where('id', '=', id).where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).forUpdate().executeTakeFirst()
  return row !== undefined
}

export interface Invitation {
  readonly id: string
  readonly personId: PersonId
  readonly email: string
  readonly factKind: SecondFact['kind']
  readonly factHash: string
  readonly wrongFacts: number
  readonly lastWrongAt: Instant | undefined
  readonly invitedAt: Instant
}

/** The invitation of a link while it can be used, held for the transaction. */
export async function findInvitation(tx: Tx, token: string): Promise<Invitation | undefined> {
  const row = await tx.db.selectFrom('invitation').selectAll().where('tokenHash', '=', hashOfToken(token)).where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null)
    .where('endsAt', '>', tx.now).where('wrongFacts', '<', wrongFactsThatSpendAnInvitation).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : {
    id: row.id, personId: row.personId, email: row.email, factKind: row.factKind === 'birth-date' ? 'birth-date' : 'code', factHash: row.factHash, wrongFacts: row.wrongFacts,
    lastWrongAt: row.lastWrongAt ?? undefined, invitedAt: row.invitedAt,
  }
}

/** Whether the second fact is right; each wrong one is counted, and the fifth spends the invitation. */
export async function isRightFact(tx: Tx, invitation: Invitation, token: string, typed: string): Promise<boolean> {
  const said = invitation.factKind === 'code' ? plainCode(typed) : typed
  if (isSameHash(invitation.factHash, hashOfToken(said, token))) return true
  await tx.db.updateTable('invitation').set({ wrongFacts: invitation.wrongFacts + 1, lastWrongAt: tx.now }).where('id', '=', invitation.id).execute()
  return false
}

/** Taken once: true when it could still be. */
export async function acceptInvitation(tx: Tx, id: string): Promise<boolean> {
  const taken = await tx.db.updateTable('invitation').set({ acceptedAt: tx.now }).where('id', '=', id).where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

export interface InvitationState {
  readonly state: 'none' | 'open' | 'over' | 'spent' | 'account'
  readonly invitedAt?: Instant
  readonly endsAt?: Instant
}

/** How it stands with somebody's account: what an officer or administrator sees beside their name. */
export async function invitationStateOf(tx: Tx, personId: PersonId): Promise<InvitationState> {
  const account = await tx.db.selectFrom('account').select('personId').where('personId', '=', personId).where('closedAt', 'is', null).executeTakeFirst()
  const last = await tx.db.selectFrom('invitation').select(['invitedAt', 'endsAt', 'wrongFacts', 'acceptedAt', 'withdrawnAt']).where('personId', '=', personId)
    .orderBy('invitedAt', 'desc').limit(1).executeTakeFirst()
  const days = last === undefined ? {} : { invitedAt: last.invitedAt, endsAt: last.endsAt }
  if (last !== undefined && last.acceptedAt === null && last.withdrawnAt === null) {
    return { state: last.wrongFacts >= wrongFactsThatSpendAnInvitation ? 'spent' : last.endsAt > tx.now ? 'open' : account === undefined ? 'over' : 'account', ...days }
  }
  return { state: account === undefined ? 'none' : 'account', ...days }
}
