import type { Ask } from '../../../casebook/ask.ts'
import { keepsChildren } from '../../../casebook/house.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import { waits } from '../../../domain/older-plans/piece.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import { findSettingCalled, listLikeChildren } from '../like-children-store.ts'
import type { OlderPlan } from '../older-plan-store.ts'
import { openOlderPlan, planKeyOf } from '../open-older-plan.ts'
import { refusalWords as placeRefusalWords } from '../place/place-pieces.ts'
import type { ConfirmRefusal } from './confirm-older-plan.ts'
import { confirmOlderPlan } from './confirm-older-plan.ts'
import { readConfirm } from './form.ts'
import { view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  await openAreaFor(tx, planKeyOf(ask).area, 'confirm-older-plan')
  const { area, plan } = await openOlderPlan(tx, planKeyOf(ask))
  const setting = plan.facts.setting === undefined ? undefined : await findSettingCalled(tx, ask.form.text('settingName') || plan.facts.setting)
  return {
    area, plan, like: await listLikeChildren(tx, area.id, plan.facts), waiting: plan.pieces.filter(waits).length,
    isMine: tx.viewer.kind === 'person' && plan.claim?.by === tx.viewer.personId, ...(setting === undefined ? {} : { setting: setting.name }),
  }
})

/** The form as the file fills it in: every box is looked at by a person. */
const valuesOf = ({ facts, n }: OlderPlan, only: string | undefined): Record<string, string> => ({
  n: String(n), case: only ?? '', givenName: facts.givenName ?? '', familyName: facts.familyName ?? '', upn: facts.upn ?? '', nhsNumber: facts.nhsNumber ?? '', settingName: facts.setting ?? '',
  ...dateValues('bornOn', facts.bornOn), ...dateValues('firstMadeOn', facts.firstMadeOn), ...dateValues('issuedOn', facts.issuedOn), ...dateValues('reviewedOn', facts.reviewedOn),
})

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return page(view({ frame: ask.frame, ...found, errors: [], values: valuesOf(found.plan, found.like.length === 0 ? 'new' : undefined) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const key = planKeyOf(ask)
  const again = async (errors: readonly FieldError[], refusal?: ConfirmRefusal): Promise<Reply> =>
    wrongForm(view({ frame: ask.frame, ...await find(ask), errors, values: ask.form.values(), ...(refusal === undefined ? {} : { refusal }) }))
  const form = readConfirm(ask.form, ask.house.clock.today(), keepsChildren(ask.house))
  if ('errors' in form) return again(form.errors)
  const done = await confirmOlderPlan(ask, { ...key, form: form.value, n: Number(ask.form.text('n')) })
  if (done.ok) return redirect(paths.finalPlan({ area: key.area, caseId: done.value.caseId }, { done: 'older-plan-confirmed' }))
  return again([errorOf(done.refusal)], done.refusal)
}

function errorOf(refusal: ConfirmRefusal): FieldError {
  switch (refusal.kind) {
    case 'still-waiting': return { field: 'main-content', message: `${refusal.count} ${refusal.count === 1 ? 'piece of words still waits' : 'pieces of words still wait'}. Place them, or leave them out with a reason, first` }
    case 'nothing-placed': return { field: 'main-content', message: 'No words are placed in a section' }
    case 'not-this-case': return { field: 'case', message: 'This case has a plan already, or one is being made for it. Choose another, or keep this file as an earlier plan' }
    case 'other-first-day': return { field: 'firstMadeOn', message: `The record says that this child’s plan was first made on ${dateWords(refusal.firstMadeOn)}. Enter that day, or correct the record first` }
    case 'another-child': return { field: 'case', message: 'The file has another name and another date of birth. It cannot be this child’s plan' }
    case 'differs': return { field: 'isSameChild', message: 'The file and the record differ. Look at both, and say that it is the same child' }
    case 'others-named': return refusal.mayDecide
      ? { field: 'othersReason', message: 'The plan seems to name another child. Leave those words out, or say why they belong here' }
      : { field: 'main-content', message: 'The plan seems to name another child. Leave those words out, or ask somebody who decides to confirm it' }
    default: return { field: 'main-content', message: placeRefusalWords(refusal) }
  }
}
