import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import { isRightsDecision } from '../../../domain/rights/decisions.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listRecordedFamily } from '../rights-store.ts'
import { doubtView } from './doubt-view.tsx'
import type { Candidate } from './form.ts'
import { readCapacity } from './form.ts'
import { doubtCapacity, recordCapacity } from './record-capacity.ts'
import { view } from './view.tsx'

async function find(ask: Ask, act: ActName): Promise<{ caseFile: CaseFile; candidates: readonly Candidate[] }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes(act)) throw new NotAllowed(act)
    return { caseFile, candidates: await listRecordedFamily(tx, caseFile) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const decision = ask.query.text('decision')
  return page(view({ frame: ask.frame, ...await find(ask, 'record-capacity'), errors: [], values: isRightsDecision(decision) ? { decision } : {} }))
}

const tooEarly = 'This can be recorded from a year before the day on which the rights pass. Until then the rights are the parents’'

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask, 'record-capacity')
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readCapacity(ask.form, ask.house.clock.today(), found.candidates)
  if ('errors' in form) return again(form.errors)
  const recorded = await recordCapacity(ask, caseKeyOf(ask), form.value)
  return recorded.ok ? redirect(paths.capacityRecord({ ...found.caseFile.key, assessmentId: recorded.value }, { done: 'capacity-recorded' })) : again([{ field: 'decision', message: tooEarly }])
}

export async function showDoubt(ask: Ask): Promise<Reply> {
  return page(doubtView({ frame: ask.frame, ...await find(ask, 'doubt-capacity'), errors: [], values: {} }))
}

export async function submitDoubt(ask: Ask): Promise<Reply> {
  const found = await find(ask, 'doubt-capacity')
  const again = (message: string): Reply => wrongForm(doubtView({ frame: ask.frame, ...found, errors: [{ field: 'decision', message }], values: ask.form.values() }))
  const decision = ask.form.text('decision')
  if (!isRightsDecision(decision)) return again('Select which decision it is about')
  const noted = await doubtCapacity(ask, caseKeyOf(ask), { decision })
  return noted.ok ? redirect(paths.caseRights(found.caseFile.key, { done: 'capacity-doubted' })) : again(tooEarly)
}
