import { sendAccountMessage } from '../../casebook/accounts/account-messages.ts'
import type { Account } from '../../casebook/accounts/account-rows.ts'
import { countTry } from '../../casebook/accounts/slow-downs.ts'
import type { StepKind } from '../../casebook/accounts/steps.ts'
import { findStep, newCodeFor } from '../../casebook/accounts/steps.ts'
import type { Tx } from '../../casebook/tx.ts'
import { sealedForPerson } from '../../casebook/accounts/sealed-for-person.ts'

/**
 * Sends a code to somebody whose second factor is one that is sent; nothing for an app. Answers with how many seconds they must
 * wait when too many were sent: a telephone must not be made to ring all night by whoever has a password.
 */
export async function sendCodeFor(tx: Tx, account: Account, token: string, kind: StepKind): Promise<number> {
  const step = await findStep(tx, token, kind)
  if (step === undefined || (account.secondFactor !== 'text' && account.secondFactor !== 'email')) return 0
  const wait = await countTry(tx, [{ kind: 'message', of: `code ${account.personId}` }])
  if (wait > 0) return wait
  const code = await newCodeFor(tx, step)
  const phone = account.phoneSealed === null ? undefined : tx.house.sealer.open(account.phoneSealed, sealedForPerson(account.personId, 'phone'))
  await sendAccountMessage(tx, phone === undefined ? { email: account.email } : { phone }, { kind: 'code', code })
  return 0
}
