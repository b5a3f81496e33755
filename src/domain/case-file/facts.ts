// The facts of a case: what happened, never what follows from it. Each type is one thing that a person (or the program, on a
// day) did. Stage, clocks and who holds the case are folded from these by pure rules.

import type { Instant, PlainDate } from '../calendar/plain-date.ts'
import type { Excuse } from '../clocks/clock.ts'
import type { Section } from '../plan/sections.ts'
import type { ChangeOutcome, ChangeSayer } from '../review/change-said.ts'
import type {
  AdviceId, AdviceRequestId, ConsultationId, DocumentId, MessageId, OrganisationId, PersonId, PlanId, PlanVersionId, ProposalId,
  RequestId, ReviewId,
} from '../ids.ts'
import type { TransferKind } from '../transfer/phases.ts'
import type { DelayReason } from './delay-reasons.ts'
import type { BroughtFact } from './brought-facts.ts'
import type { EndingFact } from './ending-facts.ts'
import type { ReturnFact } from './return-facts.ts'

/** How something reached or left the council. */
export const channels = ['hub', 'email', 'phone', 'letter', 'in-person', 'interpreter'] as const
export type Channel = (typeof channels)[number]

/** How an amendment notice can go; the engine counts service from it. */
export type NoticeChannel = Extract<Channel, 'hub' | 'email' | 'letter' | 'in-person'>

/** What a council decides after a review meeting: SEND Regs 2014 reg 20(10). */
export const reviewOutcomes = ['maintain', 'amend', 'cease'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** Why a plan is amended without a review (SEND Regs 2014 regs 27, 28, 42, 44, 45), or to put right a slip. */
export const amendmentCauses = ['change', 'mediation', 'order', 'concession', 'correction', 'reassessment'] as const
export type AmendmentCause = (typeof amendmentCauses)[number]

/** What a plan says of the next phase: a setting by name, only a type of setting, or, by a decision, the one that it named before. */
export const nextPlacements = ['setting', 'type', 'same'] as const
export type NextPlacement = (typeof nextPlacements)[number]

/** Who may ask: CFA 2014 s.36(1) gives the right to the first four; anybody else brings a child to attention (s.24). */
export const requesters = ['parent', 'young-person', 'school', 'post-16', 'early-years', 'health', 'social-care', 'other'] as const
export type Requester = (typeof requesters)[number]

/** SEND Regulations 2014, reg 6(1)(a) to (h); 's19' is the child's own views (CFA 2014 s.19). */
export const adviceItems = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 's19'] as const
export type AdviceItem = (typeof adviceItems)[number]

/** What a young person may let a parent do: read the plan, get copies of letters, write to the council, give views. */
export const helpParts = ['plan', 'letters', 'messages', 'views'] as const
export type HelpPart = (typeof helpParts)[number]

/** Who said it: the young person in the hub, their word as an officer wrote it down, or whoever decides in their place. */
export type Permitter = 'young-person' | 'officer' | 'representative'

/** Who takes a decision that the young person cannot take: a deputy or an attorney, with the days of their appointment. */
export interface StandIn {
  readonly name: string
  readonly as: 'deputy' | 'attorney'
  readonly personId?: PersonId
  readonly from?: PlainDate
  readonly to?: PlainDate
}

