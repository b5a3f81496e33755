import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandsCalendar } from '../calendar/england.ts'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { clockEventsOf } from '../case-file/clock-events.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import type { ReviewId } from '../ids.ts'
import { disputesOf, openAppeal } from './disputes-of.ts'

const day = plainDateOf
type Happened = readonly [fact: Fact, on: string]
const ledgerOf = (...facts: readonly Happened[]): RecordedFact[] =>
  facts.map(([fact, on], index) => ({ ...fact, seq: index + 1, happenedOn: day(on), recordedAt: `${on}T10:00:00.000Z` as Instant }))
const plan: readonly Happened[] = [
  [{ type: 'request-received', requestId: 'r' as never, madeBy: 'parent', channel: 'hub' }, '2025-01-06'], [{ type: 'assessment-decided', outcome: 'assess', noticeId: 'n1' }, '2025-01-20'],
  [{ type: 'plan-decided', outcome: 'issue', noticeId: 'n2' }, '2025-03-03'], [{ type: 'draft-served', versionId: 'v' as never, channel: 'hub', windowLastDay: day('2025-03-24') }, '2025-03-10'],
  [{ type: 'final-issued', versionId: 'v' as never, sha256: '0' }, '2025-04-01'],
]
const r = 'review' as ReviewId
const amended: Happened = [{ type: 'amended-final-issued', reviewId: r }, '2026-03-20']
const clock = (id: string, today: string, ...more: readonly Happened[]) => {
  const folded = foldClocks(clockEventsOf(ledgerOf(...plan, ...more), day('2015-05-01')), englandsCalendar, day(today), {})
  assert.ok(folded.ok, JSON.stringify(folded))
  const found = folded.value.filter((reading) => `${reading.id}${reading.step === undefined ? '' : `/${reading.step}`}` === id).at(-1)
  return found === undefined ? undefined : [found.dueOn, found.metOn]
}

