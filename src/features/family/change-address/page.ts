import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import type { KnownMember } from '../family-store.ts'
import { listFamily } from '../family-store.ts'
import { openCaseFor } from '../find-member.ts'
import { changeAddress } from './change-address.ts'
import { readAddress } from './form.ts'
import { view } from './view.tsx'

const find = (ask: Ask): Promise<{ caseFile: CaseFile; members: KnownMember[] }> => read(ask, async (tx) => {
  const caseFile = await openCaseFor(tx, ask, 'change-address')
  return { caseFile, members: (await listFamily(tx, caseFile)).filter(({ personId }) => personId !== caseFile.child.personId) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: { household: 'home', ...dateValues('from', ask.house.clock.today()) } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readAddress(ask.form, found.members, ask.house.clock.today())
  if ('errors' in form) return again(form.errors)
  const changed = await changeAddress(ask, caseKeyOf(ask), form.value)
  return changed.ok ? redirect(paths.caseFamily(found.caseFile.key, { done: 'recorded' })) : again([{ field: 'lines', message: 'An address cannot be recorded now' }])
}
