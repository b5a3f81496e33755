import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import type { AdviceId, LineId, ReviewId } from '../ids.ts'
import type { PlanLine, Source } from '../plan/line.ts'
import type { IssuedLines, PlanRecord, StillRight } from './confirmed.ts'
import { confirmedLines } from './confirmed.ts'
import { halfDay, monthsSince, planDays } from './plan-days.ts'
import { scoredSections } from './rule.ts'

const day = plainDateOf
const line = (id: string, change: Partial<PlanLine> = {}): PlanLine =>
  ({ id: id as LineId, kind: 'need', section: 'B', position: 0, text: `${id} reads with help`, fields: {}, revision: 1, sources: [], ...change })
const version = (no: number, on: string, lines: readonly PlanLine[], wasBroughtIn = false): IssuedLines => ({ no, on: day(on), wasBroughtIn, lines })
const report = (id: string): Source => ({ kind: 'advice', adviceId: id as AdviceId, quote: '', start: 0, end: 0 })
const record = (versions: readonly IssuedLines[], change: Partial<PlanRecord> = {}): PlanRecord => ({ versions, stillRight: [], adviceDay: () => undefined, ...change })
const right = (of: PlanLine, on: string): StillRight => ({ lineId: of.id, on: day(on), reviewId: 'r' as ReviewId, section: of.section, text: of.text, fields: of.fields })
const lastOf = (plan: PlanRecord) => confirmedLines(plan).map(({ last }) => [last.on, last.by])

describe('a line was last confirmed', () => {
  it('never, while no version was issued', () => { assert.deepEqual(confirmedLines(record([])), []) })

  it('when it was written, and not again by being issued unchanged', () => {
    const plan = record([version(1, '2024-03-01', [line('a')]), version(2, '2026-03-01', [line('a', { position: 7, revision: 3 }), line('b')])])
    assert.deepEqual(lastOf(plan), [['2024-03-01', 'written'], ['2026-03-01', 'written']])
  })

  it('when its words, numbers or section were changed in a version that was issued', () => {
    const before = [line('a'), line('b', { section: 'F', kind: 'provision', fields: { minutes: 30 } })]
    const plan = record([version(1, '2024-03-01', before), version(2, '2025-03-01', [line('a', { text: 'reads alone' }), line('b', { section: 'F', kind: 'provision', fields: { minutes: 45 } })])])
    assert.deepEqual(lastOf(plan), [['2025-03-01', 'changed'], ['2025-03-01', 'changed']])
  })

  it('anew when it came back after it had been taken out', () => {
    const plan = record([version(1, '2023-03-01', [line('a')]), version(2, '2024-03-01', []), version(3, '2025-03-01', [line('a')]), version(4, '2026-03-01', [line('a')])])
    assert.deepEqual(lastOf(plan), [['2025-03-01', 'written']])
  })

  it('by the newest report that it rests on, and by what somebody said', () => {
    const days: Record<string, PlainDate> = { old: day('2025-01-01'), new: day('2026-02-01') }
    const sources = [report('new'), report('old'), report('undated')]
    const plan = record([version(1, '2024-03-01', [line('a')]), version(2, '2026-03-01', [line('a', { sources }), line('b', { sources: [{ kind: 'said', by: 'Shno', on: day('2026-03-01') }] })])], { adviceDay: (id) => days[id] })
    assert.deepEqual(lastOf(plan), [['2026-02-01', 'supported'], ['2026-03-01', 'written']])
    assert.deepEqual(confirmedLines(plan)[0]?.before.map(({ on, by }) => [on, by]), [['2025-01-01', 'supported'], ['2024-03-01', 'written']])
  })

  it('by no report that is dated later than the plan that quotes it', () => {
    assert.deepEqual(lastOf(record([version(1, '2026-03-01', [line('a', { sources: [report('x')] })])], { adviceDay: () => day('2062-02-01') })), [['2026-03-01', 'written']])
  })

  it('by the council’s word at a review, of this line in these words alone', () => {
    const [a, b] = [line('a'), line('b')]
    const versions = [version(1, '2024-03-01', [a, b])]
    assert.deepEqual(lastOf(record(versions, { stillRight: [right(a, '2026-03-01')] })), [['2026-03-01', 'still-right'], ['2024-03-01', 'written']])
    assert.deepEqual(lastOf(record(versions, { stillRight: [{ ...right(a, '2026-03-01'), text: 'other words' }] })), [['2024-03-01', 'written'], ['2024-03-01', 'written']])
  })

  it('by the date of the older plan that it came with, until somebody does more', () => {
    const versions = [version(1, '2019-06-01', [line('a'), line('b')], true), version(2, '2026-03-01', [line('a'), line('b', { text: 'now other' })])]
    assert.deepEqual(lastOf(record(versions)), [['2019-06-01', 'brought-in'], ['2026-03-01', 'changed']])
  })

  it('where nothing was found to be needed, on the day somebody said so', () => {
    const none = line('c', { kind: 'none-identified', section: 'C', fields: { source: 'Dr Lindqvist', on: day('2024-02-01') } })
    const [found] = confirmedLines(record([version(1, '2024-03-01', [none])]))
    assert.deepEqual([found?.last.by, found?.before[0]?.who, found?.before[0]?.on], ['written', 'Dr Lindqvist', '2024-02-01'])
  })
})

