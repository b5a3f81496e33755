import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openDocument } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { readVersion } from '../../../casebook/plan/plan-content.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { closedWords } from '../closed.tsx'
import type { Consultation, Paper, Report } from '../consultation-store.ts'
import { findOwnConsultation, listPapers, listReportsForSettings } from '../consultation-store.ts'
import { answerConsultation } from './answer-consultation.ts'
import { readAnswers } from './form.ts'
import { view } from './view.tsx'

interface Own {
  readonly caseFile: CaseFile
  readonly consultation: Consultation
  readonly reports: readonly Report[]
  readonly papers: readonly Paper[]
}

/** What this setting was shown and no more: a report that was kept from settings since is gone from here too. */
async function openOwn(tx: Tx, ask: Ask): Promise<Own> {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'own-consultation')
  const consultation = await findOwnConsultation(tx, caseFile, param(ask, 'consultationId'))
  if (consultation === undefined) throw new NotFound('consultation')
  const reports = (await listReportsForSettings(tx, caseFile)).filter(({ id }) => consultation.adviceIds.includes(id))
  const reportFiles = new Set(reports.flatMap(({ documentId }) => documentId ?? []))
  const papers = (await listPapers(tx, caseFile)).filter(({ id }) => consultation.documentIds.includes(id) || reportFiles.has(id))
  return { caseFile, consultation, reports, papers }
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const own = await openOwn(tx, ask)
    const version = await readVersion(tx, own.caseFile, own.consultation.versionId)
    const document = view({ frame: ask.frame, ...own, version, today: tx.today, errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile } = await read(ask, (tx) => openOwn(tx, ask))
  const given = readAnswers(ask.form)
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const consultationId = param(ask, 'consultationId')
  const done = await answerConsultation(ask, caseFile.key, { consultationId, answers: given.value })
  if (done.ok) return redirect(paths.consultation({ ...caseFile.key, consultationId }, { done: 'consultation-answered' }))
  const message = done.refusal.kind === 'already-answered' ? 'Your setting has answered already: that answer stands' : closedWords(caseFile, done.refusal.stage)
  return form(ask, [{ field: 'canMeet', message }], ask.form.values())
}

/** One file of the papers that were chosen for this setting. */
export async function download(ask: Ask): Promise<Reply> {
  const { bytes, contentType, fileName } = await read(ask, async (tx) => {
    const { caseFile, papers } = await openOwn(tx, ask)
    const paper = papers.find(({ id }) => id === param(ask, 'documentId'))
    if (paper === undefined) throw new NotFound('document')
    return openDocument(tx, caseFile, paper.id)
  })
  return file(bytes, contentType, fileName)
}
