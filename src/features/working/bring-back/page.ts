import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { findBrought, listWaiting } from '../copy-store.ts'
import { nothingYetView } from '../nothing-yet.tsx'
import { findOpenWorking, openWorking } from '../open-working.ts'
import type { BringRefusal } from './bring-back.ts'
import { bringBack, judged, settleBrought } from './bring-back.ts'
import { foundView } from './found-view.tsx'
import { readBrought, readChosen } from './form.ts'
import { view } from './view.tsx'

async function form(ask: Ask, errors: readonly FieldError[], values: FormValues): Promise<Reply> {
  const { caseFile, working, family, waiting } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return {
      caseFile: opened, working: await findOpenWorking(tx, opened), waiting: await listWaiting(tx, opened),
      family: isOfCouncil(opened.parts) ? await listFamilyAddressees(tx, opened) : [],
    }
  })
  if (working === undefined) return page(nothingYetView({ frame: ask.frame, caseFile }))
  const document = view({ frame: ask.frame, caseFile, family, waiting, errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

const refusalWords: Record<BringRefusal['kind'], string> = {
  'not-this-plan': 'No line of this plan was found in the file. Choose a file that was made from this plan',
  'nothing-differs': 'The file says the same as the copy that it was made from, so there is nothing to ask for',
  'not-on-this-case': 'That person is not on this case any more',
}

export async function submit(ask: Ask): Promise<Reply> {
  const given = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    return readBrought(ask.form, caseFile, isOfCouncil(caseFile.parts) ? await listFamilyAddressees(tx, caseFile) : [])
  })
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const brought = await bringBack(ask, caseKeyOf(ask), given.value)
  if (brought.ok) return redirect(paths.planWorkingFound({ ...caseKeyOf(ask), broughtId: brought.value }))
  const { refusal } = brought
  return form(ask, [{ field: 'file', message: refusal.kind === 'not-at-this-stage' ? 'Changes cannot be asked for at this stage. Keep your file' : refusalWords[refusal.kind] }], ask.form.values())
}

async function found(ask: Ask, errors: readonly FieldError[], values?: FormValues): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const working = await openWorking(tx, ask)
    const brought = await findBrought(tx, working.caseFile, param(ask, 'broughtId'))
    if (brought === undefined) throw new NotFound('brought back')
    const names = new Map(working.sections.flatMap(({ lines }) => lines.map(({ id, number }) => [id, number])))
    return { working, brought, names, all: await judged(tx, working.caseFile, working, brought) }
  })
  if (shown.brought.doneAt !== undefined && errors.length === 0) return redirect(paths.planWorking(caseKeyOf(ask)))
  const document = foundView({ frame: ask.frame, ...shown, errors, ...(values === undefined ? {} : { values }) })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const showFound = (ask: Ask): Promise<Reply> => found(ask, [])

export async function submitFound(ask: Ask): Promise<Reply> {
  const done = await settleBrought(ask, caseKeyOf(ask), { broughtId: param(ask, 'broughtId'), ...readChosen(ask.form) })
  if (done.ok) return redirect(paths.planWorking(caseKeyOf(ask), { done: done.value === 0 ? 'nothing-asked' : 'brought-back' }))
  return found(ask, [{ field: 'keep', message: done.refusal.kind === 'done-already' ? 'This file was looked through already. What was asked for stands in the working document' : 'Changes cannot be asked for at this stage. Your file is kept' }], ask.form.values())
}
