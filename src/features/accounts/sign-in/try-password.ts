import { findAccountByEmail, isKnownDevice, signInName } from '../../../casebook/accounts/account-rows.ts'
import type { Counter } from '../../../casebook/accounts/slow-downs.ts'
import { countTry, giveBack, networkOf } from '../../../casebook/accounts/slow-downs.ts'
import { beginStep } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { deviceTokenIn } from '../door.ts'
import { sendCodeFor } from '../send-code.ts'

export type PasswordTry =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'wrong' }
  /** The token of the step in which the code is asked for. */
  | { readonly kind: 'right'; readonly token: string }

/**
 * Looks at an address with a password. Whether the address has an account, has no password, or is closed: the same statements, one
 * hash compared, the same answer. The try is counted before it is looked at, so that many at once are not looked at as the first.
 */
export async function tryPassword(ask: Ask, { email, password, next, isShared }: { email: string; password: string; next: string | undefined; isShared: boolean }): Promise<PasswordTry> {
  const device = deviceTokenIn(ask)
  const { account, counters, wait } = await inTransaction(ask, async (tx) => {
    const found = await findAccountByEmail(tx, email)
    const isTheirs = await isKnownDevice(tx, found?.personId, device)
    // In their own browser nobody is slowed by what strangers try elsewhere.
    const by: readonly Counter[] = isTheirs ? [{ kind: 'device', of: device }] : [{ kind: 'account', of: signInName(email) }, { kind: 'address', of: networkOf(ask.address) }]
    return { account: found, counters: by, wait: await countTry(tx, by) }
  })
  if (wait > 0) return { kind: 'wait', seconds: wait }
  const isRight = await ask.house.passwords.matches(account === undefined || account.isClosed ? undefined : account.passwordHash, password)
  if (!isRight || account === undefined) return { kind: 'wrong' }
  return inTransaction(ask, async (tx) => {
    await giveBack(tx, counters)
    const token = await beginStep(tx, 'second-factor', account.personId, { ...(next === undefined ? {} : { next }), ...(isShared ? { isShared } : {}) })
    await sendCodeFor(tx, account, token, 'second-factor')
    return { kind: 'right', token }
  })
}
