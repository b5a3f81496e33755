import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Comparable, Compared, PossibleDuplicate } from '../duplicate-store.ts'
import { getComparable, listPossibleDuplicates } from '../duplicate-store.ts'
import { readSettle } from './form.ts'
import { settleDuplicate } from './settle-duplicate.ts'
import { view } from './view.tsx'

async function open(ask: Ask): Promise<{ caseFile: CaseFile; details: Comparable; duplicates: (PossibleDuplicate & { other: Compared })[] }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'family-details')
    const duplicates: (PossibleDuplicate & { other: Compared })[] = []
    for (const duplicate of await listPossibleDuplicates(tx, caseFile)) {
      const other = await openCaseFile(tx, { area: caseFile.area.code, caseId: duplicate.otherCaseId })
      duplicates.push({ ...duplicate, other: { caseFile: other, details: await getComparable(tx, other) } })
    }
    return { caseFile, details: await getComparable(tx, caseFile), duplicates }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await open(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const again = (errors: FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...opened, errors, values: ask.form.values() }))
  const form = readSettle(ask.form)
  if ('errors' in form) return again(form.errors)
  const settled = await settleDuplicate(ask, caseKeyOf(ask), form.value)
  if (settled.ok) {
    const { area } = opened.caseFile.key
    return redirect(settled.value.as === 'same-child' ? paths.caseRequest({ area, caseId: settled.value.kept }, { done: 'recorded' }) : paths.caseDuplicates(opened.caseFile.key, { done: settled.value.as === 'waits-for-another' ? 'waits-for-another' : 'recorded' }))
  }
  const field = `as-${form.value.duplicateId}`
  switch (settled.refusal.kind) {
    case 'other-case-ended': return again([{ field, message: `Case ${settled.refusal.reference} has ended, so it cannot be the one that is kept. Go on with this case and name the other in its reason` }])
    case 'same-person': return again([{ field, message: 'You said so yourself already. Somebody else on the team has to agree' }])
    case 'settled-already': return again([{ field, message: 'Somebody has decided this in the meantime. Load the page again' }])
    case 'not-at-this-stage': return again([{ field, message: 'This case is past the point at which it can be closed as a duplicate' }])
  }
}
