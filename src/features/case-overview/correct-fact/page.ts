import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { sentenceFor } from '../../../casebook/fact-sentences.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { partsOf } from '../../../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listNames } from '../case-overview-store.ts'
import { correctFact } from './correct-fact.ts'
import { readCorrection } from './form.ts'
import { view } from './view.tsx'

interface Found { readonly caseFile: CaseFile; readonly fact: RecordedFact; readonly sentence: string; readonly isCorrected: boolean }

async function find(ask: Ask): Promise<Found> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('correct-fact')) throw new NotAllowed('correct-fact')
    const fact = caseFile.facts.find(({ seq }) => String(seq) === param(ask, 'seq'))
    if (fact === undefined) throw new NotFound('fact')
    return {
      caseFile, fact, sentence: sentenceFor(fact, await listNames(tx, caseFile), 'staff'),
      isCorrected: caseFile.facts.some(({ corrects }) => corrects === fact.seq),
    }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { year, month, day } = partsOf(found.fact.happenedOn)
  const values = { 'happened-day': String(day), 'happened-month': String(month), 'happened-year': String(year) }
  return page(view({ frame: ask.frame, ...found, errors: [], values }))
}

const refusalWords = {
  'already-corrected': { field: 'happened', message: 'This entry has been corrected already. Correct the newer one' },
  'in-the-future': { field: 'happened', message: 'The day it happened must be today or in the past' },
  'nothing-changed': { field: 'happened', message: 'Change the day or the reason' },
  'not-at-this-stage': { field: 'happened', message: 'The record cannot be corrected now' },
} as const satisfies Record<string, FieldError>

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readCorrection(ask.form)
  if ('errors' in form) return again(form.errors)
  const corrected = await correctFact(ask, caseKeyOf(ask), { ...form.value, seq: found.fact.seq })
  if (!corrected.ok) return again([refusalWords[corrected.refusal.kind]])
  return redirect(paths.caseTimeline(found.caseFile.key, { done: 'corrected' }))
}
