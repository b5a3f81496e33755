// The dates of a case's line as a file for a telephone's calendar. Others may look into that calendar: titles say what kind of thing
// is due, and nothing about a child.

import { createHash } from 'node:crypto'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import { keyOf } from '../../../domain/clocks/clock.ts'
import type { LineStep } from '../../../domain/timeline/line-of.ts'
import { stepWords } from '../../../domain/timeline/step-words.ts'
import { paths } from '../../../paths.ts'
import { calendarFile, type CalendarEvent } from '../../../platform/documents/calendar-file.ts'
import { file, type Reply } from '../../../platform/http/reply.ts'
import { kindOfDate, turnWords } from '../line/line-words.ts'
import { readLine } from '../line/read-line.ts'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const key = caseKeyOf(ask)
    const caseFile = await openCaseFile(tx, key)
    mustBeAbleToLook(caseFile, 'overview')
    const { line } = await readLine(tx, caseFile)
    const link = `${ask.house.baseUrl}${paths.caseOverview(key)}`
    const events = [...line.steps, ...line.beside].flatMap((step) => eventOf(step, link))
    const text = calendarFile({ name: 'EHC dates', made: ask.house.clock.now(), events })
    return file(new TextEncoder().encode(text), 'text/calendar; charset=utf-8', 'ehc-dates.ics')
  })
}

/** What is still to come or not done yet, on its last day; a date that the law lets pass is not one to wait for. */
function eventOf(step: LineStep, link: string): readonly CalendarEvent[] {
  const { state, dueOn, dueBy, reading, targetOn, explained, hasBrokenPromise } = step
  if (dueOn === undefined || dueBy === undefined || state === 'done' || state === 'not-needed' || state === 'excused') return []
  const what = reading?.clock.familyTitle ?? (step.step === undefined ? step.words : stepWords(step.step, 'next'))
  const about = reading === undefined ? `${step.step}` : `${keyOf(reading.clock)} ${reading.about}`
  return [{
    uid: `${createHash('sha256').update(`${link} ${about}`).digest('hex').slice(0, 32)}@golden-thread`,
    on: dueOn, summary: dueBy === 'law' ? `Last day: ${what}` : `Planned: ${what}`,
    description: [
      `This date is ${kindOfDate[dueBy]}.`, `${turnWords(step)}.`, ...(targetOn === undefined ? [] : [`The council aims for ${dateWords(targetOn)}.`]),
      ...(explained === undefined || hasBrokenPromise === true ? [] : [`The council now expects it by ${dateWords(explained.expectedOn)}.`]), 'Sign in to see more.',
    ].join('\n'),
    url: link,
  }]
}
