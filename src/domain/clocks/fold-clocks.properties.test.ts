import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryHistory, lastDayIn } from '../../../test/arbitrary-case.ts'
import { arbitraryDate, arbitraryDateOfBirth } from '../../../test/arbitrary-dates.ts'
import { calendarByRule } from '../../../test/calendar-by-rule.ts'
import { daysBeginningWith, monthsBeginningWith, withinDays, withinMonths, withinWeeks } from '../calendar/law-periods.ts'
import { londonDateOf, parseInstant } from '../calendar/london-date.ts'
import { addDays, addMonths, dayNumber, partsOf, plainDateOf, weekday, type Instant, type PlainDate } from '../calendar/plain-date.ts'
import { compulsorySchoolAgeLastDay, isInOrBeyondYearNine, reachesAgeOn } from '../calendar/school-year.ts'
import { addWorkingDays, isWorkingDay, lastOfWorkingDaysBeginningWith, workingDayOnOrAfter, workingDaysBetween } from '../calendar/working-days.ts'
import { addMonthsTo, dateOf, dayOfMonth, dayOfText, endOfCompulsorySchoolAge, monthOf, reachesAge, weekdayOf, yearOf } from './day-arithmetic.ts'
import type { ClockEvent } from './events.ts'
import { explain } from './explain.ts'
import { foldClocks } from './fold-clocks.ts'
import { lastDayOf } from './period.ts'
import type { ClockReading } from './reading.ts'

const calendar = calendarByRule()
const count = fc.integer({ min: 1, max: 60 })

function fold(facts: readonly ClockEvent[], today: PlainDate): readonly ClockReading[] {
  const folded = foldClocks(facts, calendar, today)
  assert.ok(folded.ok, JSON.stringify(folded))
  return folded.value
}

const lateEvening = (date: PlainDate): Instant => parseInstant(`${date}T23:30:00Z`) ?? assert.fail()

/** Everything that a reading says, with the facts by their own numbers and not by their places. */
const said = (readings: readonly ClockReading[], facts: readonly ClockEvent[]) => readings.map((reading) => [
  reading.id, reading.step, reading.about, reading.state, reading.startedOn, reading.dueOn, reading.targetOn, reading.metOn, reading.boundBy, reading.daysLate, reading.daysLeft,
  reading.otherDates, reading.excuse?.why, reading.formerly.map(({ state, dueOn }) => [state, dueOn]), reading.facts.map((index) => facts[index]?.seq).toSorted(), explain(reading),
])

describe('arithmetic on whole numbers, always', () => {
  it('is that of plain dates', () => {
    fc.assert(fc.property(arbitraryDate, count, (date, n) => {
      const day = dayNumber(date)
      const { year, month, day: inMonth } = partsOf(date)
      assert.equal(dayOfText(date), day)
      assert.deepEqual([yearOf(day), monthOf(day), dayOfMonth(day), weekdayOf(day)], [year, month, inMonth, weekday(date)])
      assert.equal(dateOf(addMonthsTo(day, n)), addMonths(date, n))
      assert.equal(dateOf(addMonthsTo(day, -n)), addMonths(date, -n))
    }))
  })

  it('reads only days that exist', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)), (text) => {
      const day = dayOfText(text)
      if (!Number.isNaN(day)) assert.equal(dateOf(day), text)
    }))
    for (const text of ['2027-02-29', '2028-02-30', '2027-13-01', '2027-00-10', '2027-1-01', '1899-12-31', '2200-01-01', '2027-04-31']) assert.ok(Number.isNaN(dayOfText(text)), text)
  })

  it('counts every period as the calendar’s own rules do', () => {
    fc.assert(fc.property(arbitraryDate, count, (date, n) => {
      const day = dayNumber(date)
      const last = (kind: 'within-weeks' | 'within-days' | 'within-months' | 'days-beginning-with' | 'months-beginning-with' | 'working-days' | 'working-days-beginning-with' | 'working-days-before') =>
        dateOf(lastDayOf({ kind, count: n }, day, calendar))
      assert.equal(last('within-weeks'), withinWeeks(date, n))
      assert.equal(last('within-days'), withinDays(date, n))
      assert.equal(last('within-months'), withinMonths(date, n))
      assert.equal(last('days-beginning-with'), daysBeginningWith(date, n).lastDay)
      assert.equal(last('months-beginning-with'), monthsBeginningWith(date, n).lastDay)
      assert.equal(last('working-days'), addWorkingDays(date, n))
      assert.equal(last('working-days-beginning-with'), lastOfWorkingDaysBeginningWith(date, n))
      assert.equal(last('working-days-before'), addWorkingDays(date, -n))
    }))
  })

  it('knows working days', () => {
    fc.assert(fc.property(arbitraryDate, fc.integer({ min: 0, max: 90 }), (date, n) => {
      const day = dayNumber(date)
      assert.equal(calendar.isWorkingDay(day), isWorkingDay(date))
      assert.equal(dateOf(calendar.workingDayOnOrAfter(day)), workingDayOnOrAfter(date))
      assert.equal(calendar.workingDaysBetween(day, day + n), workingDaysBetween(date, addDays(date, n)))
    }))
  })

  it('knows ages', () => {
    fc.assert(fc.property(arbitraryDateOfBirth, fc.integer({ min: 0, max: 30 }), arbitraryDate, (born, age, on) => {
      assert.equal(dateOf(reachesAge(dayNumber(born), age)), reachesAgeOn(born, age))
      assert.equal(dateOf(endOfCompulsorySchoolAge(dayNumber(born))), compulsorySchoolAgeLastDay(born))
      if (born > on) return
      const readings = fold([{ type: 'born', on: born }, { type: 'review-meeting-held', on }], addDays(on, 1))
      assert.equal(readings.some(({ id }) => id === 'REV-15'), isInOrBeyondYearNine(born, on))
    }))
  })
})

