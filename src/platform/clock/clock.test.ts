import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { isId } from '../../domain/ids.ts'
import { idMaker, newId } from './new-id.ts'
import { instantAfter, systemClock } from './system-clock.ts'

describe('new ids', () => {
  it('are UUIDs of version 7, each greater than the one before', () => {
    const ids = Array.from({ length: 20_000 }, () => newId())
    assert.deepEqual(ids.toSorted(), ids)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.ok(isId(ids[0] ?? ''))
  })

  it('say when they were made', () => {
    const made = idMaker(() => 1_762_000_000_123)()
    assert.equal(Number.parseInt(made.replaceAll('-', '').slice(0, 12), 16), 1_762_000_000_123)
  })

  it('go on growing when the clock stands still or is set back', () => {
    let now = 1_762_000_000_123
    const make = idMaker(() => now--)
    const ids = Array.from({ length: 1000 }, () => make())
    assert.deepEqual(ids.toSorted(), ids)
  })
})

describe('the system clock', () => {
  it('gives instants in UTC with milliseconds, and London’s day', () => {
    const clock = systemClock()
    const [earlier, today, later] = [clock.now(), clock.today(), clock.now()]
    assert.match(earlier, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    assert.ok(londonDateOf(earlier) <= today && today <= londonDateOf(later))
  })

  it('adds to an instant', () => {
    assert.equal(instantAfter('2026-10-25T00:59:59.999Z' as Instant, 1), '2026-10-25T01:00:00.000Z')
  })
})
