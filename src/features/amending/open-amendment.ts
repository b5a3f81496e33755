// One review or amendment as the council works on it: the plan in force, the working document, what differs, and what was proposed.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { draftMark } from '../../casebook/plan/draft-holds.ts'
import { findLine, seenSince } from '../../casebook/plan/line-rows.ts'
import { planIdOf, readPlanContent } from '../../casebook/plan/plan-content.ts'
import type { FrozenPlan } from '../../casebook/plan/plan-in-force.ts'
import { findPlanInForce } from '../../casebook/plan/plan-in-force.ts'
import type { Proposal } from '../../casebook/plan/proposals.ts'
import { listProposals } from '../../casebook/plan/proposals.ts'
import { noticeWindow } from '../../casebook/plan/served.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { allOf, standingFacts } from '../../domain/case-file/facts.ts'
import type { PlanId, ProposalId } from '../../domain/ids.ts'
import type { PlanChange } from '../../domain/plan/changes.ts'
import { changesBetween } from '../../domain/plan/changes.ts'
import type { PlanContent, PlanLine } from '../../domain/plan/line.ts'
import type { NewAdvice } from './new-advice-store.ts'
import { listNewAdvice } from './new-advice-store.ts'
import type { Recommended } from './recommended-store.ts'
import { listRecommended } from './recommended-store.ts'
import type { UnderWay } from '../../domain/review/amendments.ts'
import { underWay } from '../../domain/review/amendments.ts'
import type { DraftWindow } from '../../domain/timeline/draft-window.ts'

/** A proposal beside the line as it stands now. */
export interface ProposalHere {
  readonly proposal: Proposal
  readonly line?: PlanLine
  /** The revision that stands now, which an answer is made against; 0 where it is about no line. */
  readonly against: number
  /** The line was changed, or taken out, after the words that the proposal was made on. */
  readonly hasMovedOn: boolean
  readonly isOut: boolean
}

export interface Amendment {
  readonly caseFile: CaseFile
  readonly planId: PlanId
  readonly subject: UnderWay
  /** The day of the review meeting, once it was held. */
  readonly metOn?: PlainDate
  readonly reportOn?: PlainDate
  /** What came in of the advice that was asked for again, where this is of a reassessment. */
  readonly newAdvice: readonly NewAdvice[]
  /** What the report of the review says of what was proposed. */
  readonly recommended: ReadonlyMap<ProposalId, Recommended>
  readonly inForce?: FrozenPlan
  readonly live: PlanContent
  readonly changes: readonly PlanChange[]
  readonly open: readonly ProposalHere[]
  readonly answered: readonly Proposal[]
  /** Known again when the form comes back: whether the working document is still what was read. */
  readonly mark: string
  readonly window?: DraftWindow
}

/** A new assessment of which no notice went out: it can end with the plan as it is. */
export const keepsAfterReassessment = ({ subject }: Pick<Amendment, 'subject'>): boolean => subject.because === 'reassessment' && subject.notice === undefined

/** The review or amendment of that id, while it is open; undefined when it has ended. NotFound for an id that the case never had. */
export async function findAmendment(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<Amendment | undefined> {
  const facts = standingFacts(caseFile.facts)
  const subject = underWay(facts).find(({ id }) => id === reviewId)
  if (subject === undefined) {
    if (!facts.some((fact) => 'reviewId' in fact && fact.reviewId === reviewId)) throw new NotFound('review')
    return undefined
  }
  const planId = await planIdOf(tx, caseFile)
  const inForce = await findPlanInForce(tx, caseFile)
  const live = await readPlanContent(tx, caseFile, planId)
  // What was said of the plan and never answered is answered here too, whenever it was said.
  const proposals = (await listProposals(tx, caseFile, planId)).filter((one) => one.reviewId === subject.id || one.decision === undefined)
  const metOn = allOf(facts, 'review-meeting-held').findLast((fact) => fact.reviewId === reviewId)?.happenedOn
  const reportOn = allOf(facts, 'review-report-sent').findLast((fact) => fact.reviewId === reviewId)?.happenedOn
  const window = noticeWindow(caseFile, subject.id)
  return {
    caseFile, planId, subject, live, mark: await draftMark(tx, caseFile, planId),
    changes: inForce === undefined ? [] : changesBetween(inForce.version.content, live),
    open: await besideTheirLines(tx, caseFile, planId, live, proposals.filter(({ decision }) => decision === undefined)),
    answered: proposals.filter(({ decision }) => decision !== undefined),
    recommended: subject.kind === 'review' ? await listRecommended(tx, caseFile, reviewId) : new Map(),
    newAdvice: subject.because === 'reassessment' ? await listNewAdvice(tx, caseFile, subject.since) : [],
    ...(inForce === undefined ? {} : { inForce }), ...(metOn === undefined ? {} : { metOn }), ...(reportOn === undefined ? {} : { reportOn }),
    ...(window === undefined ? {} : { window }),
  }
}

async function besideTheirLines(tx: Tx, caseFile: CaseFile, planId: PlanId, live: PlanContent, proposals: readonly Proposal[]): Promise<ProposalHere[]> {
  const lines = new Map(live.lines.map((line) => [line.id, line]))
  const here: ProposalHere[] = []
  for (const proposal of proposals) {
    if (proposal.lineId === undefined || proposal.kind === 'add') {
      here.push({ proposal, against: 0, hasMovedOn: false, isOut: false })
      continue
    }
    const line = lines.get(proposal.lineId)
    const now = line?.revision ?? (await findLine(tx, caseFile, planId, proposal.lineId))?.latest.n ?? 0
    // Asked only where the number differs: a line that was moved is not a line that changed.
    const seen = now === proposal.onRevision ? now : await seenSince(tx, caseFile, proposal.lineId, proposal.onRevision ?? 0)
    here.push({ proposal, against: now, hasMovedOn: now !== seen, isOut: line === undefined, ...(line === undefined ? {} : { line }) })
  }
  return inPlanOrder(here, live)
}

/** In the order in which the plan is read; what is about a whole section comes at its end. */
function inPlanOrder(here: readonly ProposalHere[], live: PlanContent): ProposalHere[] {
  const order = new Map(live.lines.map(({ id }, index) => [id, index]))
  const place = ({ proposal }: ProposalHere): number => (proposal.lineId === undefined ? Number.MAX_SAFE_INTEGER : order.get(proposal.lineId) ?? Number.MAX_SAFE_INTEGER)
  return here.toSorted((a, b) => (a.proposal.section < b.proposal.section ? -1 : a.proposal.section > b.proposal.section ? 1 : place(a) - place(b)))
}
