import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { plural } from '../../../ui/words.ts'
import { endedView } from '../ended-view.tsx'
import { findAmendment } from '../open-amendment.ts'
import { closedWords, missingWords } from '../words.ts'
import type { NotAmendingRefusal } from './decide-not-to-amend.ts'
import { decideNotToAmend } from './decide-not-to-amend.ts'
import { view } from './view.tsx'

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const amendment = await findAmendment(tx, caseFile, param(ask, 'reviewId'))
    const document = amendment === undefined ? endedView({ frame: ask.frame, caseFile, errors }) : view({ frame: ask.frame, amendment, errors, values: ask.form.values(), today: tx.today })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const key = caseKeyOf(ask)
  const reasons = ask.form.text('reasons')
  if (reasons === '') return shown(ask, [{ field: 'reasons', message: 'Enter why the plan is not amended: the family reads it' }])
  const done = await decideNotToAmend(ask, key, { reviewId: param(ask, 'reviewId'), reasons })
  return done.ok ? redirect(paths.amendments(key, { done: 'plan-kept' })) : shown(ask, [{ field: 'reasons', message: refusalWords(done.refusal) }])
}

function refusalWords(refusal: NotAmendingRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return closedWords(refusal)
    case 'ended': return 'This has been decided meanwhile, so nothing was sent'
    case 'no-notice': return 'No amendment notice has gone to the family, so there is nothing to decide against'
    case 'changes-not-sent': return `The working document differs from the plan in force in ${plural(refusal.count, 'line')}. Send the changes to the family, or put the lines back first`
    case 'family-still-has-time': return 'The family’s time to answer has not ended'
    case 'proposals-open': return `${plural(refusal.count, 'thing')} that was said of the changes has no answer yet. Answer first`
    case 'nobody-reached': return 'There is nobody of the family to whom the letter can be sent. Record how a parent can be reached first'
    case 'notice-incomplete': return missingWords(refusal.missing)
  }
}
