import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { NeedRow } from '../family-store.ts'
import { listNeeds } from '../family-store.ts'
import { detailField, needDetails, needKinds } from '../words.ts'
import type { CommunicationInput } from './record-communication.ts'
import { recordCommunication } from './record-communication.ts'
import { view } from './view.tsx'

async function find(ask: Ask): Promise<{ caseFile: CaseFile; needs: NeedRow[] }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('record-communication')) throw new NotAllowed('record-communication')
    return { caseFile, needs: await listNeeds(tx, caseFile) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

const refusalWords = {
  'recorded-already': { field: 'kind', message: 'This is recorded already' },
  'ended-already': { field: 'kind', message: 'This was taken off already' },
  'not-at-this-stage': { field: 'kind', message: 'This cannot be recorded now' },
} as const satisfies Record<string, FieldError>

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readNeed(ask.form)
  if ('errors' in form) return again(form.errors)
  const recorded = await recordCommunication(ask, caseKeyOf(ask), form.value)
  return recorded.ok ? redirect(paths.caseCommunication(found.caseFile.key, { done: 'recorded' })) : again([refusalWords[recorded.refusal.kind]])
}

function readNeed(form: FormBody): { value: CommunicationInput } | { errors: FieldError[] } {
  const end = form.text('end')
  if (end !== '') return { value: { end } }
  const kinds = needKinds.filter((kind) => form.all('kind').includes(kind))
  if (kinds.length === 0) return { errors: [{ field: 'kind', message: 'Select at least one thing that helps' }] }
  const ways = kinds.map((kind) => ({ kind, detail: form.text(detailField(kind)) }))
  const errors = ways.flatMap(({ kind, detail }): FieldError[] => {
    const needed = needDetails[kind]?.isNeeded
    if (detail === '' && needed !== undefined) return [{ field: detailField(kind), message: needed }]
    return detail.length > 300 ? [{ field: detailField(kind), message: 'This must be 300 characters or fewer' }] : []
  })
  return errors.length > 0 ? { errors } : { value: { ways } }
}
