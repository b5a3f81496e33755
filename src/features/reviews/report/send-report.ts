// Writing the report and sending it: saved as often as one likes, sent once, to everybody invited and to the council.

import { act } from '../../../casebook/act.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import { insertProposal } from '../../../casebook/plan/proposals.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PersonId, ProposalId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import { promiseInWords } from '../../../domain/plan/promise-words.ts'
import type { ReportDraft, ReportGap } from '../../../domain/review/review-report.ts'
import { changesOfReport, emptyNote, gapsInReport } from '../../../domain/review/review-report.ts'
import type { SentProposal, SentReport } from '../../../domain/review/sent-report.ts'
import type { OpenReview } from '../open-review.ts'
import { openToRun } from '../open-review.ts'
import type { KeptReport } from '../report-store.ts'
import { findReport, freezeReport, saveDraft } from '../report-store.ts'
import { tellInvitees } from '../tell-invitees.ts'
import type { Attachable } from './attachments.ts'
import { listAttachable } from './attachments.ts'
import type { Gathered } from './gather.ts'
import { gather } from './gather.ts'

export interface ReportInput {
  readonly reviewId: string
  /** The version that the page was made from; 0 before there was any. */
  readonly version: number
  readonly draft: ReportDraft
  readonly send: boolean
}

export type ReportRefusal = NoticeIncomplete
  | { readonly kind: 'gaps'; readonly gaps: readonly ReportGap[] }
  | { readonly kind: 'sent-already' }
  | { readonly kind: 'called-off' }
  /** Somebody saved it after this page was opened: what is typed stays on the page, beside what stands. */
  | { readonly kind: 'saved-meanwhile'; readonly version: number }

export const writeReport = act('send-review-report', async (tx, caseFile, { reviewId, version, draft, send }: ReportInput): Promise<Outcome<{ version: number; isSent: boolean }, ReportRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('send-review-report')
  const by = tx.viewer.personId
  const open = await openToRun(tx, caseFile, reviewId)
  const { review } = open
  const kept = await findReport(tx, caseFile, reviewId)
  if (review.isCalledOff) return refused({ kind: 'called-off' })
  if (review.reportOn !== undefined || kept?.sent !== undefined) return refused({ kind: 'sent-already' })
  const now = kept?.draft === undefined ? 0 : kept.version
  if (now !== version) return refused({ kind: 'saved-meanwhile', version: now })
  await saveDraft(tx, caseFile, review.id, by, draft, now + 1)
  if (!send) return ok({ version: now + 1, isSent: false })
  const gathered = await gather(tx, caseFile, open)
  const note = kept?.note ?? emptyNote
  const gaps = gapsInReport(draft, {
    isHeld: review.heldOn !== undefined, isYearNine: open.isYearNine, note, lines: gathered.lines.map(({ line }) => line),
    proposals: gathered.proposals.map(({ proposalId: id, lineId }) => ({ id, ...(lineId === undefined ? {} : { lineId }) })),
  })
  if (gaps.length > 0) return refused({ kind: 'gaps', gaps })
  const own = await proposeOwn(tx, caseFile, open, gathered, draft, by)
  const report = sentReport(caseFile, open, { gathered, draft, note, own, writtenBy: tx.viewer.name, papers: await listAttachable(tx, caseFile, review.id) })
  await checkBeforeSending(tx, caseFile, { what: 'document', text: wordsOf(report), typed: typedIn(draft), readers: ['parent', 'young-person', 'school', 'adviser'] })
  await freezeReport(tx, caseFile, review.id, by, report)
  await recordFact(tx, caseFile, { type: 'review-report-sent', reviewId: review.id })
  if (open.isYearNine && !isConsidered(caseFile, review.id)) {
    await recordFact(tx, caseFile, { type: 'adulthood-considered', reviewId: review.id }, { happenedOn: report.heldOn })
  }
  const told = await tellInvitees(tx, caseFile, open, 'review-report', open.invitations)
  return told.ok ? ok({ version: now + 1, isSent: true }) : told
})

const isConsidered = ({ facts }: CaseFile, reviewId: string): boolean => facts.some((fact) => fact.type === 'adulthood-considered' && fact.reviewId === reviewId)

