import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts'
import type { ToldRow } from '../../../domain/case-file/delay-counts.ts'
import { countDelays } from '../../../domain/case-file/delay-counts.ts'
import { plainReasons } from '../../../domain/case-file/delay-reasons.ts'
import { delayRows } from './file.ts'

const today = plainDateOf('2026-11-22')
const told = (many: number, clock: string, reason: number, days: number): ToldRow[] => Array.from({ length: many }, () => ({
  clock, because: plainReasons[reason % plainReasons.length] ?? 'our-mistake', dueOn: plainDateOf('2026-08-31'), toldOn: addDays(plainDateOf('2026-09-01'), days), expectedOn: plainDateOf('2027-01-01'), isFirst: true,
}))

describe('the file of delays', () => {
  it('adds up, and tells no number under five', () => {
    const rows = delayRows('Wendmere Council', countDelays([...told(20, 'ASMT-02', 0, 0), ...told(9, 'ASMT-02', 1, 40), ...told(12, 'ASMT-01', 0, 40)], today))
    assert.deepEqual(rows[0]?.slice(0, 4), ['Wendmere Council', 'All', 'All that families were told', 41])
    assert.ok(rows.flat().every((cell) => typeof cell !== 'number' || cell === 0 || cell >= 5))
  })

  it('hides a small number, and what would give it away', () => {
    const rows = delayRows('Wendmere Council', countDelays([...told(20, 'ASMT-02', 0, 0), ...told(3, 'ASMT-02', 1, 0)], today))
    const byReason = rows.filter(([, group]) => group === 'By reason').map((row) => row[3])
    assert.deepEqual(byReason, ['not told (small numbers, fewer than 5)', 'not told (small numbers, fewer than 5)'])
  })

  it('is made of a large area too', () => {
    const many = Array.from({ length: 24 }, (_, month) => Array.from({ length: plainReasons.length }, (__, reason) => told((month * 7 + reason * 3) % 9, reason % 2 === 0 ? 'ASMT-01' : 'ASMT-02', reason, month * 30)).flat()).flat()
    const rows = delayRows('Wendmere Council', countDelays(many, today))
    assert.ok(rows.flat().every((cell) => typeof cell !== 'number' || cell === 0 || cell >= 5))
  })
})
