import { changeMarkedLine } from '../../../casebook/plan/marked-lines.ts'
import { act } from '../../../casebook/act.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { AdviceId, AdviceLineId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { changeAdviceState, getAdvice, isMine, listKeptSaves } from '../advice-store.ts'
import { listLines } from '../line-store.ts'
import { readingOf } from '../line/form.ts'
import { missingToSend } from '../missing-to-send.ts'
import { mayMark } from '../mark/may-mark.ts'
import { changeRequest } from '../request-store.ts'

export type SendRefusal = { readonly kind: 'not-complete'; readonly missing: readonly string[] } | { readonly kind: 'already-given' } | { readonly kind: 'saves-open' }

/** Sends advice to the council, as of the version that was checked. From then on its words are as received. */
export const sendAdvice = act<{ readonly adviceId: AdviceId; readonly version: number }, null, SendRefusal | { readonly kind: 'changed-since' }>('give-advice', async (tx, caseFile, input) => {
  const advice = await getAdvice(tx, caseFile, input.adviceId)
  if (!isMine(tx, caseFile, advice)) throw new NotAllowed('give-advice')
  if (advice.state !== 'working' && advice.state !== 'returned') return refused({ kind: 'already-given' })
  if (advice.version !== input.version) return refused({ kind: 'changed-since' })
  const missing = missingToSend(advice)
  if (missing.length > 0) return refused({ kind: 'not-complete', missing })
  if ((await listKeptSaves(tx, caseFile, advice.id)).length > 0) return refused({ kind: 'saves-open' })
  await checkBeforeSending(tx, caseFile, { what: 'advice', text: advice.reportText })
  await changeAdviceState(tx, caseFile, advice.id, { state: 'given', givenAt: tx.now })
  if (advice.requestId !== undefined) await changeRequest(tx, caseFile, advice.requestId, { state: 'given' })
  await recordFact(tx, caseFile, {
    type: 'advice-given', adviceId: advice.id, item: advice.item, by: advice.authorName,
    ...(advice.requestId === undefined ? {} : { adviceRequestId: advice.requestId }),
  })
  return ok(null)
})

/** Confirms, for several lines at once, that what was read from their words is right. */
export const confirmReadings = act<{ readonly adviceId: AdviceId; readonly lineIds: readonly AdviceLineId[] }, number>('mark-advice', async (tx, caseFile, { adviceId, lineIds }) => {
  const advice = await getAdvice(tx, caseFile, adviceId)
  if (!mayMark(tx, caseFile, advice)) throw new NotAllowed('mark-advice')
  const lines = (await listLines(tx, caseFile, advice)).filter((line) => lineIds.includes(line.id) && !line.isWorded && line.disposition === undefined)
  for (const line of lines) await changeMarkedLine(tx, caseFile, line, { fields: { ...readingOf(line), ...line.fields }, isWorded: true })
  if (lines.length > 0 && (advice.state === 'given' || advice.state === 'accepted')) await recordFact(tx, caseFile, { type: 'lines-marked', adviceId, count: lines.length })
  return ok(lines.length)
})