/** What the report itself wants changed goes to the working document like everybody's proposals. */
async function proposeOwn(tx: Tx, caseFile: CaseFile, { arrangement, review }: OpenReview, gathered: Gathered, draft: ReportDraft, by: PersonId): Promise<SentProposal[]> {
  const planId = await planIdOf(tx, caseFile)
  const proposedOn = new Set(gathered.proposals.flatMap(({ lineId }) => (lineId === undefined ? [] : [lineId])))
  const made: SentProposal[] = []
  for (const { onRevision, fields, ...change } of changesOfReport(draft, gathered.lines.map(({ line }) => line), proposedOn)) {
    const id = tx.newId<ProposalId>()
    await insertProposal(tx, caseFile, planId, {
      id, ...change, reviewId: review.id, versionId: arrangement.versionId, authorId: by, channel: 'hub',
      ...(onRevision === undefined ? {} : { onRevision }), ...(fields === undefined ? {} : { fields }),
    })
    const number = gathered.lines.find(({ line }) => line.id === change.lineId)?.number
    const amounts = fields === undefined ? undefined : promiseInWords(fields)
    made.push({ ...change, proposalId: id, ...(number === undefined ? {} : { number }), ...(amounts === undefined ? {} : { amounts }) })
  }
  return made
}

interface Parts {
  readonly gathered: Gathered
  readonly draft: ReportDraft
  readonly note: KeptReport['note']
  readonly own: readonly SentProposal[]
  readonly writtenBy: string
  readonly papers: readonly Attachable[]
}

function sentReport({ child, area }: CaseFile, { arrangement, review, invitations, isYearNine }: OpenReview, { gathered, draft, note, own, writtenBy, papers }: Parts): SentReport {
  const { childPart, ...notes } = note
  return {
    childName: `${child.givenName} ${child.familyName}`, bornOn: child.bornOn, heldOn: review.heldOn ?? review.meetingOn, writtenBy, convenor: arrangement.convenor?.name ?? area.councilName,
    attendance: invitations.map(({ id, name, part, attended }) => ({ invitationId: id, from: name, part, ...(attended === undefined ? {} : { attended }) })),
    ...notes, ...(childPart === undefined ? {} : { childPart }), summary: draft.summary,
    lines: gathered.lines.map(({ line, number, voices }) => {
      const said = draft.lines[line.id]
      return {
        lineId: line.id, revision: line.revision, number, section: line.section, kind: line.kind, text: line.text,
        ...(said?.answer === undefined ? {} : { answer: said.answer }), ...(said?.words === undefined || said.words === '' ? {} : { words: said.words }),
        voices: voices.map(({ reply: { answer, words }, ...who }) => ({ ...who, ...(answer === undefined ? {} : { answer }), ...(words === undefined ? {} : { words }) })),
      }
    }),
    proposals: [...gathered.proposals.map((one): SentProposal => {
      const { agrees, because } = draft.recommendations[one.proposalId] ?? {}
      return { ...one, ...(agrees === undefined ? {} : { agrees }), ...(because === undefined || because === '' ? {} : { differsBecause: because }) }
    }), ...own],
    attachments: papers.filter(({ id }) => draft.attachments?.includes(id) === true).map(({ id, title }) => ({ documentId: id, title })),
    views: gathered.views, keptFrom: gathered.keptFrom,
    ...(isYearNine ? { adulthood: { aspirations: draft.aspirations, pathways: adulthoodPathways.map((pathway) => ({ pathway, words: draft.pathways[pathway] ?? '', agencies: gathered.pathways[pathway] })) } } : {}),
  }
}

const typedIn = ({ summary, lines, added, recommendations, aspirations, pathways }: ReportDraft): string => [
  summary, aspirations, ...Object.values(pathways), ...added.map(({ text }) => text), ...Object.values(lines).flatMap(({ words, text }) => [words ?? '', text ?? '']), ...Object.values(recommendations).map(({ because }) => because ?? ''),
].filter((text) => text !== '').join('\n')

const wordsOf = ({ summary, agreed, notAgreed, childWords, othersThere, lines, proposals, views, adulthood }: SentReport): string => [
  summary, agreed, notAgreed, childWords, othersThere, ...lines.flatMap(({ words, voices }) => [words ?? '', ...voices.map((one) => one.words ?? '')]),
  ...proposals.flatMap(({ text, because, differsBecause }) => [text, because ?? '', differsBecause ?? '']), ...views.map(({ text }) => text),
  ...(adulthood === undefined ? [] : [adulthood.aspirations, ...adulthood.pathways.flatMap(({ words, agencies }) => [words, ...agencies.map((one) => one.words ?? '')])]),
].filter((text) => text !== '').join('\n')
