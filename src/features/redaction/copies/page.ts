import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listRedactions } from '../redaction-store.ts'
import { listReaders, listThings } from '../sources-store.ts'
import { demandCopy } from './demand-copy.ts'
import { longestWhy, view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'copies')
  return { caseFile, redactions: await listRedactions(tx, caseFile), things: await listThings(tx, caseFile), readers: await listReaders(tx, caseFile) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

const refusalWords = {
  'not-there': 'This is no longer on the case. Choose again',
  'kept-from-reader': 'Its author or the family has asked that this reader does not see it at all, and they do not. No copy is needed',
  'there-is-one': 'There is a copy of this for this reader already, in the list above',
  'not-at-this-stage': 'The case is closed',
} as const

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const thing = ask.form.text('thing')
  const reader = ask.form.text('reader')
  const why = ask.form.text('why')
  const errors: FieldError[] = [
    ...(found.things.some(({ value }) => value === thing) ? [] : [{ field: 'thing', message: 'Select the report or document' }]),
    ...(found.readers.some(({ value }) => value === reader) ? [] : [{ field: 'reader', message: 'Select who gets it as a copy' }]),
    ...(why === '' ? [{ field: 'why', message: 'Enter why they do not get it whole' }] : why.length > longestWhy ? [{ field: 'why', message: 'This must be 1,000 characters or fewer' }] : []),
  ]
  if (errors.length > 0) return again(errors)
  const done = await demandCopy(ask, caseKeyOf(ask), { thing, reader, why })
  if (!done.ok) return again([{ field: done.refusal.kind === 'kept-from-reader' ? 'reader' : 'thing', message: refusalWords[done.refusal.kind] }])
  return redirect(paths.copyPassages({ ...found.caseFile.key, redactionId: done.value }, { done: 'copy-begun' }))
}
