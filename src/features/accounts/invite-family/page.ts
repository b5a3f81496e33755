import type { InvitationState } from '../../../casebook/accounts/invitations.ts'
import { invitationStateOf } from '../../../casebook/accounts/invitations.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { secondFactsFor, whyNotInvited } from '../../../domain/sign-in/may-invite.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import { newSpokenCode, spokenAs } from '../../../platform/second-factor/codes.ts'
import { mustHaveAccounts } from '../door.ts'
import type { FamilyInvitee } from './family-store.ts'
import { findInvitee } from './family-store.ts'
import type { InviteRefusal } from './invite-family.ts'
import { inviteFamily } from './invite-family.ts'
import { invitedView, view } from './view.tsx'

async function find(ask: Ask): Promise<{ caseFile: CaseFile; invitee: FamilyInvitee; state: InvitationState }> {
  mustHaveAccounts(ask)
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('invite-family')) throw new NotAllowed('invite-family')
    const invitee = await findInvitee(tx, caseFile, param(ask, 'personId'))
    if (invitee === undefined) throw new NotFound('family member')
    return { caseFile, invitee, state: await invitationStateOf(tx, invitee.personId) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, invitee, state } = await find(ask)
  return page(view({ frame: ask.frame, caseFile, invitee, state, why: whyNotInvited(invitee), facts: secondFactsFor(invitee), errors: [], values: {} }))
}

const refusalWords: Record<InviteRefusal['kind'] | 'not-at-this-stage', string> = {
  'not-on-case': 'This person has no part in the case now',
  restricted: 'A restriction is in force for this person',
  'not-by-email': 'Email is not a safe way to reach this person',
  'no-email': 'Record an email address first',
  'unsafe-fact': 'Use a code: somebody in this family is to be kept out, and knows the date of birth',
  'email-of-another-account': 'Somebody else signs in with this email address. Ask this person for one of their own',
  'not-at-this-stage': 'Nobody can be invited now',
}

/** The code is shown once, on the answer itself: it stands in no table and in no message. */
export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, invitee, state } = await find(ask)
  const facts = secondFactsFor(invitee)
  const again = (message: string): Reply => wrongForm(view({
    frame: ask.frame, caseFile, invitee, state, why: whyNotInvited(invitee), facts, errors: [{ field: 'secondFact', message }], values: ask.form.values(),
  }))
  const secondFact = (['code', 'birth-date'] as const).find((one) => one === ask.form.text('secondFact'))
  if (secondFact === undefined) return again('Select what this person must know to open the account')
  const [id, code] = [ask.house.newId<string>(), newSpokenCode()]
  const invited = await inviteFamily(ask, caseKeyOf(ask), { id, personId: invitee.personId, secondFact, code })
  if (!invited.ok) return again(refusalWords[invited.refusal.kind])
  return page(invitedView({ frame: ask.frame, caseFile, invitee, ...(secondFact === 'code' ? { code: invited.value.id === id ? spokenAs(code) : 'shown-before' } : {}) }))
}
