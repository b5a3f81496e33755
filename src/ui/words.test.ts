import { strict as assert } from 'node:assert'
import { describe, test } from 'node:test'
import * as fc from 'fast-check'
import { parseInstant } from '../domain/calendar/london-date.ts'
import { plainDateOf, type Instant } from '../domain/calendar/plain-date.ts'
import {
  dateTimeWords,
  dateWords,
  dayAndMonthWords,
  daysAwayWords,
  durationWords,
  fileSizeWords,
  listWords,
  moneyWords,
  numberWords,
  plural,
  possessive,
  smallNumberWords,
  timeWords,
  weekdayWords,
} from './words.ts'

function instantOf(text: string): Instant {
  const instant = parseInstant(text)
  assert.ok(instant, text)
  return instant
}
const minutesTo = (year: number) => Date.UTC(year, 0, 1) / 60_000
const at = (text: string) => instantOf(`${text}:00.000Z`)

test('dates', () => {
  assert.equal(dateWords(plainDateOf('2026-03-03')), '3 March 2026')
  assert.equal(dayAndMonthWords(plainDateOf('2026-12-25')), '25 December')
  assert.equal(weekdayWords(plainDateOf('2026-03-03')), 'Tuesday 3 March 2026')
  assert.equal(weekdayWords(plainDateOf('2024-02-29')), 'Thursday 29 February 2024')
})

describe('times in London', () => {
  for (const [utc, words] of [
    ['2026-03-03T14:32', '3 March 2026 at 2:32pm'],
    ['2026-03-03T14:00', '3 March 2026 at 2pm'],
    ['2026-07-01T14:32', '1 July 2026 at 3:32pm'],
    ['2026-07-01T23:30', '2 July 2026 at 12:30am'],
    ['2026-12-31T23:59', '31 December 2026 at 11:59pm'],
    ['2026-03-03T00:00', '3 March 2026 at midnight'],
    ['2026-03-03T12:00', '3 March 2026 at midday'],
    ['2026-03-03T12:05', '3 March 2026 at 12:05pm'],
    // The clocks go forward at 1am on 29 March 2026 and back at 2am on 25 October 2026.
    ['2026-03-29T00:59', '29 March 2026 at 12:59am'],
    ['2026-03-29T01:00', '29 March 2026 at 2am'],
    ['2026-10-25T00:59', '25 October 2026 at 1:59am'],
    ['2026-10-25T01:00', '25 October 2026 at 1am'],
  ] as const) {
    test(`${utc} UTC`, () => assert.equal(dateTimeWords(at(utc)), words))
  }

  test('agrees with the time zone tables at every minute', () => {
    const tables = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
    })
    const named = { midnight: '00:00', midday: '12:00' }
    fc.assert(
      fc.property(fc.integer({ min: minutesTo(2000), max: minutesTo(2050) }), (minute) => {
        const words = dateTimeWords(instantOf(new Date(minute * 60_000).toISOString()))
        const [, date = '', time = ''] = /^(.+) at (.+)$/.exec(words) ?? []
        const [, hour = '', past = '00', half] = /^(\d+)(?::(\d\d))?([ap])m$/.exec(time) ?? []
        const clock = `${String((Number(hour) % 12) + (half === 'p' ? 12 : 0)).padStart(2, '0')}:${past}`
        const read = time === 'midnight' ? named.midnight : time === 'midday' ? named.midday : clock
        assert.equal(`${date} at ${read}`, tables.format(minute * 60_000))
      }),
      { numRuns: 2000 },
    )
  })
})

test('numbers and plurals', () => {
  assert.equal(numberWords(12345), '12,345')
  assert.equal(smallNumberWords(3), 'three')
  assert.equal(smallNumberWords(10), '10')
  assert.equal(plural(1, 'day'), '1 day')
  assert.equal(plural(0, 'day'), '0 days')
  assert.equal(plural(1200, 'child', 'children'), '1,200 children')
})

test('lists', () => {
  assert.equal(listWords([]), '')
  assert.equal(listWords(['a']), 'a')
  assert.equal(listWords(['a', 'b']), 'a and b')
  assert.equal(listWords(['a', 'b', 'c']), 'a, b and c')
  assert.equal(listWords(['a', 'b', 'c'], 'or'), 'a, b or c')
})

test('file sizes', () => {
  for (const [bytes, words] of [
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1KB'],
    [1440, '1.4KB'],
    [640_000, '640KB'],
    [999_499, '999KB'],
    [999_999, '1MB'],
    [1_400_000, '1.4MB'],
    [25_000_000, '25MB'],
    [2_500_000_000, '2.5GB'],
  ] as const) {
    assert.equal(fileSizeWords(bytes), words)
  }
})

test('durations', () => {
  assert.equal(durationWords(0), '0 minutes')
  assert.equal(durationWords(1), '1 minute')
  assert.equal(durationWords(60), '1 hour')
  assert.equal(durationWords(90), '1 hour 30 minutes')
  assert.equal(durationWords(121), '2 hours 1 minute')
})

test('money', () => {
  assert.equal(moneyWords(120_000), '£1,200')
  assert.equal(moneyWords(120_050), '£1,200.50')
  assert.equal(moneyWords(-500), '-£5')
})

test('days away', () => {
  assert.equal(daysAwayWords(0), 'today')
  assert.equal(daysAwayWords(1), 'tomorrow')
  assert.equal(daysAwayWords(1, 'working day'), 'in 1 working day')
  assert.equal(daysAwayWords(-1), 'yesterday')
  assert.equal(daysAwayWords(-3), '3 days ago')
  assert.equal(timeWords(at('2026-01-01T09:05')), '9:05am')
})

test('whose it is', () => {
  assert.equal(possessive('Sam'), 'Sam’s')
  assert.equal(possessive('James'), 'James’')
})
