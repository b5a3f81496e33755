import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { englandsCalendar } from '../calendar/england.ts'
import { addDays, plainDateOf, type PlainDate } from '../calendar/plain-date.ts'
import { keyOf } from './clock.ts'
import type { ClockEvent } from './events.ts'
import { foldClocks } from './fold-clocks.ts'
import { isCertainToBeMissed, lostUntil, mustRunFirst } from './certain-to-be-missed.ts'
import { clockOn } from './regimes.ts'

const day = plainDateOf

/** Whether the final plan is certain to be late, as the engine's clocks of a case say. */
function isFinalLost(received: PlainDate, served: PlainDate | undefined, today: PlainDate): boolean {
  const facts: ClockEvent[] = [{ type: 'request-received', on: received }, ...(served === undefined ? [] : [{ type: 'draft-served', on: served } as const])]
  const folded = foldClocks(facts, englandsCalendar, today)
  assert.ok(folded.ok)
  const clocks = folded.value.flatMap((reading) => (reading.startedOn === undefined ? [] : [{ clock: keyOf(reading.clock), startedOn: reading.startedOn, dueOn: reading.dueOn }]))
  const final = clocks.find(({ clock }) => clock === 'ASMT-10')
  assert.ok(final?.dueOn !== undefined)
  return isCertainToBeMissed({ ...final, dueOn: final.dueOn }, clocks, today, englandsCalendar)
}

describe('isCertainToBeMissed', () => {
  it('is certain from the day after the last on which a draft could be served', () => {
    // Received on 11 January 2027: final by 31 May; the draft by 16 May leaves its fifteen days.
    assert.equal(isFinalLost(day('2027-01-11'), undefined, day('2027-05-16')), false)
    assert.equal(isFinalLost(day('2027-01-11'), undefined, day('2027-05-17')), true)
    assert.equal(isFinalLost(day('2027-01-11'), undefined, day('2027-05-31')), true)
    // Past is past, and no longer to come.
    assert.equal(isFinalLost(day('2027-01-11'), undefined, day('2027-06-01')), false)
  })

  it('says nothing once the draft is served: the family may say that it has finished', () => {
    assert.equal(isFinalLost(day('2027-01-11'), day('2027-05-20'), day('2027-05-21')), false)
  })

  it('agrees with the planning clock of the draft on every day', () => {
    fc.assert(fc.property(arbitraryDate, fc.integer({ min: 1, max: 140 }), (received, after) => {
      const today = addDays(received, after)
      const folded = foldClocks([{ type: 'request-received', on: received }], englandsCalendar, today)
      if (!folded.ok) return
      const draft = folded.value.find(({ id }) => id === 'ASMT-07')
      assert.ok(draft?.dueOn !== undefined)
      assert.equal(isFinalLost(received, undefined, today), today > draft.dueOn)
    }))
  })

  it('knows no such day for a limit before which nothing must run', () => {
    assert.equal(lostUntil('ASMT-02', day('2027-01-11'), englandsCalendar), undefined)
    assert.equal(isCertainToBeMissed({ clock: 'ASMT-02', startedOn: day('2027-01-11'), dueOn: day('2027-02-22') }, [], day('2027-02-22'), englandsCalendar), false)
  })

  it('rests on times that the law says must run whole', () => {
    for (const [limit, floor] of Object.entries(mustRunFirst)) {
      assert.equal(clockOn(limit).nature, 'limit')
      assert.equal(clockOn(floor).nature, 'floor')
      assert.equal(clockOn(floor).standing, 'law')
    }
  })
})
