// The dated events that the clocks read: one table, from which come the types, the reader of files and the documentation.
// `says` is what happened, as a clause that a day can follow ("the request was received on 3 March 2026").
//
// An event is about one thing of its scope: a request, a draft, a review. It may name it (`about`); when it names none it
// is about the newest. An event that opens something of its own (a draft) can name what that stands within (`within`).

/** What a clock or an event can be about. */
export type Scope =
  | 'request' | 'advice' | 'draft' | 'consultation' | 'earlier-advice' | 'plan' | 'budget' | 'payment' | 'review' | 'transfer'
  | 'reassessment' | 'amendment' | 'move' | 'health-body' | 'ceasing' | 'notice' | 'mediation' | 'agreement' | 'appeal' | 'order'
  | 'recommendation' | 'custody' | 'person' | 'pupil' | 'service' | 'information' | 'complaint'

/** A field of an event. A list is one of its words. Dates are civil days in London. */
export type FieldKind = 'date' | 'flag' | 'text' | 'number' | readonly string[]

export interface EventKind {
  readonly says: string
  /** What is to come, as a clause that its day can follow, where clocks count from another day than that of the event. */
  readonly ahead?: string
  readonly scope?: Scope
  /**
   * Whether it begins a new thing of its scope when none is named: `always`; `if-none` is open (a second request while one is
   * open is a duplicate and joins it); `if-done`, when none is open or the open one already had an event that `marks` it.
   */
  readonly opens?: 'always' | 'if-none' | 'if-done'
  readonly marks?: true
  /** The scopes whose open thing it ends. A word of `outcome` narrows it. */
  readonly closes?: readonly { readonly scope: Scope; readonly outcome?: string }[]
  /** It sends a notice that can be appealed (CFA 2014 s.51): with every outcome, or with these. */
  readonly notice?: true | readonly string[]
  /** Events of which one must have come before, if the facts know of any for the same thing. */
  readonly answers?: readonly string[]
  /** Keys ending in "?" may be left out. */
  readonly fields?: Readonly<Record<string, FieldKind>>
}

export const orderKinds = [
  'assess', 'reassess', 'make-plan', 'reconsider', 'amend-contents', 'amend-setting', 'continue', 'continue-and-amend', 'dismiss-cease',
] as const
/** The kinds of order in SEND Regulations 2014 reg 43(2); agreements and concessions have the same effects. */
export type OrderKind = (typeof orderKinds)[number]

// Days that a direction, a consent order or a written agreement sets in place of the period (reg 44, opening words).
const directed = { 'notifyBy?': 'date', 'noPlanBy?': 'date', 'draftBy?': 'date', 'finalBy?': 'date' } as const

