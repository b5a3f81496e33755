import { newChallenge, takeChallenge } from '../../../casebook/accounts/challenges.ts'
import { insertPasskey } from '../../../casebook/accounts/account-rows.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { invitedToBind } from '../../../casebook/signing-in/outside-identity.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { redirect } from '../../../platform/http/reply.ts'
import { askForPasskey, passkeyMade } from '../../../platform/passkeys/passkeys.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { goingOn } from '../../../ui/going-on.tsx'
import { mustTakeInvitations, placeOf } from '../door.ts'
import { deviceName } from './device-name.ts'
import { finishedIn, lastPage } from './finished.ts'
import type { SettingUp } from './open-set-up.ts'
import { openWhole, settingUp, stepIn, tooLate } from './open-set-up.ts'
import { startView } from './view.tsx'

/** Accounts elsewhere are offered to whoever was invited: to change something of an account here there is no need of one. */
const elsewhereFor = (ask: Ask, { data }: SettingUp['step']) => (data.invitationId === undefined ? [] : ask.house.providers)

async function shown(ask: Ask, { step, email }: SettingUp, errors: readonly FieldError[] = []): Promise<Reply> {
  const challenge = newChallenge(ask.house, { addTo: step.data.userHandle ?? '' })
  const asked = await askForPasskey(placeOf(ask), { challenge, userHandle: step.data.userHandle ?? '', email, known: [] })
  return { kind: 'page', status: errors.length > 0 ? 422 : 200, document: startView({ frame: ask.frame, email, asked, errors, hasAccounts: ask.house.signIn.includes('local'), elsewhere: elsewhereFor(ask, step) }) }
}

/** Passkey first; a password, and what goes with it, for whoever cannot or will not. */
export async function show(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask, mustTakeInvitations)
  if (setUp === undefined) return tooLate(ask)
  return setUp.step.data.only === undefined ? shown(ask, setUp) : redirect(setUp.step.data.only === 'second-factor' ? paths.setUpSecondFactor() : paths.setUpPassword())
}

export async function submitPasskey(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  if (setUp?.step.data.only !== undefined || setUp === undefined) return tooLate(ask)
  const finished = await inTransaction(ask, async (tx) => {
    const step = await stepIn(tx, ask)
    if (step === undefined) return 'over'
    const made = await passkeyMade(placeOf(ask), ask.form.raw('answer'), (challenge) => takeChallenge(tx, challenge, { addTo: step.data.userHandle ?? '' }))
    if (made === undefined) return 'wrong'
    const opened = await openWhole(tx, step, undefined)
    if (opened.kind === 'opened' && !await insertPasskey(tx, step.personId, { passkey: made, isSynced: made.isSynced, name: deviceName(made) })) {
      throw new Error('a passkey just made is somebody else’s')
    }
    return finishedIn(tx, ask, opened, ['passkey'])
  })
  if (finished === 'over') return tooLate(ask)
  if (finished === 'wrong') return shown(ask, setUp, [{ field: 'passkey', message: 'We could not make a passkey. Try again, or use a password' }])
  return lastPage(ask, finished, 'passkey')
}

export const showPasskey = (): Promise<Reply> => Promise.resolve(redirect(paths.setUp()))

/**
 * Goes to a provider for whoever has shown their invitation and its second fact: the account that they come back with is bound to them,
 * and the invitation is used up with it (features/sign-in/at-provider).
 */
export async function submitElsewhere(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask, mustTakeInvitations)
  if (setUp?.step.data.invitationId === undefined || setUp.step.data.only !== undefined) return tooLate(ask)
  const provider = elsewhereFor(ask, setUp.step).find(({ name }) => name === ask.form.text('provider'))
  if (provider === undefined) return shown(ask, setUp, [{ field: 'provider', message: 'Select the account that you have already' }])
  const document = goingOn({ frame: ask.frame, title: `Going to ${provider.title}`, to: paths.signInAt({ provider: provider.name }) })
  return { kind: 'page', status: 200, document, cookies: [invitedToBind(ask.house, setUp.step.personId, 'invitation', setUp.step.data.invitationId)] }
}

export const showElsewhere = (): Promise<Reply> => Promise.resolve(redirect(paths.setUp()))
