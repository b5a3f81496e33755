// All SQL of proposals: what was said of the lines of a draft or of a plan under review, and what was decided. A proposal is seen by the council, by who made
// it and by whom it was made for; one parent's never by the other.

import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import type { LineId, PersonId, PlanId, PlanVersionId, ProposalId, ReviewId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { LineFields, LineKind } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'

export const proposalKinds = ['comment', 'change', 'add', 'remove'] as const
export type ProposalKind = (typeof proposalKinds)[number]
export type ProposalDecision = 'accepted' | 'declined' | 'answered'

export interface Proposal {
  readonly id: ProposalId
  readonly kind: ProposalKind
  readonly section: Section
  /** The line it is about, or the line that came of it; absent when it is about a section. */
  readonly lineId?: LineId
  readonly onRevision?: number
  /** A comment's words, the words a line should have; empty when a line should go. */
  readonly text: string
  /** The fields that the line should have (hours, how often, who); absent: they stay as they are. */
  readonly fields?: LineFields
  /** The review or amendment at which it was made. */
  readonly reviewId?: ReviewId
  readonly because?: string
  readonly author: { readonly id: PersonId; readonly name: string; readonly profession?: string }
  readonly onBehalfOf?: { readonly id: PersonId; readonly name: string }
  readonly channel: Channel
  readonly madeAt: Instant
  /** What the line said when it was proposed. */
  readonly wordsThen?: string
  /** What its boxes said when it was proposed; of what kind the line is. */
  readonly fieldsThen?: LineFields
  readonly lineKind?: LineKind
  readonly decision?: ProposalDecision
  readonly decisionReason?: string
  readonly decidedBy?: string
  readonly decidedAt?: Instant
  readonly resultingRevision?: number
}

/** Who said it: the person it was written down for, else the author. */
export const whoSaid = ({ author, onBehalfOf }: Pick<Proposal, 'author' | 'onBehalfOf'>): { id: PersonId; name: string } => onBehalfOf ?? author

const isCouncil = ({ parts }: CaseFile): boolean => isOfCouncil(parts)

/** Every proposal that the viewer may see, oldest first; of one review or amendment where it is named. */
export async function listProposals(tx: Tx, caseFile: CaseFile, planId: PlanId, { reviewId }: { readonly reviewId?: ReviewId } = {}): Promise<Proposal[]> {
  let query = tx.db.selectFrom('proposal as p').innerJoin('person as a', 'a.id', 'p.authorId')
    .leftJoin('person as b', 'b.id', 'p.onBehalfOf').leftJoin('person as d', 'd.id', 'p.decidedBy')
    .leftJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'p.localAreaId').onRef('r.lineId', '=', 'p.lineId').onRef('r.n', '=', 'p.onRevision'))
    .leftJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 'p.localAreaId').onRef('l.id', '=', 'p.lineId'))
    .select(['p.id', 'p.kind', 'p.section', 'p.lineId', 'p.onRevision', 'p.text', 'p.because', 'p.authorId', 'a.fullName as authorName', 'a.profession',
      'p.onBehalfOf', 'b.fullName as behalfName', 'p.channel', 'p.madeAt', 'r.text as wordsThen', 'r.fields as fieldsThen', 'l.kind as lineKind', 'p.decision', 'p.decisionReason', 'd.fullName as deciderName',
      'p.decidedAt', 'p.resultingRevision', 'p.reviewId', 'p.fields'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.planId', '=', planId).orderBy('p.madeAt').orderBy('p.id')
  if (reviewId !== undefined) query = query.where('p.reviewId', '=', reviewId)
  if (!isCouncil(caseFile)) {
    if (tx.viewer.kind !== 'person') return []
    const me = tx.viewer.personId
    query = query.where((eb) => eb.or([eb('p.onBehalfOf', '=', me), eb.and([eb('p.authorId', '=', me), eb('p.onBehalfOf', 'is', null)])]))
  }
  const rows = await query.execute()
  return rows.map((row): Proposal => ({
    id: row.id, kind: row.kind as ProposalKind, section: (row.section ?? 'A') as Section, text: row.text, channel: row.channel as Channel, madeAt: row.madeAt,
    author: { id: row.authorId, name: row.authorName, ...(row.profession === null ? {} : { profession: row.profession }) },
    ...(row.lineId === null ? {} : { lineId: row.lineId }), ...(row.onRevision === null ? {} : { onRevision: row.onRevision }),
    ...(row.reviewId === null ? {} : { reviewId: row.reviewId as ReviewId }), ...(row.fields === null ? {} : { fields: row.fields as LineFields }),
    ...(row.because === null ? {} : { because: row.because }), ...(row.wordsThen === null ? {} : { wordsThen: row.wordsThen }),
    ...(row.fieldsThen === null ? {} : { fieldsThen: row.fieldsThen as LineFields }), ...(row.lineKind === null ? {} : { lineKind: row.lineKind as LineKind }),
    ...(row.onBehalfOf === null || row.behalfName === null ? {} : { onBehalfOf: { id: row.onBehalfOf, name: row.behalfName } }),
    ...(row.decision === null ? {} : { decision: row.decision as ProposalDecision }),
    ...(row.decisionReason === null ? {} : { decisionReason: row.decisionReason }),
    ...(row.deciderName === null ? {} : { decidedBy: row.deciderName }), ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
    ...(row.resultingRevision === null ? {} : { resultingRevision: row.resultingRevision }),
  }))
}

/** One proposal that the viewer may see; undefined for any other, whether or not it exists. */
export async function findProposal(tx: Tx, caseFile: CaseFile, planId: PlanId, id: string): Promise<Proposal | undefined> {
  return isId(id) ? (await listProposals(tx, caseFile, planId)).find((one) => one.id === id) : undefined
}

export interface NewProposal {
  readonly id: ProposalId
  readonly versionId?: PlanVersionId
  readonly lineId?: LineId
  readonly onRevision?: number
  readonly section: Section
  readonly kind: ProposalKind
  readonly text: string
  readonly fields?: LineFields
  readonly reviewId?: ReviewId
  readonly because?: string
  readonly authorId: PersonId
  readonly onBehalfOf?: PersonId
  readonly channel: Channel
}

export async function insertProposal(tx: Tx, caseFile: CaseFile, planId: PlanId, proposal: NewProposal): Promise<void> {
  await tx.db.insertInto('proposal').values({
    localAreaId: caseFile.localAreaId, planId, id: proposal.id, versionId: proposal.versionId ?? null, lineId: proposal.lineId ?? null,
    onRevision: proposal.onRevision ?? null, section: proposal.section, kind: proposal.kind, text: proposal.text, because: proposal.because ?? null,
    authorId: proposal.authorId, onBehalfOf: proposal.onBehalfOf ?? null, channel: proposal.channel, madeAt: tx.now,
    reviewId: proposal.reviewId ?? null, fields: proposal.fields === undefined ? null : JSON.stringify(proposal.fields),
  }).execute()
}

export interface Decided {
  readonly decision: ProposalDecision
  readonly reason?: string
  readonly decidedBy: PersonId
  /** The line that came of an accepted addition. */
  readonly lineId?: LineId
  readonly resultingRevision?: number
}

/** Keeps the decision on a proposal that has none yet; false when somebody has decided before. */
export async function decideProposal(tx: Tx, caseFile: CaseFile, id: ProposalId, decided: Decided): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('proposal').set({
    decision: decided.decision, decisionReason: decided.reason ?? null, decidedBy: decided.decidedBy, decidedAt: tx.now,
    resultingRevision: decided.resultingRevision ?? null, ...(decided.lineId === undefined ? {} : { lineId: decided.lineId }),
  }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', id).where('decision', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Opens a decided proposal again: its answer is taken off, and what was told of it nowhere yet is told with the next. */
export async function reopenProposal(tx: Tx, caseFile: CaseFile, id: ProposalId): Promise<void> {
  await tx.db.updateTable('proposal').set({ decision: null, decisionReason: null, decidedBy: null, decidedAt: null, resultingRevision: null })
    .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', id).execute()
}

/** Takes a proposal off again that nobody has decided on, because whoever made it says something else now; false when it was decided. */
export async function withdrawProposal(tx: Tx, caseFile: CaseFile, id: ProposalId): Promise<boolean> {
  const { numDeletedRows } = await tx.db.deleteFrom('proposal').where('localAreaId', '=', caseFile.localAreaId).where('id', '=', id).where('decision', 'is', null).executeTakeFirst()
  return numDeletedRows > 0n
}
