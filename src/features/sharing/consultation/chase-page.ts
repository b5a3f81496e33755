import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, listToGoBackTo, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { redirect } from '../../../platform/http/reply.ts'
import { closedWords } from '../closed.tsx'
import { showAgain } from '../consult/page.ts'
import { chaseConsultation } from './chase-consultation.ts'

/** One press, from the officer's list of work or from the case's own list of consultations: back to where it was pressed. */
export async function submit(ask: Ask): Promise<Reply> {
  const key = caseKeyOf(ask)
  const done = await chaseConsultation(ask, key, { consultationId: param(ask, 'consultationId') })
  if (done.ok) return redirect(listToGoBackTo(ask, 'consultation-chased') ?? paths.consultSettings(key, { done: 'consultation-chased' }))
  const { refusal } = done
  const caseFile = await read(ask, (tx) => openCaseFile(tx, key))
  // There is no field to lead to: the setting has answered meanwhile, or is not asked any more.
  return showAgain(ask, [{
    field: 'main-content',
    message: refusal.kind === 'not-at-this-stage' ? closedWords(caseFile, refusal.stage)
      : refusal.kind === 'answered' ? 'The setting has answered meanwhile, so nobody was reminded' : 'The consultation has been closed, so nobody was reminded',
  }])
}
