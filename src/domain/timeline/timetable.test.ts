// The worked cases of test/cases/timetable.json that concern the clocks of this folder. A case that only partly concerns
// them is asserted in that part. Every other case is named below with the reason, and the last test fails when a case of
// the file is in neither list: nothing is passed over in silence.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import cases from '../../../test/cases/timetable.json' with { type: 'json' }
import { londonDateOf, parseInstant } from '../calendar/london-date.ts'
import { ageOn, daysBetween, parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { compulsorySchoolAgeLastDay, youngPersonFrom } from '../calendar/school-year.ts'
import { adviceDueOn } from './advice-due-on.ts'
import { appealBy } from './appeal-by.ts'
import { assessDecisionDueOn } from './assess-decision-due-on.ts'
import { consultationReplyDueOn } from './consultation-reply-due-on.ts'
import { contactMediationAdviserBy, isMediationCertificateNeeded } from './contact-mediation-adviser-by.ts'
import { draftWindow } from './draft-window.ts'
import { finalPlanDueOn } from './final-plan-due-on.ts'
import { firstAnnualReview } from './first-annual-review.ts'
import { latestDraftServiceOn } from './latest-draft-service-on.ts'
import { noPlanDecisionDueOn } from './no-plan-decision-due-on.ts'

interface Case {
  readonly id: string
  readonly description: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
}

const all: readonly Case[] = cases

function dateIn(values: Readonly<Record<string, unknown>>, name: string): PlainDate {
  const value = values[name]
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined
  if (date === undefined) throw new Error(`no date in ${name}`)
  return date
}

/** What our rules give for a case, under the names that the case uses; and which of its expectations come later. */
interface Worked {
  readonly gives: (inputs: (name: string) => PlainDate, raw: Case['inputs']) => Readonly<Record<string, unknown>>
  readonly later?: Readonly<Record<string, string>>
}

const fromReceipt = (received: PlainDate) => ({
  assessDecisionDue: assessDecisionDueOn(received),
  noPlanDecisionDue: noPlanDecisionDueOn(received),
  finalPlanDue: finalPlanDueOn(received),
})

const excuses = 'the excuse belongs to the engine of every clock and its excuses'
const nominalOnly: Worked['gives'] = (input) => ({
  nominalAssessDecisionDue: assessDecisionDueOn(input('requestReceived')),
})

const worked: Readonly<Record<string, Worked>> = {
  'TT-01': {
    gives: (input) => {
      const due = fromReceipt(input('requestReceived'))
      return { ...due, rolledForBankHoliday: daysBetween(input('requestReceived'), due.finalPlanDue) !== 140 }
    },
  },
  'TT-03': { gives: (input) => fromReceipt(input('requestReceived')) },
  'TT-04': {
    gives: (_, raw) => {
      const instant = parseInstant(String(raw['requestReceivedUtc']))
      if (instant === undefined) throw new Error('no instant')
      const { assessDecisionDue, finalPlanDue } = fromReceipt(londonDateOf(instant))
      return { requestReceivedLocalDate: londonDateOf(instant), assessDecisionDue, finalPlanDue }
    },
  },
  'TT-06': {
    gives: (input) => {
      const { firstDay, lastDay, mayFinaliseFrom } = draftWindow(input('draftServed'))
      return { windowFirstDay: firstDay, windowLastDay: lastDay, earliestFinalise: mayFinaliseFrom }
    },
  },
  'TT-08': {
    gives: (input) => {
      const served = latestDraftServiceOn(input('requestReceived'))
      const { lastDay, mayFinaliseFrom } = draftWindow(served)
      return { latestDraftService: served, windowLastDay: lastDay, finalisePlan: mayFinaliseFrom }
    },
  },
  'TT-09': {
    gives: nominalOnly,
    later: {
      closureDays: excuses,
      closureQualifies: excuses,
      windowStart: excuses,
      windowEnd: excuses,
      exceptionAvailable: excuses,
      newFixedDueDate: excuses,
      duty: excuses,
    },
  },
  'TT-11': {
    gives: nominalOnly,
    later: {
      closureDays: excuses,
      closureQualifies: excuses,
      windowStart: excuses,
      windowEnd: excuses,
      exceptionAvailable: excuses,
    },
  },
  'TT-13': {
    gives: nominalOnly,
    later: { absentDays: excuses, exceptionAvailable: excuses, newFixedDueDate: excuses },
  },
  'TT-15': {
    gives: (input) => ({
      nominalAdviceDue: adviceDueOn(input('bodyReceivedRequest')),
      finalPlanDue: finalPlanDueOn(input('requestReceived')),
    }),
    later: { adviceExceptionAvailable: excuses, planExceptionAvailable: excuses },
  },
  'TT-16': { gives: (input) => ({ responseDue: consultationReplyDueOn(input('consultationReceivedBySetting')) }) },
  'TT-18': {
    gives: (input) => {
      const limit = appealBy(input('decisionNoticeSent'), input('certificateIssued'))
      return {
        contactMediationAdviserBy: contactMediationAdviserBy(input('decisionNoticeSent')),
        twoMonths: limit.twoMonths,
        oneMonthFromCertificate: limit.oneMonthFromCertificate,
        appealReceivedBy: limit.receivedBy,
      }
    },
  },
  'TT-20': {
    gives: (input) => {
      const limit = appealBy(input('decisionNoticeSent'))
      return { twoMonths: limit.twoMonths, appealReceivedBy: limit.receivedBy }
    },
  },
  'TT-21': {
    gives: (input) => {
      const limit = appealBy(input('decisionNoticeSent'))
      return { twoMonths: limit.twoMonths, appealReceivedBy: limit.receivedBy }
    },
  },
  'TT-23': {
    gives: (input) => ({
      certificateRequired: isMediationCertificateNeeded(['I']),
      appealReceivedBy: appealBy(input('finalPlanSent')).receivedBy,
    }),
  },
  'TT-35': {
    gives: (input) => {
      const review = firstAnnualReview(input('planFirstMade'))
      return {
        reviewPeriodEnds: review.lastDay,
        latestMeetingIfDecisionTakesFourWeeks: review.latestMeetingOn,
      }
    },
  },
  'TT-37': { gives: (input) => ({ reviewPeriodEnds: firstAnnualReview(input('planFirstMade')).lastDay }) },
  'TT-43': { gives: (input) => ({ reviewPeriodEnds: firstAnnualReview(input('planFirstMade')).lastDay }) },
  'TT-45': {
    gives: (input) => ({ statutoryPeriodEnds: firstAnnualReview(input('planFirstMade')).lastDay }),
    later: {
      firstSuggestedReviewWindow: 'reviews of children under five (REV-03) come with the review clocks',
      statutory: 'says of REV-03 that it is guidance; comes with it',
    },
  },
  'TT-58': {
    gives: (input) => ({ maintainThrough: appealBy(input('ceaseNoticeSent'), input('certificateIssued')).receivedBy }),
    later: { earliestCease: 'ceasing a plan (CE-02) comes with the later engine; its protection ends with our appeal limit' },
  },
  'TT-61': {
    gives: (input) => {
      const born = input('dateOfBirth')
      return {
        lastDayOfCompulsorySchoolAge: compulsorySchoolAgeLastDay(born),
        youngPersonFrom: youngPersonFrom(born),
        ageThen: ageOn(born, youngPersonFrom(born)),
      }
    },
  },
  'TT-74': {
    gives: (input) => ({ laResponsibleFrom: input('broughtToAttention'), ...fromReceipt(input('broughtToAttention')) }),
    later: { isSection36Request: 'who may make a request is the request feature’s rule; the clocks are the same' },
  },
}

const forLater: Readonly<Record<string, string>> = {
  'TT-25': 'MED-02, the adviser’s certificate; its counting of working days is asserted in working-days.test.ts',
  'TT-26': 'MED-04, arranging mediation',
  'TT-28': 'ORD-01, orders of the Tribunal',
  'TT-30': 'ORD-04, orders of the Tribunal',
  'TT-32': 'UNO-01, unopposed appeals',
  'TT-34': 'REC-01, answers to recommendations',
  'TT-38': 'REV-05 to REV-12, the steps of a review',
  'TT-40': 'REV-09 to REV-12, a late amendment notice',
  'TT-42': 'REV-14, reviews without an institution',
  'TT-46': 'PT-01, PT-04, phase transfer',
  'TT-48': 'PT-01, PT-04, phase transfer',
  'TT-49': 'PT-03, phase transfer; its counting back is asserted in law-periods.test.ts',
  'TT-51': 'PT-02, phase transfer',
  'TT-52': 'RE-01, RE-02, reassessment',
  'TT-54': 'TR-01 to TR-04, moving between authorities; its working days are asserted in working-days.test.ts',
  'TT-56': 'TR-05, TR-06, change of health body; its working days are asserted in working-days.test.ts',
  'TT-59': 'CE-03, ceasing at 25',
  'TT-62': 'PB-03, direct payments; its three months are asserted in law-periods.test.ts',
  'TT-64': 'DP-01, subject access',
  'TT-65': 'DP-03, retention',
  'TT-66': 'SCH-02, the SENCO qualification; its 36 months are asserted in law-periods.test.ts',
  'TT-68': 'AM-01, amendment without a review',
  'TT-70': 'SCH-05, school days need a school’s own calendar',
  'TT-71': 'CE-04, a dismissed cease appeal',
  'TT-72': 'REV-17, CE-01, ceasing under 18',
}

describe('the timetable cases of a request, a plan and an appeal', () => {
  for (const found of all) {
    const ours = worked[found.id]
    if (!ours) continue
    it(`${found.id}: ${found.description}`, () => {
      const later = ours.later ?? {}
      const expected = Object.fromEntries(Object.entries(found.expected).filter(([name]) => !(name in later)))
      assert.deepEqual(ours.gives((name) => dateIn(found.inputs, name), found.inputs), expected)
      // Nothing may be put off that the case does not ask for.
      for (const name of Object.keys(later)) assert.ok(name in found.expected, name)
    })
  }

  it('names every case of the file once: worked here, or for later with its reason', () => {
    assert.deepEqual(
      [...Object.keys(worked), ...Object.keys(forLater)].toSorted(),
      all.map((found) => found.id).toSorted(),
    )
  })
})
