// Annual review and amendment: CFA 2014 ss.44, 48; SEND Regulations 2014, regs 2, 18 to 22, 28 to 30.

import { clock, on, type CaseSoFar } from '../clock.ts'
import { addMonthsTo, dayOfParts, monthOf, reachesAge, yearOf } from '../day-arithmetic.ts'
import type { ClockEvent } from '../events.ts'
import { noDay } from '../period.ts'
import { servedDay } from '../served-day.ts'

export const planOver = ['plan-ceased', 'moved-out', 'left-england', 'detained'] as const
const transferred = 'plan-transferred'
const atInstitution = (event: { noInstitution?: boolean }) => event.noInstitution !== true
const withoutInstitution = (event: { noInstitution?: boolean }) => event.noInstitution === true
const ofReview = (event: { withoutReview?: boolean }) => event.withoutReview !== true
const meetingDays = (when: (event: { noInstitution?: boolean }) => boolean) => [
  on('review-meeting-scheduled', { when, from: ({ meetingOn }) => meetingOn }),
  // Of a record that holds no more than the meeting it cannot be told whether people were invited in time.
  on('review-meeting-held', { when: (event) => when(event) && event.preparationNotKnown !== true }),
]
/** Not of a plan that was brought in after its first year with the day of its last review alone: no clock may call late what is not known. */
const hasItsFirstReview = (event: { firstReviewNotKnown?: boolean }) => event.firstReviewNotKnown !== true
const decidedNotToAmend = on('review-decision-notified', { when: ({ outcome }) => outcome !== 'amend' })
const decisionLaw = ['SEND Regulations 2014, regs 20(10), 21', 'SEND Code of Practice, 9.169']
const devon = 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)'
const isYoungerThan = (age: number) => (_: ClockEvent, { born, day }: CaseSoFar): boolean => born !== noDay && day < reachesAge(born, age)
const isAtLeast = (age: number) => (_: ClockEvent, { born, day }: CaseSoFar): boolean => born !== noDay && day >= reachesAge(born, age)
const inThreeMonths = (_: ClockEvent, { day }: CaseSoFar): number => addMonthsTo(day, 3)
/** The school year of the fourteenth birthday, or a later one: thirteen on the 31 August before it starts. */
const inOrBeyondYearNine = (_: ClockEvent, { born, day }: CaseSoFar): boolean =>
  born !== noDay && reachesAge(born, 13) <= dayOfParts(yearOf(day) - (monthOf(day) < 9 ? 1 : 0), 8, 31)

