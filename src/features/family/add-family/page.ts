import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { KnownMember } from '../family-store.ts'
import { listFamily } from '../family-store.ts'
import { readFamily, valuesOf } from './form.ts'
import { recordFamily } from './record-family.ts'
import { view } from './view.tsx'

/** `of` names the tie that is changed; without it somebody new is recorded. */
async function find(ask: Ask, of: string): Promise<{ caseFile: CaseFile; known: KnownMember | undefined }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('record-family')) throw new NotAllowed('record-family')
    const known = (await listFamily(tx, caseFile)).find(({ relationshipId }) => relationshipId === of)
    if (of !== '' && known === undefined) throw new NotFound('family member')
    return { caseFile, known }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, known } = await find(ask, ask.query.text('of'))
  const values = known === undefined ? { safeContact: 'any' } : valuesOf(known)
  return page(view({ frame: ask.frame, caseFile, known, errors: [], values }))
}

const refusalWords = {
  'not-on-record': { field: 'fullName', message: 'This person is no longer on record' },
  'email-of-somebody-else': { field: 'email', message: 'This email address belongs to somebody else on record. Check it with them' },
  'recorded-already': { field: 'fullName', message: 'This person is recorded already. Change what is recorded instead' },
  'is-the-child': { field: 'email', message: 'This is the young person’s own email address' },
  'no-parent-in-law': { field: 'seesCase', message: 'They have neither parental responsibility nor care of the child, so they cannot see the case' },
  'not-at-this-stage': { field: 'fullName', message: 'Family cannot be recorded now' },
} as const satisfies Record<string, FieldError>

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, known } = await find(ask, ask.form.text('of'))
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, caseFile, known, errors, values: ask.form.values() }))
  const form = readFamily(ask.form, ask.house.clock.today(), ask.viewer.kind === 'person' ? ask.viewer.personId : undefined, known)
  if ('errors' in form) return again(form.errors)
  const recorded = await recordFamily(ask, caseKeyOf(ask), { ...form.value, ...(known === undefined ? {} : { relationshipId: known.relationshipId }) })
  return recorded.ok ? redirect(paths.caseFamily(caseFile.key, { done: 'recorded' })) : again([refusalWords[recorded.refusal.kind]])
}
