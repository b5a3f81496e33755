import { z } from 'zod'
import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf, listToGoBackTo, param } from '../../../casebook/ask.ts'
import { openDocument } from '../../../casebook/papers/documents.ts'
import type { NotAtThisStage } from '../../../casebook/act.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { AdviceRequestId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import { dateWords } from '../../../ui/words.ts'
import { findAdviceFor, isMine } from '../advice-store.ts'
import { listPapers } from '../recipient-store.ts'
import { getRequest } from '../request-store.ts'
import { stageWords } from '../words.ts'
import type { RequestRefusal } from './request-acts.ts'
import { chaseAdvice, confirmAdviceRequest, isAskedOf, isCouncilTeam, takeAdvice, withdrawAdvice } from './request-acts.ts'
import { view } from './view.tsx'

async function shown(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const request = await getRequest(tx, caseFile, param(ask, 'adviceRequestId'))
    const isOwn = isAskedOf(tx, caseFile, request)
    const isCouncil = isCouncilTeam(caseFile)
    const isViews = request.kind === 'parental' || request.kind === 'child-views'
    if (!isCouncil && (!isOwn || isViews)) throw new NotFound('advice request')
    const papers = await listPapers(tx, caseFile)
    const advice = await findAdviceFor(tx, caseFile, request.id)
    const canSee = advice !== undefined && (advice.state !== 'working' || isMine(tx, caseFile, advice))
    return {
      caseFile, request, isOwn, isCouncil, isViews, today: tx.today, requests: papers.requests,
      documents: papers.documents.filter(({ id }) => request.documentIds.includes(id)), advice: canSee ? advice : undefined,
      isMyName: tx.viewer.kind === 'person' && request.personId === tx.viewer.personId,
    }
  })
}

async function answer(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const all = await shown(ask)
  const filled = errors.length > 0 ? values : { ...dateValues('receivedOn', all.today), ...values }
  const document = view({ frame: ask.frame, ...all, errors, values: filled })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show: Page = (ask) => answer(ask, [], {})

type Refusal = NotAtThisStage | RequestRefusal

function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return stageWords(refusal)
    case 'already-arrived': return 'This request is confirmed already'
    case 'not-on-that-day': return 'The day must be between the day it was sent and today'
    case 'not-open': return 'Nothing is waited for on this request any more'
    case 'taken': return `${refusal.by} has taken this request`
  }
}

/** After an act on the request: to its page, or the page again with why not beside the field. */
async function settle(ask: Ask, outcome: Outcome<null, Refusal>, field: string, done: string): Promise<Reply> {
  if (!outcome.ok) return answer(ask, [{ field, message: refusalWords(outcome.refusal) }], ask.form.values())
  return redirect(listToGoBackTo(ask, done) ?? paths.adviceRequest({ ...caseKeyOf(ask), adviceRequestId: param(ask, 'adviceRequestId') }, { done }))
}

const idOf = (ask: Ask): AdviceRequestId => param(ask, 'adviceRequestId') as AdviceRequestId

export const confirm: Page = async (ask) => {
  const { request, today } = await shown(ask)
  const day = readDate(ask.form, 'receivedOn', { what: 'The day it arrived', latest: today })
  const tooEarly = 'value' in day && day.value < request.sentOn
    ? { field: 'receivedOn', message: `The day it arrived must be ${dateWords(request.sentOn)}, when it was sent, or later` } : undefined
  const wrong: FieldError | undefined = 'error' in day ? day.error : tooEarly
  if (wrong !== undefined || !('value' in day)) return answer(ask, wrong === undefined ? [] : [wrong], ask.form.values())
  return settle(ask, await confirmAdviceRequest(ask, caseKeyOf(ask), { id: idOf(ask), receivedOn: day.value }), 'receivedOn', 'advice-arrived')
}

// Whoever is refused has nothing to take any more: there is no field to lead to.
export const take: Page = async (ask) => settle(ask, await takeAdvice(ask, caseKeyOf(ask), { id: idOf(ask) }), 'main-content', 'advice-taken')

export const chase: Page = async (ask) => settle(ask, await chaseAdvice(ask, caseKeyOf(ask), { id: idOf(ask) }), 'chase', 'advice-chased')

export const withdraw: Page = async (ask) => {
  const reason = ask.form.text('reason')
  if (reason === '') return answer(ask, [{ field: 'reason', message: 'Enter why the request is withdrawn' }], ask.form.values())
  const outcome = await withdrawAdvice(ask, caseKeyOf(ask), { id: idOf(ask), reason })
  return settle(ask, outcome, 'reason', 'advice-withdrawn')
}

const uuid = z.uuid()

/** A paper that was enclosed: for whoever was asked, and the council. */
export const enclosure: Page = async (ask) => {
  const all = await shown(ask)
  const id = uuid.safeParse(param(ask, 'documentId'))
  const document = all.documents.find((one) => id.success && one.id === id.data)
  if (document === undefined) throw new NotFound('document')
  const { bytes, contentType, fileName } = await read(ask, (tx) => openDocument(tx, all.caseFile, document.id))
  return file(bytes, contentType, fileName)
}
