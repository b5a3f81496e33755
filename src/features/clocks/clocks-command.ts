// `clocks FACTS.json`: facts in, dates out. One case, a list of cases, or a case a line; the last is read and written line by
// line, so that a country can pass through.

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import { parsePlainDate, type PlainDate } from '../../domain/calendar/plain-date.ts'
import { factListText } from './fact-list.ts'
import type { Fault } from './json-values.ts'
import { calendarFrom } from './read-calendars.ts'
import { linesOf, type Line } from './lines-of.ts'
import { workOutCase, type WorkedOut } from './work-out-case.ts'

export interface Doors {
  /** Answers when the reader is ready for more, so that nothing piles up. */
  readonly out: (text: string) => Promise<unknown>
  readonly err: (text: string) => unknown
  readonly input: AsyncIterable<Uint8Array | string>
  /** Nobody pipes anything in: a person sits there. */
  readonly isInputEmpty: boolean
  readonly today: PlainDate
}

export const usage = `Usage: golden-thread clocks [FACTS.json] [--today 2027-01-04] [--calendars FILE] [--pretty]

Works out every clock of the law from dated facts. Reads FACTS.json, or standard input when no file (or "-") is named:
one case, a JSON array of cases, or one case a line (NDJSON). Answers in the same shape.

  --today DAY       the day to look from, for cases that do not say one; today in London when left out
  --calendars FILE  bank holidays, terms and closures for every case (the same object as a case's own "calendars")
  --pretty          indent the answer
  --help            this, with every fact and its fields

A case: { "case": "A-1", "today": "2027-03-01", "dateOfBirth": "2018-05-04", "facts": [ … ], "targets": { … }, "calendars": { … } }
Only "facts" is needed. Example: { "facts": [ { "type": "request-received", "on": "2027-01-11" } ] }

Exit status: 0 every case was worked out; 1 a case was refused; 2 the input or the command cannot be read.`

interface Options {
  readonly file: string | undefined
  readonly today: PlainDate
  readonly calendar: Calendar | undefined
  readonly isPretty: boolean
}

export async function clocksCommand(words: readonly string[], doors: Doors): Promise<0 | 1 | 2> {
  if (words.includes('--help') || words.includes('-h')) {
    await doors.out(`${usage}\n\n${factListText()}\n`)
    return 0
  }
  const options = await readOptions(words, doors)
  if ('fault' in options) {
    doors.err(`${options.fault}\n`)
    return 2
  }
  const { file } = options
  if (file === undefined && doors.isInputEmpty) {
    doors.err(`Name a file, or pipe facts in.\n\n${usage}\n`)
    return 2
  }
  try {
    return await workOutAll(file === undefined ? doors.input : createReadStream(file), file, options, doors)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EPIPE') return 0
    if (!isReadingFault(fault)) throw fault
    doors.err(`${file ?? 'standard input'}: cannot be read: ${fault.message}\n`)
    return 2
  }
}

const isReadingFault = (fault: unknown): fault is Error => fault instanceof Error && ('code' in fault || fault instanceof TypeError)

async function readOptions(words: readonly string[], doors: Doors): Promise<Options | { readonly fault: string }> {
  let today: PlainDate | undefined = doors.today
  let calendar: Calendar | undefined
  let isPretty = false
  const files: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', joined] = (words[at] ?? '').split(/=(.*)/s)
    const value = (): string | undefined => joined ?? words[at += 1]
    if (word === '--pretty') isPretty = true
    else if (word === '--today') {
      const text = value()
      today = text === undefined ? undefined : parsePlainDate(text)
      if (today === undefined) return { fault: `--today ${text ?? ''}: this is not a day of the calendar; days read 2027-01-04.` }
    } else if (word === '--calendars') {
      const file = value()
      const read = await readCalendars(file)
      if ('fault' in read) return read
      calendar = read.calendar
    } else if (word.startsWith('-') && word !== '-') return { fault: `Unknown option ${word}.\n\n${usage}` }
    else files.push(words[at] ?? '')
  }
  if (files.length > 1) return { fault: `Name one file, not ${files.length}.` }
  return { file: files[0] === '-' ? undefined : files[0], today, calendar, isPretty }
}

