import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { listFamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { addMonths } from '../../../domain/calendar/plain-date.ts'
import { permissionOf } from '../../../domain/rights/rights-record.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readParts, readSaid } from './form.ts'
import type { PermissionRefusal } from './say-permission.ts'
import { givePermission, mayPermit, recordPermission } from './say-permission.ts'
import type { PermissionView } from './view.tsx'
import { view } from './view.tsx'

/** The young person's page for one parent, and the officer's for writing down what the young person said of one. */
async function find(ask: Ask): Promise<Omit<PermissionView, 'frame' | 'errors' | 'values'>> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const isOfficers = caseFile.open.includes('record-permission')
    if (!isOfficers && mayPermit(tx, caseFile) === undefined) throw new NotAllowed('give-permission')
    const parent = (await listFamilyOnCase(tx, caseFile)).find(({ part, to }) => part === 'parent' && to.personId === param(ask, 'personId'))?.to
    if (parent?.personId === undefined) throw new NotFound('parent')
    const now = permissionOf(caseFile.rights, parent.personId, tx.today)
    return { caseFile, today: tx.today, isOfficers, isOwn: caseFile.parts.includes('young-person'), parent: { personId: parent.personId, name: parent.name, relation: parent.relation ?? 'parent' }, ...(now === undefined ? {} : { now }) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const values = found.now === undefined ? {} : { parts: found.now.parts.length === 0 ? ['none'] : found.now.parts }
  return page(view({ frame: ask.frame, ...found, errors: [], values }))
}

const refusalWords: Record<PermissionRefusal['kind'] | 'not-at-this-stage', FieldError> = {
  'too-early': { field: 'parts', message: 'This can be said from a year before the day on which the rights pass' },
  'not-a-parent-here': { field: 'parts', message: 'This person is no longer on the case as a parent' },
  'somebody-else-decides': { field: 'parts', message: 'Somebody else decides about this now. See who holds the rights' },
  'no-change': { field: 'parts', message: 'Nothing has changed. Change what they can do, or go back' },
  'later-word-stands': { field: 'saidOn', message: 'Something said on a later day is recorded already. Record what was said last' },
  'letter-incomplete': { field: 'parts', message: 'The letter to this parent cannot be written: the area has no support service or contact on record' },
  'not-at-this-stage': { field: 'parts', message: 'This cannot be changed now' },
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const { caseFile, parent, today } = found
  const done = paths.caseRights(caseFile.key, { done: 'permission-said' })
  if (!found.isOfficers) {
    const parts = readParts(ask.form)
    if ('errors' in parts) return again(parts.errors)
    const said = await givePermission(ask, caseKeyOf(ask), { parentId: parent.personId, parts: parts.value })
    return said.ok ? redirect(done) : again([refusalWords[said.refusal.kind]])
  }
  const form = readSaid(ask.form, { earliest: addMonths(caseFile.rights.rightsOn, -12), latest: today })
  if ('errors' in form) return again([...form.errors, ...(form.fileToChooseAgain === undefined ? [] : [{ field: 'file', message: `Choose “${form.fileToChooseAgain}” again` }])])
  const recorded = await recordPermission(ask, caseKeyOf(ask), { ...form.value, parentId: parent.personId })
  return recorded.ok ? redirect(done) : again([refusalWords[recorded.refusal.kind]])
}