export type Fact =
  | BroughtFact
  | EndingFact
  | ReturnFact
  // Asking for an assessment
  | { type: 'request-received'; requestId: RequestId; madeBy: Requester; channel: Channel }
  | { type: 'brought-to-attention'; requestId: RequestId; madeBy: Requester; channel: Channel }
  | { type: 'request-withdrawn'; by: string; councilStillResponsible: boolean }
  | { type: 'duplicate-said'; otherReference: string }
  | { type: 'duplicate-settled'; otherReference: string; as: 'same-child' | 'different-children' }
  | { type: 'officer-assigned'; personId: PersonId }
  | { type: 'evidence-added'; documentId: DocumentId; title: string }
  // Deciding whether to assess
  | { type: 'family-told-of-request'; noticeId: string }
  | { type: 'bodies-told-of-request'; noticeId: string }
  | { type: 'panel-advised'; question: 'assess' | 'issue'; advice: string }
  | { type: 'assessment-decided'; outcome: 'assess' | 'not-assess'; noticeId: string }
  // Advice
  | { type: 'advice-asked'; adviceRequestId: AdviceRequestId; item: AdviceItem; of: string }
  | { type: 'advice-request-received'; adviceRequestId: AdviceRequestId; by: string }
  | { type: 'advice-chased'; adviceRequestId: AdviceRequestId; of: string }
  | { type: 'advice-given'; adviceId: AdviceId; adviceRequestId?: AdviceRequestId; item: AdviceItem; by: string }
  | { type: 'advice-returned'; adviceId: AdviceId; to: string }
  | { type: 'advice-accepted'; adviceId: AdviceId; by: string }
  | { type: 'earlier-advice-reused'; adviceId: AdviceId; adviceRequestId?: AdviceRequestId; by: string }
  | { type: 'advice-excused'; adviceRequestId: AdviceRequestId; of: string }
  | { type: 'advice-withdrawn'; adviceRequestId: AdviceRequestId; of: string }
  | { type: 'advice-taken'; adviceRequestId: AdviceRequestId; by: string }
  | { type: 'family-advice-answered'; isReasonable: boolean }
  | { type: 'lines-marked'; adviceId: AdviceId; count: number }
  | { type: 'term-kept-out'; kind: string }
  | { type: 'views-recorded'; adviceId: AdviceId; adviceRequestId?: AdviceRequestId; whose: 'child' | 'parent'; method: string }
  // The plan
  | { type: 'plan-decided'; outcome: 'issue' | 'no-plan'; noticeId: string }
  | { type: 'drafting-began'; planId: PlanId }
  | { type: 'advice-lines-settled'; used: number; joined: number; notUsed: number; asked: number; disagree: number }
  | { type: 'author-asked'; adviceId: AdviceId; of: string; isSent: boolean }
  | { type: 'author-answered'; adviceId: AdviceId; by: string }
  | { type: 'version-frozen'; versionId: PlanVersionId; no: number }
  | { type: 'working-copy-made'; copyId: string; no: number }
  | { type: 'working-copy-brought-back'; broughtId: string; found: number }
  | { type: 'working-copy-settled'; broughtId: string; proposed: number; left: number }
  | { type: 'draft-served'; versionId: PlanVersionId; channel: Channel; windowLastDay: PlainDate }
  | { type: 'representation-made'; proposalId: ProposalId; section?: Section }
  | { type: 'representation-answered'; proposalId: ProposalId; decision: 'accepted' | 'declined' | 'answered' }
  | { type: 'proposal-reopened'; proposalId: ProposalId }
  | { type: 'family-finished-commenting'; by: string }
  | { type: 'setting-asked-for'; wishId: string; name: string }
  | { type: 'meeting-asked-for'; wishId: string }
  | { type: 'format-asked-for'; wishId: string; format: string }
  | { type: 'wish-answered'; wishId: string; kind: 'setting' | 'meeting' | 'format' }
  | { type: 'setting-consulted'; consultationId: ConsultationId; organisationId: OrganisationId; name: string }
  | { type: 'consultation-answered'; consultationId: ConsultationId; name: string; canMeetNeeds: 'yes' | 'no' | 'with-support' }
  | { type: 'consultation-withdrawn'; consultationId: ConsultationId; name: string }
  | { type: 'consultation-chased'; consultationId: ConsultationId; name: string }
  | { type: 'health-body-agreed'; agreedBy: string }
  | { type: 'plan-checked'; status: 'draft' | 'final' | 'amended'; held: number; released: number; warned: number }
  | { type: 'check-released'; checkId: string }
  | { type: 'final-issued'; versionId: PlanVersionId; sha256: string; settingName?: string }
  // A plan from before the hub: it happened on the day the plan was first made (CFA 2014 s.44(1)(a) counts from it)
  | { type: 'older-plan-brought-in'; planId: PlanId; versionId: PlanVersionId; documentId: DocumentId; issuedOn: PlainDate; reviewedOn?: PlainDate; settingName?: string }
  | { type: 'plan-delivered'; versionId: PlanVersionId; to: string }
  | { type: 'plan-opened'; versionId: PlanVersionId; by: string }
  | { type: 'plan-acknowledged'; versionId: PlanVersionId; by: string }
  | { type: 'delivery-chased'; versionId: PlanVersionId; of: string }
  /** Who had a plan and does not get the one that takes its place was told that theirs is no longer in force. */
  | { type: 'plan-superseded-told'; versionId: PlanVersionId; to: string; personId?: PersonId; organisationId?: OrganisationId }
  // Reviews of the plan (CFA 2014 s.44; SEND Regs 2014 regs 20 to 22)
  | { type: 'review-meeting-arranged'; reviewId: ReviewId; meetingOn: PlainDate; noInstitution: boolean }
  | { type: 'review-called-off'; reviewId: ReviewId }
  | { type: 'review-invitee-listed'; reviewId: ReviewId; invitationId: string; name: string }
  | { type: 'review-invitee-struck'; reviewId: ReviewId; invitationId: string; name: string }
  | { type: 'review-invitations-sent'; reviewId: ReviewId; count: number }
  | { type: 'review-invitation-answered'; reviewId: ReviewId; invitationId: string; by: string; isComing: boolean }
  | { type: 'review-contribution-given' | 'review-contribution-changed'; reviewId: ReviewId; invitationId: string; from: string }
  | { type: 'review-advice-circulated'; reviewId: ReviewId; count: number }
  | { type: 'review-meeting-held'; reviewId: ReviewId; noInstitution: boolean }
  | { type: 'review-report-sent'; reviewId: ReviewId }
  | { type: 'review-notes-changed'; reviewId: ReviewId }
  | { type: 'review-report-graded'; reviewId: ReviewId }
  | { type: 'adulthood-considered'; reviewId: ReviewId }
  | { type: 'review-decision-notified'; reviewId: ReviewId; outcome: ReviewOutcome }
  | { type: 'amendment-begun'; reviewId: ReviewId; because: AmendmentCause }
  | { type: 'amendment-notice-sent'; reviewId: ReviewId; channel: NoticeChannel; versionId?: PlanVersionId; withoutReview?: true }
  | { type: 'amended-final-issued'; reviewId: ReviewId; versionId?: PlanVersionId; sha256?: string; settingName?: string }
  | { type: 'not-amending-notified'; reviewId: ReviewId }
  // An early review of a child under five was thought about (Code ch. 9), and who convenes for the council (SEND Regs 2014 reg 21)
  | { type: 'early-review-considered' }
  | { type: 'review-convenor-named'; personId: PersonId; name: string }
  // Moves to the next phase of education (SEND Regs 2014 regs 2(1), 18). `finalSeq` is the fact of the plan that names the next placement.
  | { type: 'phase-transfer-foreseen'; transferId: string; kind: TransferKind; year: number; transferOn?: PlainDate }
  | { type: 'phase-transfer-cancelled'; transferId: string }
  | { type: 'next-placement-named'; transferId: string; finalSeq: number; how: NextPlacement; name?: string }
  // The lines found still right, and those to change; and what somebody said has changed
  | { type: 'lines-confirmed'; reviewId?: ReviewId; right: number; toChange: number }
  | { type: 'change-said'; changeId: string; by: ChangeSayer; asksForReview: boolean }
  | { type: 'change-answered'; changeId: string; outcome: ChangeOutcome; asksForReview: boolean }
  // Copies with words removed, for one reader (UK GDPR Art 15(4))
  | { type: 'copy-demanded'; redactionId: string; title: string; reader: string }
  | { type: 'copy-marked'; redactionId: string; removed: number; kept: number; isForCheck: boolean }
  | { type: 'copy-returned'; redactionId: string; wasReleased: boolean }
  | { type: 'copy-released'; redactionId: string; reader: string; removed: number; sha256: string }
  | { type: 'copy-lifted'; redactionId: string; reader: string }
  // Seals on a single document or report (DPA 2018 Schs 2 to 4)
  | { type: 'item-sealed'; sealId: string; thing: 'advice' | 'document' }
  | { type: 'item-seal-kept'; sealId: string; thing: 'advice' | 'document'; reviewOn: PlainDate }
  | { type: 'item-unsealed'; sealId: string; thing: 'advice' | 'document' }
  // People and talk
  | { type: 'letter-sent'; noticeId: string; kind: string; to: string }
  | { type: 'letter-posted'; outgoingId: string; to: string }
  | { type: 'letter-readdressed'; outgoingId: string; to: string }
  | { type: 'sending-tried-again'; outgoingId: string; to: string }
  // What staff sent was taken back before it left. It corrects each fact of the act that no longer stands, and stands alone where none does.
  | { type: 'sending-taken-back'; sendingId: string; act: string; of?: string }
  | { type: 'sent-at-once'; sendingId: string; act: string }
  | { type: 'stop-released'; count: number }
  | { type: 'reminder-sent'; to: string; clockIds: readonly string[]; dueOn: PlainDate; outgoingId?: string }
  | { type: 'message-sent'; messageId: MessageId; from: 'family' | 'council' }
  | { type: 'party-joined'; part: string; name: string }
  | { type: 'party-left'; part: string; name: string }
  | { type: 'family-recorded'; name: string; relation: string }
  | { type: 'family-invited'; name: string }
  | { type: 'address-changed'; household: string }
  | { type: 'communication-recorded'; kind: string }
  | { type: 'responsibility-recorded'; name: string; hasResponsibility: boolean; hasCare: boolean }
  | { type: 'contact-recorded'; name: string }
  | { type: 'restriction-recorded'; restrictionId: string; kind: string; name?: string }
  | { type: 'restriction-changed'; restrictionId: string; how: 'narrowed' | 'widening-asked' | 'widened' | 'widening-declined' | 'reviewed'; name?: string }
  | { type: 'sealed-address-asked'; readingId: string; reason: string }
  | { type: 'address-questioned'; disputeId: string; name: string }
  | { type: 'address-settled'; disputeId: string; name: string; outcome: string }
  | { type: 'proxy-named'; proxyId: string; name: string; for: string; forPersonId: PersonId; to: PlainDate }
  | { type: 'proxy-ended'; proxyId: string; name: string; for: string; forPersonId: PersonId }
  // The rights of the young person
  | { type: 'rights-notice-given'; rightsOn: PlainDate; timing: 'ahead' | 'inside' | 'passed' }
  | { type: 'rights-reminder-sent'; rightsOn: PlainDate }
  | { type: 'young-person-recorded'; canSignIn: boolean }
  | { type: 'capacity-doubted'; decision: string }
  | { type: 'permission-given' | 'permission-narrowed' | 'permission-ended' | 'permission-refused'; permissionId: string; parentId: PersonId; name: string; parts: readonly HelpPart[]; by: Permitter }
  // Tracks beside the process
  // Facts of before the record of capacity was made have a name in words alone; `assessmentId` leads to the record itself.
  | { type: 'capacity-found'; hasCapacity: boolean; decision: string; representative?: string; assessmentId?: string; assessedBy?: string; reviewOn?: PlainDate; standIn?: StandIn }
  | { type: 'setting-began'; organisationId: OrganisationId; name: string }
  | { type: 'setting-ended'; name: string }
  | { type: 'educated-otherwise'; arrangement: 'eotas' | 'elective-home' | 'awaiting-place' }
  | { type: 'custody-began' }
  | { type: 'custody-ended' }
  | { type: 'moved-out-of-area'; to: string }
  // Moves to and from another authority (CFA 2014 s.47; SEND Regs 2014 regs 15, 16). `moveId` is the same on both sides.
  | { type: 'move-known'; moveId: string; movesOn: PlainDate; to: string }
  | { type: 'transfer-ordered'; moveId: string; to: string }
  | { type: 'plan-transferred'; moveId: string; to: string; sha256: string }
  | { type: 'transfer-taken-back'; moveId: string; to: string }
  | { type: 'move-called-off'; moveId: string; to: string }
  | { type: 'transfer-receipted'; moveId: string; by: string }
  | { type: 'plan-transferred-in'; moveId: string; from: string; sha256: string; planFirstMadeOn: PlainDate }
  | { type: 'plan-made-elsewhere'; by: string }
  | { type: 'became-responsible'; moveId: string; requestId: RequestId; from: string }
  | { type: 'transfer-told'; moveId: string; willReassess: boolean; reviewOn: PlainDate }
  | { type: 'health-body-change-known'; changeId: string; to: string; changesOn?: PlainDate }
  | { type: 'new-health-body-told'; changeId: string; to: string }
  // The new health body cannot practicably arrange what the plan says; it asks, and the council must do as it is asked (reg 16)
  | { type: 'health-body-cannot-arrange'; changeId: string; body: string }
  | { type: 'health-body-asked-council'; changeId: string; body: string; asksFor: 'assessment' | 'review' }
  | { type: 'attendance-impracticable'; name: string }
  | { type: 'alternative-arranged'; name: string }
  | { type: 'direct-payment-agreed' }
  // Honesty about delay: what was told of a legal date that was or will be missed, and the excuses claimed for it
  | {
    type: 'delay-explained'; delayId: string; clock: string; about: string; dueOn: PlainDate; expectedOn: PlainDate; because: DelayReason
    /** The family's own words for it, as they were sent to them. */
    why: string; meanwhile: string; noticeIds: readonly string[]; claimId?: string
  }
  | { type: 'excuse-claimed'; claimId: string; clock: string; about: string; excuse: Excuse; facts: ExcuseFacts }
  | { type: 'excuse-withdrawn'; claimId: string }

