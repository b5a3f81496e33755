import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { closedWords } from '../one-review-words.ts'
import { openToRun } from '../open-review.ts'
import { findReport } from '../report-store.ts'
import { listAttachable } from './attachments.ts'
import { gapErrors, readReport, reportValues } from './form.ts'
import { gather } from './gather.ts'
import type { ReportRefusal } from './send-report.ts'
import { writeReport } from './send-report.ts'
import { writeView } from './write-view.tsx'

async function around(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const open = await openToRun(tx, caseFile, param(ask, 'reviewId'))
    const kept = await findReport(tx, caseFile, open.review.id)
    const closed = open.review.isCalledOff ? refusalWords({ kind: 'called-off' }) : open.review.reportOn === undefined ? undefined : refusalWords({ kind: 'sent-already' })
    return { caseFile, open, gathered: await gather(tx, caseFile, open), papers: await listAttachable(tx, caseFile, open.review.id), ...(kept === undefined ? {} : { kept }), ...(closed === undefined ? {} : { closed }) }
  })
}

type Around = Awaited<ReturnType<typeof around>>

const versionOf = ({ kept }: Around): number => (kept?.draft === undefined ? 0 : kept.version)
const readForm = (ask: Ask, { gathered, papers }: Around) => readReport(ask.form, { lines: gathered.lines.map(({ line }) => line), proposalIds: gathered.proposals.map(({ proposalId }) => proposalId), papers: papers.map(({ id }) => id) })

export async function show(ask: Ask): Promise<Reply> {
  const found = await around(ask)
  if (found.open.review.reportOn !== undefined) return redirect(paths.reviewReport({ ...found.caseFile.key, reviewId: found.open.review.id }))
  return page(writeView({ frame: ask.frame, ...found, version: versionOf(found), errors: [], values: reportValues(found.kept?.draft ?? found.gathered.begins) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await around(ask)
  const { draft, errors } = readForm(ask, found)
  const version = Number(ask.form.text('version')) || 0
  const again = (wrong: readonly FieldError[], now = version): Reply => wrongForm(writeView({ frame: ask.frame, ...found, version: now, errors: wrong, values: ask.form.values() }))
  if (errors.length > 0) return again(errors)
  const key = { ...caseKeyOf(ask), reviewId: found.open.review.id }
  const done = await writeReport(ask, caseKeyOf(ask), { reviewId: key.reviewId, version, draft, send: ask.form.text('next') !== 'save' })
  if (!done.ok) {
    if (done.refusal.kind === 'gaps') return again(gapErrors(done.refusal.gaps, new Map(found.gathered.lines.map(({ line, number }) => [line.id, number]))))
    if (done.refusal.kind === 'saved-meanwhile') return again([{ field: 'summary', message: 'Somebody saved the report after you opened it. Nothing was overwritten and your words are on this page. Open the report in another tab to see theirs, then save again to put yours in their place' }], done.refusal.version)
    return again([{ field: 'summary', message: refusalWords(done.refusal) }])
  }
  return redirect(done.value.isSent ? paths.reviewReport(key, { done: 'report-sent' }) : paths.reviewWriteReport(key, { done: 'saved' }))
}

/** Saves while somebody writes, by script. The mark of the form is left alone: the form itself is still to be sent once. */
export const autosave: Page = async (ask) => {
  const found = await around(ask)
  const { once: _once, ...occasion } = ask
  const done = await writeReport(occasion, caseKeyOf(ask), { reviewId: found.open.review.id, version: Number(ask.form.text('version')) || 0, draft: readForm(ask, found).draft, send: false })
  if (done.ok) return json({ kind: 'saved', version: done.value.version }, 200)
  return json({ kind: done.refusal.kind === 'saved-meanwhile' ? 'kept-aside' : 'refused' }, 409)
}

function refusalWords(refusal: Exclude<ReportRefusal, { kind: 'gaps' | 'saved-meanwhile' }> | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'sent-already': return 'The report has been sent already'
    case 'called-off': return 'The meeting was called off'
    case 'notice-incomplete': return 'The letter lacks something that the law asks for. Check the day, time and place of the meeting'
    case 'not-at-this-stage': return closedWords(refusal)
  }
}