export const eventKinds = {
  'born': { says: 'the child was born', scope: 'person', opens: 'if-none' },
  'struck-out': { says: 'a fact was struck out: it never happened' },

  // Request and assessment
  'request-received': { says: 'the request was received', scope: 'request', opens: 'if-none', fields: { 'by?': 'text', 'detained?': 'flag' } },
  'brought-to-attention': { says: 'the child was brought to the authority’s attention', scope: 'request', opens: 'if-none', fields: { 'by?': 'text', 'detained?': 'flag' } },
  'became-responsible-on-move': { says: 'the authority became responsible when the child moved in', scope: 'request', opens: 'always' },
  'request-withdrawn': { says: 'the request was withdrawn', closes: [{ scope: 'request', outcome: 'not-responsible' }], fields: { outcome: ['still-responsible', 'not-responsible'] } },
  'family-consulted': { says: 'the family was asked what it thinks and told that it may send evidence', scope: 'request' },
  'bodies-told': { says: 'the health body, social care and the setting were told', scope: 'request' },
  'assessment-decision-notified': { says: 'the family was told whether there will be an assessment', answers: ['request-received', 'brought-to-attention', 'became-responsible-on-move'], closes: [{ scope: 'request', outcome: 'not-assess' }], notice: ['not-assess'], fields: { outcome: ['assess', 'not-assess'], 'reconsidered?': 'flag' } },
  'all-advice-asked': { says: 'all the advice of regulation 6(1) was asked for', scope: 'request' },
  'advice-asked': { says: 'advice was asked for', scope: 'advice', opens: 'if-done', fields: { 'of?': 'text', 'for?': ['assessment', 'reassessment', 'detained'] } },
  'advice-request-received': { says: 'the body received the request for advice', scope: 'advice', opens: 'if-done', marks: true, fields: { 'of?': 'text', 'for?': ['assessment', 'reassessment', 'detained'] } },
  'advice-given': { says: 'the advice was given', answers: ['advice-request-received', 'advice-asked'], scope: 'advice', closes: [{ scope: 'advice' }] },
  'advice-no-longer-needed': { says: 'the advice was no longer needed', scope: 'advice', closes: [{ scope: 'advice' }] },
  'earlier-advice-proposed': { says: 'relying on earlier advice was proposed', scope: 'earlier-advice', opens: 'always' },
  'earlier-advice-settled': { says: 'it was settled whether to rely on earlier advice', scope: 'earlier-advice', fields: { outcome: ['all-agreed', 'not-agreed'] } },
  'assessment-completed': { says: 'an assessment was completed', scope: 'request' },
  'plan-decision-notified': { says: 'the family was told the outcome of the assessment', answers: ['request-received', 'brought-to-attention', 'became-responsible-on-move'], closes: [{ scope: 'request', outcome: 'no-plan' }], notice: ['no-plan'], fields: { outcome: ['issue', 'no-plan'], 'reconsidered?': 'flag' } },
  'draft-sent': { says: 'the draft plan was sent', scope: 'draft', opens: 'always', fields: { channel: ['by-hand', 'online', 'email', 'post'], 'for?': ['assessment', 'reassessment', 'detained'] } },
  'draft-served': { says: 'the draft plan was served', scope: 'draft', opens: 'always', fields: { 'for?': ['assessment', 'reassessment', 'detained'] } },
  'requested-setting-settled': { says: 'the council turned to another setting than one the family asked for', scope: 'consultation' },
  'setting-consulted': { says: 'a setting was consulted', scope: 'consultation', opens: 'if-done' },
  'consultation-received': { says: 'the setting received the consultation', scope: 'consultation', opens: 'if-done', marks: true, fields: { 'for?': ['assessment', 'reassessment', 'detained'] } },
  'consultation-answered': { says: 'the setting answered', answers: ['consultation-received', 'setting-consulted'], scope: 'consultation', closes: [{ scope: 'consultation' }] },
  'consultation-withdrawn': { says: 'the consultation was withdrawn', scope: 'consultation', closes: [{ scope: 'consultation' }] },
  'final-plan-sent': { says: 'the final plan was sent', closes: [{ scope: 'request' }, { scope: 'reassessment' }], notice: true, fields: { 'setting?': 'text', 'attendsFrom?': 'date', 'namesNextPhase?': 'flag', 'firstReviewNotKnown?': 'flag' } },

  // The plan
  'plan-made': { says: 'the plan was first made', scope: 'plan', opens: 'if-none', fields: { 'firstReviewNotKnown?': 'flag' } },
  'plan-ceased': { says: 'the plan ceased', scope: 'plan', closes: [{ scope: 'plan' }, { scope: 'review' }, { scope: 'ceasing' }] },
  'provision-failed': { says: 'provision in the plan was found not to be made', scope: 'plan' },
  'setting-admitted': { says: 'the setting admitted the child', scope: 'plan' },
  'budget-asked-for': { says: 'the family asked for a personal budget', scope: 'budget', opens: 'always' },
  'budget-answered': { says: 'the family was answered about a personal budget', scope: 'budget', closes: [{ scope: 'budget' }] },
  'direct-payment-refused': { says: 'the family was told in writing that a direct payment is refused, reduced or stopped', scope: 'payment' },
  'direct-payment-reconsideration-asked': { says: 'the family asked for that to be reconsidered', scope: 'payment' },
  'direct-payment-reconsidered': { says: 'the decision on the direct payment was reconsidered and answered in writing', scope: 'payment' },
  'direct-payment-began': { says: 'the first direct payment was made', scope: 'payment', opens: 'always' },
  'direct-payment-reviewed': { says: 'the direct payment was reviewed', answers: ['direct-payment-began'], scope: 'payment' },
  'direct-payment-ended': { says: 'the direct payment ended', scope: 'payment', closes: [{ scope: 'payment' }] },
  'higher-education-asked': { says: 'the young person asked for the plan to go to higher education', scope: 'plan' },
  'plan-sent-to-higher-education': { says: 'the plan was sent to higher education', scope: 'plan' },

  // Annual review
  'term-starts': { says: 'the list of reviews due was wanted for the term', scope: 'service', opens: 'always', fields: { starts: 'date' } },
  'review-list-sent': { says: 'the list of reviews due was sent', scope: 'service' },
  'review-considered': { says: 'a review for a child under five was considered', scope: 'plan' },
  'review-meeting-scheduled': { says: 'a review meeting was arranged', ahead: 'the review meeting is on', scope: 'review', opens: 'if-done', fields: { meetingOn: 'date', 'noInstitution?': 'flag' } },
  'review-meeting-held': { says: 'the review meeting was held', scope: 'review', opens: 'if-done', marks: true, fields: { 'noInstitution?': 'flag', 'preparationNotKnown?': 'flag' } },
  'review-invitations-sent': { says: 'everybody was invited to the review', scope: 'review' },
  'review-advice-circulated': { says: 'the advice for the review was sent round', scope: 'review' },
  'review-report-sent': { says: 'the report of the review was sent', answers: ['review-meeting-held'], scope: 'review' },
  'review-decision-notified': { says: 'the family was told the decision after the review', answers: ['review-meeting-held'], scope: 'review', closes: [{ scope: 'review', outcome: 'maintain' }, { scope: 'review', outcome: 'cease' }], notice: ['maintain', 'cease'], fields: { outcome: ['maintain', 'amend', 'cease'] } },
  'adulthood-considered': { says: 'preparing for adulthood was considered', scope: 'review' },
  'amendment-notice-sent': { says: 'the amendment notice with the proposed changes was sent', scope: 'review', fields: { 'withoutReview?': 'flag', 'channel?': ['by-hand', 'online', 'email', 'post'] } },
  'amendment-notice-served': { says: 'the amendment notice was served', scope: 'review', fields: { 'withoutReview?': 'flag' } },
  'amended-plan-sent': { says: 'the amended final plan was sent', answers: ['amendment-notice-sent', 'amendment-notice-served', 'order-made', 'unopposed-notified', 'agreement-made', 'reassessment-requested', 'reassessment-decided-by-council'], closes: [{ scope: 'review' }, { scope: 'amendment' }, { scope: 'reassessment' }], notice: true, fields: { 'namesNextPhase?': 'flag', 'setting?': 'text' } },
  'not-amending-notified': { says: 'the family was told that the plan will not be amended after all', closes: [{ scope: 'review' }, { scope: 'amendment' }, { scope: 'reassessment' }], notice: true, fields: { 'namesNextPhase?': 'flag' } },
  'early-review-asked': { says: 'an early review was asked for', scope: 'plan' },
  'early-review-answered': { says: 'the question about an early review was answered', scope: 'plan' },
  'left-education': { says: 'the child or young person left education and training', scope: 'person' },
  'left-institution': { says: 'the young person left the setting named in the plan', scope: 'person' },
  'left-education-reviewed': { says: 'the plan was reviewed because of that', scope: 'person' },

  // Phase transfer, reassessment
  'phase-transfer-due': { says: 'a move to the next phase was foreseen', ahead: 'the move to the next phase is in the year from', scope: 'transfer', opens: 'always', fields: { kind: ['early-years-to-school', 'infant-to-junior', 'primary-to-middle', 'primary-to-secondary', 'middle-to-secondary', 'secondary-to-post-16', 'post-16-to-post-16', 'same-school-sixth-form'], 'year?': 'number', 'transferOn?': 'date' } },
  // A plan may name it before anybody writes down that the move is coming.
  'next-placement-named': { says: 'a plan was sent that names the next placement', scope: 'transfer' },
  'phase-transfer-cancelled': { says: 'no move to another phase will be made', scope: 'transfer', closes: [{ scope: 'transfer' }] },
  'reassessment-requested': { says: 'the request for a reassessment was received', scope: 'reassessment', opens: 'if-none', fields: { 'by?': 'text' } },
  'reassessment-decision-notified': { says: 'the family was told whether there will be a reassessment', answers: ['reassessment-requested'], scope: 'reassessment', closes: [{ scope: 'reassessment', outcome: 'refuse' }], notice: ['refuse'], fields: { outcome: ['reassess', 'refuse'] } },
  'reassessment-decided-by-council': { says: 'the council itself decided to reassess', scope: 'reassessment', opens: 'if-none' },

  // Moves
  'move-known': { says: 'the old authority became aware of the move', ahead: 'the move is on', scope: 'move', opens: 'always', fields: { movesOn: 'date' } },
  'plan-transferred': { says: 'the plan was transferred', scope: 'move', opens: 'if-none' },
  'transfer-told': { says: 'the family was told of the transfer, of any reassessment and of the next review', answers: ['plan-transferred'], scope: 'move' },
  'moved-out': { says: 'the child moved out of the area', closes: [{ scope: 'request' }, { scope: 'plan' }, { scope: 'review' }] },
  'left-england': { says: 'the family left England', closes: [{ scope: 'request' }, { scope: 'plan' }, { scope: 'review' }] },
  'health-body-change-known': { says: 'the old health body became aware of the change', scope: 'health-body', opens: 'always', fields: { 'changesOn?': 'date' } },
  'new-health-body-told': { says: 'the new health body was told', scope: 'health-body' },
  'health-body-cannot-arrange': { says: 'the new health body became aware that it cannot arrange the provision', scope: 'health-body', opens: 'if-none' },
  'health-body-asked-council': { says: 'the health body asked the council to assess or review', scope: 'health-body' },
  'attendance-impracticable': { says: 'going to the named setting became impracticable', scope: 'move', opens: 'if-none' },
  'alternative-arranged': { says: 'an alternative setting was arranged', scope: 'move' },

  // Ceasing
  'ceasing-considered': { says: 'ceasing the plan was considered', scope: 'ceasing', opens: 'if-none' },
  'ceasing-consulted': { says: 'the family and the setting were consulted about ceasing', scope: 'ceasing' },
  'ceasing-dropped': { says: 'the plan was kept', scope: 'ceasing', closes: [{ scope: 'ceasing' }] },
  'cease-notified': { says: 'the notice that the plan will cease was sent', scope: 'ceasing', opens: 'if-none', notice: true },
  'studies-known': { says: 'the kind of course at 25 was recorded', scope: 'person', fields: { course: ['further-education', 'apprenticeship', 'other'], 'courseEndsOn?': 'date' } },

  // Mediation, appeals
  'decision-notice-sent': { says: 'the notice of the decision was sent', notice: true },
  'mediation-adviser-contacted': { says: 'the family contacted the mediation adviser', scope: 'notice' },
  'adviser-told-no-mediation': { says: 'the adviser was told that the family does not want mediation', scope: 'mediation', opens: 'if-none' },
  'council-told-mediation-wanted': { says: 'the council was told that the family wants mediation', scope: 'mediation', opens: 'if-none', fields: { 'healthOnly?': 'flag' } },
  'health-dispute-told': { says: 'the council was told that health provision is in dispute', scope: 'mediation', opens: 'if-none' },
  'health-bodies-told-of-dispute': { says: 'the health bodies were told the issues', answers: ['health-dispute-told'], scope: 'mediation' },
  'health-body-told-mediation-wanted': { says: 'the council gave the health body notice of the mediation', scope: 'mediation', opens: 'if-none' },
  'adviser-told-mediation-not-arranged': { says: 'the council told the adviser that it cannot arrange mediation in time', scope: 'mediation' },
  'mediation-held': { says: 'the mediation was held', scope: 'mediation' },
  'certificate-issued': { says: 'the mediation certificate was issued', scope: 'mediation', closes: [{ scope: 'mediation' }] },
  'agreement-made': { says: 'an agreement was reached in mediation', scope: 'agreement', opens: 'always', fields: { issues: ['appealable', 'other', 'health-without-council'], 'kind?': orderKinds, 'otherDay?': 'date', ...directed } },
  'agreement-done': { says: 'what was agreed was done', scope: 'agreement' },
  'council-told-of-agreement': { says: 'the council was told what was agreed', scope: 'agreement' },
  'disagreement-raised': { says: 'a disagreement was raised', scope: 'complaint', opens: 'always' },
  'resolution-offered': { says: 'independent disagreement resolution was offered', scope: 'complaint' },
  'appeal-lodged': { says: 'the Tribunal received the appeal', scope: 'appeal', opens: 'always', fields: { 'sectionIOnly?': 'flag', 'late?': 'flag', 'permitted?': 'flag' } },
  'appeal-received-by-council': { says: 'the council received the appeal', scope: 'appeal', opens: 'if-none', fields: { 'respondBy?': 'date' } },
  'appeal-response-sent': { says: 'the council’s response was sent', answers: ['appeal-received-by-council'], scope: 'appeal' },
  'hearing-listed': { says: 'the hearing was listed', scope: 'appeal', opens: 'if-none', fields: { hearingOn: 'date', 'bundleBy?': 'date' } },
  'bundle-sent': { says: 'the bundle was sent', scope: 'appeal' },
  'appeal-decided': { says: 'the Tribunal’s decision was sent', scope: 'appeal', opens: 'if-none', closes: [{ scope: 'appeal' }] },
  'appeal-ended': { says: 'the appeal was withdrawn or struck out', scope: 'appeal', closes: [{ scope: 'appeal' }] },
  'permission-asked': { says: 'permission to appeal was asked for', scope: 'appeal' },
  'order-made': { says: 'the Tribunal made its order', scope: 'order', opens: 'always', fields: { kind: orderKinds, 'detained?': 'flag', ...directed } },
  'unopposed-notified': { says: 'the council told the Tribunal that it will not oppose', scope: 'order', opens: 'always', fields: { kind: orderKinds, ...directed } },
  'recommendation-sent': { says: 'the Tribunal’s recommendation was sent', scope: 'recommendation', opens: 'always', fields: { 'to?': ['health', 'social-care'] } },
  'recommendation-answered': { says: 'the recommendation was answered in writing', answers: ['recommendation-sent'], scope: 'recommendation' },

  // Custody
  'detained': { says: 'the child or young person was detained', scope: 'custody', opens: 'if-none', fields: { 'hasPlan?': 'flag' } },
  'custody-provision-arranged': { says: 'provision in custody was arranged', scope: 'custody' },
  'released': { says: 'the child or young person was released', answers: ['detained'], scope: 'custody', closes: [{ scope: 'custody' }] },
  'carried-over': { says: 'the unfinished assessment was carried over', scope: 'custody' },

  // Schools, services, data, complaints
  'health-view-formed': { says: 'the health body formed the view that the child has or probably has special needs', scope: 'person' },
  'council-told-by-health': { says: 'the health body told the parent and the council', scope: 'person' },
  'local-offer-published': { says: 'the Local Offer was published', scope: 'service', opens: 'always' },
  'local-offer-comments-received': { says: 'comments on the Local Offer were received', scope: 'service', opens: 'always' },
  'local-offer-comments-published': { says: 'the comments and the answers were published', scope: 'service' },
  'support-began': { says: 'special educational provision without a plan began', scope: 'pupil', opens: 'always' },
  'parent-told-of-support': { says: 'the parent was told', scope: 'pupil' },
  'support-meeting-held': { says: 'the school met the parents', scope: 'pupil' },
  'support-ended': { says: 'support ended', scope: 'pupil', closes: [{ scope: 'pupil' }] },
  'senco-appointed': { says: 'the SENCO was appointed', scope: 'service', opens: 'always', fields: { 'courseStartedOn?': 'date' } },
  'senco-qualified': { says: 'the SENCO gained the qualification', answers: ['senco-appointed'], scope: 'service' },
  'sen-report-published': { says: 'the SEN information report was published', scope: 'service', opens: 'if-none' },
  'new-registration-learned': { says: 'the old school learned of the new registration', scope: 'pupil', opens: 'always', fields: { 'setting?': 'text' } },
  'school-records-sent': { says: 'the records were sent to the new school', answers: ['new-registration-learned'], scope: 'pupil' },
  'adult-needs-likely': { says: 'needs as an adult were found likely', scope: 'person' },
  'adult-needs-assessed': { says: 'the needs as an adult were assessed', scope: 'person' },
  'subject-access-requested': { says: 'the request for a copy of personal data was received', scope: 'information', opens: 'always' },
  'subject-access-extended': { says: 'the person was told that the answer needs two more months', scope: 'information' },
  'subject-access-answered': { says: 'the request for personal data was answered', answers: ['subject-access-requested'], scope: 'information' },
  'data-breach-known': { says: 'the controller became aware of the data breach', scope: 'information', opens: 'always' },
  'data-breach-reported': { says: 'the breach was reported to the regulator', answers: ['data-breach-known'], scope: 'information' },
  'retention-set': { says: 'the time for keeping records was set', scope: 'person', fields: { years: 'number' } },
  'legal-hold-set': { says: 'a legal hold was set', scope: 'person' },
  'disposal-reviewed': { says: 'disposal was reviewed', scope: 'person' },
  'school-record-asked': { says: 'a parent asked for the educational record', scope: 'information', opens: 'always', fields: { 'setting?': 'text' } },
  'school-record-shown': { says: 'the educational record was disclosed', scope: 'information' },
  'data-complaint-received': { says: 'the complaint about personal data was received', scope: 'information', opens: 'always' },
  'data-complaint-acknowledged': { says: 'the complaint about personal data was acknowledged', scope: 'information' },
  'problem-known': { says: 'the problem became known', scope: 'complaint', opens: 'always' },
  'ombudsman-asked': { says: 'the ombudsman received the complaint', scope: 'complaint' },
  'grounds-arose': { says: 'the decision or failure complained of happened', scope: 'complaint', opens: 'always' },
  'judicial-review-begun': { says: 'a claim for judicial review was filed', scope: 'complaint' },

  // What is claimed as an excuse for a limit (see excuses.ts)
  'excuse-claimed': {
    says: 'an excuse was claimed',
    fields: {
      clock: 'text', 'step?': 'text', reason: ['A', 'B', 'C', 'D', 'M', 'O', 'V'], 'institution?': 'text', 'closedFrom?': 'date', 'reopens?': 'date',
      'askedOn?': 'date', 'firstAskedOn?': 'date', 'from?': 'date', 'to?': 'date', 'appointmentOn?': 'date', 'endedOn?': 'date',
      'familyToldOn?': 'date', 'evidence?': 'text',
    },
  },
} as const satisfies Readonly<Record<string, EventKind>>

export type EventType = keyof typeof eventKinds
export const eventTypes = Object.keys(eventKinds) as EventType[]