/** What an excuse rests on: the very facts that the engine tests (domain/clocks/excuses.ts). */
export interface ExcuseFacts {
  readonly institution?: string
  readonly closedFrom?: PlainDate
  readonly reopens?: PlainDate
  readonly askedOn?: PlainDate
  readonly firstAskedOn?: PlainDate
  readonly from?: PlainDate
  readonly to?: PlainDate
  readonly appointmentOn?: PlainDate
  readonly evidence?: DocumentId
}

export type FactType = Fact['type']

/** A fact as it stands in the ledger. */
export type RecordedFact<F extends Fact = Fact> = F & {
  readonly seq: number
  /** The London civil date on which it happened. */
  readonly happenedOn: PlainDate
  readonly recordedAt: Instant
  /** Absent when the program itself recorded it. */
  readonly recordedBy?: PersonId
  readonly forOrganisation?: OrganisationId
  readonly reason?: string
  /** The seq of the fact that this one puts right. */
  readonly corrects?: number
}

/**
 * The facts that stand: every fact that no later one corrects. A correction takes the place of the fact that it puts right,
 * so that correcting the day of a request does not make it look newer than the decision that followed it.
 */
export function standingFacts<F extends Pick<RecordedFact, 'seq' | 'corrects'> = RecordedFact>(ledger: readonly F[]): F[] {
  const bySeq = new Map(ledger.map((fact) => [fact.seq, fact]))
  const corrected = new Set(ledger.flatMap(({ corrects }) => (corrects === undefined ? [] : [corrects])))
  const placeOf = (fact: F): number => {
    const before = fact.corrects === undefined ? undefined : bySeq.get(fact.corrects)
    return before === undefined ? fact.seq : placeOf(before)
  }
  return ledger.filter(({ seq }) => !corrected.has(seq)).toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The last standing fact of a type, or undefined. */
export function latestOf<T extends FactType>(
  facts: readonly RecordedFact[], type: T,
): RecordedFact<Extract<Fact, { type: T }>> | undefined {
  return facts.findLast((fact): fact is RecordedFact<Extract<Fact, { type: T }>> => fact.type === type)
}

/** Every standing fact of a type, in order. */
export function allOf<T extends FactType>(
  facts: readonly RecordedFact[], type: T,
): RecordedFact<Extract<Fact, { type: T }>>[] {
  return facts.filter((fact): fact is RecordedFact<Extract<Fact, { type: T }>> => fact.type === type)
}
