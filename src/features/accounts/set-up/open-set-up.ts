// Setting up an account, from the first page to the last: what was shown is kept in the step until all of it is there. An account
// is written once, whole: none ever stands with one factor.

import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import type { FactorWay } from '../../../casebook/accounts/account-rows.ts'
import {
  endAllBut, findAccount, isEmailTaken, isStaff, keepRecoveryCodes, nameOf, openAccount, setFactor, setPassword, setPasswordWay,
} from '../../../casebook/accounts/account-rows.ts'
import { acceptInvitation } from '../../../casebook/accounts/invitations.ts'
import type { Step } from '../../../casebook/accounts/steps.ts'
import { endStepsOf, findStep, stepTokenIn } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { SecondFactor } from '../../../domain/sign-in/proofs.ts'
import { secondFactorsFor } from '../../../domain/sign-in/proofs.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { newRecoveryCode } from '../../../platform/second-factor/codes.ts'
import { mustHaveAccounts, notOnTheWay } from '../door.ts'

export interface SettingUp {
  readonly step: Step
  readonly email: string
  readonly name: string
  readonly factors: readonly SecondFactor[]
}

/** The time is over: the link of an invitation can be opened again, a way back is asked for again. */
export const tooLate = (ask: Ask): Reply => notOnTheWay(ask, 'set-up-over')

export const stepIn = (tx: Tx, ask: Ask): Promise<Step | undefined> => findStep(tx, stepTokenIn(ask), 'set-up')

/** What this browser is setting up; undefined when it is not. `must`: what has to be there for it, an account of the hub's own as a rule. */
export async function settingUp(ask: Ask, must = mustHaveAccounts): Promise<SettingUp | undefined> {
  must(ask)
  return read(ask, async (tx) => {
    const step = await stepIn(tx, ask)
    if (step?.data.email === undefined) return undefined
    return { step, email: step.data.email, name: await nameOf(tx, step.personId), factors: secondFactorsFor({ isStaff: await isStaff(tx, step.personId), sendsTexts: ask.house.sender.sendsTexts }) }
  })
}

export type Finished =
  /** The account is open: its ten codes, to be shown this once. */
  | { readonly kind: 'opened'; readonly personId: PersonId; readonly codes: readonly string[] }
  /** Something of an account that was there already is new. */
  | { readonly kind: 'changed'; readonly personId: PersonId }
  | { readonly kind: 'over' }
  | { readonly kind: 'email-taken' }

const tenCodes = (): string[] => Array.from({ length: 10 }, newRecoveryCode)

/** The password and its second factor are both there: writes them. */
export async function finishWithPassword(tx: Tx, step: Step, factor: FactorWay): Promise<Finished> {
  const { personId, data: { only, passwordHash } } = step
  if (only === 'second-factor') {
    await setFactor(tx, personId, factor)
    return changed(tx, personId, 'second-factor')
  }
  if (passwordHash === undefined) return { kind: 'over' }
  if (only === 'both') {
    await setPasswordWay(tx, personId, { passwordHash, factor })
    return changed(tx, personId, 'password')
  }
  return openWhole(tx, step, { passwordHash, factor })
}

/** A new password alone, after the mailbox and another thing were shown. Every other browser must sign in again. */
export async function finishWithNewPassword(tx: Tx, step: Step, passwordHash: string): Promise<Finished> {
  await setPassword(tx, step.personId, passwordHash)
  await endAllBut(tx, step.personId, undefined)
  return changed(tx, step.personId, 'password')
}

async function changed(tx: Tx, personId: PersonId, what: 'password' | 'second-factor'): Promise<Finished> {
  await endStepsOf(tx, personId)
  const account = await findAccount(tx, personId)
  if (account !== undefined) await sendAccountMessage(tx, { email: account.email }, { kind: 'changed', what })
  return { kind: 'changed', personId }
}

/** Opens the account, or opens it anew, with a password and its factor, or without one when a passkey follows in the same transaction. */
export async function openWhole(tx: Tx, step: Step, way: Parameters<typeof openAccount>[2]): Promise<Finished> {
  const { personId, data: { email, userHandle, invitationId } } = step
  if (email === undefined || userHandle === undefined) return { kind: 'over' }
  if (await isEmailTaken(tx, email, personId)) return { kind: 'email-taken' }
  if (invitationId !== undefined && !await acceptInvitation(tx, invitationId)) return { kind: 'over' }
  const before = await findAccount(tx, personId)
  await openAccount(tx, { personId, email, userHandle }, way)
  // Whoever had it before is told at their own address, in case the invitation went to somebody else.
  if (before !== undefined) await sendAccountMessage(tx, { email: before.email }, { kind: 'changed', what: 'account-opened-again' })
  const codes = tenCodes()
  await keepRecoveryCodes(tx, personId, codes)
  await endStepsOf(tx, personId)
  return { kind: 'opened', personId, codes }
}