export const reviewClocks = [
  clock({
    id: 'REV-01', title: 'Review the plan for the first time, the decision after the meeting included',
    familyTitle: 'We look at the plan with you for the first time, and tell you what we decide', about: 'plan',
    starts: [on('final-plan-sent', { when: hasItsFirstReview }), on('plan-made', { when: hasItsFirstReview })],
    period: { kind: 'months-beginning-with', count: 12 }, metBy: 'review-decision-notified', overtakenBy: [...planOver, transferred],
    law: ['Children and Families Act 2014, s.44(1)(a)', 'SEND Regulations 2014, reg 20(10)', 'SEND Code of Practice, 9.166, 9.169'],
    target: { kind: 'days-before', count: 28 }, consequence: 'The ombudsman; an amendment or an order does not start it again',
  }),
  clock({
    id: 'REV-02', title: 'Review the plan again',
    familyTitle: 'We look at the plan with you again', about: 'plan', starts: 'review-decision-notified', again: 'anew', period: { kind: 'months-beginning-with', count: 12 },
    metBy: 'review-decision-notified', overtakenBy: [...planOver, transferred, 'cease-notified'], law: ['Children and Families Act 2014, s.44(1)(b)'],
    toVerify: '“Last reviewed” is not defined: we plan from the meeting and treat twelve months from the decision as the outer limit',
    relatesTo: ['REV-08'], target: { kind: 'one-year-from-meeting' },
  }),
  clock({
    id: 'REV-03', title: 'Consider a review: the child is under five',
    familyTitle: 'We think about an early look at the plan, as the child is under 5', about: 'plan', nature: 'window', standing: 'guidance', again: 'anew',
    starts: (['final-plan-sent', 'plan-made', 'review-decision-notified'] as const).map((event) => ({ event, when: isYoungerThan(5), from: inThreeMonths })),
    period: { kind: 'within-months', count: 3 }, metBy: ['review-considered', 'review-meeting-held'], overtakenBy: [...planOver, transferred],
    law: ['SEND Code of Practice, chapter 9 (children under five: every three to six months)'], toVerify: 'The paragraph of the Code', consequence: 'None of its own: “should”, not “must”',
  }),
  clock({
    id: 'REV-04', title: 'Send heads, the health body and social care the list of reviews due this term', about: 'service', standing: 'guidance',
    starts: on('term-starts', { from: ({ starts }) => starts }), period: { kind: 'at-once' }, metBy: 'review-list-sent', law: ['SEND Code of Practice, chapter 9'], consequence: 'None of its own: “should”, not “must”',
  }),
  clock({
    id: 'REV-05', title: 'Invite the family, the setting, the council, health and social care to the review',
    familyTitle: 'The school or college asks you and others to the review meeting', about: 'review', again: 'replace', owedBy: 'setting',
    starts: meetingDays(atInstitution), period: { kind: 'weeks-before', count: 2 }, metBy: 'review-invitations-sent', overtakenBy: planOver,
    law: ['SEND Regulations 2014, reg 20(2), (3)'], consequence: 'The ombudsman; owed by whoever arranges the meeting',
  }),
  clock({
    id: 'REV-06', title: 'Send everybody invited the advice and information gathered',
    familyTitle: 'The school or college sends everyone the papers for the review meeting', about: 'review', again: 'replace', owedBy: 'setting',
    starts: meetingDays(atInstitution), period: { kind: 'weeks-before', count: 2 }, metBy: 'review-advice-circulated', overtakenBy: planOver,
    law: ['SEND Regulations 2014, reg 20(4)'], consequence: 'The ombudsman; owed by whoever arranges the meeting',
  }),
  clock({
    id: 'REV-07', title: 'Send the report of the review to everybody invited and to the council',
    familyTitle: 'The school or college sends the report of the review meeting', about: 'review', owedBy: 'setting', again: 'replace',
    starts: on('review-meeting-held', { when: atInstitution }), period: { kind: 'within-weeks', count: 2 }, metBy: 'review-report-sent', overtakenBy: planOver,
    law: ['SEND Regulations 2014, reg 20(7) to (9)'], consequence: 'Head or principal owes it; school holidays are no exception',
  }),
  clock({
    id: 'REV-08', title: 'Decide to maintain, amend or cease the plan, and tell the family and the setting',
    familyTitle: 'We tell you if we will keep, change or end the plan', about: 'review', starts: 'review-meeting-held', again: 'replace',
    period: { kind: 'within-weeks', count: 4 }, metBy: ['review-decision-notified', on('amendment-notice-sent', { when: ofReview })], overtakenBy: planOver,
    boundBy: ['REV-01', 'REV-02'], law: decisionLaw, consequence: 'Maintaining or ceasing can be appealed; a missing school report is no excuse',
  }),
  clock({
    id: 'REV-09', title: 'Send the amendment notice: the plan, the proposed changes and the evidence',
    familyTitle: 'We send you the changes that we want to make to the plan', about: 'review', again: 'replace',
    starts: [
      on('review-decision-notified', { when: ({ outcome }) => outcome === 'amend', fromClock: 'REV-08' }), on('amendment-notice-sent', { when: ofReview, fromClock: 'REV-08' }),
    ],
    period: { kind: 'within-weeks', count: 4 }, metBy: on('amendment-notice-sent', { when: ofReview }), overtakenBy: [...planOver, decidedNotToAmend], boundBy: ['REV-01', 'REV-02'],
    law: ['SEND Regulations 2014, reg 22(1), (2)', devon], consequence: 'Telling of an intention without the text of the changes is not enough',
  }),
  clock({
    id: 'REV-10', title: 'Leave the family this long to answer the proposed changes, ask for a setting and ask for a meeting',
    familyTitle: 'You have at least 15 days to tell us what you think of the changes', about: 'review', nature: 'floor', again: 'replace',
    starts: [
      on('amendment-notice-served', { when: ofReview }),
      on('amendment-notice-sent', {
        when: (event) => ofReview(event) && event.channel !== undefined, from: ({ on: sentOn, channel }, { calendar }) => (channel === undefined ? undefined : servedDay({ on: sentOn, channel }, { calendar })),
      }),
    ],
    period: { kind: 'days-beginning-with', count: 15 }, metBy: 'amended-plan-sent',
    overtakenBy: [...planOver, 'not-amending-notified'], law: ['SEND Regulations 2014, reg 22(2)(c)'],
  }),
  clock({
    id: 'REV-11', title: 'Send the amended final plan',
    familyTitle: 'We send you the changed plan', about: 'review', starts: on('amendment-notice-sent', { when: ofReview }), period: { kind: 'within-weeks', count: 8 },
    metBy: 'amended-plan-sent', overtakenBy: [...planOver, 'not-amending-notified'], boundBy: ['REV-12', 'PT-01', 'PT-02', 'PT-03'], law: ['SEND Regulations 2014, reg 22(3)'],
    consequence: 'Sections B, F and I can be appealed once it is sent',
  }),
  clock({
    id: 'REV-12', title: 'Send the amended final plan at the latest twelve weeks after the meeting',
    familyTitle: 'We send you the changed plan, 12 weeks after the meeting at most', about: 'review', again: 'replace',
    starts: [
      on('review-decision-notified', { when: ({ outcome }) => outcome === 'amend', fromClock: 'REV-08' }), on('amendment-notice-sent', { when: ofReview, fromClock: 'REV-08' }),
    ],
    period: { kind: 'within-weeks', count: 12 }, metBy: 'amended-plan-sent', overtakenBy: [...planOver, decidedNotToAmend, 'not-amending-notified'],
    boundBy: ['PT-01', 'PT-02', 'PT-03'], law: [devon, 'SEND Regulations 2014, regs 20(10), 22'], consequence: 'A late notice does not move it',
  }),
  clock({
    id: 'REV-13', title: 'Tell the family, with reasons, if the plan will not be amended after all',
    familyTitle: 'We tell you if we will not change the plan after all', about: 'review', nature: 'window',
    starts: on('amendment-notice-sent', { when: ofReview }), period: { kind: 'within-weeks', count: 8 }, metBy: 'not-amending-notified', overtakenBy: [...planOver, 'amended-plan-sent'],
    law: ['SEND Regulations 2014, reg 22(4), (5)'], consequence: 'Can be appealed (CFA 2014, s.51(2)(e))',
  }),
  ...([
    ['invitations', 'Invite the parent, health, social care and others to the review', 'We ask you and others to the review meeting', 'weeks-before', 'review-invitations-sent'],
    ['advice', 'Send everybody invited the advice and information gathered', 'We send everyone the papers for the review meeting', 'weeks-before', 'review-advice-circulated'],
    ['report', 'Send the report of the review', 'We send the report of the review meeting', 'within-weeks', 'review-report-sent'],
  ] as const).map(([step, what, familyTitle, kind, metBy]) => clock({
    id: 'REV-14', step, title: `${what}: nobody but the council can, as there is no setting`, familyTitle, about: 'review', again: 'replace',
    starts: step === 'report' ? on('review-meeting-held', { when: withoutInstitution }) : meetingDays(withoutInstitution),
    period: { kind, count: 2 }, metBy, overtakenBy: planOver, law: ['SEND Regulations 2014, reg 21'], toVerify: 'The paragraphs of reg 21',
    consequence: 'The council arranges, chairs and reports; its decision and what follows are REV-08 to REV-13',
  })),
  clock({
    id: 'REV-15', title: 'Consider preparing for adulthood at the review',
    familyTitle: 'We talk with you about getting ready for adult life', about: 'review', again: 'replace',
    starts: on('review-meeting-held', { when: inOrBeyondYearNine }),
    period: { kind: 'at-once' }, metBy: 'adulthood-considered', overtakenBy: planOver, owedBy: 'both-sides',
    law: ['SEND Regulations 2014, regs 20(6), 21', 'SEND Code of Practice, chapters 8, 9'], consequence: 'The ombudsman; meeting and council owe it at every review from Year 9',
  }),
  clock({
    id: 'REV-16', title: 'Maintain the plan again and review it after release',
    familyTitle: 'We look at the plan again after release', about: 'custody', starts: 'released', period: { kind: 'no-period', words: 'as soon as reasonably practicable' },
    metBy: 'review-decision-notified', overtakenBy: ['plan-ceased', 'moved-out', 'left-england'], law: ['Children and Families Act 2014, s.48'],
  }),
  ...([
    ['REV-17', 'left-education', 'Review the plan and amend it so that somebody under 18 returns to education or training', 'We change the plan to help with going back to school or training', isYoungerThan(18), 'reg 29(2)', 'The plan cannot be ended for that reason'],
    ['REV-18', 'left-institution', 'Review the plan and find out if the young person wishes to return', 'We ask about going back to school, college or training', isAtLeast(18), 'reg 30', 'The plan cannot be ended before'],
  ] as const).map(([id, event, title, familyTitle, isOfAge, reg, consequence]) => clock({
    id, title, familyTitle, about: 'person', again: 'anew', starts: { event, when: isOfAge },
    period: { kind: 'no-period', words: 'before any decision to end the plan' }, metBy: 'left-education-reviewed', overtakenBy: ['plan-ceased', 'moved-out', 'left-england'],
    law: [`SEND Regulations 2014, ${reg}`], consequence,
  })),
  clock({
    id: 'REV-19', title: 'Answer the question about an early review',
    familyTitle: 'We answer you about an early review', about: 'plan', starts: 'early-review-asked', again: 'anew', period: { kind: 'no-period', words: 'no period; the council must act rationally' },
    metBy: 'early-review-answered', overtakenBy: planOver, law: ['Public law: no right to an early review, and a rational answer'], toVerify: 'No provision was found', consequence: 'Judicial review',
  }),
]
