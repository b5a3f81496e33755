import { changeMarkedLine, removeMarkedLines } from '../../../casebook/plan/marked-lines.ts'
import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { AdviceId, AdviceLineId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import type { Advice } from '../advice-store.ts'
import { getAdvice } from '../advice-store.ts'
import type { MarkedLine } from '../line-store.ts'
import { listLines } from '../line-store.ts'
import { mayMark } from '../mark/may-mark.ts'
import { stageWords } from '../words.ts'
import type { LineForm } from './form.ts'
import { readLine, valuesOf } from './form.ts'
import { view } from './view.tsx'

async function lineOf(tx: Tx, caseFile: CaseFile, adviceId: string, lineId: string): Promise<{ advice: Advice; line: MarkedLine }> {
  const advice = await getAdvice(tx, caseFile, adviceId)
  if (!mayMark(tx, caseFile, advice)) throw new NotAllowed('mark-advice')
  const line = (await listLines(tx, caseFile, advice)).find(({ id }) => id === lineId)
  if (line === undefined) throw new NotFound('advice line')
  return { advice, line }
}

interface Place {
  readonly adviceId: AdviceId
  readonly lineId: AdviceLineId
}

/** Words a marked line: its text, where it belongs, and the numbers that a person found in the words. */
export const wordLine = act<Place & { readonly form: LineForm }, null, { readonly kind: 'answered' }>('mark-advice', async (tx, caseFile, { adviceId, lineId, form }) => {
  const { advice, line } = await lineOf(tx, caseFile, adviceId, lineId)
  // What the plan has taken up is changed in the plan, so that both sides of the thread still say the same.
  if (line.disposition !== undefined) return refused({ kind: 'answered' })
  await changeMarkedLine(tx, caseFile, line, { ...form, isWorded: true })
  if (advice.state === 'given' || advice.state === 'accepted') await recordFact(tx, caseFile, { type: 'lines-marked', adviceId, count: 1 })
  return ok(null)
})

export const unmarkLine = act<Place, null, { readonly kind: 'answered' }>('mark-advice', async (tx, caseFile, { adviceId, lineId }) => {
  const { advice, line } = await lineOf(tx, caseFile, adviceId, lineId)
  if (line.disposition !== undefined) return refused({ kind: 'answered' })
  await removeMarkedLines(tx, caseFile, advice.id, [line.id])
  if (advice.state === 'given' || advice.state === 'accepted') await recordFact(tx, caseFile, { type: 'lines-marked', adviceId, count: 1 })
  return ok(null)
})

async function answer(ask: Ask, errors: FormErrors, values?: FormValues): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile, ...await lineOf(tx, caseFile, param(ask, 'adviceId'), param(ask, 'adviceLineId')) }
  })
  const document = view({ frame: ask.frame, ...shown, errors, values: values ?? valuesOf(shown.line) })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => answer(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const place = { adviceId: param(ask, 'adviceId') as AdviceId, lineId: param(ask, 'adviceLineId') as AdviceLineId }
  const isRemoval = ask.form.text('next') === 'remove'
  const form = readLine(ask.form)
  if (!isRemoval && 'errors' in form) return answer(ask, form.errors, ask.form.values())
  const done = isRemoval || !('value' in form) ? await unmarkLine(ask, caseKeyOf(ask), place) : await wordLine(ask, caseKeyOf(ask), { ...place, form: form.value })
  if (!done.ok) {
    const message = done.refusal.kind === 'answered' ? 'The plan has answered this line already. Change the line of the plan instead' : stageWords(done.refusal)
    return answer(ask, [{ field: 'text', message }], ask.form.values())
  }
  const key = { ...caseKeyOf(ask), adviceId: place.adviceId }
  const advice = await read(ask, async (tx) => getAdvice(tx, await openCaseFile(tx, caseKeyOf(ask)), place.adviceId))
  const isWorking = advice.state === 'working' || advice.state === 'returned'
  return redirect(isWorking ? paths.sendAdvice(key, { done: 'saved' }) : paths.advice(key, { done: 'saved' }))
}
