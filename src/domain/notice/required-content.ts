// What each notice of the road from a request to a final plan must contain, element by element, with the law that asks for
// it. A notice in which a required element is missing or blank is not sent: time to appeal can turn on a defective letter.

export const noticeKinds = [
  'assessment-considered', 'bodies-told', 'will-assess', 'refuse-to-assess', 'refuse-plan', 'will-issue-plan',
  'draft-plan', 'final-plan', 'consultation', 'delay',
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
}

/** The law that asks for an element in this kind of notice; undefined where it is good practice only. */
export const lawAsking = (kind: NoticeKind, element: Element): string | undefined =>
  requiredContent[kind].find((required) => required.element === element)?.law