describe('confirming', () => {
  const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day('2018-01-01'), days))
  const plans = fc.array(fc.tuple(anyDay, fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), text: fc.constantFrom('x', 'y'), section: fc.constantFrom(...scoredSections) }), { maxLength: 6 })), { minLength: 1, maxLength: 5 })
    .map((issued) => issued.toSorted(([a], [b]) => a.localeCompare(b)).map(([on, lines], index) =>
      version(index + 1, on, lines.filter(({ id }, place) => lines.findIndex((one) => one.id === id) === place).map(({ id, text, section }) => line(id, { text, section })))))

  it('never makes a line, a section or a plan look older', () => {
    fc.assert(fc.property(plans, fc.constantFrom('a', 'b', 'c', 'd'), anyDay, (versions, id, on) => {
      const confirmed = versions.at(-1)?.lines.filter((one) => one.id === id) ?? []
      const before = confirmedLines(record(versions))
      const after = confirmedLines(record(versions, { stillRight: confirmed.map((one) => right(one, on)) }))
      for (const [place, { last, line: { id: own } }] of after.entries()) {
        const was = before[place]?.last.on ?? last.on
        assert.ok(last.on >= was)
        // Only the line that was confirmed.
        if (own !== id) assert.equal(last.on, was)
      }
      const [was, now] = [planDays(before), planDays(after)]
      for (const section of scoredSections) assert.ok((now.oldest[section] ?? '') >= (was.oldest[section] ?? ''))
      assert.ok((now.oldestOn ?? '') >= (was.oldestOn ?? '') && (now.halfOn ?? '') >= (was.halfOn ?? ''))
    }))
  })

  it('by issuing the same plan again refreshes nothing', () => {
    fc.assert(fc.property(plans, anyDay, (versions, later) => {
      const last = versions.at(-1)
      const on = last !== undefined && later > last.on ? later : addDays(last?.on ?? later, 1)
      const again = [...versions, { no: 99, on, wasBroughtIn: false, lines: last?.lines ?? [] }]
      assert.deepEqual(planDays(confirmedLines(record(again))), planDays(confirmedLines(record(versions))))
    }))
  })
})

describe('the days of a plan', () => {
  it('are those of its oldest lines, B to G for the oldest of all', () => {
    const lines = [line('a'), line('f', { section: 'F', kind: 'provision' }), line('h', { section: 'H2', kind: 'provision' }), line('v', { section: 'A', kind: 'view' })]
    const days = planDays(confirmedLines(record([version(1, '2020-01-01', [lines[2] as PlanLine, lines[3] as PlanLine]), version(2, '2024-01-01', [lines[0] as PlanLine, ...lines.slice(2)]), version(3, '2025-01-01', lines)])))
    assert.deepEqual(days.oldest, { B: '2024-01-01', F: '2025-01-01', H2: '2020-01-01' })
    assert.deepEqual([days.oldestOn, days.halfOn, days.lineDays], ['2024-01-01', '2024-01-01', ['2025-01-01', '2024-01-01', '2020-01-01']])
  })

  const halves: readonly (readonly [days: readonly string[], half: string | undefined])[] = [
    [[], undefined], [['2026-01-01'], '2026-01-01'], [['2026-01-01', '2020-01-01'], '2026-01-01'], [['2026-01-01', '2025-01-01', '2020-01-01'], '2025-01-01'],
    [['2026-01-01', '2026-01-01', '2020-01-01', '2019-01-01'], '2026-01-01'],
  ]
  for (const [days, half] of halves) it(`half of ${days.length} lines: ${half ?? 'none'}`, () => { assert.equal(halfDay(days.map(day)), half) })

  const ages: readonly (readonly [string, string, number])[] = [
    ['2025-11-22', '2026-11-22', 12], ['2025-11-23', '2026-11-22', 11], ['2026-11-22', '2026-11-22', 0], ['2027-01-01', '2026-11-22', 0], ['2024-02-29', '2025-02-28', 12], ['2026-01-31', '2026-02-28', 1],
  ]
  for (const [from, to, months] of ages) it(`${from} to ${to} is ${months} whole months`, () => { assert.equal(monthsSince(day(from), day(to)), months) })
})
