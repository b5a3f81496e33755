import { findAccount, findPasskey, noteUsed } from '../../../casebook/accounts/account-rows.ts'
import { takeChallenge } from '../../../casebook/accounts/challenges.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { passkeyAnswered, passkeyNamedIn } from '../../../platform/passkeys/passkeys.ts'
import type { LetIn } from '../door.ts'
import { letIn, placeOf } from '../door.ts'

/** Whoever the passkey's answer belongs to; undefined for a wrong or repeated answer. Nobody can guess one, so nobody waits. */
export async function tryPasskey(ask: Ask, answer: string): Promise<LetIn | undefined> {
  const id = passkeyNamedIn(answer)
  if (id === undefined) return undefined
  return inTransaction(ask, async (tx) => {
    const passkey = await findPasskey(tx, id)
    if (passkey === undefined) return undefined
    const right = await passkeyAnswered(placeOf(ask), answer, passkey, (challenge) => takeChallenge(tx, challenge, 'sign-in'))
    const account = await findAccount(tx, passkey.personId)
    if (right === undefined || account === undefined || account.isClosed) return undefined
    await noteUsed(tx, passkey.id, right.counter)
    return letIn(tx, ask, account.personId, ['passkey'])
  })
}
