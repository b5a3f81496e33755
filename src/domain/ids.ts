// Identifiers are branded, so that a case cannot be passed where a plan is wanted. All are time-ordered UUIDs made by
// `platform/clock`; none carries meaning.

declare const brand: unique symbol
export type Id<Name extends string> = string & { readonly [brand]: Name }

export type LocalAreaId = Id<'local-area'>
export type OrganisationId = Id<'organisation'>
export type PersonId = Id<'person'>
export type ChildId = Id<'child'>
export type CaseId = Id<'case'>
export type RequestId = Id<'request'>
export type PlanId = Id<'plan'>
export type LineId = Id<'line'>
export type AdviceRequestId = Id<'advice-request'>
export type AdviceId = Id<'advice'>
export type AdviceLineId = Id<'advice-line'>
export type DocumentId = Id<'document'>
export type ProposalId = Id<'proposal'>
export type PlanVersionId = Id<'plan-version'>
export type ConsultationId = Id<'consultation'>
export type ReviewId = Id<'review'>
export type OlderPlanId = Id<'older-plan'>
export type DeliveryId = Id<'delivery'>
export type MessageId = Id<'message'>
export type SessionId = Id<'session'>
export type DraftId = Id<'draft'>
export type BreakGlassId = Id<'break-glass'>
/** One request to the hub, or one run of a job. */
export type RequestMark = Id<'request-mark'>
/** Made from a session's token; says which requests came from one session and opens none. */
export type SessionMark = Id<'session-mark'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a piece of text (from a URL, say) has the shape of an identifier. Says nothing about whether it exists. */
export const isId = (text: string): boolean => uuid.test(text)
