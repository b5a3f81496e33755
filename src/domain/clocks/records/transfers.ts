// Phase transfer, reassessment, amendment without a review, and moves between authorities: CFA 2014 ss.44, 47; SEND
// Regulations 2014, regs 15, 16, 18, 23 to 28.

import { dayNumber, plainDateOf } from '../../calendar/plain-date.ts'
import { clock, on, type CaseSoFar, type Trigger } from '../clock.ts'
import type { EventOf } from '../events.ts'
import { servedDay } from '../served-day.ts'
import { planOver } from './reviews.ts'

type Phase = EventOf<'phase-transfer-due'>
const byFebruary: readonly Phase['kind'][] = ['early-years-to-school', 'infant-to-junior', 'primary-to-middle', 'primary-to-secondary', 'middle-to-secondary']
const inYear = ({ year }: Phase) => (year === undefined ? undefined : plainDateOf(`${year}-01-01`))
const transferDay = ({ transferOn }: Phase) => transferOn
const isByFebruary = ({ kind }: Phase) => byFebruary.includes(kind)
const isByMarch = ({ kind }: Phase) => kind === 'secondary-to-post-16'
const isLater = ({ kind }: Phase) => kind === 'post-16-to-post-16'
const named: readonly Trigger[] = [
  // Said of the very transfer; or the plan says it itself.
  on('next-placement-named', {}),
  on('final-plan-sent', { when: ({ namesNextPhase }) => namesNextPhase === true }), on('amended-plan-sent', { when: ({ namesNextPhase }) => namesNextPhase === true }),
  on('not-amending-notified', { when: ({ namesNextPhase }) => namesNextPhase === true }),
]
const noTransfer = ['phase-transfer-cancelled', ...planOver] as const
const phase = { about: 'transfer', overtakenBy: noTransfer, consequence: 'The ombudsman; naming only a type of school must still be a decision, and a draft is none' } as const

export const phaseClocks = [
  clock({
    ...phase, id: 'PT-01', title: 'Review the plan and amend it to name the school from September',
    familyTitle: 'We name the next school in the plan', starts: on('phase-transfer-due', { when: isByFebruary, from: inYear }),
    period: { kind: 'before-date', month: 2, day: 15 }, metBy: named, law: ['SEND Regulations 2014, regs 2(1), 18(1)(b)'],
    toVerify: '“Before 15 February” is read strictly; guidance says “by”',
  }),
  clock({
    ...phase, id: 'PT-02', title: 'Review the plan and amend it to name the post-16 setting',
    familyTitle: 'We name the next school or college in the plan', starts: on('phase-transfer-due', { when: isByMarch, from: inYear }),
    period: { kind: 'before-date', month: 3, day: 31 }, metBy: named, law: ['SEND Regulations 2014, reg 18(1)(a)'], toVerify: '“Before 31 March” is read strictly; guidance says “by”',
  }),
  clock({
    ...phase, id: 'PT-02', step: 'same-school-sixth-form', title: 'Track the plan of somebody who stays on in the same school, because plans change',
    familyTitle: 'We check the plan for staying on in the same school', standing: 'planning',
    starts: on('phase-transfer-due', { when: ({ kind }) => kind === 'same-school-sixth-form', from: inYear }), period: { kind: 'on-date', month: 3, day: 31 }, metBy: named,
    target: { kind: 'days-before', count: 0 }, law: ['SEND Regulations 2014, regs 2(1), 18: a school’s own sixth form is no transfer'], consequence: 'None: the annual review still applies',
  }),
  clock({
    ...phase, id: 'PT-03', title: 'Review the plan and amend it to name the new post-16 setting',
    familyTitle: 'We name the next college in the plan', starts: on('phase-transfer-due', { when: isLater, from: transferDay }),
    period: { kind: 'months-before', count: 5 }, metBy: named, law: ['SEND Regulations 2014, reg 18(2)'],
  }),
  ...([
    ['february', isByFebruary, inYear, { kind: 'before-date', month: 2, day: 15, lessDays: 84 }], ['march', isByMarch, inYear, { kind: 'before-date', month: 3, day: 31, lessDays: 84 }],
  ] as const).map(([step, when, from, period]) => clock({
    ...phase, id: 'PT-04', step, title: 'Hold the review meeting by then, to leave the whole twelve weeks',
    familyTitle: 'We hold the review meeting, so that there is time to change the plan', starts: on('phase-transfer-due', { when, from }), standing: 'planning',
    period, metBy: ['review-meeting-held', ...named], law: ['Derived from SEND Regulations 2014, reg 18, and R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)'],
    consequence: 'The transfer date is at risk',
  })),
]

const decidedAgainst = on('reassessment-decision-notified', { when: ({ outcome }) => outcome === 'refuse' })
const reassessing = { when: (event: { for?: string }) => event.for === 'reassessment' }
const reassessed = ['final-plan-sent', 'amended-plan-sent', 'not-amending-notified'] as const
const alone = { when: (event: { withoutReview?: boolean }) => event.withoutReview === true }