describe('the clocks of a case, always', () => {
  it('are the same in whatever order the facts are given', () => {
    fc.assert(fc.property(arbitraryHistory, fc.integer({ min: 0, max: 500 }), fc.infiniteStream(fc.nat()), (facts, later, keys) => {
      const today = addDays(lastDayIn(facts), later)
      const shuffled = facts.map((fact) => ({ fact, key: keys.next().value ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ fact }) => fact)
      assert.deepEqual(said(fold(shuffled, today), shuffled), said(fold(facts, today), facts))
    }))
  })

  it('are the same when they are asked for twice', () => {
    fc.assert(fc.property(arbitraryHistory, (facts) => {
      const today = lastDayIn(facts)
      assert.deepEqual(said(fold(facts, today), facts), said(fold(facts, today), facts))
    }))
  })

  it('run 42, 112 and 140 days from receipt whatever day it was, across leap days and clock changes', () => {
    fc.assert(fc.property(arbitraryDate, (received) => {
      const due = new Map(fold([{ type: 'request-received', on: received }], received).map(({ id, dueDay }) => [id, dueDay - dayNumber(received)]))
      assert.deepEqual(['ASMT-02', 'ASMT-06', 'ASMT-10', 'ASMT-07'].map((id) => due.get(id)), [42, 112, 140, 125])
    }))
  })

  it('run on London’s days through both clock changes of every year from 2015 to 2045', () => {
    for (let year = 2015; year <= 2045; year += 1) {
      for (const month of ['03', '10'] as const) {
        const end = plainDateOf(`${year}-${month}-31`)
        const changes = addDays(end, -(weekday(end) % 7))
        // At 23:30 UTC it is the next day in London once summer time has begun, and still the same day once it has ended.
        const received = londonDateOf(lateEvening(changes))
        assert.equal(received, month === '03' ? addDays(changes, 1) : changes)
        assert.equal(londonDateOf(lateEvening(addDays(changes, -1))), month === '03' ? addDays(changes, -1) : changes)
        const final = fold([{ type: 'request-received', on: received }], received).find(({ id }) => id === 'ASMT-10')
        assert.equal(final?.dueOn, addDays(received, 140))
      }
    }
  })

  it('are not changed by when a fact was written down, unless it says so itself', () => {
    fc.assert(fc.property(arbitraryHistory, fc.integer({ min: 0, max: 400 }), (facts, delay) => {
      const today = addDays(lastDayIn(facts), delay)
      const late = facts.map((fact) => ({ ...fact, recordedOn: today }))
      const [inTime, recordedLate] = [fold(facts, today), fold(late, today)]
      assert.deepEqual(said(recordedLate, late), said(inTime, facts))
      for (const [index, reading] of recordedLate.entries()) {
        const hidden = reading.state === 'met' && reading.dueOn !== undefined && reading.metOn !== undefined && today > reading.dueOn
        assert.equal(reading.warnings.some(({ kind }) => kind === 'recorded-after-due'), hidden, `${index}`)
      }
    }))
  })

  it('never lose a breach as days pass: only a fact can end it, and only what came before it is over', () => {
    fc.assert(fc.property(arbitraryHistory, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (facts, first, more) => {
      const today = addDays(lastDayIn(facts), first)
      const now = fold(facts, today)
      const then = fold(facts, addDays(today, more))
      assert.equal(then.length, now.length)
      for (const [index, reading] of now.entries()) {
        if (reading.isBreach) assert.equal(then[index]?.isBreach, true)
        assert.equal(then[index]?.dueOn, reading.dueOn)
      }
    }))
  })

  it('refuse the facts that a jump back of the day puts in the future, each with its place, and none else', () => {
    fc.assert(fc.property(arbitraryHistory, fc.integer({ min: 1, max: 2000 }), (facts, back) => {
      const today = addDays(lastDayIn(facts), -back)
      const folded = foldClocks(facts, calendar, today)
      const future = facts.flatMap(({ on }, index) => (on > today ? [index] : []))
      assert.deepEqual(folded.ok ? [] : folded.refusal.map(({ fact }) => fact), future)
    }))
  })

  it('keep every breach through a correction', () => {
    fc.assert(fc.property(arbitraryHistory, fc.nat(), fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 500 }), (facts, pick, moved, later) => {
      const wrong = facts[1 + (pick % (facts.length - 1))] ?? assert.fail()
      const on = addDays(wrong.on, moved)
      const recordedOn = addDays(lastDayIn(facts), 40 + later)
      const correction: ClockEvent = { ...wrong, on, seq: facts.length, corrects: wrong.seq ?? assert.fail(), recordedOn }
      const before = fold(facts, recordedOn)
      const after = foldClocks([...facts, correction], calendar, addDays(recordedOn, later))
      // A correction that makes the facts contradict each other is refused; nothing is cleared by it.
      if (!after.ok) return
      for (const reading of before) {
        if (!reading.isBreach) continue
        const same = after.value.filter(({ id, step, about }) => id === reading.id && step === reading.step && about === reading.about)
        assert.ok(same.some(({ countsAsBreach }) => countsAsBreach), `${reading.id} ${reading.about}`)
      }
    }))
  })

  it('bind no later than their own period, say who owes them and where it is written', () => {
    fc.assert(fc.property(arbitraryHistory, (facts) => {
      for (const reading of fold(facts, addDays(lastDayIn(facts), 30))) {
        assert.ok(reading.dueDay <= reading.ownDay)
        assert.match(explain(reading), /^[A-Z].*\(.+\)\.$/)
        assert.ok(reading.facts.length > 0)
        assert.ok(!explain(reading).includes('undefined'))
      }
    }))
  })
})
