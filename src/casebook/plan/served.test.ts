import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../../domain/case-file/facts.ts'
import type { PlanVersionId, RequestId, ReviewId } from '../../domain/ids.ts'
import { findServed, noticeWindow } from './served.ts'

type Line = readonly [on: string, fact: Fact, corrects?: number]
const ledger = (...lines: Line[]): RecordedFact[] => lines.map(([on, fact, corrects], index) => ({
  ...fact, seq: index + 1, happenedOn: plainDateOf(on), recordedAt: `${on}T09:00:00.000Z` as Instant, ...(corrects === undefined ? {} : { corrects }),
}))
const [draft, proposed, reviewId] = ['draft' as PlanVersionId, 'proposed' as PlanVersionId, 'review' as ReviewId]
const asked: Line = ['2026-09-01', { type: 'request-received', requestId: 'r' as RequestId, madeBy: 'parent', channel: 'hub' }]
const served: Line = ['2026-12-18', { type: 'draft-served', versionId: draft, channel: 'hub', windowLastDay: plainDateOf('2027-01-08') }]
const noticed = (channel: 'hub' | 'letter', versionId?: PlanVersionId): Line => ['2027-12-01', { type: 'amendment-notice-sent', reviewId, channel, ...(versionId === undefined ? {} : { versionId }) }]

describe('what the family was served last', () => {
  it('is the draft, then the proposed changes, with fifteen days beginning with the day of service', () => {
    assert.equal(findServed({ facts: ledger(asked) }), undefined)
    assert.equal(findServed({ facts: ledger(asked, served) })?.versionId, draft)
    const online = findServed({ facts: ledger(asked, served, noticed('hub', proposed)) })
    assert.deepEqual([online?.versionId, online?.reviewId, online?.servedOn, online?.windowLastDay], [proposed, reviewId, '2027-12-01', '2027-12-15'])
  })

  it('counts a letter from the second working day after it was posted', () => {
    const posted = findServed({ facts: ledger(asked, served, noticed('letter', proposed)) })
    assert.deepEqual([posted?.servedOn, posted?.windowLastDay], ['2027-12-03', '2027-12-17'])
  })

  it('knows the window of a notice that was recorded by hand, and shows no version of it', () => {
    const facts = ledger(asked, served, noticed('letter'))
    assert.equal(findServed({ facts })?.versionId, draft)
    assert.equal(noticeWindow({ facts }, reviewId)?.mayFinaliseFrom, '2027-12-18')
    assert.equal(noticeWindow({ facts: ledger(asked, served) }, reviewId), undefined)
  })

  it('is the draft again when the notice was taken back before it left', () => {
    const facts = ledger(asked, served, noticed('hub', proposed), ['2027-12-01', { type: 'sending-taken-back', sendingId: 's', act: 'decide-review', of: 'amendment-notice-sent' }, 3])
    assert.equal(findServed({ facts })?.versionId, draft)
  })
})