export const reassessmentClocks = [
  clock({
    id: 'RE-01', title: 'For six months after an assessment the council may decline to assess again; it is not barred from agreeing',
    familyTitle: 'For six months we can say no to a new assessment', about: 'person', nature: 'window', again: 'anew',
    starts: ['assessment-completed', 'plan-decision-notified'], period: { kind: 'within-months', count: 6 }, overtakenBy: ['plan-ceased', 'left-england'],
    law: ['Children and Families Act 2014, s.44(2)', 'SEND Regulations 2014, reg 24'], consequence: 'A refusal can be appealed',
  }),
  clock({
    id: 'RE-02', title: 'Tell the family whether there will be a reassessment',
    familyTitle: 'We tell you if we will assess again', about: 'reassessment', starts: 'reassessment-requested', period: { kind: 'within-days', count: 15 },
    metBy: 'reassessment-decision-notified', overtakenBy: planOver, law: ['SEND Regulations 2014, regs 23, 25(1), (2)'], consequence: 'A refusal can be appealed',
  }),
  clock({
    id: 'RE-03', title: 'Send the final plan after the reassessment',
    familyTitle: 'We send you the final plan after the new assessment', about: 'reassessment', excuses: ['A', 'B', 'C', 'D'],
    starts: [on('reassessment-decision-notified', { when: ({ outcome }) => outcome === 'reassess' }), 'reassessment-decided-by-council'],
    period: { kind: 'within-weeks', count: 14 }, metBy: reassessed, overtakenBy: planOver, law: ['SEND Regulations 2014, regs 26, 27'], consequence: 'The ombudsman; the plan can be appealed once it is sent',
  }),
  clock({
    id: 'RE-04', step: 'ask', title: 'Ask for all the advice of regulation 6(1) again',
    familyTitle: 'We ask for all the advice again', about: 'reassessment',
    starts: [on('reassessment-decision-notified', { when: ({ outcome }) => outcome === 'reassess' }), 'reassessment-decided-by-council'],
    period: { kind: 'no-period', words: 'at once; the Regulations set no period' }, metBy: 'all-advice-asked', overtakenBy: [...reassessed, ...planOver], law: ['SEND Regulations 2014, regs 6, 26'],
  }),
  clock({
    id: 'RE-04', step: 'advice', title: 'Give the advice for the reassessment',
    familyTitle: 'The people we asked send us their advice', about: 'advice', starts: on('advice-request-received', reassessing), again: 'replace', owedBy: 'advisers',
    excuses: ['C', 'D', 'M'], period: { kind: 'within-weeks', count: 6 }, metBy: 'advice-given', overtakenBy: ['advice-no-longer-needed', ...reassessed, ...planOver],
    law: ['SEND Regulations 2014, regs 8, 26, 27(1)'],
  }),
  clock({
    id: 'RE-04', step: 'draft', title: 'Leave the family fifteen days with the draft',
    familyTitle: 'You have at least 15 days to tell us what you think of the draft plan', about: 'draft', nature: 'floor', again: 'replace',
    starts: [on('draft-served', reassessing), on('draft-sent', { ...reassessing, from: servedDay })], period: { kind: 'days-beginning-with', count: 15 }, metBy: ['final-plan-sent', 'amended-plan-sent'],
    overtakenBy: [decidedAgainst, 'not-amending-notified', ...planOver], law: ['SEND Regulations 2014, regs 13(1), 27(1)'],
  }),
  clock({
    id: 'RE-04', step: 'consultation', title: 'Answer the consultation of the reassessment',
    familyTitle: 'The school or college tells us if it can meet the needs in the plan', about: 'consultation', starts: on('consultation-received', reassessing), again: 'replace', owedBy: 'setting',
    standing: 'guidance', period: { kind: 'within-days', count: 15 }, metBy: 'consultation-answered', overtakenBy: ['consultation-withdrawn', ...reassessed, ...planOver],
    law: ['Children and Families Act 2014, ss.38 to 40', 'SEND Code of Practice, 9.80 to 9.83'], consequence: 'The council may go on without an answer',
  }),
  clock({
    id: 'AM-01', step: 'representations', title: 'Leave the family this long to answer the proposed changes',
    familyTitle: 'You have at least 15 days to tell us what you think of the changes', about: 'amendment', nature: 'floor', again: 'replace',
    starts: [
      on('amendment-notice-served', alone),
      on('amendment-notice-sent', {
        when: (event) => alone.when(event) && event.channel !== undefined, from: ({ on: sentOn, channel }, { calendar }) => (channel === undefined ? undefined : servedDay({ on: sentOn, channel }, { calendar })),
      }),
    ],
    period: { kind: 'days-beginning-with', count: 15 }, metBy: 'amended-plan-sent', overtakenBy: [...planOver, 'not-amending-notified'], law: ['SEND Regulations 2014, regs 22(2)(c), 28'],
  }),
  clock({
    id: 'AM-01', step: 'final', title: 'Send the amended final plan; with no meeting there is no twelve-week limit',
    familyTitle: 'We send you the changed plan', about: 'amendment', starts: on('amendment-notice-sent', alone), metBy: 'amended-plan-sent',
    period: { kind: 'within-weeks', count: 8 }, overtakenBy: [...planOver, 'not-amending-notified'], boundBy: ['PT-01', 'PT-02', 'PT-03'], law: ['SEND Regulations 2014, regs 22(3), 28'],
    consequence: 'Sections B, F and I can be appealed once it is sent',
  }),
  clock({
    id: 'AM-01', step: 'not-amending', title: 'Tell the family, with reasons, if the plan will not be amended after all',
    familyTitle: 'We tell you if we will not change the plan after all', about: 'amendment', nature: 'window', starts: on('amendment-notice-sent', alone),
    period: { kind: 'within-weeks', count: 8 }, metBy: 'not-amending-notified', overtakenBy: [...planOver, 'amended-plan-sent'], law: ['SEND Regulations 2014, regs 22(4), (5), 28'],
    consequence: 'Can be appealed (CFA 2014, s.51(2)(e))',
  }),
]

