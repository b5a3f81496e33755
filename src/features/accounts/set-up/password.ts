import { answerStep } from '../../../casebook/accounts/steps.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import type { AboutYou } from '../../../domain/sign-in/password.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { judgeNewPassword } from '../new-password.ts'
import { finishedIn, lastPage } from './finished.ts'
import type { SettingUp } from './open-set-up.ts'
import { finishWithNewPassword, settingUp, stepIn, tooLate } from './open-set-up.ts'
import { passwordView } from './view.tsx'

const asksForPassword = (setUp: SettingUp | undefined): setUp is SettingUp => setUp !== undefined && setUp.step.data.only !== 'second-factor' && setUp.step.data.only !== 'email'
const aboutOf = ({ name, email }: SettingUp): AboutYou => ({ name, email })

export async function show(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  return asksForPassword(setUp) ? page(passwordView({ frame: ask.frame, email: setUp.email, isNewOnly: setUp.step.data.only === 'password', errors: [] })) : tooLate(ask)
}

export async function submit(ask: Ask): Promise<Reply> {
  const setUp = await settingUp(ask)
  if (!asksForPassword(setUp)) return tooLate(ask)
  const isNewOnly = setUp.step.data.only === 'password'
  const judged = await judgeNewPassword(ask, ask.form.raw('password'), aboutOf(setUp))
  if ('error' in judged) return wrongForm(passwordView({ frame: ask.frame, email: setUp.email, isNewOnly, errors: [judged.error] }))
  const finished = await inTransaction(ask, async (tx) => {
    const step = await stepIn(tx, ask)
    if (step === undefined) return 'over'
    if (!isNewOnly) return answerStep(tx, step, { passwordHash: judged.hash })
    // The mailbox and a code were shown to come so far (way-back/page.ts): the new password is the second thing of the next sign-in.
    return finishedIn(tx, ask, await finishWithNewPassword(tx, step, judged.hash), ['email-link', 'app-code'])
  })
  if (finished === 'over') return tooLate(ask)
  return 'finished' in finished ? lastPage(ask, finished, 'recovery') : redirect(setUp.factors.length === 1 ? paths.setUpApp() : paths.setUpSecondFactor())
}
