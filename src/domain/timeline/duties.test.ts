import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { calendarByRule } from '../../../test/calendar-by-rule.ts'
import { addDays, addMonths, daysBetween, partsOf, plainDateOf } from '../calendar/plain-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'
import { adviceDueOn } from './advice-due-on.ts'
import { appealBy } from './appeal-by.ts'
import { assessDecisionDueOn } from './assess-decision-due-on.ts'
import { consultationReplyDueOn } from './consultation-reply-due-on.ts'
import { contactMediationAdviserBy, isMediationCertificateNeeded } from './contact-mediation-adviser-by.ts'
import { draftWindow, isWindowClosed } from './draft-window.ts'
import { finalPlanDueOn } from './final-plan-due-on.ts'
import { noPlanDecisionDueOn } from './no-plan-decision-due-on.ts'
import { servedOn } from './served-on.ts'

const day = plainDateOf
const calendar = calendarByRule()

describe('servedOn', () => {
  const sendings: readonly (readonly ['by-hand' | 'online' | 'email' | 'post', string, string, string])[] = [
    ['post', '2027-04-28', '2027-04-30', 'posted on a Wednesday'],
    ['post', '2027-04-30', '2027-05-05', 'posted on a Friday before a bank holiday Monday'],
    ['post', '2026-12-24', '2026-12-30', 'posted on Christmas Eve'],
    ['email', '2027-05-02', '2027-05-02', 'e-mailed on a Sunday'],
    ['online', '2027-05-03', '2027-05-03', 'made available on a bank holiday'],
    ['by-hand', '2027-04-30', '2027-04-30', 'handed over'],
  ]
  for (const [channel, sentOn, served, why] of sendings) {
    it(`is ${served} when ${why}`, () => assert.equal(servedOn({ channel, sentOn: day(sentOn) }), served))
  }
})

describe('appealBy', () => {
  const limits: readonly (readonly [string, string | undefined, string, string | undefined, string])[] = [
    ['2026-10-01', undefined, '2026-12-01', undefined, 'an ordinary two months'],
    ['2026-05-31', undefined, '2026-07-31', undefined, 'a Friday, the last day before August'],
    ['2027-05-31', undefined, '2027-08-02', 'not-a-working-day', 'Saturday 31 July: the next working day, the safer reading'],
    ['2027-06-01', undefined, '2027-09-01', 'august', '1 August'],
    ['2024-06-30', undefined, '2024-09-02', 'august', '30 August, and 1 September is a Sunday'],
    ['2026-10-25', undefined, '2027-01-04', 'christmas', '25 December, and 2 January is a Saturday'],
    ['2027-11-01', undefined, '2028-01-04', 'christmas', '1 January, with a substitute day on the 3rd'],
    ['2026-10-24', undefined, '2026-12-24', undefined, '24 December stands'],
    ['2027-02-22', '2027-03-01', '2027-04-22', undefined, 'an early certificate changes nothing'],
    ['2027-02-22', '2027-03-22', '2027-04-22', undefined, 'a certificate whose month ends on the same day'],
  ]
  for (const [sent, certificate, receivedBy, movedBecause, why] of limits) {
    it(`is ${receivedBy}: ${why}`, () => {
      const limit = appealBy(day(sent), certificate === undefined ? undefined : day(certificate), calendar)
      assert.equal(limit.receivedBy, receivedBy)
      assert.equal(limit.movedBecause, movedBecause)
    })
  }

  it('always ends on a working day outside August and the Christmas days, unless a weekend carried it there', () => {
    fc.assert(
      fc.property(arbitraryDate, fc.option(arbitraryDate, { nil: undefined }), (sent, certificate) => {
        const limit = appealBy(sent, certificate, calendar)
        const { month, day: date } = partsOf(limit.receivedBy)
        assert.ok(isWorkingDay(limit.receivedBy))
        if (limit.movedBecause !== 'not-a-working-day') {
          assert.notEqual(month, 8)
          assert.ok(!(month === 12 && date >= 25) && !(month === 1 && date === 1))
        }
      }),
    )
  })

  it('is never earlier than two months, nor than one month from the certificate', () => {
    fc.assert(
      fc.property(arbitraryDate, arbitraryDate, (sent, certificate) => {
        const { receivedBy } = appealBy(sent, certificate, calendar)
        assert.ok(receivedBy >= addMonths(sent, 2))
        assert.ok(receivedBy >= addMonths(certificate, 1))
        assert.ok(receivedBy >= appealBy(sent, undefined, calendar).receivedBy)
      }),
    )
  })

  it('a later notice never has an earlier limit', () => {
    fc.assert(
      fc.property(arbitraryDate, (sent) => appealBy(addDays(sent, 1), undefined, calendar).receivedBy >= appealBy(sent, undefined, calendar).receivedBy),
    )
  })
})

describe('isMediationCertificateNeeded', () => {
  it('is not, when the appeal is about section I alone', () => assert.equal(isMediationCertificateNeeded(['I']), false))
  it('is, when it is about B or F too', () => assert.equal(isMediationCertificateNeeded(['I', 'F']), true))
  it('is, for a refusal', () => assert.equal(isMediationCertificateNeeded(['refusal-to-assess']), true))
})

describe('the clocks of a request, always', () => {
  it('are 42, 112 and 140 days from receipt, in that order, and never moved', () => {
    fc.assert(
      fc.property(arbitraryDate, (received) => {
        assert.equal(daysBetween(received, assessDecisionDueOn(received)), 42)
        assert.equal(daysBetween(received, adviceDueOn(received)), 42)
        assert.equal(daysBetween(received, noPlanDecisionDueOn(received)), 112)
        assert.equal(daysBetween(received, finalPlanDueOn(received)), 140)
        assert.equal(daysBetween(received, consultationReplyDueOn(received)), 15)
      }),
    )
  })

  it('a draft served on the latest day leaves the whole window and the last day to finalise', () => {
    fc.assert(
      fc.property(arbitraryDate, (received) => {
        const window = draftWindow(lastDayOfClock('ASMT-07', received))
        assert.equal(window.mayFinaliseFrom, finalPlanDueOn(received))
        assert.equal(daysBetween(window.firstDay, window.lastDay), 14)
        assert.equal(isWindowClosed(window, window.lastDay), false)
        assert.equal(isWindowClosed(window, window.mayFinaliseFrom), true)
      }),
    )
  })

  it('a first review ends before the anniversary', () => {
    fc.assert(
      fc.property(arbitraryDate, (made) => {
        const lastDay = lastDayOfClock('REV-01', made)
        assert.ok(lastDay <= addMonths(made, 12))
        assert.ok(daysBetween(made, lastDay) >= 364)
      }),
    )
  })

  it('the mediation adviser may be contacted for two months, August or not', () => {
    fc.assert(fc.property(arbitraryDate, (sent) => contactMediationAdviserBy(sent) === addMonths(sent, 2)))
  })
})
