// Folds England: a realistic history for each of 718,838 children and young people, in blocks that fit in memory. Only the folding is
// timed, by the processor's own time. Beside it, over the same facts, stand two loops that know nothing of requests, reviews, states or
// contradictions: one only adds whole days for the clocks whose period is always as many days, the least that a date can cost;
// the other dates every clock that a fact could start, months and working days too.

import { calendarOf } from '../src/domain/calendar/calendar.ts'
import { bankHolidaysOf } from '../src/domain/calendar/bank-holidays.ts'
import { addDays, plainDateOf, type PlainDate } from '../src/domain/calendar/plain-date.ts'
import { compile } from '../src/domain/clocks/compile.ts'
import { dayOfText } from '../src/domain/clocks/day-arithmetic.ts'
import type { ClockEvent } from '../src/domain/clocks/events.ts'
import { foldClocks } from '../src/domain/clocks/fold-clocks.ts'
import { lastDayOf, noDay } from '../src/domain/clocks/period.ts'
import { childrenAndFamiliesAct2014 } from '../src/domain/clocks/regimes.ts'

const england = 718_838
const wanted = Number(process.argv[2] ?? england)
const block = 10_000
const today = plainDateOf('2026-11-21')
const years = Array.from({ length: 27 }, (_, index) => 2010 + index)
const calendar = calendarOf({ years: { firstYear: 2010, lastYear: 2036, bankHolidays: years.flatMap((year) => bankHolidaysOf(year)) } })

// The same histories each time: a small generator of numbers with a fixed seed.
let seed = 20_261_121
function below(limit: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff
  return seed % limit
}

function history(number: number): readonly ClockEvent[] {
  const start = addDays(today, -400 - below(2600))
  const on = (days: number): PlainDate => addDays(start, days)
  const facts: ClockEvent[] = [
    { type: 'born', on: addDays(start, -1200 - below(4500)) }, { type: 'request-received', on: start, about: `request-${number}` }, { type: 'family-consulted', on: on(3 + below(20)) },
    { type: 'bodies-told', on: on(4 + below(20)) }, { type: 'assessment-decision-notified', on: on(30 + below(20)), outcome: below(4) === 0 ? 'not-assess' : 'assess' },
  ]
  const decision = facts.at(-1)
  if (decision?.type === 'assessment-decision-notified' && decision.outcome === 'assess') {
    const advice = 4 + below(4)
    for (let one = 0; one < advice; one += 1) facts.push({ type: 'advice-request-received', on: on(52 + below(3)), about: `advice-${one}` })
    for (let one = 0; one < advice; one += 1) facts.push({ type: 'advice-given', on: on(70 + below(40)), about: `advice-${one}` })
    facts.push(
      { type: 'plan-decision-notified', on: on(112 + below(14)), outcome: 'issue' }, { type: 'draft-served', on: on(127 + below(8)), about: 'draft' },
      { type: 'consultation-received', on: on(136), about: 'setting' }, { type: 'consultation-answered', on: on(145 + below(12)), about: 'setting' },
      { type: 'final-plan-sent', on: on(158 + below(100)), setting: 'a setting' },
    )
    for (let year = 1, meeting = 500 + below(60); dayOfText(on(meeting + 90)) <= dayOfText(today) && year <= 3; year += 1, meeting += 340 + below(30)) {
      const about = `review-${year}`
      facts.push({ type: 'review-meeting-scheduled', on: on(meeting - 40), about, meetingOn: on(meeting) }, { type: 'review-invitations-sent', on: on(meeting - 10 - below(10)), about })
      facts.push({ type: 'review-meeting-held', on: on(meeting), about }, { type: 'review-report-sent', on: on(meeting + 10 + below(10)), about })
      const amends = below(3) === 0
      facts.push({ type: 'review-decision-notified', on: on(meeting + 20 + below(20)), about, outcome: amends ? 'amend' : 'maintain' })
      if (amends) facts.push({ type: 'amendment-notice-sent', on: on(meeting + 41), about }, { type: 'amended-plan-sent', on: on(meeting + 70 + below(20)), about })
    }
  }
  return facts
}

