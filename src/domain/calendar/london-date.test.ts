import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { dateWords } from './date-words.ts'
import { isBritishSummerTime, londonDateOf, parseInstant } from './london-date.ts'
import { dateOfDayNumber, dayNumber, plainDateOf, type Instant } from './plain-date.ts'

function instantOf(text: string): Instant {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`not an instant: ${text}`)
  return instant
}

const two = (value: number): string => String(value).padStart(2, '0')

function instantOfMinutes(minutes: number): Instant {
  const ofDay = minutes % 1440
  return instantOf(`${dateOfDayNumber(Math.floor(minutes / 1440))}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}:00Z`)
}

describe('londonDateOf', () => {
  const moments: readonly (readonly [string, string, string])[] = [
    ['2026-07-05T23:30:00Z', '2026-07-06', 'TT-04: half past midnight in summer time'],
    ['2026-07-05T22:59:59Z', '2026-07-05', 'a minute to midnight in summer time'],
    ['2026-01-05T23:30:00Z', '2026-01-05', 'winter time'],
    ['2026-03-29T00:59:59Z', '2026-03-29', 'before the clocks go forward'],
    ['2026-03-29T23:00:00Z', '2026-03-30', 'the evening after they did'],
    ['2026-10-24T23:00:00Z', '2026-10-25', 'the night on which they go back'],
    ['2026-10-25T23:30:00Z', '2026-10-25', 'the evening after they did'],
  ]
  for (const [moment, date, why] of moments) {
    it(`${moment} is ${date}: ${why}`, () => assert.equal(londonDateOf(instantOf(moment)), date))
  }

  it('changes at 1 a.m. UTC on the last Sundays of March and October', () => {
    assert.equal(isBritishSummerTime(instantOf('2026-03-29T00:59:59.999Z')), false)
    assert.equal(isBritishSummerTime(instantOf('2026-03-29T01:00:00Z')), true)
    assert.equal(isBritishSummerTime(instantOf('2026-10-25T00:59:59.999Z')), true)
    assert.equal(isBritishSummerTime(instantOf('2026-10-25T01:00:00Z')), false)
  })

  it('agrees with the time zone database at every kind of moment from 2015 to 2045', () => {
    const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
    const first = dayNumber(plainDateOf('2015-01-01')) * 1440
    const last = dayNumber(plainDateOf('2045-12-31')) * 1440
    const lateEvening = fc
      .tuple(fc.integer({ min: first / 1440, max: last / 1440 }), fc.integer({ min: 1375, max: 1439 }))
      .map(([date, minute]) => date * 1440 + minute)
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: first, max: last }), lateEvening), (minutes) => {
        assert.equal(londonDateOf(instantOfMinutes(minutes)), london.format(minutes * 60_000))
      }),
      { numRuns: 2000 },
    )
  })

  it('agrees with it through every evening of both clock changes', () => {
    const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
    for (let year = 2015; year <= 2045; year += 1) {
      for (const month of ['03', '10']) {
        for (let date = 24; date <= 31; date += 1) {
          const minutes = dayNumber(plainDateOf(`${year}-${month}-${date}`)) * 1440
          for (const minute of [0, 59, 60, 61, 1379, 1380, 1381, 1439]) {
            const expected = london.format((minutes + minute) * 60_000)
            assert.equal(londonDateOf(instantOfMinutes(minutes + minute)), expected)
          }
        }
      }
    }
  })
})

describe('parseInstant', () => {
  it('adds the milliseconds that may be left out', () => {
    assert.equal(parseInstant('2026-07-05T23:30:00Z'), '2026-07-05T23:30:00.000Z')
  })
  for (const text of ['2026-07-05', '2026-02-30T10:00:00Z', '2026-07-05T24:00:00Z', '2026-07-05T10:00:00+01:00', '']) {
    it(`reads nothing from "${text}"`, () => assert.equal(parseInstant(text), undefined))
  }
})

it('dateWords writes dates as people read them', () => {
  assert.equal(dateWords(plainDateOf('2026-03-03')), '3 March 2026')
  assert.equal(dateWords(plainDateOf('2027-12-31')), '31 December 2027')
})
