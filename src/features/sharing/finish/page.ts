import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { closedView, whyClosed } from '../closed.tsx'
import { findServed } from '../served-draft.ts'
import { finishCommenting, finishedOn } from './finish-commenting.ts'
import { finishTitle, view } from './view.tsx'

async function form(ask: Ask, errors: FormErrors): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const why = whyClosed(caseFile, 'finish-commenting')
    const served = findServed(caseFile)
    const said = ask.viewer.kind === 'person' ? finishedOn(caseFile, ask.viewer.personId) : undefined
    const document = why !== undefined || served === undefined
      ? closedView({ frame: ask.frame, caseFile, title: finishTitle, why: why ?? 'No draft plan has been sent yet.' })
      : view({ frame: ask.frame, caseFile, served, errors, ...(said === undefined ? {} : { saidOn: said }) })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const done = await finishCommenting(ask, caseKeyOf(ask), {})
  if (done.ok) return redirect(paths.sharedDraft(caseKeyOf(ask), { done: 'draft-finished' }))
  return form(ask, [{ field: 'finish', message: done.refusal.kind === 'already-said' ? 'You have told us this already' : 'This cannot be done now' }])
}
