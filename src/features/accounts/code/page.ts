import { countRecoveryCodes, findAccount } from '../../../casebook/accounts/account-rows.ts'
import { endStep, findStep, stepTokenIn } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { ownPath } from '../../../casebook/signing-in/sign-in-as.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { SecondFactor } from '../../../domain/sign-in/proofs.ts'
import { isEnough } from '../../../domain/sign-in/proofs.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { goIn, letIn, mustHaveAccounts, notOnTheWay } from '../door.ts'
import { sendCodeFor } from '../send-code.ts'
import { waitError } from '../wait-words.ts'
import { takeSecondFactor } from './take-second-factor.ts'
import { codeView, recoveryView } from './view.tsx'

const tokenOf = (ask: Ask): string => stepTokenIn(ask) ?? ''

const beginAgain = (ask: Ask): Reply => notOnTheWay(ask, 'begin-again')

async function factorAsked(ask: Ask): Promise<SecondFactor | undefined> {
  return read(ask, async (tx) => {
    const step = await findStep(tx, tokenOf(ask), 'second-factor')
    return step === undefined ? undefined : (await findAccount(tx, step.personId))?.secondFactor
  })
}

export async function show(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const factor = await factorAsked(ask)
  return factor === undefined ? beginAgain(ask) : page(codeView({ frame: ask.frame, factor, errors: [] }))
}

export async function showRecovery(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  return await factorAsked(ask) === undefined ? beginAgain(ask) : page(recoveryView({ frame: ask.frame, errors: [], action: paths.signInRecoveryCode(), back: paths.signInCode() }))
}

const wrongWords = {
  code: 'The code is not right. Check it, or wait for the next one',
  'recovery-code': 'This recovery code is not right, or it was used before',
} as const

const submitKind = (kind: 'code' | 'recovery-code') => async (ask: Ask): Promise<Reply> => {
  mustHaveAccounts(ask)
  const factor = await factorAsked(ask)
  if (factor === undefined) return beginAgain(ask)
  const again = (error: FieldError): Reply => wrongForm(kind === 'code' ? codeView({ frame: ask.frame, factor, errors: [error] })
    : recoveryView({ frame: ask.frame, errors: [error], action: paths.signInRecoveryCode(), back: paths.signInCode() }))
  const typed = ask.form.text('code')
  if (typed === '') return again({ field: 'code', message: kind === 'code' ? 'Enter your code' : 'Enter a recovery code' })
  const taken = await inTransaction(ask, async (tx) => {
    const step = await findStep(tx, tokenOf(ask), 'second-factor')
    const account = step === undefined ? undefined : await findAccount(tx, step.personId, { hold: true })
    // The password may have been made void, or the account closed, since it was found right.
    if (step === undefined || account === undefined || account.isClosed || account.passwordHash === null) return undefined
    const given = await takeSecondFactor(tx, account, step, { typed, kind })
    if ('wrong' in given) return given.wrong
    const proofs = ['password', given.proof] as const
    if (!isEnough(proofs)) return undefined
    await endStep(tx, step)
    return { person: await letIn(tx, ask, account.personId, proofs), next: ownPath(step.data.next ?? ''), isSharedComputer: step.data.isShared === true, left: await countRecoveryCodes(tx, account.personId) }
  })
  if (taken === undefined || taken === 'over') return beginAgain(ask)
  if (taken === 'again') return again({ field: 'code', message: wrongWords[kind] })
  return kind === 'code' ? { kind: 'redirect', ...await goIn(ask, taken.person, 'password', taken.next, taken) }
    : { kind: 'redirect', ...await goIn(ask, taken.person, 'recovery', paths.mySignIn({ done: 'recovery-code-used' }), taken) }
}

export const submit = submitKind('code')
export const submitRecovery = submitKind('recovery-code')

/** "Send me a new code": by text or e-mail, not more often than somebody needs. */
export async function sendAgain(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const sent = await inTransaction(ask, async (tx) => {
    const step = await findStep(tx, tokenOf(ask), 'second-factor')
    const account = step === undefined ? undefined : await findAccount(tx, step.personId)
    return account === undefined ? undefined : { factor: account.secondFactor, wait: await sendCodeFor(tx, account, tokenOf(ask), 'second-factor') }
  })
  if (sent?.factor === undefined) return beginAgain(ask)
  return sent.wait === 0 ? redirect(paths.signInCode({ done: 'code-sent' })) : wrongForm(codeView({ frame: ask.frame, factor: sent.factor, errors: [waitError('code', sent.wait)] }))
}
