// One's own sign-in: what there is, and changing it. Each change asks for a sign-in of just now, and tells the person by message.

import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import type { Account } from '../../../casebook/accounts/account-rows.ts'
import {
  countRecoveryCodes, endAllBut, findAccount, insertPasskey, keepRecoveryCodes, listPasskeys, removePasskey, setPassword,
} from '../../../casebook/accounts/account-rows.ts'
import { newChallenge, takeChallenge } from '../../../casebook/accounts/challenges.ts'
import { beginStep } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { ChangedThing } from '../../../domain/sign-in/message-words.ts'
import { paths } from '../../../paths.ts'
import { askForPasskey, passkeyMade } from '../../../platform/passkeys/passkeys.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { newRecoveryCode } from '../../../platform/second-factor/codes.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { mustHaveAccounts, onTheWay, placeOf, signInAgainFirst } from '../door.ts'
import { judgeNewPassword } from '../new-password.ts'
import { deviceName } from '../set-up/device-name.ts'
import { codesView, mineView, passwordView, withoutView } from './view.tsx'

/** Their account, or undefined: people of a demonstration, and those who come from another sign-in service, have none here. */
export async function ownAccount(tx: Tx, ask: Ask, { hold = false } = {}): Promise<Account | undefined> {
  if (ask.viewer.kind !== 'person') throw new NotAllowed('sign-in of nobody')
  return findAccount(tx, ask.viewer.personId, { hold })
}

export async function show(ask: Ask, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await read(ask, async (tx) => {
    const account = await ownAccount(tx, ask)
    return account === undefined ? undefined : { account, passkeys: await listPasskeys(tx, account.personId), codesLeft: await countRecoveryCodes(tx, account.personId) }
  })
  if (found === undefined) return page(withoutView({ frame: ask.frame }))
  const { account, passkeys } = found
  const challenge = newChallenge(ask.house, { addTo: account.userHandle })
  const asked = await askForPasskey(placeOf(ask), { challenge, userHandle: account.userHandle, email: account.email, known: passkeys })
  const document = mineView({ frame: ask.frame, ...found, asked, errors })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

/** Tells the person, at the address by which they sign in, what was changed. */
export const tell = async (tx: Tx, account: Account, what: ChangedThing): Promise<void> => {
  await sendAccountMessage(tx, { email: account.email }, { kind: 'changed', what })
}

type Change = (ask: Ask) => Promise<Reply>
/** A change is made only by somebody who has an account and proved who they are just now. */
export const afterSigningIn = (change: (ask: Ask, account: Account) => Promise<Reply>): Change => async (ask) => {
  mustHaveAccounts(ask)
  const account = await read(ask, (tx) => ownAccount(tx, ask))
  if (account === undefined) return redirect(paths.mySignIn())
  return signInAgainFirst(ask) ?? change(ask, account)
}

const done: Reply = redirect(paths.mySignIn({ done: 'sign-in-changed' }))

export const addPasskey = afterSigningIn(async (ask, account) => {
  const added = await inTransaction(ask, async (tx) => {
    const made = await passkeyMade(placeOf(ask), ask.form.raw('answer'), (challenge) => takeChallenge(tx, challenge, { addTo: account.userHandle }))
    const isIn = made !== undefined && await insertPasskey(tx, account.personId, { passkey: made, isSynced: made.isSynced, name: deviceName(made) })
    if (isIn) await tell(tx, account, 'passkey-added')
    return isIn
  })
  return added ? done : show(ask, [{ field: 'passkey', message: 'We could not make a passkey. Try again' }])
})

/** The last way in is not taken away: then nobody but the council could help. */
export const takePasskeyAway = afterSigningIn(async (ask, { personId }) => {
  const removed = await inTransaction(ask, async (tx) => {
    const held = await findAccount(tx, personId, { hold: true })
    const passkeys = await listPasskeys(tx, personId)
    if (held === undefined || (held.passwordHash === null && passkeys.length < 2)) return 'last'
    if (await removePasskey(tx, personId, ask.form.text('passkey')) === undefined) return 'gone'
    await endAllBut(tx, personId, ask.session?.id)
    await tell(tx, held, 'passkey-removed')
    return 'removed'
  })
  return removed === 'last' ? show(ask, [{ field: 'remove-passkey', message: 'This is your only way to sign in. Add another passkey or a password first' }]) : done
})

export const showPassword = afterSigningIn(async (ask, account) => (
  account.passwordHash === null ? beginPassword(ask, account) : page(passwordView({ frame: ask.frame, email: account.email, errors: [] }))
))

/** Somebody with passkeys alone gets a password only together with its second factor. */
async function beginPassword(ask: Ask, { personId, email, secondFactor }: Account): Promise<Reply> {
  const token = await inTransaction(ask, (tx) => beginStep(tx, 'set-up', personId, { email, only: secondFactor === undefined ? 'both' : 'password' }))
  return onTheWay(ask, paths.setUpPassword(), token, 'set-up')
}

export const submitPassword = afterSigningIn(async (ask, account) => {
  const { house, form } = ask
  const again = (errors: readonly FieldError[]): Reply => wrongForm(passwordView({ frame: ask.frame, email: account.email, errors }))
  const current = form.raw('current')
  if (account.passwordHash === null) return beginPassword(ask, account)
  if (current === '') return again([{ field: 'current', message: 'Enter the password that you have now' }])
  if (!await house.passwords.matches(account.passwordHash, current)) return again([{ field: 'current', message: 'This is not the password that you have now' }])
  const judged = await judgeNewPassword(ask, form.raw('password'), account)
  if ('error' in judged) return again([judged.error])
  await inTransaction(ask, async (tx) => {
    await setPassword(tx, account.personId, judged.hash)
    await endAllBut(tx, account.personId, ask.session?.id)
    await tell(tx, account, 'password')
  })
  return done
})

/** Goes through the pages by which an account is set up, for this one thing. */
export const changeFactor = afterSigningIn(async (ask, { personId, email, passwordHash }) => {
  if (passwordHash === null) return redirect(paths.changePassword())
  const token = await inTransaction(ask, (tx) => beginStep(tx, 'set-up', personId, { email, only: 'second-factor' }))
  return onTheWay(ask, paths.setUpSecondFactor(), token, 'set-up')
})

export const makeRecoveryCodes = afterSigningIn(async (ask, account) => {
  const codes = Array.from({ length: 10 }, newRecoveryCode)
  await inTransaction(ask, async (tx) => {
    await keepRecoveryCodes(tx, account.personId, codes)
    await tell(tx, account, 'recovery-codes')
  })
  return page(codesView({ frame: ask.frame, codes }))
})

export const showRecoveryCodes = (): Promise<Reply> => Promise.resolve(redirect(paths.mySignIn()))

