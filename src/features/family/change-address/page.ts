import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { changeAddress } from './change-address.ts'
import { readAddress } from './form.ts'
import { view } from './view.tsx'

async function find(ask: Ask): Promise<CaseFile> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('change-address')) throw new NotAllowed('change-address')
    return caseFile
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, caseFile: await find(ask), errors: [], values: { household: 'home' } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const caseFile = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, caseFile, errors, values: ask.form.values() }))
  const form = readAddress(ask.form, ask.house.clock.today())
  if ('errors' in form) return again(form.errors)
  const changed = await changeAddress(ask, caseKeyOf(ask), form.value)
  return changed.ok ? redirect(paths.caseFamily(caseFile.key, { done: 'recorded' })) : again([{ field: 'lines', message: 'An address cannot be recorded now' }])
}
