import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import { findAdviceFor, isMine, listKeptSaves } from '../advice-store.ts'
import { readHandedIn } from '../handed-in.ts'
import { findPerson } from '../recipient-store.ts'
import { isAskedOf, isCouncilTeam } from '../request/request-acts.ts'
import { getRequest } from '../request-store.ts'
import { stageWords } from '../words.ts'
import { readGive, valuesOf } from './form.ts'
import { saveWorkingAdvice } from './save-advice.ts'
import { view } from './view.tsx'

async function gather(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const request = await getRequest(tx, caseFile, param(ask, 'adviceRequestId'))
    const isOwn = isAskedOf(tx, caseFile, request)
    const isCouncil = isCouncilTeam(caseFile)
    const isViews = request.kind === 'parental' || request.kind === 'child-views'
    if (tx.viewer.kind !== 'person' || isViews || (!isOwn && !isCouncil)) throw new NotFound('advice request')
    const found = await findAdviceFor(tx, caseFile, request.id)
    if (found !== undefined && !isMine(tx, caseFile, found) && found.state === 'working') throw new NotFound('advice')
    const author = await findPerson(tx, request.personId ?? tx.viewer.personId)
    const may = mayAct('give-advice', caseFile.parts, caseFile.stage)
    const closed = may === 'not-at-this-stage' ? stageWords({ kind: may, act: 'give-advice', stage: caseFile.stage })
      : isOpen(request.state) ? undefined : 'Nothing is waited for on this request any more'
    return {
      caseFile, request, isOwn, advice: found, author, today: tx.today, closed,
      kept: found === undefined ? [] : await listKeptSaves(tx, caseFile, found.id),
    }
  })
}

type Gathered = Awaited<ReturnType<typeof gather>>

function firstValues({ advice, author, request, isOwn, today }: Gathered): FormValues {
  if (advice !== undefined) return valuesOf(advice)
  const isNamed = isOwn || request.personId !== undefined
  return {
    way: 'type', organisationName: request.organisationName ?? '', ...(isOwn ? dateValues('dated', today) : {}),
    ...(isNamed && author !== undefined ? { authorName: author.name, authorRole: author.profession ?? '', registration: author.registration ?? '' } : {}),
  }
}

export async function show(ask: Ask): Promise<Reply> {
  const gathered = await gather(ask)
  return page(view({ frame: ask.frame, ...gathered, version: gathered.advice?.version ?? 0, newer: undefined, errors: [], values: firstValues(gathered) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const gathered = await gather(ask)
  const { advice, request, today, caseFile } = gathered
  const handedIn = await readHandedIn(ask.form, 'report')
  const isComplete = ask.form.text('next') !== 'save'
  const { content, errors } = readGive(ask.form, { kind: request.kind, today, existing: advice, handedIn, isComplete })
  const version = Number(ask.form.text('version'))
  const again = (wrong: readonly FieldError[], newer?: typeof advice): Reply => {
    const said = handedIn.kind === 'read' ? [...wrong, { field: 'report', message: `Choose the file again: ${handedIn.file.fileName}` }] : wrong
    return wrongForm(view({
      frame: ask.frame, ...gathered, version: newer?.version ?? version, newer, errors: said, values: ask.form.values(),
    }))
  }
  if (errors.length > 0) return again(errors)
  const channel = ask.form.text('channel')
  const saved = await saveWorkingAdvice(ask, caseKeyOf(ask), {
    requestId: request.id, version: Number.isInteger(version) ? version : -1, content, settlesKept: ask.form.text('settled') === 'yes',
    ...(handedIn.kind === 'read' ? { file: handedIn.file } : {}), ...(channel === '' ? {} : { channel }),
  })
  if (!saved.ok) {
    return again([{ field: 'way', message: saved.refusal.kind === 'not-open' ? 'Nothing is waited for on this request any more' : stageWords(saved.refusal) }])
  }
  if (saved.value.kind === 'kept-aside') {
    const now = (await gather(ask)).advice
    return again([{ field: 'way', message: 'Somebody saved this advice after you opened it. Nothing was overwritten: both texts are below' }], now)
  }
  const { adviceId, marksLost } = saved.value
  return redirect(isComplete
    ? paths.markAdvice({ ...caseFile.key, adviceId }, marksLost > 0 ? { lost: marksLost } : {})
    : paths.giveAdvice({ ...caseFile.key, adviceRequestId: request.id }, { done: 'saved' }))
}

/** Saves while somebody writes, by script. The mark of the form is left alone: the form itself is still to be sent once. */
export const autosave: Page = async (ask) => {
  const gathered = await gather(ask)
  const { once: _once, ...occasion } = ask
  const { content } = readGive(ask.form, { kind: gathered.request.kind, today: gathered.today, existing: gathered.advice, handedIn: { kind: 'none' }, isComplete: false })
  const saved = await saveWorkingAdvice(occasion, caseKeyOf(ask), {
    requestId: gathered.request.id, version: Number(ask.form.text('version')), content, settlesKept: false,
  })
  if (!saved.ok) return json({ kind: 'refused' }, 409)
  return json({ kind: saved.value.kind, version: saved.value.version }, saved.value.kind === 'saved' ? 200 : 409)
}
