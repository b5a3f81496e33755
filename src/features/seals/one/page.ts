import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { reviewDaysOf } from '../../../domain/seals/item-seal.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { getSeal } from '../../../casebook/access/seal-rows.ts'
import { listThings } from '../things-store.ts'
import type { SealChange } from './change-seal.ts'
import { changeSeal } from './change-seal.ts'
import { longestReason, view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'seals')
  const seal = await getSeal(tx, caseFile, param(ask, 'sealId'))
  return { caseFile, seal, thing: (await listThings(tx, caseFile)).find(({ id }) => id === seal.thingId), today: tx.today }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  if (!found.caseFile.open.includes('change-seal')) throw new NotAllowed('change-seal')
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const what = ask.form.text('do')
  const reason = ask.form.text('reason')
  const review = readDate(ask.form, 'review', { what: 'The day to look at it again', ...reviewDaysOf(found.seal.ground, found.today) })
  const errors: FieldError[] = [
    ...(what === 'lift' || what === 'keep' ? [] : [{ field: 'do', message: 'Select whether the seal stays' }]),
    ...(what === 'keep' && 'error' in review ? [review.error] : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why' }] : reason.length > longestReason ? [{ field: 'reason', message: 'This must be 1,000 characters or fewer' }] : []),
  ]
  if (errors.length > 0) return again(errors)
  const change: SealChange = 'value' in review && what === 'keep' ? { sealId: found.seal.id, do: 'keep', reason, reviewOn: review.value } : { sealId: found.seal.id, do: 'lift', reason }
  const done = await changeSeal(ask, caseKeyOf(ask), change)
  if (!done.ok) return again([{ field: 'do', message: 'Somebody was quicker. Look again' }])
  return redirect(paths.caseSeals(found.caseFile.key, { done: done.value === 'lifted' ? 'item-unsealed' : 'item-seal-kept' }))
}
