// "Work out the dates", for anybody: all that is asked stands in the address, and nothing is kept.

import { createHash } from 'node:crypto'
import type { Ask } from '../../../casebook/ask.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import { englandsCalendar } from '../../../domain/calendar/england.ts'
import { keyOf } from '../../../domain/clocks/clock.ts'
import { explainDate } from '../../../domain/clocks/explain.ts'
import type { ClockReading } from '../../../domain/clocks/reading.ts'
import { paths } from '../../../paths.ts'
import { calendarFile, type CalendarEvent } from '../../../platform/documents/calendar-file.ts'
import { file, page, redirect, wrongForm, type Reply } from '../../../platform/http/reply.ts'
import { owedByWords } from '../clock-words.ts'
import { addressOf, isAsked, readAnswers, valuesOf } from './form.ts'
import { situationOf } from './situations.ts'
import { askForDates, showDates, whatHappened } from './view.tsx'

/** First what happened, then when, then the dates: three views of one address. */
export function show(ask: Ask): Promise<Reply> {
  return Promise.resolve(reply(ask))
}

function reply({ frame, query, house }: Ask): Reply {
  const code = query.text('what')
  const situation = situationOf(code)
  if (situation === undefined) {
    const isWrong = query.has('what') || query.has('step')
    const errors = isWrong ? [{ field: 'what', message: 'Choose what happened' }] : []
    const document = whatHappened({ frame, errors })
    return isWrong ? wrongForm(document) : page(document)
  }
  const values = valuesOf(situation, query)
  if (query.has('change') || !isAsked(situation, query)) return page(askForDates({ frame, situation, values, errors: [] }))
  const today = house.clock.today()
  const answers = readAnswers(situation, query, today, englandsCalendar)
  if (!answers.ok) return wrongForm(askForDates({ frame, situation, values, errors: answers.refusal }))
  return page(showDates({ frame, situation, answers: answers.value, today, address: addressOf(situation, query) }))
}

/** The same dates as a file for a calendar. Wrong answers lead back to the page, which says what is wrong. */
export function asCalendar({ query, house }: Ask): Promise<Reply> {
  const situation = situationOf(query.text('what'))
  if (situation === undefined) return Promise.resolve(redirect(paths.dates()))
  const address = addressOf(situation, query)
  const answers = readAnswers(situation, query, house.clock.today(), englandsCalendar)
  if (!answers.ok) return Promise.resolve(redirect(paths.dates({ ...address, show: '1' })))
  const events = answers.value.readings.flatMap((reading) => eventOf(reading, `${house.baseUrl}${paths.dates(address)}`))
  const text = calendarFile({ name: 'Dates by law: EHC assessments and plans', made: house.clock.now(), events })
  return Promise.resolve(file(new TextEncoder().encode(text), 'text/calendar; charset=utf-8', 'dates-by-law.ics'))
}

/** The last day of what is still to be done, or the day from which it may be. Nothing in it tells of a child. */
function eventOf(reading: ClockReading, link: string): readonly CalendarEvent[] {
  const { dueOn, mayActFrom, targetOn, clock } = reading
  if (dueOn === undefined || reading.state === 'overtaken' || reading.state === 'met') return []
  // What was asked makes two children's dates different events, and the same link always the same.
  const uid = `${createHash('sha256').update(`${link} ${keyOf(clock)} ${reading.about}`).digest('hex').slice(0, 32)}@golden-thread`
  const standing = clock.standing === 'law' ? 'Last day by law' : clock.standing === 'guidance' ? 'Last day by guidance' : 'Planning date'
  return [{
    uid, on: mayActFrom ?? dueOn,
    summary: mayActFrom === undefined ? `${standing}: ${clock.title}` : `From today this is allowed; before: ${clock.title}`,
    description: [
      `Who: ${owedByWords[reading.owedBy]}.`, ...(targetOn === undefined || targetOn === dueOn || mayActFrom !== undefined ? [] : [`Target date: ${dateWords(targetOn)}.`]), explainDate(reading),
    ].join('\n'),
    url: link,
  }]
}
