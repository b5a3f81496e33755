// What each notice of the road from a request to a final plan, and of a review to an amended one, must contain, element by element, with the law that asks for
// it. A notice in which a required element is missing or blank is not sent: time to appeal can turn on a defective letter.

export const noticeKinds = [
  'assessment-considered', 'bodies-told', 'will-assess', 'refuse-to-assess', 'refuse-plan', 'will-issue-plan',
  'draft-plan', 'final-plan', 'consultation', 'delay',
  'review-invitation', 'review-papers', 'review-report', 'review-called-off',
  'plan-kept', 'amendment-notice', 'amended-plan', 'not-amending', 'review-told',
  'transfer-in',
  'considering-ceasing', 'ceasing-asked', 'cease', 'not-ceasing', 'will-reassess', 'refuse-reassessment',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export type Element =
  | 'decision'
  | 'outcome-of-assessment'
  | 'reasons'
  | 'right-to-give-views'
  | 'right-to-give-evidence'
  | 'right-to-appeal'
  | 'time-to-appeal'
  | MediationElement
  | 'disagreement-resolution'
  | 'information-and-advice'
  | 'tribunal-recommendations'
  | 'window'
  | 'right-to-ask-for-setting'
  | 'setting-information'
  | 'meeting-offer'
  | 'no-setting-named'
  | 'section-k-list'
  | 'copies-to'
  | 'who-it-is-about'
  | 'draft-plan-enclosed'
  | 'plan-enclosed'
  | 'what-to-consider'
  | 'reply-by'
  | 'what-is-late'
  | 'legal-date'
  | 'new-date'
  | 'meanwhile'
  | 'rights-kept'
  | 'talk-to-us'
  | 'complaint'
  | 'ombudsman'
  | 'meeting-day'
  | 'give-part-by'
  | 'take-part'
  | 'papers-enclosed'
  | 'report-enclosed'
  | 'what-next'
  | 'proposed-changes'
  | 'current-plan'
  | 'evidence'
  | 'plan-transferred'
  | 'reassess-or-not'
  | 'review-when'
  | 'plan-goes-on'

/** The six items of SEND Regulations 2014, reg 32, each of which must be there. */
export type MediationElement =
  | 'mediation-right'
  | 'mediation-certificate'
  | 'mediation-adviser'
  | 'mediation-time'
  | 'mediation-tell-us'
  | 'mediation-contact'

export interface RequiredElement {
  readonly element: Element
  readonly law: string
}

const regs = (provision: string): string => `SEND Regulations 2014, ${provision}`
const act = (provision: string): string => `Children and Families Act 2014, ${provision}`

/** Reg 32, asked for by another regulation. */
const mediation = (askedBy: string): readonly RequiredElement[] => [
  { element: 'mediation-right', law: regs(`${askedBy} and reg 32(a)`) },
  { element: 'mediation-certificate', law: regs(`${askedBy} and reg 32(b)`) },
  { element: 'mediation-adviser', law: regs(`${askedBy} and reg 32(c)`) },
  { element: 'mediation-time', law: regs(`${askedBy} and reg 32(d)`) },
  { element: 'mediation-tell-us', law: regs(`${askedBy} and reg 32(e)`) },
  { element: 'mediation-contact', law: regs(`${askedBy} and reg 32(f)`) },
]

/** What stands in every notice of a decision that can be appealed: regs 5(3), 10(3), 14(2) ask for the same four. */
const appealable = (regulation: string): readonly RequiredElement[] => [
  { element: 'right-to-appeal', law: regs(`${regulation}(a)`) },
  { element: 'time-to-appeal', law: regs(`${regulation}(b)`) },
  ...mediation(`${regulation}(c)`),
  { element: 'disagreement-resolution', law: regs(`${regulation}(d)(i)`) },
  { element: 'information-and-advice', law: regs(`${regulation}(d)(ii)`) },
]

const recommendations: RequiredElement = {
  element: 'tribunal-recommendations',
  law: 'SEND (First-tier Tribunal Recommendations Power) Regulations 2017 (SI 2017/1306)',
}

export const requiredContent: Record<NoticeKind, readonly RequiredElement[]> = {
  'assessment-considered': [
    { element: 'decision', law: act('s.36(7)(a)') },
    { element: 'right-to-give-views', law: act('s.36(7)(b)(i)') },
    { element: 'right-to-give-evidence', law: act('s.36(7)(b)(ii)') },
  ],
  'bodies-told': [
    { element: 'decision', law: regs('reg 4(2)') },
    { element: 'who-it-is-about', law: regs('reg 4(2)') },
    { element: 'copies-to', law: regs('reg 4(2)(a) to (d)') },
  ],
  'will-assess': [
    { element: 'decision', law: regs('reg 5(1)') },
    { element: 'copies-to', law: regs('reg 5(2)') },
  ],
  'refuse-to-assess': [
    { element: 'decision', law: act('s.36(5)(b)') },
    { element: 'reasons', law: act('s.36(5)(a)') },
    ...appealable('reg 5(3)'),
    { element: 'copies-to', law: regs('reg 5(2)') },
  ],
  'refuse-plan': [
    { element: 'outcome-of-assessment', law: act('s.36(9)(a)') },
    { element: 'decision', law: act('s.36(9)(b)') },
    { element: 'reasons', law: act('s.36(9)(c)') },
    ...appealable('reg 10(3)'),
    recommendations,
    { element: 'copies-to', law: regs('reg 10(2)') },
  ],
  'will-issue-plan': [
    { element: 'outcome-of-assessment', law: act('s.36(9)(a)') },
    { element: 'decision', law: act('s.36(9)(b)') },
    { element: 'reasons', law: act('s.36(9)(c)') },
  ],
  'draft-plan': [
    { element: 'draft-plan-enclosed', law: act('s.38(2)(a)') },
    { element: 'right-to-give-views', law: `${act('s.38(2)(b)(i)')}; ${regs('reg 13(1)(a)(i)')}` },
    { element: 'window', law: `${act('s.38(4)')}; ${regs('reg 13(1)(a)')}` },
    { element: 'right-to-ask-for-setting', law: `${act('s.38(2)(b)(ii)')}; ${regs('reg 13(1)(a)(i)')}` },
    { element: 'setting-information', law: regs('reg 13(1)(b)') },
    { element: 'meeting-offer', law: regs('reg 13(1)(a)(ii)') },
    { element: 'no-setting-named', law: act('s.38(5)') },
    { element: 'disagreement-resolution', law: act('s.57') },
    { element: 'information-and-advice', law: act('s.32') },
  ],
  'final-plan': [
    { element: 'plan-enclosed', law: regs('reg 13(2)') },
    ...appealable('reg 14(2)'),
    recommendations,
    { element: 'section-k-list', law: regs('reg 12(1)(k), (4)') },
    { element: 'copies-to', law: regs('reg 13(2)(b), (c)') },
  ],
  consultation: [
    { element: 'who-it-is-about', law: act('ss.39(2), 40(3)') },
    { element: 'draft-plan-enclosed', law: act('ss.39(2), 40(3)') },
    { element: 'what-to-consider', law: act('s.39(4)') },
    { element: 'reply-by', law: 'SEND Code of Practice, 9.80 to 9.83' },
  ],
  'review-invitation': [
    { element: 'meeting-day', law: regs('regs 20(2), (3), 21(2)') },
    { element: 'give-part-by', law: regs('regs 20(4), 21(4)') },
  ],
  'review-papers': [
    { element: 'papers-enclosed', law: regs('regs 20(4), 21(4)') },
    { element: 'meeting-day', law: regs('reg 20(3)') },
  ],
  'review-called-off': [{ element: 'meeting-day', law: regs('reg 20(3)') }],
  'review-report': [
    { element: 'report-enclosed', law: regs('regs 20(7) to (9), 21') },
    { element: 'what-next', law: regs('reg 20(10)') },
  ],
  // A decision to keep the plan can be appealed; reasons are asked of a fair decision, and by reg 22(4) where changes had been proposed.
  'plan-kept': [
    { element: 'decision', law: regs('reg 20(10)') },
    { element: 'reasons', law: act('s.19(c)') },
    ...appealable('reg 20(11)'),
    recommendations,
  ],
  'amendment-notice': [
    { element: 'decision', law: regs('regs 20(10), 22(1)') },
    { element: 'proposed-changes', law: `${regs('reg 22(2)(a)')}; R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)` },
    { element: 'current-plan', law: regs('reg 22(2)(a)') },
    { element: 'evidence', law: regs('reg 22(2)(b)') },
    { element: 'right-to-give-views', law: regs('reg 22(2)(c)') },
    { element: 'window', law: regs('reg 22(2)(c)') },
    { element: 'right-to-ask-for-setting', law: regs('reg 22(2)(c)') },
    { element: 'setting-information', law: regs('reg 22(2)(d)') },
    { element: 'meeting-offer', law: regs('reg 22(2)(c)') },
    { element: 'information-and-advice', law: act('s.32') },
  ],
  'amended-plan': [
    { element: 'plan-enclosed', law: regs('reg 22(3)') },
    ...appealable('reg 22(5)'),
    recommendations,
    { element: 'section-k-list', law: regs('reg 12(1)(k), (4)') },
    { element: 'copies-to', law: regs('regs 13(2)(b), (c), 22(3)') },
  ],
  'not-amending': [
    { element: 'decision', law: regs('reg 22(4)') },
    { element: 'reasons', law: regs('reg 22(4)') },
    ...appealable('reg 22(5)'),
    recommendations,
  ],
  // To the head or principal: what was decided, and nothing of the letter to the family.
  'review-told': [
    { element: 'decision', law: regs('reg 20(10)') },
    { element: 'who-it-is-about', law: regs('reg 20(10)') },
  ],
  'considering-ceasing': [
    { element: 'decision', law: regs('reg 31(1)(a)') },
    { element: 'reasons', law: regs('reg 31(1)(b)') },
    { element: 'right-to-give-views', law: regs('reg 31(1)(b)') },
    { element: 'plan-goes-on', law: act('s.42') },
    { element: 'information-and-advice', law: act('s.32') },
    { element: 'disagreement-resolution', law: act('s.57') },
  ],
  'ceasing-asked': [
    { element: 'who-it-is-about', law: regs('reg 31(1)(c)') },
    { element: 'decision', law: regs('reg 31(1)(c)') },
    { element: 'reasons', law: regs('reg 31(1)(c)') },
    { element: 'right-to-give-views', law: regs('reg 31(1)(c)') },
    { element: 'plan-goes-on', law: act('s.42') },
  ],
  cease: [
    { element: 'decision', law: regs('reg 31(2)') },
    { element: 'reasons', law: act('s.19(c)') },
    { element: 'plan-goes-on', law: act('s.45(4)') },
    ...appealable('reg 31(3)'),
    recommendations,
    { element: 'copies-to', law: regs('reg 31(2)') },
  ],
  'not-ceasing': [{ element: 'decision', law: regs('reg 31(1)') }],
  'will-reassess': [{ element: 'decision', law: regs('reg 25(1)') }],
  'refuse-reassessment': [
    { element: 'decision', law: regs('reg 25(1)') },
    { element: 'reasons', law: act('s.19(c)') },
    ...appealable('reg 25(2)'),
    recommendations,
  ],
  // No provision lists what a letter about delay must say: what s.19 asks for, and the routes that the Code gives.
  delay: [
    { element: 'what-is-late', law: act('s.19(c)') },
    { element: 'legal-date', law: act('s.19(c)') },
    { element: 'new-date', law: act('s.19(c)') },
    { element: 'reasons', law: `${act('s.19(c)')}; SEND Code of Practice, 9.43` },
    { element: 'meanwhile', law: act('s.19(b), (c)') },
    { element: 'rights-kept', law: `${act('s.51')}; SEND Code of Practice, chapter 11` },
    { element: 'talk-to-us', law: act('s.19(c)') },
    { element: 'complaint', law: 'SEND Code of Practice, chapter 11' },
    { element: 'ombudsman', law: 'Local Government Act 1974, ss.26, 26B; SEND Code of Practice, chapter 11' },
    { element: 'information-and-advice', law: act('s.32') },
    { element: 'disagreement-resolution', law: act('s.57') },
  ],
  'transfer-in': [
    { element: 'plan-transferred', law: regs('reg 15(4)(a)') },
    { element: 'reassess-or-not', law: regs('reg 15(4)(b)') },
    { element: 'review-when', law: regs('reg 15(4)(c)') },
    { element: 'information-and-advice', law: act('s.32') },
    { element: 'disagreement-resolution', law: act('s.57') },
  ],
}

/** The law that asks for an element in this kind of notice; undefined where it is good practice only. */
export const lawAsking = (kind: NoticeKind, element: Element): string | undefined =>
  requiredContent[kind].find((required) => required.element === element)?.law