const rules = compile([childrenAndFamiliesAct2014]).handlers
// Without conditions a clock would be dated for every kind of order or phase: those of these histories have none, or one that holds.
const fixedStarts = new Map([...rules].map(([type, { starts }]) => [
  type, starts.flatMap(({ part: { clock: { id }, adds } }) => (adds === undefined || adds === noDay || id.startsWith('DET') || id === 'REV-14' || id.startsWith('AM') ? [] : [{ id, adds }])),
] as const))

function onlyAddsDays(facts: readonly ClockEvent[]): readonly { readonly id: string; readonly due: number }[] {
  const days: { id: string; due: number }[] = []
  for (const fact of facts) {
    const fixed = fixedStarts.get(fact.type)
    if (fixed === undefined) continue
    const day = dayOfText(fact.on)
    for (const { id, adds } of fixed) days.push({ id, due: day + adds })
  }
  return days
}

function onlyDates(facts: readonly ClockEvent[]): readonly { readonly id: string; readonly due: number }[] {
  const days: { id: string; due: number }[] = []
  for (const fact of facts) {
    const starts = rules.get(fact.type)?.starts ?? []
    const day = dayOfText(fact.on)
    for (const { part: { clock: { id }, period } } of starts) {
      const due = lastDayOf(period, day, calendar)
      if (due !== noDay) days.push({ id, due })
    }
  }
  return days
}

const seconds = (from: NodeJS.CpuUsage): number => { const { user, system } = process.cpuUsage(from); return (user + system) / 1e6 }
const totals = { cases: 0, facts: 0, clocks: 0, late: 0, days: 0, dates: 0, folding: 0, adding: 0, dating: 0, memory: 0 }

// What was made for the measuring must not be tidied up in the measured time.
function tidy(): void {
  globalThis.gc?.({ type: 'minor', execution: 'sync' })
  globalThis.gc?.({ type: 'minor', execution: 'sync' })
}

function measure(cases: readonly (readonly ClockEvent[])[], counts: boolean): void {
  tidy()
  const adding = process.cpuUsage()
  let days = 0
  for (const facts of cases) days += onlyAddsDays(facts).length
  const added = seconds(adding)
  tidy()
  const dating = process.cpuUsage()
  let dates = 0
  for (const facts of cases) dates += onlyDates(facts).length
  const dated = seconds(dating)
  tidy()
  const folding = process.cpuUsage()
  let [clocks, late] = [0, 0]
  for (const facts of cases) {
    const folded = foldClocks(facts, calendar, today)
    if (!folded.ok) throw new Error(JSON.stringify(folded.refusal))
    clocks += folded.value.length
    for (const reading of folded.value) if (reading.isBreach) late += 1
  }
  const folded = seconds(folding)
  if (!counts) return
  totals.folding += folded
  totals.adding += added
  totals.dating += dated
  totals.dates += dates
  totals.cases += cases.length
  totals.facts += cases.reduce((sum, facts) => sum + facts.length, 0)
  totals.clocks += clocks
  totals.late += late
  totals.days += days
  totals.memory = Math.max(totals.memory, process.memoryUsage().rss)
}

const blockOf = (from: number, many: number) => Array.from({ length: many }, (_, index) => history(from + index))
measure(blockOf(0, block), false)
for (let from = 0; from < wanted; from += block) measure(blockOf(from, Math.min(block, wanted - from)), true)

const each = (many: number): string => (many / totals.cases).toFixed(1)
const rows: readonly (readonly [string, string])[] = [
  ['Cases folded', totals.cases.toLocaleString('en-GB')], ['Facts in each', each(totals.facts)], ['Clocks told of each', each(totals.clocks)], ['Of them late now or done late', each(totals.late)],
  ['Processor time, all cases', `${totals.folding.toFixed(1)} s`], ['Cases a second on one core', Math.round(totals.cases / totals.folding).toLocaleString('en-GB')],
  ['Only adding whole days', `${Math.round(totals.cases / totals.adding).toLocaleString('en-GB')} cases a second (${each(totals.days)} days each); folding takes ${(totals.folding / totals.adding).toFixed(1)} times as long`],
  ['Only dating every clock', `${Math.round(totals.cases / totals.dating).toLocaleString('en-GB')} cases a second (${each(totals.dates)} days each); folding takes ${(totals.folding / totals.dating).toFixed(1)} times as long`], ['Memory, at most', `${Math.round(totals.memory / 2 ** 20)} MiB`],
]
process.stdout.write(`${rows.map(([what, figure]) => `${what.padEnd(40)}${figure}`).join('\n')}\n`)
