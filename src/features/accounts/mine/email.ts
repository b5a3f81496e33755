// Another address to sign in with: the new one is shown to be theirs by a code, and the old one is told.

import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import { isEmailTaken, setSignInEmail } from '../../../casebook/accounts/account-rows.ts'
import { countTry } from '../../../casebook/accounts/slow-downs.ts'
import { beginStep, countStepTry, endStep, endStepsOf, findStep, newCodeFor, noStepCookie, stepCookie, stepTokenIn, takeCode } from '../../../casebook/accounts/steps.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { parseEmailAddress } from '../../../domain/identifiers/contact-details.ts'
import { wrongCodesAtOneSignIn } from '../../../domain/sign-in/slow-down.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { sealedForPerson } from '../../../casebook/accounts/sealed-for-person.ts'
import { waitError } from '../wait-words.ts'
import { afterSigningIn } from './page.ts'
import { confirmEmailView, emailView } from './view.tsx'

export const show = afterSigningIn(({ frame }, { email }) => Promise.resolve(page(emailView({ frame, email, typed: '', errors: [] }))))

export const submit = afterSigningIn(async (ask, account) => {
  if (ask.form.has('code')) return confirm(ask, account)
  const typed = ask.form.text('email')
  const again = (error: FieldError): Reply => wrongForm(emailView({ frame: ask.frame, email: account.email, typed, errors: [error] }))
  const email = parseEmailAddress(typed)
  if (!email.ok) return again({ field: 'email', message: typed === '' ? 'Enter your new email address' : 'Enter an email address, like name@example.com' })
  const begun = await inTransaction(ask, async (tx) => {
    const wait = await countTry(tx, [{ kind: 'message', of: `new email ${account.personId}` }])
    if (wait > 0) return { wait }
    const token = await beginStep(tx, 'set-up', account.personId, { only: 'email', newEmailSealed: tx.house.sealer.seal(email.value, sealedForPerson(account.personId, 'new-email')) })
    const step = await findStep(tx, token, 'set-up')
    if (step === undefined) throw new Error('a step just begun is not there')
    const code = await newCodeFor(tx, step)
    // Whether the address is somebody's already is not told: the code goes there, and using it is refused.
    await sendAccountMessage(tx, { email: email.value }, { kind: 'confirm-email', code })
    return { token }
  })
  return 'wait' in begun ? again(waitError('email', begun.wait))
    : { kind: 'page', status: 200, document: confirmEmailView({ frame: ask.frame, errors: [] }), cookies: [stepCookie(ask, begun.token, 'set-up')] }
})

const confirm: Parameters<typeof afterSigningIn>[0] = async (ask, account) => {
  const again = (message: string): Reply => wrongForm(confirmEmailView({ frame: ask.frame, errors: [{ field: 'code', message }] }))
  const code = ask.form.text('code').replaceAll(/\s/g, '')
  if (code === '') return again('Enter the code')
  const confirmed = await inTransaction(ask, async (tx) => {
    const step = await findStep(tx, stepTokenIn(ask), 'set-up')
    if (step?.data.newEmailSealed === undefined || step.personId !== account.personId) return 'over'
    if (!await takeCode(tx, step, code)) {
      await countStepTry(tx, step)
      if (step.tries + 1 < wrongCodesAtOneSignIn) return 'wrong'
      await endStep(tx, step)
      return 'over'
    }
    const to = tx.house.sealer.open(step.data.newEmailSealed, sealedForPerson(account.personId, 'new-email'))
    await endStepsOf(tx, account.personId)
    if (await isEmailTaken(tx, to, account.personId)) return 'taken'
    await setSignInEmail(tx, account.personId, { from: account.email, to })
    await sendAccountMessage(tx, { email: account.email }, { kind: 'changed', what: 'email' })
    return 'changed'
  })
  if (confirmed === 'wrong') return again('The code is not right. Check it and try again')
  if (confirmed === 'over') return redirect(paths.changeEmail({ done: 'begin-again' }))
  return confirmed === 'taken' ? wrongForm(emailView({ frame: ask.frame, email: account.email, typed: '', errors: [{ field: 'email', message: 'Somebody signs in with this address already' }] }))
    : { kind: 'redirect', to: paths.mySignIn({ done: 'sign-in-changed' }), cookies: [noStepCookie(ask)] }
}
