// The days of phase transfers: the worked cases of test/cases/timetable.json, and the clocks of the engine, which are the same sums.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import cases from '../../../test/cases/timetable.json' with { type: 'json' }
import { englandsCalendar } from '../calendar/england.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import type { TransferKind } from './phases.ts'
import { isTransferKind, transferKinds } from './phases.ts'
import { riskOf, stepOf } from './progress.ts'
import { transferDays } from './transfer-days.ts'

const list: readonly { id: string; inputs: Record<string, unknown>; expected: Record<string, unknown> }[] = 'cases' in cases ? (cases as unknown as { cases: never }).cases : cases as never
const worked = list.filter(({ inputs }) => typeof inputs['transfer'] === 'string')

describe('the days of a phase transfer', () => {
  it('are those of every worked case', () => {
    assert.ok(worked.length >= 4, 'the worked cases are gone')
    for (const { id, inputs, expected } of worked) {
      const transfer = String(inputs['transfer'])
      const kind: TransferKind = isTransferKind(transfer) ? transfer : 'same-school-sixth-form'
      const transferOn = inputs['transferDate'] === undefined ? undefined : plainDateOf(String(inputs['transferDate']))
      const days = transferDays(kind, { year: Number(inputs['transferYear'] ?? transferOn?.slice(0, 4)), ...(transferOn === undefined ? {} : { transferOn }) })
      const ours: Record<string, unknown> = {
        statutoryBefore: days?.publishedDay, strictLastDay: days?.strictLastDay, guidanceLastDay: days?.publishedDay, latestMeetingForTwelveWeeks: days?.latestMeetingOn,
        latestMeetingWorkingDay: days?.latestMeetingWorkingDay, reviewedAndAmendedBy: days?.strictLastDay, recommendedTargetDate: days?.strictLastDay,
      }
      for (const [name, value] of Object.entries(expected)) if (name in ours) assert.equal(ours[name], value, `${id} ${name}`)
    }
  })

  it('are the days of the clocks', () => {
    for (const kind of transferKinds) {
      const transferOn = plainDateOf('2028-01-04')
      const on = kind === 'post-16-to-post-16' ? { transferOn } : {}
      const folded = foldClocks([{ type: 'final-plan-sent', on: plainDateOf('2026-01-05'), seq: 1 }, { type: 'phase-transfer-due', on: plainDateOf('2026-06-01'), seq: 2, about: 't', kind, year: 2028, ...on }], englandsCalendar, plainDateOf('2026-07-01'))
      assert.ok(folded.ok)
      const day = (id: string) => folded.value.find((one) => one.about === 't' && one.id.startsWith(id))?.dueOn
      const days = transferDays(kind, { year: 2028, ...on })
      assert.equal(days?.strictLastDay, day('PT-01') ?? day('PT-02') ?? day('PT-03'), kind)
      if (day('PT-04') !== undefined) assert.equal(days?.latestMeetingOn, day('PT-04'), kind)
    }
  })
})

describe('how far a transfer is', () => {
  const days = { strictLastDay: plainDateOf('2027-02-14'), latestMeetingOn: plainDateOf('2026-11-22') }
  const nothing = { isReviewed: false, asked: 0, answered: 0, isNoticeOut: false }
  const on = (day: string, facts = {}) => riskOf({ ...nothing, ...facts }, days, plainDateOf(day))

  it('is the furthest step that was reached', () => {
    assert.equal(stepOf(nothing), 'not-reviewed')
    assert.equal(stepOf({ ...nothing, meetingOn: plainDateOf('2026-11-01') }), 'arranged')
    assert.equal(stepOf({ ...nothing, isReviewed: true }), 'reviewed')
    assert.equal(stepOf({ ...nothing, isReviewed: true, asked: 2, answered: 1 }), 'consulted')
    assert.equal(stepOf({ ...nothing, asked: 2, answered: 2 }), 'answered')
    assert.equal(stepOf({ ...nothing, asked: 2, isNoticeOut: true }), 'notice-out')
    assert.equal(stepOf({ ...nothing, namedOn: plainDateOf('2027-02-01') }), 'named')
  })

  it('is at risk from the day after the last meeting that leaves twelve weeks', () => {
    assert.equal(on('2026-11-22'), 'on-course')
    assert.equal(on('2026-11-23'), 'at-risk')
    assert.equal(on('2026-11-23', { isReviewed: true }), 'on-course')
    assert.equal(on('2026-10-01', { meetingOn: plainDateOf('2026-12-01') }), 'at-risk')
  })

  it('is at risk when the family’s fifteen days do not fit any more', () => {
    assert.equal(on('2027-01-30', { isReviewed: true }), 'on-course')
    assert.equal(on('2027-01-31', { isReviewed: true }), 'at-risk')
    assert.equal(on('2027-02-14', { isReviewed: true, isNoticeOut: true }), 'on-course')
  })

  it('is missed after the strict day, and named late when it was', () => {
    assert.equal(on('2027-02-15', { isReviewed: true }), 'missed')
    assert.equal(on('2027-03-01', { namedOn: plainDateOf('2027-02-14') }), 'done')
    assert.equal(on('2027-03-01', { namedOn: plainDateOf('2027-02-15') }), 'done-late')
  })
})
