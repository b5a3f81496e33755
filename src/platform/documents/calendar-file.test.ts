import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { calendarFile, type CalendarEvent } from './calendar-file.ts'

const made = '2026-10-25T00:59:59.999Z' as Instant
const event: CalendarEvent = { uid: 'a@b', on: plainDateOf('2027-12-31'), summary: 'Decide', description: 'Because' }
const fileOf = (more: Partial<CalendarEvent>): string => calendarFile({ name: 'Dates', made, events: [{ ...event, ...more }] })
/** As a calendar program reads it: folded lines joined, escapes undone. */
const valueOf = (text: string, name: string): string => {
  const line = text.replaceAll('\r\n ', '').split('\r\n').find((one) => one.startsWith(`${name}:`)) ?? assert.fail(`no ${name}`)
  return line.slice(name.length + 1).replaceAll(/\\([\\;,n])/g, (_, one: string) => (one === 'n' ? '\n' : one))
}

describe('an iCalendar file', () => {
  it('holds an all-day event that ends on the next day, over the end of a year', () => {
    assert.equal(fileOf({ url: 'https://hub.example.org/dates?what=request&on-day=1' }), [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Golden Thread//Work out the dates//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Dates', 'BEGIN:VEVENT', 'UID:a@b',
      'DTSTAMP:20261025T005959Z', 'DTSTART;VALUE=DATE:20271231', 'DTEND;VALUE=DATE:20280101', 'SUMMARY:Decide', 'DESCRIPTION:Because',
      'URL:https://hub.example.org/dates?what=request&on-day=1', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'))
  })

  it('escapes what would end or split a text', () => {
    assert.match(fileOf({ summary: 'Tell them; ask, and\nend \\ it' }), /SUMMARY:Tell them\\; ask\\, and\\nend \\\\ it\r\n/)
    assert.equal(fileOf({ summary: 'x\r\nBEGIN:VEVENT' }).match(/^BEGIN:VEVENT/gm)?.length, 1)
  })

  it('gives back any text, in lines of at most 75 octets with no character cut', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const wanted = text.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      const file = fileOf({ description: text })
      assert.equal(valueOf(file, 'DESCRIPTION'), wanted)
      for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
      assert.ok(!file.replaceAll('\r\n', '').match(/[\r\n]/))
    }))
  })
})
