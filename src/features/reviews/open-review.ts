// One arranged review as its pages open it: for whoever convenes it, for the council, and for everybody who is invited.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOfCouncil, isOfFamily } from '../../domain/access/parts.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { isInOrBeyondYearNine } from '../../domain/calendar/school-year.ts'
import type { FactType, RecordedFact } from '../../domain/case-file/facts.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import type { PlanLine } from '../../domain/plan/line.ts'
import type { ArrangedReview } from '../../domain/review/arranged-reviews.ts'
import { arrangedReviewsOf } from '../../domain/review/arranged-reviews.ts'
import { contributeBy } from '../../domain/review/review-dates.ts'
import type { ReportReader } from '../../domain/review/sent-report.ts'
import { mayReadWords } from '../../domain/review/sent-report.ts'
import { linesForViewer } from '../../casebook/plan/lines-for-viewer.ts'
import { readVersion } from '../../casebook/plan/plan-content.ts'
import type { KeptContribution } from './contribution-store.ts'
import type { Arrangement, Invitation } from './review-store.ts'
import { findArrangement, isOwnInvitation, listInvitations } from './review-store.ts'

export interface OpenReview {
  readonly arrangement: Arrangement
  readonly review: ArrangedReview
  readonly invitations: readonly Invitation[]
  /** The viewer's own. */
  readonly own: readonly Invitation[]
  /** They arrange, gather, hold and report: the setting that convenes it, or the council's officers. */
  readonly runs: boolean
  readonly isYearNine: boolean
  readonly reader: ReportReader
}

/** Whether something that was sent at a moment has left: the viewer's ledger holds the fact of that very moment (casebook/sending/hold.ts). */
const hasLeft = (facts: readonly RecordedFact[], type: FactType, at: Instant | undefined): boolean => at !== undefined && facts.some((fact) => fact.type === type && fact.recordedAt === at)

/** The review, or NotFound: for whoever is not invited and does not run it, it is not there before everybody else knows of it. */
export async function openReview(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<OpenReview> {
  const arrangement = await findArrangement(tx, caseFile, reviewId)
  const review = arrangedReviewsOf(caseFile.facts).find(({ id }) => id === reviewId)
  if (arrangement === undefined || review === undefined) throw new NotFound('review')
  const runs = mayRun(tx, caseFile, arrangement)
  const isCouncil = isOfCouncil(caseFile.parts)
  const all = await listInvitations(tx, caseFile, reviewId)
  const invitations = isCouncil || runs ? all : all.filter(({ sentAt }) => hasLeft(caseFile.facts, 'review-invitations-sent', sentAt))
    .map((one) => (one.papersAt === undefined || hasLeft(caseFile.facts, 'review-advice-circulated', one.papersAt) ? one : withoutPapers(one)))
  const own = invitations.filter((one) => isOwnInvitation(tx, one))
  return {
    arrangement, review, invitations, own, runs, isYearNine: isInOrBeyondYearNine(caseFile.child.bornOn, review.meetingOn),
    reader: { invitationIds: own.map(({ id }) => id), isFamily: isOfFamily(caseFile.parts), isCouncil },
  }
}

function withoutPapers(one: Invitation): Invitation {
  const { papersAt: _, ...rest } = one
  return rest
}

/** The council's officers always; a setting's staff where it convenes (SEND Regulations 2014, reg 20(1)). */
export function mayRun(tx: Pick<Tx, 'viewer'>, caseFile: Pick<CaseFile, 'parts'>, { convenor }: Pick<Arrangement, 'convenor'>): boolean {
  if (caseFile.parts.includes('case-officer') || caseFile.parts.includes('decision-maker')) return true
  return caseFile.parts.includes('school') && tx.viewer.kind === 'person' && convenor !== undefined
    && tx.viewer.roles.some(({ role, organisationId }) => role === 'senco' && organisationId === convenor.id)
}

/** The review, for an act of whoever runs it. */
export async function openToRun(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<OpenReview> {
  const open = await openReview(tx, caseFile, reviewId)
  if (!open.runs) throw new NotAllowed('review')
  return open
}

/** Whether this viewer may read what was given: nobody before it is given; the convenor and the council then; the rest with their papers. */
export function mayReadContribution({ reader, runs, own, invitations }: OpenReview, { invitationId, givenAt, circulatedAt, content }: KeptContribution): boolean {
  const by = invitations.find(({ id }) => id === invitationId)
  if (by === undefined) return false
  if (reader.invitationIds.includes(invitationId)) return true
  if (givenAt === undefined) return false
  if (reader.isCouncil) return true
  if (!mayReadWords({ invitationId, part: by.part }, reader, content.notFor)) return false
  return runs || (circulatedAt !== undefined && own.some(({ papersAt }) => papersAt !== undefined))
}

/** Whether this viewer reads it as it says now: their own, or as whoever runs the review, or the council. The rest read it as it was sent round. */
export const readsNow = ({ reader, runs }: OpenReview, { invitationId }: Pick<KeptContribution, 'invitationId'>): boolean => runs || reader.isCouncil || reader.invitationIds.includes(invitationId)

/** The version under review, and those of its lines that this viewer may read, numbered as in the whole. */
export async function readReviewed(tx: Tx, caseFile: CaseFile, { versionId }: Pick<Arrangement, 'versionId'>): Promise<{ version: IssuedVersion; lines: readonly PlanLine[] }> {
  const version = await readVersion(tx, caseFile, versionId)
  return { version, lines: await linesForViewer(tx, caseFile, version) }
}

/** Until when somebody is asked for their part: counted from the day on which their invitation went, else from today. */
export const giveBy = ({ review }: Pick<OpenReview, 'review'>, { sentAt }: Pick<Invitation, 'sentAt'>, today: PlainDate): PlainDate =>
  contributeBy(review.meetingOn, sentAt === undefined ? today : londonDateOf(sentAt))
