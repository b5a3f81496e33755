// The link of an invitation. Whose account it is, and that there is a child at all, is not said before the second fact is right.

import type { Invitation } from '../../../casebook/accounts/invitations.ts'
import { findInvitation, isRightFact } from '../../../casebook/accounts/invitations.ts'
import { beginStep } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { stillToWait } from '../../../domain/sign-in/slow-down.ts'
import { paths } from '../../../paths.ts'
import { millisecondsOf } from '../../../platform/clock/system-clock.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import { newToken } from '../../../platform/second-factor/codes.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { mustTakeInvitations, onTheWay } from '../door.ts'
import { waitError } from '../wait-words.ts'
import { overView } from '../way-back/view.tsx'
import { view } from './view.tsx'

const over = (ask: Ask): Reply => page(overView({ frame: ask.frame }), 404)

export async function show(ask: Ask): Promise<Reply> {
  mustTakeInvitations(ask)
  const invitation = await read(ask, (tx) => findInvitation(tx, param(ask, 'token')))
  return invitation === undefined ? over(ask) : page(view({ frame: ask.frame, factKind: invitation.factKind, errors: [], values: {} }))
}

function readFact(ask: Ask, { factKind }: Invitation): { value: string } | { error: FieldError } {
  if (factKind === 'birth-date') return readDate(ask.form, 'born', { what: 'The date of birth', latest: ask.house.clock.today() })
  const code = ask.form.text('code')
  return code === '' ? { error: { field: 'code', message: 'Enter the code that you were told' } } : { value: code }
}

export async function submit(ask: Ask): Promise<Reply> {
  mustTakeInvitations(ask)
  const token = param(ask, 'token')
  const answer = await inTransaction(ask, async (tx) => {
    const invitation = await findInvitation(tx, token)
    if (invitation === undefined) return 'over'
    const field = invitation.factKind === 'code' ? 'code' : 'born'
    const again = (error: FieldError) => ({ error, factKind: invitation.factKind })
    const fact = readFact(ask, invitation)
    if ('error' in fact) return again(fact.error)
    const seconds = invitation.lastWrongAt === undefined ? Infinity : (millisecondsOf(tx.now) - millisecondsOf(invitation.lastWrongAt)) / 1000
    const wait = Math.ceil(stillToWait('code', invitation.wrongFacts, seconds))
    if (wait > 0) return again(waitError(field, wait))
    if (!await isRightFact(tx, invitation, token, fact.value)) {
      const isSpent = await findInvitation(tx, token) === undefined
      return isSpent ? 'over' : again({ field, message: field === 'code' ? 'This code is not right. Check it with the people who told you' : 'This is not the date of birth that we have' })
    }
    return { step: await beginStep(tx, 'set-up', invitation.personId, { email: invitation.email, invitationId: invitation.id, userHandle: newToken() }) }
  })
  if (answer === 'over') return over(ask)
  if ('error' in answer) return wrongForm(view({ frame: ask.frame, factKind: answer.factKind, errors: [answer.error], values: ask.form.values() }))
  return onTheWay(ask, paths.setUp(), answer.step, 'set-up')
}
