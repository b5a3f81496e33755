// An iCalendar file (RFC 5545) of all-day events, as phones and calendars import it.

import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'

export interface CalendarEvent {
  /** The same each time the same thing is exported, so that a second import replaces the first. */
  readonly uid: string
  readonly on: PlainDate
  readonly summary: string
  readonly description: string
  readonly url?: string
}

/** The file's text, lines ended as the standard asks. `made` is the moment it was made. */
export function calendarFile({ name, made, events }: { readonly name: string; readonly made: Instant; readonly events: readonly CalendarEvent[] }): string {
  const stamp = `${made.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Golden Thread//Work out the dates//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, on, summary, description, url }) => [
      'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${compact(on)}`, `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`, `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`, ...(url === undefined ? [] : [`URL:${url}`]), 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const compact = (date: PlainDate): string => date.replaceAll('-', '')

/** Section 3.3.11: backslash, semicolon, comma and line ends. Other control characters may not stand in text. */
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r\n|\r|\n/g, '\\n').replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')

/** Section 3.1: no line of more than 75 octets; a character is never cut in two. */
function folded(line: string): string {
  const pieces: string[] = []
  let [piece, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    // A line that goes on begins with a space, which counts.
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece)
      piece = ''
      octets = 0
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}
