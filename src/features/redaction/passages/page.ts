import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { getRedaction, listPassages } from '../redaction-store.ts'
import { readMarks } from './form.ts'
import { markCopy } from './mark-copy.ts'
import { view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'copies')
  const redaction = await getRedaction(tx, caseFile, param(ask, 'redactionId'))
  return { caseFile, redaction, passages: await listPassages(tx, caseFile, redaction.id) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

const refusalWords = {
  'not-being-marked': 'This copy is no longer being marked: somebody sent it for a check meanwhile',
  'no-words': 'Nothing in this document can be read here, so no copy can be made',
  'not-all-chosen': 'Something was marked meanwhile. Look through the list again',
  'not-at-this-stage': 'The case is closed',
} as const

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const isForCheck = ask.form.text('next') === 'check'
  const { passages, errors } = readMarks(ask.form, found.redaction.text, found.passages, { isForCheck })
  if (errors.length > 0) return again(errors)
  const key = { ...found.caseFile.key, redactionId: found.redaction.id }
  const done = await markCopy(ask, caseKeyOf(ask), { redactionId: found.redaction.id, passages, isForCheck })
  if (!done.ok) return again([{ field: 'more', message: refusalWords[done.refusal.kind] }])
  return redirect(isForCheck ? paths.copyCheck(key, { done: 'copy-for-check' }) : paths.copyPassages(key, { done: 'saved' }))
}
