import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { londonDateOf } from '../calendar/london-date.ts'
import { lettersOverdueFrom, postBy } from './outbox-alarm.ts'
import { mayLockByReport } from './report-rules.ts'

const at = (text: string): Instant => text as Instant

test('a letter made on a Friday is posted by Monday, over Christmas by the next working day', () => {
  assert.equal(postBy(at('2026-09-18T15:00:00.000Z')), '2026-09-21')
  assert.equal(postBy(at('2026-12-24T15:00:00.000Z')), '2026-12-29')
})

test('a letter is overdue from the day after it should have been posted, for every day of two years', () => {
  for (let today = plainDateOf('2026-01-02'); today < plainDateOf('2028-01-01'); today = addDays(today, 1)) {
    const from = lettersOverdueFrom(today)
    for (let back = 0; back < 8; back++) {
      const queuedAt = at(`${addDays(today, -back)}T12:00:00.000Z`)
      assert.equal(today > postBy(queuedAt), londonDateOf(queuedAt) <= from, `${queuedAt} on ${today}`)
    }
  }
})

test('a report closes the pages, unless the same person was wrong within thirty days', () => {
  const now = at('2026-09-30T12:00:00.000Z')
  assert.equal(mayLockByReport({ now, lastFoundNothingAt: undefined }), true)
  assert.equal(mayLockByReport({ now, lastFoundNothingAt: at('2026-09-01T12:00:00.000Z') }), false)
  assert.equal(mayLockByReport({ now, lastFoundNothingAt: at('2026-08-30T12:00:00.000Z') }), true)
})
