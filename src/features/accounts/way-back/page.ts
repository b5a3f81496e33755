// Coming back when a password, telephone or passkey is lost: the link in a message, and then something that is not the mailbox.

import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import { findAccount, findAccountByEmail, signInName } from '../../../casebook/accounts/account-rows.ts'
import { countTry, networkOf } from '../../../casebook/accounts/slow-downs.ts'
import { beginStep, endStep, findStep } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { SecondFactor } from '../../../domain/sign-in/proofs.ts'
import { afterEmailLink, isEnough, proofOf } from '../../../domain/sign-in/proofs.ts'
import { paths } from '../../../paths.ts'
import { newToken } from '../../../platform/second-factor/codes.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { takeSecondFactor } from '../code/take-second-factor.ts'
import { mustHaveAccounts, onTheWay } from '../door.ts'
import { sendCodeFor } from '../send-code.ts'
import { waitError } from '../wait-words.ts'
import { askView, overView, proveView, sentView } from './view.tsx'

export function show(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  return Promise.resolve(page(askView({ frame: ask.frame, email: '', errors: [] })))
}

/** The same work and the same answer, whether the address has an account or not: a message to nobody is kept like one to somebody. */
export async function submit(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const email = ask.form.text('email')
  const again = (error: FieldError): Reply => wrongForm(askView({ frame: ask.frame, email, errors: [error] }))
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) || email.length > 254) return again({ field: 'email', message: email === '' ? 'Enter your email address' : 'Enter an email address, like name@example.com' })
  const wait = await inTransaction(ask, async (tx) => {
    const seconds = await countTry(tx, [{ kind: 'message', of: signInName(email) }, { kind: 'address', of: networkOf(ask.address) }])
    if (seconds > 0) return seconds
    const account = await findAccountByEmail(tx, email)
    const isOpen = account !== undefined && !account.isClosed
    const token = await beginStep(tx, 'recovery', isOpen ? account.personId : null)
    await sendAccountMessage(tx, isOpen ? { email: account.email } : 'nobody', { kind: 'way-back', link: `${tx.house.baseUrl}${paths.wayBack({ token })}` })
    return 0
  })
  return wait > 0 ? again(waitError('email', wait)) : redirect(paths.signInHelpSent())
}

export function showSent(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  return Promise.resolve(page(sentView({ frame: ask.frame })))
}

interface Asked {
  readonly factor: SecondFactor | undefined
  /** A code of six digits is enough beside the mailbox: then that box is shown, else the one for a recovery code. */
  readonly takesCode: boolean
}

async function askedOf(ask: Ask, token: string): Promise<Asked | undefined> {
  return read(ask, async (tx) => {
    const step = await findStep(tx, token, 'recovery')
    const account = step === undefined ? undefined : await findAccount(tx, step.personId)
    if (account === undefined || account.isClosed) return undefined
    const { secondFactor: factor } = account
    return { factor, takesCode: factor !== undefined && afterEmailLink(factor).includes(proofOf[factor]) }
  })
}

const over = (ask: Ask): Reply => page(overView({ frame: ask.frame }), 404)

/** A link that was only opened (by a mail scanner, say) is not used up. */
export async function showProve(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const token = param(ask, 'token')
  const asked = await askedOf(ask, token)
  return asked === undefined ? over(ask) : page(proveView({ frame: ask.frame, token, ...asked, errors: [] }))
}

export async function sendCode(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const token = param(ask, 'token')
  const asked = await askedOf(ask, token)
  if (asked === undefined || !asked.takesCode) return over(ask)
  const wait = await inTransaction(ask, async (tx) => {
    const step = await findStep(tx, token, 'recovery')
    const account = step === undefined ? undefined : await findAccount(tx, step.personId)
    return account === undefined ? 0 : sendCodeFor(tx, account, token, 'recovery')
  })
  return wait === 0 ? redirect(paths.wayBack({ token }, { done: 'code-sent' })) : wrongForm(proveView({ frame: ask.frame, token, ...asked, errors: [waitError('code', wait)] }))
}

/** With a code from the app or telephone: a new password. With a recovery code, the telephone is lost too: the account anew. */
export async function submitProve(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const token = param(ask, 'token')
  const asked = await askedOf(ask, token)
  if (asked === undefined) return over(ask)
  const kind = ask.form.text('which') === 'code' && asked.takesCode ? 'code' : 'recovery-code'
  const field = kind === 'code' ? 'code' : 'recovery'
  const again = (message: string): Reply => wrongForm(proveView({ frame: ask.frame, token, ...asked, errors: [{ field, message }] }))
  const typed = ask.form.text(field)
  if (typed === '') return again(kind === 'code' ? 'Enter your code' : 'Enter a recovery code')
  const given = await inTransaction(ask, async (tx) => {
    const step = await findStep(tx, token, 'recovery')
    const account = step === undefined ? undefined : await findAccount(tx, step.personId, { hold: true })
    if (step === undefined || account === undefined || account.isClosed) return undefined
    const taken = await takeSecondFactor(tx, account, step, { typed, kind })
    if ('wrong' in taken) return taken.wrong
    if (!isEnough(['email-link', taken.proof])) return undefined
    await endStep(tx, step)
    const isWhole = taken.proof === 'recovery-code'
    const next = await beginStep(tx, 'set-up', account.personId, { email: account.email, ...(isWhole ? { userHandle: newToken() } : { only: 'password' }) })
    return { next, isWhole }
  })
  if (given === undefined || given === 'over') return over(ask)
  if (given === 'again') return again(kind === 'code' ? 'The code is not right. Check it, or wait for the next one' : 'This recovery code is not right, or it was used before')
  return onTheWay(ask, given.isWhole ? paths.setUp() : paths.setUpPassword(), given.next, 'set-up')
}