describe('what the clocks read of a disagreement', () => {
  const cases: readonly (readonly [what: string, id: string, facts: readonly Happened[], dueOn: string | undefined])[] = [
    ['an order on contents gives five weeks', 'ORD-04/final', [[{ type: 'order-made', orderId: 'o', kind: 'amend-contents', reviewId: r }, '2026-02-16']], '2026-03-23'],
    ['an order on the setting alone gives two', 'ORD-05/final', [[{ type: 'order-made', orderId: 'o', kind: 'amend-setting', reviewId: r }, '2026-02-16']], '2026-03-02'],
    ['a day that the Tribunal set takes their place', 'ORD-04/final', [[{ type: 'order-made', orderId: 'o', kind: 'amend-contents', reviewId: r, directed: { finalBy: day('2026-04-01') } }, '2026-02-16']], '2026-04-01'],
    ['a concession counts from the day the Tribunal was told', 'UNO-01/amend-contents-final', [[{ type: 'appeal-lodged', appealId: 'a', about: 'B' }, '2026-01-05'], [{ type: 'appeal-conceded', orderId: 'o', appealId: 'a', kind: 'amend-contents', reviewId: r }, '2026-02-16']], '2026-03-23'],
    ['an agreement is done as if it were ordered', 'MED-06/amend-setting-final', [[{ type: 'mediation-agreed', agreementId: 'g', issues: 'appealable', kind: 'amend-setting', reviewId: r }, '2026-02-16']], '2026-03-02'],
    ['an agreed day takes the place of the period', 'MED-09', [[{ type: 'mediation-agreed', agreementId: 'g', issues: 'appealable', kind: 'amend-setting', otherDay: day('2026-03-31'), reviewId: r }, '2026-02-16']], '2026-03-31'],
    ['a reassessment gives fourteen weeks', 'RE-03', [[{ type: 'reassessment-requested', reassessmentId: 're', askedBy: 'parent', channel: 'hub' }, '2026-02-02'], [{ type: 'reassessment-decided', reassessmentId: 're', outcome: 'reassess', noticeId: 'n9', reviewId: r }, '2026-02-16']], '2026-05-25'],
  ]
  for (const [what, id, facts, dueOn] of cases) {
    it(`${what}, and the amended plan of that amendment meets it`, () => {
      assert.equal(clock(id, '2026-02-17', ...facts)?.[0], dueOn)
      if (id !== 'MED-09') assert.equal(clock(id, '2026-06-01', ...facts, [{ type: 'amendment-begun', reviewId: r, because: 'order' }, '2026-02-16'], amended)?.[1], '2026-03-20')
    })
  }

  it('the answer to a request for a reassessment is the end of its fifteen days', () => {
    const asked: Happened = [{ type: 'reassessment-requested', reassessmentId: 're', askedBy: 'parent', channel: 'hub' }, '2026-02-02']
    assert.deepEqual(clock('RE-02', '2026-02-10', asked), ['2026-02-17', undefined])
    assert.deepEqual(clock('RE-02', '2026-03-01', asked, [{ type: 'reassessment-decided', reassessmentId: 're', outcome: 'reassess', noticeId: 'n9', reviewId: r }, '2026-02-16']), ['2026-02-17', '2026-02-16'])
  })

  it('a reassessment that leaves the plan as it is ends its fourteen weeks too, whether it was asked for or begun by the council', () => {
    const kept: Happened = [{ type: 'not-amending-notified', reviewId: r }, '2026-05-04']
    const asked: readonly Happened[] = [[{ type: 'reassessment-requested', reassessmentId: 're', askedBy: 'parent', channel: 'hub' }, '2026-02-02'], [{ type: 'reassessment-decided', reassessmentId: 're', outcome: 'reassess', noticeId: 'n9', reviewId: r }, '2026-02-16'], [{ type: 'amendment-begun', reviewId: r, because: 'reassessment' }, '2026-02-16']]
    assert.deepEqual(clock('RE-03', '2026-06-01', ...asked, kept), ['2026-05-25', '2026-05-04'])
    const begun: readonly Happened[] = [[{ type: 'reassessment-begun', reassessmentId: 're', reviewId: r }, '2026-02-16'], [{ type: 'amendment-begun', reviewId: r, because: 'reassessment' }, '2026-02-16']]
    assert.deepEqual(clock('RE-03', '2026-06-01', ...begun, kept), ['2026-05-25', '2026-05-04'])
  })

  it('a decision that was taken back before it left runs no clock', () => {
    const ledger = [...ledgerOf(...plan, [{ type: 'cease-notified', ceasingId: 'c', ground: 'no-longer-necessary', code: 2, noticeId: 'n' }, '2026-02-16'])]
    const back: RecordedFact = { type: 'sending-taken-back', sendingId: 's', act: 'decide-ceasing', seq: ledger.length + 1, happenedOn: day('2026-02-16'), recordedAt: '2026-02-16T10:05:00.000Z' as Instant, corrects: ledger.length }
    const folded = foldClocks(clockEventsOf([...ledger, back], day('2015-05-01')), englandsCalendar, day('2026-02-17'), {})
    assert.ok(folded.ok)
    assert.equal(folded.value.some(({ id }) => id === 'CE-02'), false)
  })

  it('an appeal stands open until it is decided, conceded or withdrawn', () => {
    const lodged: Happened = [{ type: 'appeal-lodged', appealId: 'a', about: 'B' }, '2026-01-05']
    assert.equal(openAppeal(ledgerOf(...plan, lodged))?.id, 'a')
    assert.equal(openAppeal(ledgerOf(...plan, lodged, [{ type: 'appeal-step', appealId: 'a', step: 'ended' }, '2026-02-01'])), undefined)
    const two = disputesOf(ledgerOf(...plan, lodged, [{ type: 'appeal-decided', appealId: 'a', result: 'dismissed' }, '2026-02-01'], [{ type: 'appeal-lodged', appealId: 'b', about: 'I', sectionIOnly: true }, '2026-03-01']))
    assert.deepEqual(two.appeals.map(({ id, isOpen }) => [id, isOpen]), [['b', true], ['a', false]])
  })
})
