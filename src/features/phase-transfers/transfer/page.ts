import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { nextPlacements } from '../../../domain/case-file/facts.ts'
import { isTransferKind } from '../../../domain/transfer/phases.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { findTransfer } from '../cohort-store.ts'
import { finalsOf, namedBy } from './finals.ts'
import { nameNextPlacement } from './name-next-placement.ts'
import { nameRefusalWords, settleRefusalError } from './refusal-words.ts'
import { settleTransfer } from './settle-transfer.ts'
import { longestReason, view } from './view.tsx'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'review-register')
    const transfer = await findTransfer(tx, caseFile, param(ask, 'transferId'))
    if (transfer === undefined) throw new NotFound('transfer')
    const document = view({ frame: ask.frame, caseFile, transfer, today: tx.today, finals: finalsOf(caseFile.facts), named: namedBy(caseFile.facts, transfer.id), errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export const submit = (ask: Ask): Promise<Reply> => (ask.form.text('step') === 'name' ? name(ask) : settle(ask))

async function settle(ask: Ask): Promise<Reply> {
  const [as, reason, key] = [ask.form.text('as'), ask.form.text('reason'), caseKeyOf(ask)]
  const on = as === 'post-16-to-post-16' ? readDate(ask.form, 'on', { what: 'The day of the move' }) : undefined
  const errors: FieldError[] = [
    ...(isTransferKind(as) || as === 'out' ? [] : [{ field: 'as', message: 'Select what is right' }]),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why' }] : reason.length > longestReason ? [{ field: 'reason', message: `The reason must be ${longestReason} characters or fewer` }] : []),
    ...(on !== undefined && 'error' in on ? [on.error] : []),
  ]
  if (errors.length > 0 || !(isTransferKind(as) || as === 'out')) return form(ask, errors, ask.form.values())
  const done = await settleTransfer(ask, key, { transferId: param(ask, 'transferId'), as, reason, ...(on !== undefined && 'value' in on ? { transferOn: on.value } : {}) })
  return done.ok ? redirect(paths.transfer({ ...key, transferId: done.value }, { done: 'saved' })) : form(ask, [settleRefusalError(done.refusal)], ask.form.values())
}

async function name(ask: Ask): Promise<Reply> {
  const [final, how, called, key] = [ask.form.text('final'), nextPlacements.find((one) => one === ask.form.text('how')), ask.form.text('name'), caseKeyOf(ask)]
  const errors: FieldError[] = [
    ...(/^\d{1,9}$/.test(final) ? [] : [{ field: 'final', message: 'Select the plan that names it' }]), ...(how === undefined ? [{ field: 'how', message: 'Select what the plan says' }] : []),
    ...(how !== 'same' && called === '' ? [{ field: 'name', message: 'Enter the setting, or the type of setting, as the plan has it' }] : called.length > 200 ? [{ field: 'name', message: 'The name must be 200 characters or fewer' }] : []),
  ]
  if (errors.length > 0 || how === undefined) return form(ask, errors, ask.form.values())
  const transferId = param(ask, 'transferId')
  const done = await nameNextPlacement(ask, key, { transferId, finalSeq: Number(final), how, ...(called === '' ? {} : { name: called }) })
  return done.ok ? redirect(paths.transfer({ ...key, transferId }, { done: 'recorded' })) : form(ask, [{ field: 'final', message: nameRefusalWords(done.refusal.kind) }], ask.form.values())
}
