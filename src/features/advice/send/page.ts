import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { AdviceId, AdviceLineId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { listWords } from '../../../ui/words.ts'
import { getAdvice, isMine } from '../advice-store.ts'
import { listLines } from '../line-store.ts'
import { missingToSend } from '../missing-to-send.ts'
import { stageWords } from '../words.ts'
import { confirmReadings, sendAdvice } from './send-advice.ts'
import { view } from './view.tsx'

async function answer(ask: Ask, errors: FormErrors): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const advice = await getAdvice(tx, caseFile, param(ask, 'adviceId'))
    if (!isMine(tx, caseFile, advice)) throw new NotAllowed('give-advice')
    return { caseFile, advice, lines: await listLines(tx, caseFile, advice), missing: missingToSend(advice) }
  })
  if (errors.length === 0 && shown.advice.state !== 'working' && shown.advice.state !== 'returned') {
    return redirect(paths.advice({ ...shown.caseFile.key, adviceId: shown.advice.id }))
  }
  const document = view({ frame: ask.frame, ...shown, errors })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show: Page = (ask) => answer(ask, [])

export const submit: Page = async (ask) => {
  const adviceId = param(ask, 'adviceId') as AdviceId
  const sent = await sendAdvice(ask, caseKeyOf(ask), { adviceId, version: Number(ask.form.text('version')) })
  if (sent.ok) return redirect(paths.advice({ ...caseKeyOf(ask), adviceId }, { done: 'advice-sent' }))
  const { refusal } = sent
  switch (refusal.kind) {
    case 'not-complete': return answer(ask, [{ field: 'send', message: `Missing before it can be sent: ${listWords(refusal.missing)}` }])
    case 'already-given': return answer(ask, [{ field: 'send', message: 'This advice was sent already' }])
    case 'saves-open': return answer(ask, [{ field: 'send', message: 'Somebody’s words came too late to be saved. Look through them on the report’s page first' }])
    case 'changed-since': return answer(ask, [{ field: 'send', message: 'The report was changed after you opened this page. Check it again, then send' }])
    case 'not-at-this-stage': return answer(ask, [{ field: 'send', message: stageWords(refusal) }])
  }
}

export const confirm: Page = async (ask) => {
  const adviceId = param(ask, 'adviceId') as AdviceId
  const done = await confirmReadings(ask, caseKeyOf(ask), { adviceId, lineIds: ask.form.all('lines') as readonly AdviceLineId[] })
  if (!done.ok) return answer(ask, [{ field: 'lines', message: stageWords(done.refusal) }])
  return redirect(paths.sendAdvice({ ...caseKeyOf(ask), adviceId }, { done: 'saved' }))
}
