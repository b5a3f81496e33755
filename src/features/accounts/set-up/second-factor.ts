import { answerStep, newCodeFor } from '../../../casebook/accounts/steps.ts'
import { sendAccountMessage } from '../../../casebook/accounts/account-messages.ts'
import type { FactorWay } from '../../../casebook/accounts/account-rows.ts'
import { countTry } from '../../../casebook/accounts/slow-downs.ts'
import type { Step } from '../../../casebook/accounts/steps.ts'
import { countStepTry, endStep, takeCode } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { parseTelephone } from '../../../domain/identifiers/contact-details.ts'
import type { SecondFactor } from '../../../domain/sign-in/proofs.ts'
import { proofOf } from '../../../domain/sign-in/proofs.ts'
import { wrongCodesAtOneSignIn } from '../../../domain/sign-in/slow-down.ts'
import { paths } from '../../../paths.ts'
import { appUri, newAppKey, qrPath, stepOfCode } from '../../../platform/second-factor/authenticator.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { sealedForPerson } from '../../../casebook/accounts/sealed-for-person.ts'
import { waitError } from '../wait-words.ts'
import { finishedIn, lastPage } from './finished.ts'
import type { SettingUp } from './open-set-up.ts'
import { finishWithPassword, settingUp, stepIn, tooLate } from './open-set-up.ts'
import { appView, chooseView, codeView } from './second-factor-view.tsx'

/** The password is answered, or only the second factor is made anew. */
const isReady = (setUp: SettingUp | undefined): setUp is SettingUp =>
  setUp !== undefined && (setUp.step.data.passwordHash !== undefined || setUp.step.data.only === 'second-factor')

