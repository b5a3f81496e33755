import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { recordMove } from '../order-acts.ts'
import { elsewhere, longestName, view } from './view.tsx'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const areas = (await listAreas(tx)).filter(({ id }) => id !== caseFile.localAreaId)
    const document = view({ frame: ask.frame, caseFile, areas, errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const { today, areas } = await read(ask, async (tx) => ({ today: tx.today, areas: await listAreas(tx) }))
  const [knownOn, movesOn] = [readDate(ask.form, 'known', { what: 'The day on which you knew', latest: today }), readDate(ask.form, 'moves', { what: 'The day of the move' })]
  const chosen = ask.form.text('to')
  const name = ask.form.text('name')
  const area = areas.find(({ id }) => id === chosen)
  const errors: FieldError[] = [
    ...(area === undefined && chosen !== elsewhere ? [{ field: 'to', message: 'Select the council to which the child moves' }] : []),
    ...(chosen === elsewhere && name === '' ? [{ field: 'name', message: 'Enter the name of the council' }] : chosen === elsewhere && name.length > longestName ? [{ field: 'name', message: `The name must be ${longestName} characters or fewer` }] : []),
    ...('error' in movesOn ? [movesOn.error] : []), ...('error' in knownOn ? [knownOn.error] : []),
  ]
  if (errors.length > 0 || 'error' in knownOn || 'error' in movesOn) return form(ask, errors, ask.form.values())
  const done = await recordMove(ask, caseKeyOf(ask), { knownOn: knownOn.value, movesOn: movesOn.value, to: area === undefined ? { name } : { areaId: area.id } })
  if (done.ok) return redirect(paths.caseMove(caseKeyOf(ask), { done: 'move-recorded' }))
  const words = { 'known-already': 'A move of this child is on record already', 'not-elsewhere': 'Select another council', 'not-at-this-stage': 'This cannot be recorded at this stage of the case' } as const
  return form(ask, [{ field: 'to', message: words[done.refusal.kind] }], ask.form.values())
}