async function readCalendars(file: string | undefined): Promise<{ readonly calendar: Calendar | undefined } | { readonly fault: string }> {
  if (file === undefined) return { fault: '--calendars needs a file.' }
  try {
    const faults: Fault[] = []
    const calendar = calendarFrom(JSON.parse(await readFile(file, 'utf8')), '$', faults)
    return faults.length === 0 ? { calendar } : { fault: faults.map(({ at, why }) => `${file}: ${at}: ${why}`).join('\n') }
  } catch (fault) {
    return { fault: `${file}: cannot be read: ${fault instanceof Error ? fault.message : String(fault)}` }
  }
}

async function workOutAll(input: AsyncIterable<Uint8Array | string>, file: string | undefined, options: Options, doors: Doors): Promise<0 | 1 | 2> {
  const lines = linesOf(input)
  const isNamedLines = file !== undefined && /\.(?:ndjson|jsonl)$/i.test(file)
  let shape: 'unknown' | 'lines' | 'whole' = isNamedLines ? 'lines' : 'unknown'
  const held: Line[] = []
  let wasRefused = false
  const answer = async (text: string, line: number): Promise<void> => {
    if (text.trim() === '') return
    const json = parse(text)
    const worked: WorkedOut = 'why' in json
      ? { ok: false, refused: [{ at: '$', problem: 'not-json', why: `The line is not JSON: ${json.why}` }] }
      : workOutCase(json.value, '$', options.today, options.calendar)
    if (!worked.ok) wasRefused = true
    await doors.out(`${shown({ line, ...worked }, options)}\n`)
  }
  for await (const line of lines) {
    if (shape === 'unknown') {
      shape = shapeOf(held, line.text)
      if (shape === 'lines') for (const { text, number } of held.splice(0)) await answer(text, number)
    }
    if (shape === 'lines') await answer(line.text, line.number)
    else held.push(line)
  }
  if (shape === 'lines') return wasRefused ? 1 : 0
  return answerWhole(held.map(({ text }) => text).join('\n'), file, options, doors)
}

/**
 * A document in one piece is an array, or is spread over lines none of which is a case by itself. When the second line with
 * words, or the first before it, is an object of its own, each line is a case, and a broken one among them is refused alone.
 */
function shapeOf(held: readonly Line[], text: string): 'unknown' | 'lines' | 'whole' {
  if (text.trim() === '') return 'unknown'
  const first = held.find((line) => line.text.trim() !== '')
  if (first === undefined) return text.trimStart().startsWith('[') ? 'whole' : 'unknown'
  return isObjectText(first.text) || isObjectText(text) ? 'lines' : 'whole'
}

const isObjectText = (text: string): boolean => {
  const json = parse(text)
  return 'value' in json && typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value)
}

async function answerWhole(text: string, file: string | undefined, options: Options, doors: Doors): Promise<0 | 1 | 2> {
  const json = parse(text)
  if ('why' in json) {
    doors.err(`${file ?? 'standard input'}: ${text.trim() === '' ? 'holds nothing' : `is not JSON: ${json.why}`}\n`)
    return 2
  }
  if (!Array.isArray(json.value)) {
    const worked = workOutCase(json.value, '$', options.today, options.calendar)
    await doors.out(`${shown(worked, options)}\n`)
    return worked.ok ? 0 : 1
  }
  let wasRefused = false
  await doors.out('[')
  for (const [index, one] of json.value.entries()) {
    const worked = workOutCase(one, `$[${index}]`, options.today, options.calendar)
    if (!worked.ok) wasRefused = true
    await doors.out(`${index === 0 ? '' : ','}\n${shown(worked, options)}`)
  }
  await doors.out('\n]\n')
  return wasRefused ? 1 : 0
}

const shown = (value: unknown, { isPretty }: Options): string => JSON.stringify(value, undefined, isPretty ? 2 : undefined)

function parse(text: string): { readonly value: unknown } | { readonly why: string } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (fault) {
    return { why: fault instanceof Error ? fault.message : String(fault) }
  }
}