export async function show(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  if (!isReady(setUp)) return tooLate(ask)
  return setUp.factors.length === 1 ? redirect(paths.setUpApp()) : page(chooseView({ frame: ask.frame, factors: setUp.factors, email: setUp.email, errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  if (!isReady(setUp)) return tooLate(ask)
  const again = (error: FieldError): Reply => wrongForm(chooseView({ frame: ask.frame, factors: setUp.factors, email: setUp.email, errors: [error], values: ask.form.values() }))
  const factor = setUp.factors.find((one) => one === ask.form.text('factor'))
  if (factor === undefined) return again({ field: 'factor', message: 'Select how you want to get your codes' })
  if (factor === 'app') return redirect(paths.setUpApp())
  const phone = factor === 'text' ? parseTelephone(ask.form.text('phone')) : undefined
  if (phone?.ok === false) return again({ field: 'phone', message: phone.refusal === 'blank' ? 'Enter your mobile number' : 'Enter a mobile number, like 07700 900 982' })
  const wait = await inTransaction(ask, async (tx) => {
    const step = await stepIn(tx, ask)
    if (step === undefined) return 0
    const answered = await answerStep(tx, step, { factor, ...(phone === undefined ? {} : { phoneSealed: tx.house.sealer.seal(phone.value, sealedForPerson(step.personId, 'phone')) }) })
    return sendSetUpCode(tx, answered)
  })
  return wait > 0 ? again(waitError('factor', wait)) : redirect(paths.setUpCode())
}

/** A first code to where the codes will go: a slip in a number must show now, not at the next sign-in. */
async function sendSetUpCode(tx: Tx, step: Step): Promise<number> {
  const wait = await countTry(tx, [{ kind: 'message', of: `code ${step.personId}` }])
  if (wait > 0) return wait
  const { factor, phoneSealed, email = '' } = step.data
  const code = await newCodeFor(tx, step)
  const to = factor === 'text' && phoneSealed !== undefined ? { phone: tx.house.sealer.open(phoneSealed, sealedForPerson(step.personId, 'phone')) } : { email }
  await sendAccountMessage(tx, to, { kind: 'code', code })
  return 0
}

export async function showCode(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  if (!isReady(setUp)) return tooLate(ask)
  const { factor } = setUp.step.data
  return factor === 'text' || factor === 'email' ? page(codeView({ frame: ask.frame, factor, errors: [] })) : redirect(paths.setUpSecondFactor())
}

export async function sendAgain(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  const factor = setUp?.step.data.factor
  if (!isReady(setUp) || (factor !== 'text' && factor !== 'email')) return tooLate(ask)
  const wait = await inTransaction(ask, async (tx) => {
    const step = await stepIn(tx, ask)
    return step === undefined ? 0 : sendSetUpCode(tx, step)
  })
  return wait > 0 ? wrongForm(codeView({ frame: ask.frame, factor, errors: [waitError('code', wait)] })) : redirect(paths.setUpCode({ done: 'code-sent' }))
}

/** The app's key is made once for this set-up and shown each time the page is, until the app has answered with a right code. */
async function keyOf(ask: Ask): Promise<string | undefined> {
  return inTransaction(ask, async (tx) => {
    const step = await stepIn(tx, ask)
    if (step === undefined) return undefined
    const sealedFor = sealedForPerson(step.personId, 'app-key')
    if (step.data.appKeySealed !== undefined) return tx.house.sealer.open(step.data.appKeySealed, sealedFor)
    const key = newAppKey()
    await answerStep(tx, step, { appKeySealed: tx.house.sealer.seal(key, sealedFor) })
    return key
  })
}

async function app(ask: Ask, setUp: SettingUp, errors: readonly FieldError[]): Promise<Reply> {
  const key = await keyOf(ask)
  if (key === undefined) return tooLate(ask)
  const document = appView({ frame: ask.frame, key, qr: qrPath(appUri(key, setUp.email)), canChoose: setUp.factors.length > 1, errors })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export async function showApp(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  return isReady(setUp) ? app(ask, setUp, []) : tooLate(ask)
}

/** The factor that this code proves to be the person's; undefined when the code is wrong. */
async function provenFactor(tx: Tx, step: Step, kind: SecondFactor, code: string): Promise<FactorWay | undefined> {
  const { appKeySealed, phoneSealed, factor } = step.data
  if (kind === 'app') {
    if (appKeySealed === undefined) return undefined
    const lastStep = stepOfCode(tx.house.sealer.open(appKeySealed, sealedForPerson(step.personId, 'app-key')), code, tx.now, undefined)
    return lastStep === undefined ? undefined : { kind: 'app', keySealed: appKeySealed, lastStep }
  }
  if (factor !== kind || !await takeCode(tx, step, code)) return undefined
  if (kind === 'email') return { kind }
  return phoneSealed === undefined ? undefined : { kind: 'text', phoneSealed }
}

const finishBy = (kindOf: (setUp: SettingUp) => SecondFactor | undefined) => async (ask: Ask): Promise<Reply> => {
  const setUp = await settingUp(ask)
  const kind = setUp === undefined ? undefined : kindOf(setUp)
  if (!isReady(setUp) || kind === undefined || !setUp.factors.includes(kind)) return tooLate(ask)
  const again = (message: string): Reply | Promise<Reply> => {
    const errors = [{ field: 'code', message }]
    return kind === 'app' ? app(ask, setUp, errors) : wrongForm(codeView({ frame: ask.frame, factor: kind, errors }))
  }
  const code = ask.form.text('code').replaceAll(/\s/g, '')
  if (code === '') return again('Enter the code')
  const finished = await inTransaction(ask, async (tx) => {
    const step = await stepIn(tx, ask)
    if (step === undefined) return 'over'
    const factor = await provenFactor(tx, step, kind, code)
    if (factor !== undefined) return finishedIn(tx, ask, await finishWithPassword(tx, step, factor), ['password', proofOf[kind]])
    // Codes that are sent are few enough to be guessed, so tries are counted; a key that one has just been shown is not guessed.
    await countStepTry(tx, step)
    if (kind === 'app' || step.tries + 1 < wrongCodesAtOneSignIn * 2) return 'wrong'
    await endStep(tx, step)
    return 'over'
  })
  if (finished === 'over') return tooLate(ask)
  return finished === 'wrong' ? again('The code is not right. Check it and try again') : lastPage(ask, finished, 'password')
}

export const submitApp = finishBy(() => 'app')
export const submitCode = finishBy(({ step }) => (step.data.factor === 'app' ? undefined : step.data.factor))
