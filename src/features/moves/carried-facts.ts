// Which facts of the old council's ledger stand in the new one's: what the clocks, the stage and the rights of a plan in force are folded
// from. They keep their days, so that no clock begins again (SEND Regulations 2014, reg 15(3)). The rest of the ledger goes to be read
// (facts-that-stay.ts says why). Checked one by one: a package comes from outside, and what does not fit is left to be read.

import { z } from 'zod'
import { isId } from '../../domain/ids.ts'
import { parsePlainDate } from '../../domain/calendar/plain-date.ts'
import type { Fact } from '../../domain/case-file/facts.ts'
import { amendmentCauses, nextPlacements, reviewOutcomes } from '../../domain/case-file/facts.ts'
import { orderKinds } from '../../domain/clocks/event-kinds.ts'
import { agreementIssues, appealResults, appealSteps, mediationSteps, recommendationTos } from '../../domain/disputes/dispute-words.ts'
import { sections } from '../../domain/plan/sections.ts'
import { changeOutcomes, changeSayers } from '../../domain/review/change-said.ts'
import { transferKinds } from '../../domain/transfer/phases.ts'

const id = z.string().refine(isId)
const date = z.string().refine((text) => parsePlainDate(text) !== undefined)
const text = z.string().max(2000)
const reviewId = id
const yes = z.literal(true).exactOptional()
const kind = z.enum(orderKinds)
const section = z.enum(sections)
const recommendation = { recommendationId: text, to: z.enum(recommendationTos) }
const lock = { lockId: id, reviewId, section }
const of = <T extends Fact['type'], S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape })

const carried = z.discriminatedUnion('type', [
  of('final-issued', { versionId: id, sha256: text, settingName: text.exactOptional() }),
  // For six months after an assessment a new one may be declined (reg 24): whoever made it.
  of('plan-decided', { outcome: z.literal('issue'), noticeId: text }),
  of('plan-made-elsewhere', { by: text }),
  of('older-plan-brought-in', { planId: id, versionId: id, documentId: id, issuedOn: date, reviewedOn: date.exactOptional(), settingName: text.exactOptional() }),
  of('review-invitations-sent', { reviewId, count: z.int() }),
  of('review-advice-circulated', { reviewId, count: z.int() }),
  of('early-review-considered', {}),
  of('review-meeting-arranged', { reviewId, meetingOn: date, noInstitution: z.boolean() }),
  of('review-called-off', { reviewId }),
  of('review-meeting-held', { reviewId, noInstitution: z.boolean() }),
  of('review-report-sent', { reviewId }),
  of('adulthood-considered', { reviewId }),
  of('lines-confirmed', { reviewId: reviewId.exactOptional(), right: z.int(), toChange: z.int() }),
  of('review-decision-notified', { reviewId, outcome: z.enum(reviewOutcomes) }),
  of('amendment-begun', { reviewId, because: z.enum(amendmentCauses) }),
  of('amendment-notice-sent', { reviewId, channel: z.enum(['hub', 'email', 'letter', 'in-person']), versionId: id.exactOptional(), withoutReview: yes }),
  of('amended-final-issued', { reviewId, versionId: id.exactOptional(), sha256: text.exactOptional(), settingName: text.exactOptional() }),
  of('not-amending-notified', { reviewId }),
  // Whoever said that something changed still waits for an answer, or reads the one that was given.
  of('change-said', { changeId: id, by: z.enum(changeSayers), asksForReview: z.boolean() }),
  of('change-answered', { changeId: id, outcome: z.enum(changeOutcomes), asksForReview: z.boolean() }),
  // The days of a move to the next phase are the new council's now (reg 18).
  of('phase-transfer-foreseen', { transferId: id, kind: z.enum(transferKinds), year: z.int(), transferOn: date.exactOptional() }),
  of('phase-transfer-cancelled', { transferId: id }),
  of('next-placement-named', { transferId: id, finalSeq: z.int(), how: z.enum(nextPlacements), name: text.exactOptional() }),
  of('capacity-found', {
    hasCapacity: z.boolean(), decision: text, representative: text.exactOptional(), assessedBy: text.exactOptional(), reviewOn: date.exactOptional(),
    standIn: z.object({ name: text, as: z.enum(['deputy', 'attorney']), personId: id.exactOptional(), from: date.exactOptional(), to: date.exactOptional() }).exactOptional(),
  }),
  of('setting-began', { organisationId: id, name: text }),
  of('setting-ended', { name: text }),
  of('educated-otherwise', { arrangement: z.enum(['eotas', 'elective-home', 'awaiting-place']) }),
  of('custody-began', {}), of('custody-ended', {}),
  // Mediation, appeals and orders go on against whoever maintains the plan, and an order binds it (CFA 2014 ss.47, 51 to 56).
  of('mediation-asked-for', { healthOnly: yes }), of('mediation-step', { step: z.enum(mediationSteps) }), of('mediation-certificate-issued', {}),
  of('mediation-agreed', { agreementId: text, issues: z.enum(agreementIssues), kind: kind.exactOptional(), otherDay: date.exactOptional(), reviewId: reviewId.exactOptional() }),
  of('agreement-done', { agreementId: text }),
  of('appeal-lodged', { about: text, appealId: text.exactOptional(), sectionIOnly: yes, isLate: yes, withoutCertificate: yes }),
  of('appeal-step', { appealId: text, step: z.enum(appealSteps), respondBy: date.exactOptional(), hearingOn: date.exactOptional(), bundleBy: date.exactOptional() }),
  of('appeal-conceded', { appealId: text.exactOptional(), orderId: text.exactOptional(), kind: kind.exactOptional(), reviewId: reviewId.exactOptional() }),
  of('appeal-decided', { result: z.enum(appealResults), appealId: text.exactOptional() }),
  of('order-made', {
    orderId: text, appealId: text.exactOptional(), kind, reviewId: reviewId.exactOptional(),
    directed: z.object({ notifyBy: date.exactOptional(), noPlanBy: date.exactOptional(), draftBy: date.exactOptional(), finalBy: date.exactOptional() }).exactOptional(),
  }),
  of('ordered-words-locked', lock), of('ordered-words-changed', lock),
  of('recommendation-received', recommendation), of('recommendation-answered', recommendation),
  // The health body and the setting are the child's, wherever the child lives (regs 15(6), 16).
  of('health-body-change-known', { changeId: text, to: text, changesOn: date.exactOptional() }),
  of('new-health-body-told', { changeId: text, to: text }),
  of('health-body-cannot-arrange', { changeId: text, body: text }), of('health-body-asked-council', { changeId: text, body: text, asksFor: z.enum(['assessment', 'review']) }),
  of('attendance-impracticable', { name: text }), of('alternative-arranged', { name: text }),
  of('direct-payment-agreed', {}),
])

export const carriedTypes = carried.options.map(({ shape }) => shape.type.value)
export type CarriedType = (typeof carriedTypes)[number]

/** The fact as it stands in the new ledger; undefined for what is there to be read and nothing else. Keys that the form does not know fall away. */
export function carriedFact(type: string, data: Readonly<Record<string, unknown>>): Fact | undefined {
  const read = carried.safeParse({ ...data, type })
  return read.success ? read.data as Fact : undefined
}
