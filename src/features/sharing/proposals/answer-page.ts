import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { findLine, seenSince } from '../../../casebook/plan/line-rows.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { closedView, closedWords, whyClosed } from '../closed.tsx'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { findProposal } from '../../../casebook/plan/proposals.ts'
import { readServedDraft } from '../served-draft.ts'
import { readAnswer } from './answer-form.ts'
import type { AnswerRefusal } from './answer-proposal.ts'
import { answerProposal } from './answer-proposal.ts'
import type { LineNow } from './answer-view.tsx'
import { answerTitle, answerView } from './answer-view.tsx'
import { placeWords } from './view.tsx'

async function open(tx: Tx, ask: Ask) {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  const why = whyClosed(caseFile, 'answer-proposal')
  const planId = await planIdOf(tx, caseFile)
  const proposal = await findProposal(tx, caseFile, planId, param(ask, 'proposalId'))
  if (proposal === undefined) throw new NotFound('proposal')
  const line = proposal.lineId === undefined || proposal.kind === 'add' ? undefined : await findLine(tx, caseFile, planId, proposal.lineId)
  const now: LineNow | undefined = line === undefined ? undefined : {
    n: line.latest.n, text: line.latest.wording.text, fields: line.latest.wording.fields, kind: line.kind, isRemoved: line.latest.isRemoved,
    hasMovedOn: line.latest.n !== await seen(tx, caseFile, proposal, proposal.onRevision ?? 0),
  }
  const served = await readServedDraft(tx, caseFile)
  return { caseFile, why, proposal, now, place: placeWords(proposal, await readPlanContent(tx, caseFile, planId), served) }
}

const seen = async (tx: Tx, caseFile: CaseFile, { lineId }: Proposal, base: number): Promise<number> =>
  (lineId === undefined ? base : seenSince(tx, caseFile, lineId, base))

async function form(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  const { why, ...opened } = await read(ask, (tx) => open(tx, ask))
  if (why !== undefined) return reply(closedView({ frame: ask.frame, caseFile: opened.caseFile, title: answerTitle, why }), errors)
  return reply(answerView({ frame: ask.frame, ...opened, errors, values: typed ?? { wording: opened.proposal.text } }), errors)
}

const reply = (document: Parameters<typeof page>[0], errors: FormErrors): Reply => (errors.length > 0 ? wrongForm(document) : page(document))

export const show = (ask: Ask): Promise<Reply> => form(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const against = Number(ask.form.text('against'))
  const { proposal, caseFile, sawMovedOn } = await read(ask, async (tx) => {
    const opened = await open(tx, ask)
    // What the writer had before them decides which questions were on their page; the act compares it with the line again.
    const lastSeen = await seen(tx, opened.caseFile, opened.proposal, opened.proposal.onRevision ?? 0)
    return { ...opened, sawMovedOn: opened.now !== undefined && against > lastSeen }
  })
  const given = readAnswer(ask.form, proposal, sawMovedOn)
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const done = await answerProposal(ask, caseKeyOf(ask), { proposalId: proposal.id, form: given.value })
  if (!done.ok) return form(ask, [{ field: done.refusal.kind === 'line-moved-on' ? 'keep' : 'decision', message: refusalWords(done.refusal, caseFile) }], ask.form.values())
  return redirect(paths.proposals(caseFile.key, { done: 'proposal-answered' }))
}

function refusalWords(refusal: AnswerRefusal | NotAtThisStage, caseFile: CaseFile): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return closedWords(caseFile, refusal.stage)
    case 'already-answered': return 'Somebody has answered this meanwhile: their answer stands and yours was not sent'
    case 'line-moved-on': return 'The line was changed after you opened this page, so nothing was written. Both texts are below: choose again'
  }
}
