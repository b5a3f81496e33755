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
import type { TeamMember } from '../case-overview-store.ts'
import { listTeam } from '../case-overview-store.ts'
import { assignOfficer } from './assign-officer.ts'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

async function choices(ask: Ask): Promise<{ caseFile: CaseFile; officers: TeamMember[] }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (mayAct('assign-officer', caseFile.parts, caseFile.stage) === 'not-your-part') throw new NotAllowed('assign-officer')
    return { caseFile, officers: (await listTeam(tx, caseFile.localAreaId)).filter(({ role }) => role === 'case-officer') }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const found = await choices(ask)
  return page(view({ frame: ask.frame, ...found, errors: [], values: { officer: found.caseFile.officer?.id } }))
}

const refusalWords = {
  'not-an-officer-here': 'This person is not a case officer of the area any more',
  'has-it-already': 'This officer looks after the case already. Choose another, or go back',
  'not-at-this-stage': 'The case is closed, so nobody can be given it now',
} as const

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, officers } = await choices(ask)
  const again = (message: string): Reply => {
    const errors: FieldError[] = [{ field: 'officer', message }]
    return wrongForm(view({ frame: ask.frame, caseFile, officers, errors, values: ask.form.values() }))
  }
  const officer = officers.find(({ personId }) => personId === ask.form.text('officer'))
  if (officer === undefined) return again('Select who will look after the case')
  const given = await assignOfficer(ask, caseKeyOf(ask), officer.personId)
  return given.ok ? redirect(paths.caseOverview(caseFile.key, { done: 'assigned' })) : again(refusalWords[given.refusal.kind])
}
