// How each worked case of test/cases/timetable.json is told to the engine: what happened (`facts`), on which day it is looked at,
// and where each of its expectations is read.

import assert from 'node:assert/strict'
import { calendarByRule } from './calendar-by-rule.ts'
import cases from './cases/timetable.json' with { type: 'json' }
import { londonDateOf, parseInstant } from '../src/domain/calendar/london-date.ts'
import { addDays, addMonths, ageOn, dayNumber, daysBetween, plainDateOf, type PlainDate } from '../src/domain/calendar/plain-date.ts'
import { ceaseRefusals } from '../src/domain/ceasing/cease-guards.ts'
import type { ClockEvent } from '../src/domain/clocks/events.ts'
import type { ClockReading } from '../src/domain/clocks/reading.ts'

export interface Case {
  readonly id: string
  readonly description: string
  readonly rules: readonly string[]
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
}

/** The readings of a case, asked for by clock: "ASMT-02", "ORD-01/final". */
export type Read = (key: string) => ClockReading

export interface Worked {
  readonly facts: (day: (name: string) => PlainDate, inputs: Case['inputs']) => readonly ClockEvent[]
  /** The day on which it is looked at; long after everything when not said. */
  readonly today?: string
  readonly gives: (read: Read, day: (name: string) => PlainDate, readings: readonly ClockReading[]) => Readonly<Record<string, unknown>>
}

/** Once the family and the setting were consulted: the plan is still needed, and the young person is out of education and training. */
const mayCease = (bornOn: PlainDate, today: PlainDate): boolean =>
  ceaseRefusals({}, { ground: 'no-longer-necessary', code: 9, notRequired: false, outOfEducation: true }, { bornOn, today }).every(({ kind }) => kind === 'not-consulted')

const event = <E extends ClockEvent>(one: E): ClockEvent => one
const other = (reading: ClockReading, what: string): PlainDate | undefined => reading.otherDates.find((date) => date.what === what)?.on

const requested = { facts: (day: (name: string) => PlainDate) => [event({ type: 'request-received', on: day('requestReceived') })] }
const requestDates = (read: Read) => ({ assessDecisionDue: read('ASMT-02').dueOn, noPlanDecisionDue: read('ASMT-06').dueOn, finalPlanDue: read('ASMT-10').dueOn })
const closure = (day: (name: string) => PlainDate) => [
  event({ type: 'request-received', on: day('requestReceived') }),
  event({
    type: 'excuse-claimed', on: day('headTeacherAdviceRequested'), clock: 'ASMT-02', reason: 'A', closedFrom: day('schoolClosedFrom'), reopens: day('schoolReopens'), askedOn: day('headTeacherAdviceRequested'),
  }),
]
const readClosure = (read: Read) => {
  const [claim] = read('ASMT-02').testedClaims
  return {
    closureDays: claim?.closureDays, closureQualifies: (claim?.closureDays ?? 0) >= 28, windowStart: claim?.windowFirstDay ?? null, windowEnd: claim?.windowLastDay ?? null,
    exceptionAvailable: claim?.stands, nominalAssessDecisionDue: read('ASMT-02').dueOn,
  }
}
const notice = (on: PlainDate): ClockEvent => ({ type: 'decision-notice-sent', on })
const appealDates = (read: Read) => ({ twoMonths: other(read('APP-01'), 'two-months'), appealReceivedBy: read('APP-01').dueOn })
const orderDates = (read: Read, id: string, prefix = '') => ({
  notifyWillAssessBy: read(`${id}/${prefix}notify`).dueOn, noPlanDecisionBy: read(`${id}/${prefix}no-plan`).dueOn, finalPlanBy: read(`${id}/${prefix}final`).dueOn,
})