const knewInTime = ({ on: aware, movesOn }: EventOf<'move-known'>, { calendar }: CaseSoFar): boolean =>
  calendar.workingDaysBetween(dayNumber(aware), dayNumber(movesOn)) >= 15
const transferLaw = ['SEND Regulations 2014, reg 15(2)']

export const moveClocks = [
  clock({
    id: 'TR-01', title: 'Transfer the plan on the day of the move',
    familyTitle: 'The old council sends the plan to the new council', about: 'move', owedBy: 'old-council', starts: on('move-known', { when: knewInTime, from: ({ movesOn }) => movesOn }),
    period: { kind: 'at-once' }, metBy: 'plan-transferred', overtakenBy: ['plan-ceased', 'left-england'], law: transferLaw, target: { kind: 'days-before', count: 0 },
  }),
  clock({
    id: 'TR-02', title: 'Transfer the plan within fifteen working days beginning with the day the council became aware',
    familyTitle: 'The old council sends the plan to the new council', about: 'move', owedBy: 'old-council',
    starts: on('move-known', { when: (event, so) => !knewInTime(event, so) }), period: { kind: 'working-days-beginning-with', count: 15 }, metBy: 'plan-transferred',
    overtakenBy: ['plan-ceased', 'left-england'], law: transferLaw, toVerify: 'How reg 15(2) treats awareness on a day that is no working day',
  }),
  clock({
    id: 'TR-03', title: 'Tell the family that the plan was transferred, whether there will be a reassessment and when the review will be',
    familyTitle: 'The new council tells you what it will do with the plan', about: 'move', owedBy: 'new-council',
    starts: 'plan-transferred', period: { kind: 'within-weeks', count: 6 }, metBy: 'transfer-told', overtakenBy: planOver, law: ['SEND Regulations 2014, reg 15(4)'],
  }),
  clock({
    id: 'TR-04', title: 'Review the transferred plan',
    familyTitle: 'The new council looks at the plan with you', about: 'move', owedBy: 'new-council', starts: 'plan-transferred', period: { kind: 'rule', rule: 'later-of-year-and-three-months' }, relatesTo: ['REV-01', 'REV-02'],
    metBy: 'review-decision-notified', overtakenBy: planOver, law: ['SEND Regulations 2014, reg 15(5)'], toVerify: 'The three months of reg 15(5)(b)', target: { kind: 'days-before', count: 28 },
  }),
  clock({
    id: 'TR-05', title: 'Tell the new health body',
    familyTitle: 'The old NHS body tells the new one', about: 'health-body', owedBy: 'health-body', starts: 'health-body-change-known', period: { kind: 'rule', rule: 'health-body-change' },
    metBy: 'new-health-body-told', overtakenBy: ['plan-ceased', 'left-england'], law: ['SEND Regulations 2014, reg 16'],
  }),
  clock({
    id: 'TR-06', title: 'Ask the council to assess or review, because the provision cannot be arranged',
    familyTitle: 'The new NHS body tells us if it cannot give the health care in the plan', about: 'health-body', owedBy: 'health-body', starts: 'health-body-cannot-arrange',
    period: { kind: 'working-days-beginning-with', count: 15 }, metBy: 'health-body-asked-council', overtakenBy: ['plan-ceased', 'left-england'], law: ['SEND Regulations 2014, reg 16'],
    consequence: 'The council must do as it is asked',
  }),
  clock({
    id: 'TR-07', title: 'Arrange an appropriate alternative, and pay on until the plan is amended',
    familyTitle: 'We find another place until the plan is changed', about: 'move', owedBy: 'new-council', starts: 'attendance-impracticable',
    period: { kind: 'no-period', words: 'at once, until the plan is amended' }, metBy: 'alternative-arranged', overtakenBy: ['amended-plan-sent', ...planOver],
    law: ['SEND Code of Practice, 9.157 to 9.161', 'SEND Regulations 2014, reg 15(6)'], toVerify: 'Reg 15(6)',
  }),
]
