import { isEmailTaken } from '../../../casebook/accounts/account-rows.ts'
import type { SecondFact } from '../../../casebook/accounts/invitations.ts'
import { invite } from '../../../casebook/accounts/invitations.ts'
import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { NotInvited } from '../../../domain/sign-in/may-invite.ts'
import { secondFactsFor, whyNotInvited } from '../../../domain/sign-in/may-invite.ts'
import { findInvitee } from './family-store.ts'

export interface InviteInput {
  /** The invitation's own id, made by the page: a form that came twice gets the first one's answer, and so another id. */
  readonly id: string
  readonly personId: string
  readonly secondFact: 'code' | 'birth-date'
  /** The code to be told, made by the page and kept nowhere. */
  readonly code: string
}

export interface InviteRefusal { readonly kind: NotInvited | 'unsafe-fact' | 'email-of-another-account' }

/** Invites somebody of the family to open an account: only whoever is in the case today, reached in a way that is safe. */
export const inviteFamily = act('invite-family', async (tx, caseFile, { id, personId, secondFact, code }: InviteInput): Promise<Outcome<{ readonly id: string }, InviteRefusal>> => {
  const invitee = await findInvitee(tx, caseFile, personId)
  if (invitee === undefined) return refused({ kind: 'not-on-case' })
  const why = whyNotInvited(invitee)
  if (why !== undefined) return refused({ kind: why })
  if (!secondFactsFor(invitee).includes(secondFact)) return refused({ kind: 'unsafe-fact' })
  const { email = '' } = invitee
  if (await isEmailTaken(tx, email, invitee.personId)) return refused({ kind: 'email-of-another-account' })
  const fact: SecondFact = secondFact === 'code' ? { kind: 'code', code } : { kind: 'birth-date', bornOn: caseFile.child.bornOn }
  await invite(tx, { id, personId: invitee.personId, email, fact, ofCase: { localAreaId: caseFile.localAreaId, caseId: caseFile.id } })
  await recordFact(tx, caseFile, { type: 'family-invited', name: invitee.name })
  return ok({ id })
})
