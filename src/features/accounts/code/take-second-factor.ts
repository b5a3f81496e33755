// The code after a right password, or after the link in a message: the same rule for both.

import type { Account } from '../../../casebook/accounts/account-rows.ts'
import { countWrongCode, rememberStep, useRecoveryCode } from '../../../casebook/accounts/account-rows.ts'
import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import type { Step } from '../../../casebook/accounts/steps.ts'
import { countStepTry, endStep, takeCode } from '../../../casebook/accounts/steps.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Proof } from '../../../domain/sign-in/proofs.ts'
import { proofOf } from '../../../domain/sign-in/proofs.ts'
import { wrongCodesAtOneSignIn, wrongCodesThatEndGuessing, wrongCodesThatVoidThePassword } from '../../../domain/sign-in/slow-down.ts'
import { stepOfCode } from '../../../platform/second-factor/authenticator.ts'
import { sealedForPerson } from '../../../casebook/accounts/sealed-for-person.ts'

/** The proof that was given; or that it was wrong, and whether one may try again here. */
export type Taken = { readonly proof: Proof } | { readonly wrong: 'again' | 'over' }

/** `kind` says which box it was typed in. The account's row is held, so that of a hundred codes at once each is counted. */
export async function takeSecondFactor(tx: Tx, account: Account, step: Step, { typed, kind }: { typed: string; kind: 'code' | 'recovery-code' }): Promise<Taken> {
  if (kind === 'recovery-code' && await useRecoveryCode(tx, account.personId, typed)) return { proof: 'recovery-code' }
  if (kind === 'code' && account.wrongCodes < wrongCodesThatEndGuessing && await isRightCode(tx, account, step, typed.replaceAll(/\s/g, ''))) {
    return { proof: proofOf[account.secondFactor ?? 'app'] }
  }
  await countWrong(tx, account, step)
  if (step.tries + 1 < wrongCodesAtOneSignIn) return { wrong: 'again' }
  await endStep(tx, step)
  return { wrong: 'over' }
}

async function isRightCode(tx: Tx, account: Account, step: Step, code: string): Promise<boolean> {
  if (account.secondFactor === 'text' || account.secondFactor === 'email') return takeCode(tx, step, code)
  if (account.appKeySealed === null) return false
  const taken = stepOfCode(tx.house.sealer.open(account.appKeySealed, sealedForPerson(account.personId, 'app-key')), code, tx.now, account.appLastStep)
  if (taken === undefined) return false
  await rememberStep(tx, account.personId, taken)
  return true
}

async function countWrong(tx: Tx, account: Account, step: Step): Promise<void> {
  await countStepTry(tx, step)
  const wrongCodes = account.wrongCodes + 1
  const voids = wrongCodes >= wrongCodesThatVoidThePassword && account.passwordHash !== null
  await countWrongCode(tx, account.personId, wrongCodes, { voids })
  if (voids) await sendAccountMessage(tx, { email: account.email }, { kind: 'codes-guessed' })
}