export const worked: Readonly<Record<string, Worked>> = {
  'TT-01': { ...requested, gives: (read, day) => ({ ...requestDates(read), rolledForBankHoliday: daysBetween(day('requestReceived'), read('ASMT-10').dueOn ?? day('requestReceived')) !== 140 }) },
  'TT-03': { ...requested, gives: requestDates },
  'TT-04': {
    facts: (_, inputs) => [event({ type: 'request-received', on: londonDateOf(parseInstant(String(inputs['requestReceivedUtc'])) ?? assert.fail('no instant')) })],
    gives: (read) => ({ requestReceivedLocalDate: read('ASMT-02').startedOn, assessDecisionDue: read('ASMT-02').dueOn, finalPlanDue: read('ASMT-10').dueOn }),
  },
  'TT-06': {
    facts: (day) => [event({ type: 'draft-served', on: day('draftServed') })],
    gives: (read) => ({ windowFirstDay: read('ASMT-08').firstDay, windowLastDay: read('ASMT-08').lastDay, earliestFinalise: read('ASMT-08').mayActFrom }),
  },
  'TT-08': {
    facts: (day) => [event({ type: 'request-received', on: day('requestReceived') }), event({ type: 'draft-served', on: addDays(day('finalPlanDue'), -15) })],
    gives: (read) => ({ latestDraftService: read('ASMT-07').dueOn, windowLastDay: read('ASMT-08').lastDay, finalisePlan: read('ASMT-08').mayActFrom }),
  },
  'TT-09': {
    facts: closure,
    gives: (read) => ({
      ...readClosure(read), newFixedDueDate: read('ASMT-02').state === 'excused' ? null : read('ASMT-02').dueOn,
      duty: read('ASMT-02').state === 'excused' ? 'as soon as practicable' : undefined,
    }),
  },
  'TT-11': { facts: closure, gives: readClosure },
  'TT-13': {
    facts: (day) => [
      event({ type: 'request-received', on: day('requestReceived') }),
      event({ type: 'excuse-claimed', on: day('absentTo'), clock: 'ASMT-02', reason: 'D', from: day('absentFrom'), to: day('absentTo') }),
    ],
    gives: (read) => ({
      absentDays: read('ASMT-02').excuse?.absentDays, exceptionAvailable: read('ASMT-02').excuse?.stands, nominalAssessDecisionDue: read('ASMT-02').dueOn,
      newFixedDueDate: read('ASMT-02').state === 'excused' ? null : read('ASMT-02').dueOn,
    }),
  },
  'TT-15': {
    facts: (day) => [
      event({ type: 'request-received', on: day('requestReceived') }), event({ type: 'advice-request-received', on: day('bodyReceivedRequest') }),
      ...['ASMT-05', 'ASMT-10'].map((clock) => event({ type: 'excuse-claimed', on: day('appointmentMissed'), clock, reason: 'M', appointmentOn: day('appointmentMissed') })),
    ],
    gives: (read) => ({
      nominalAdviceDue: read('ASMT-05').dueOn, adviceExceptionAvailable: read('ASMT-05').excuse !== undefined, finalPlanDue: read('ASMT-10').dueOn,
      planExceptionAvailable: read('ASMT-10').excuse !== undefined,
    }),
  },
  'TT-16': { facts: (day) => [event({ type: 'consultation-received', on: day('consultationReceivedBySetting') })], gives: (read) => ({ responseDue: read('ASMT-09').dueOn }) },
  'TT-18': {
    facts: (day) => [notice(day('decisionNoticeSent')), event({ type: 'certificate-issued', on: day('certificateIssued') }), event({ type: 'mediation-adviser-contacted', on: day('mediationAdviserContactedBy') })],
    gives: (read) => ({ contactMediationAdviserBy: read('MED-01').dueOn, ...appealDates(read), oneMonthFromCertificate: other(read('APP-01'), 'one-month-from-certificate') }),
  },
  'TT-20': { facts: (day) => [notice(day('decisionNoticeSent'))], gives: appealDates },
  'TT-21': { facts: (day) => [notice(day('decisionNoticeSent'))], gives: appealDates },
  'TT-23': {
    facts: (day) => [event({ type: 'final-plan-sent', on: day('finalPlanSent') }), event({ type: 'appeal-lodged', on: addDays(day('finalPlanSent'), 30), sectionIOnly: true })],
    // An appeal about section I alone needs no permission for want of a certificate, and makes the adviser's clock pointless.
    gives: (read, _, readings) => ({
      certificateRequired: readings.some(({ id }) => id === 'APP-02') || read('MED-01').state !== 'overtaken', appealReceivedBy: read('APP-01').dueOn,
    }),
  },
  'TT-25': { facts: (day) => [event({ type: 'adviser-told-no-mediation', on: day('adviserToldNoMediation') })], gives: (read) => ({ certificateDue: read('MED-02').dueOn }) },
  'TT-26': {
    facts: (day) => [event({ type: 'council-told-mediation-wanted', on: day('parentToldLaWantsMediation') }), event({ type: 'adviser-told-mediation-not-arranged', on: addDays(day('parentToldLaWantsMediation'), 20) })],
    gives: (read) => {
      const { period } = read('MED-05').clock
      return {
        mediationBy: read('MED-04').dueOn,
        certificateIfLaCannotArrange: period.kind === 'working-days' ? `within ${period.count} working days of LA telling the adviser` : undefined,
      }
    },
  },
  'TT-28': { facts: (day) => [event({ type: 'order-made', on: day('orderMade'), kind: 'assess' })], gives: (read) => orderDates(read, 'ORD-01') },
  'TT-30': { facts: (day) => [event({ type: 'order-made', on: day('orderMade'), kind: 'amend-contents' })], gives: (read) => ({ amendedPlanBy: read('ORD-04/final').dueOn }) },
  'TT-32': { facts: (day) => [event({ type: 'unopposed-notified', on: day('laNotifiedTribunalUnopposed'), kind: 'assess' })], gives: (read) => orderDates(read, 'UNO-01', 'assess-') },
  'TT-34': {
    facts: (day) => [event({ type: 'recommendation-sent', on: day('recommendationSent') })],
    gives: (read) => ({ responseBy: read('REC-01').dueOn, mustGiveReasonsIfRefusing: /with reasons for what will not be done/.test(read('REC-01').clock.title) }),
  },
  'TT-35': {
    facts: (day) => [event({ type: 'plan-made', on: day('planFirstMade') })],
    gives: (read) => ({ reviewPeriodEnds: read('REV-01').dueOn, latestMeetingIfDecisionTakesFourWeeks: other(read('REV-01'), 'meeting-for-four-weeks') }),
  },
  'TT-37': { facts: (day) => [event({ type: 'plan-made', on: day('planFirstMade') })], gives: (read) => ({ reviewPeriodEnds: read('REV-01').dueOn }) },
  'TT-38': {
    facts: (day) => [
      event({ type: 'review-meeting-held', on: day('reviewMeeting') }), event({ type: 'amendment-notice-sent', on: day('amendmentNoticeServed') }),
      event({ type: 'amendment-notice-served', on: day('amendmentNoticeServed') }),
    ],
    gives: (read) => {
      assert.equal(read('REV-08').dueOn, read('REV-09').dueOn)
      return {
        invitationsBy: read('REV-05').dueOn, adviceCirculatedBy: read('REV-06').dueOn, reportBy: read('REV-07').dueOn, decisionAndAmendmentNoticeBy: read('REV-09').dueOn,
        representationsLastDay: read('REV-10').lastDay, finalPlanBy: read('REV-11').dueOn, twelveWeekBackstop: read('REV-12').dueOn,
      }
    },
  },
  'TT-40': {
    facts: (day) => [event({ type: 'review-meeting-held', on: day('reviewMeeting') }), event({ type: 'amendment-notice-sent', on: day('amendmentNoticeServed') })],
    gives: (read) => ({
      noticeBreachDays: read('REV-09').daysLate, noticePlusEightWeeks: other(read('REV-11'), 'own-period'), twelveWeekBackstop: read('REV-12').dueOn, effectiveDue: read('REV-11').dueOn,
      breach: read('REV-09').isBreach,
    }),
  },
  'TT-42': {
    facts: (day) => [event({ type: 'review-meeting-held', on: day('reviewMeeting'), noInstitution: true })],
    gives: (read) => {
      const words = { council: 'local authority' } as Readonly<Record<string, string>>
      return {
        meetingArrangedBy: words[read('REV-14/invitations').owedBy], invitationsBy: read('REV-14/invitations').dueOn, adviceCirculatedBy: read('REV-14/advice').dueOn,
        reportPreparedBy: words[read('REV-14/report').owedBy], reportBy: read('REV-14/report').dueOn, decisionBy: read('REV-08').dueOn,
      }
    },
  },
  'TT-43': {
    facts: (day) => [
      event({ type: 'plan-made', on: day('planFirstMade') }), event({ type: 'order-made', on: addDays(day('amendedByTribunalOrder'), -20), kind: 'amend-contents' }),
      event({ type: 'amended-plan-sent', on: day('amendedByTribunalOrder') }),
    ],
    gives: (read, _, readings) => {
      assert.ok(!readings.some(({ id }) => id === 'REV-02'))
      return { reviewPeriodEnds: read('REV-01').dueOn }
    },
  },
  'TT-45': {
    facts: (day, inputs) => [
      event({ type: 'born', on: addMonths(day('planFirstMade'), -12 * Number(inputs['ageAtPlan']) - 1) }), event({ type: 'plan-made', on: day('planFirstMade') }),
    ],
    gives: (read) => ({
      firstSuggestedReviewWindow: [read('REV-03').firstDay, read('REV-03').lastDay], statutoryPeriodEnds: read('REV-01').dueOn, statutory: read('REV-03').standing === 'law',
    }),
  },
  'TT-46': {
    facts: () => [event({ type: 'phase-transfer-due', on: plainDateOf('2026-09-01'), kind: 'primary-to-secondary', year: 2027 })],
    gives: (read) => ({
      statutoryBefore: other(read('PT-01'), 'law-says-before'), strictLastDay: read('PT-01').dueOn, guidanceLastDay: other(read('PT-01'), 'guidance-says-by'),
      latestMeetingForTwelveWeeks: read('PT-04/february').dueOn, latestMeetingWorkingDay: read('PT-04/february').targetOn,
    }),
  },
  'TT-48': {
    facts: () => [event({ type: 'phase-transfer-due', on: plainDateOf('2027-09-01'), kind: 'early-years-to-school', year: 2028 })],
    gives: (read) => ({ statutoryBefore: other(read('PT-01'), 'law-says-before'), strictLastDay: read('PT-01').dueOn, latestMeetingForTwelveWeeks: read('PT-04/february').dueOn }),
  },
  'TT-49': {
    facts: (day) => [event({ type: 'phase-transfer-due', on: plainDateOf('2027-05-01'), kind: 'post-16-to-post-16', transferOn: day('transferDate') })],
    gives: (read) => ({ reviewedAndAmendedBy: read('PT-03').dueOn }),
  },
  'TT-51': {
    facts: () => [event({ type: 'plan-made', on: plainDateOf('2022-05-01') }), event({ type: 'phase-transfer-due', on: plainDateOf('2026-09-01'), kind: 'same-school-sixth-form', year: 2027 })],
    gives: (read, _, readings) => ({
      phaseTransferClockApplies: readings.some(({ id, standing }) => id.startsWith('PT-') && standing === 'law'), annualReviewStillApplies: read('REV-01').state !== 'overtaken',
      recommendedTargetDate: read('PT-02/same-school-sixth-form').targetOn,
    }),
  },
  'TT-52': {
    facts: (day) => [event({ type: 'assessment-completed', on: day('lastAssessmentCompleted') }), event({ type: 'reassessment-requested', on: day('reassessmentRequestReceived') })],
    today: '2027-03-01',
    gives: (read) => ({ sixMonthBarUntil: read('RE-01').lastDay, laMayRefuse: read('RE-01').state === 'running', notifyBy: read('RE-02').dueOn }),
  },
  'TT-54': {
    facts: (day) => [
      event({ type: 'plan-made', on: day('planMade') }), event({ type: 'move-known', on: day('oldLaAware'), movesOn: day('moveDate') }), event({ type: 'plan-transferred', on: day('moveDate') }),
    ],
    gives: (read, day) => ({
      workingDaysNotice: read('TR-01').calendar.workingDaysBetween(dayNumber(day('oldLaAware')), dayNumber(day('moveDate'))), transferDate: read('TR-01').dueOn, informFamilyBy: read('TR-03').dueOn,
      twelveMonthLimb: other(read('TR-04'), 'twelve-months'), threeMonthLimb: other(read('TR-04'), 'three-months'), reviewBefore: read('TR-04').dueOn,
    }),
  },
  'TT-56': {
    facts: (day) => [event({ type: 'health-body-change-known', on: day('oldIcbAware') }), event({ type: 'health-body-cannot-arrange', on: day('newIcbAware') })],
    gives: (read) => ({ notifyNewIcbBy: read('TR-05').dueOn, newIcbMustAskForReviewOrAssessmentBy: read('TR-06').dueOn }),
  },
  'TT-58': {
    facts: (day) => [event({ type: 'cease-notified', on: day('ceaseNoticeSent') }), event({ type: 'certificate-issued', on: day('certificateIssued') })],
    gives: (read) => ({ maintainThrough: read('CE-02').lastDay, earliestCease: read('CE-02').mayActFrom }),
  },
  'TT-59': {
    facts: (day) => [event({ type: 'born', on: day('dateOfBirth') }), event({ type: 'studies-known', on: plainDateOf('2026-09-01'), course: 'further-education' })],
    gives: (read) => ({
      turns25: other(read('CE-03'), 'twenty-fifth-birthday'), maximumMaintain: read('CE-03').lastDay, discretion: /may, and need not/.test(read('CE-03').clock.consequence),
    }),
  },
  'TT-61': {
    facts: (day) => [event({ type: 'born', on: day('dateOfBirth') })],
    gives: (read, day) => {
      const youngPersonFrom = read('RTS-01').mayActFrom
      return { lastDayOfCompulsorySchoolAge: read('RTS-01').lastDay, youngPersonFrom, ageThen: youngPersonFrom && ageOn(day('dateOfBirth'), youngPersonFrom) }
    },
  },
  'TT-62': { facts: (day) => [event({ type: 'direct-payment-began', on: day('firstDirectPayment') })], gives: (read) => ({ reviewBy: read('PB-03').dueOn }) },
  'TT-64': {
    facts: (day) => [event({ type: 'subject-access-requested', on: day('sarReceived') })],
    gives: (read) => ({ respondBy: read('DP-01').dueOn, correspondingDate: other(read('DP-01'), 'corresponding-day') }),
  },
  'TT-65': {
    facts: (day, inputs) => [
      event({ type: 'born', on: day('dateOfBirth') }), event({ type: 'retention-set', on: plainDateOf('2026-01-01'), years: Number(inputs['policyYears']) }), event({ type: 'legal-hold-set', on: plainDateOf('2027-01-01') }),
    ],
    gives: (read) => ({ earliestDisposalReview: read('DP-03').mayActFrom, legalHoldOverrides: read('DP-03').state === 'overtaken' }),
  },
  'TT-66': {
    facts: (day) => [event({ type: 'senco-appointed', on: day('appointedAsSenco') })],
    gives: (read) => ({
      qualificationBy: read('SCH-02/npq').dueOn,
      qualification: read('SCH-02/npq').clock.title.replace('Gain the National Professional Qualification for', 'NPQ for'),
    }),
  },
  'TT-68': {
    facts: (day) => [
      event({ type: 'amendment-notice-sent', on: day('amendmentNoticeServed'), withoutReview: true }), event({ type: 'amendment-notice-served', on: day('amendmentNoticeServed'), withoutReview: true }),
    ],
    gives: (read) => ({ representationsLastDay: read('AM-01/representations').lastDay, finalPlanBy: read('AM-01/final').dueOn }),
  },
  'TT-70': {
    facts: (day) => [event({ type: 'new-registration-learned', on: day('oldSchoolLearnedOfNewRegistration'), setting: 'old-school' })],
    gives: (read) => ({ recordsSentBy: read('SCH-05').dueOn }),
  },
  'TT-71': {
    facts: (day) => [event({ type: 'order-made', on: day('orderMade'), kind: 'dismiss-cease' })],
    gives: (read) => ({ planCeases: read('CE-04').dueOn, graceDays: read('ORD-07/cease').dueDay - read('ORD-07/cease').startDay }),
  },
  'TT-72': {
    facts: (day) => [event({ type: 'born', on: day('dateOfBirth') }), event({ type: 'left-education', on: day('asOf') })],
    today: '2027-02-03',
    gives: (read, day) => ({
      mayCease: mayCease(day('dateOfBirth'), day('asOf')), mustReview: read('REV-17').state === 'running',
      mustAmendWhereAppropriate: /amend/.test(read('REV-17').clock.title),
    }),
  },
  'TT-74': {
    facts: (day, inputs) => [event({ type: 'brought-to-attention', on: day('broughtToAttention'), by: String(inputs['referrer']) })],
    gives: (read) => ({ isSection36Request: read('ASMT-02').startFact.event.type === 'request-received', laResponsibleFrom: read('ASMT-02').startedOn, ...requestDates(read) }),
  },
}

// Half-term as TT-70 has it; the ends of the term do not matter to it.
export const timetableCalendar = calendarByRule([{
  of: 'old-school', terms: [{ firstDay: plainDateOf('2027-01-04'), lastDay: plainDateOf('2027-03-25') }], closed: [{ firstDay: plainDateOf('2027-02-15'), lastDay: plainDateOf('2027-02-19') }],
}])
export const timetableCases = cases as readonly Case[]

/** The facts of a case and the day on which it is looked at. */
export function factsOfCase({ id, inputs }: Case): { readonly facts: readonly ClockEvent[]; readonly today: PlainDate } {
  const ours = worked[id] ?? assert.fail(`${id} is not worked here`)
  return { facts: ours.facts((name) => plainDateOf(String(inputs[name])), inputs), today: plainDateOf(ours.today ?? '2029-01-01') }
}
