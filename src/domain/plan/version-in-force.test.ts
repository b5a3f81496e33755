import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import { versionInForce } from './version-in-force.ts'
import { versionsSent } from './working/sent-versions.ts'

const ledger = (...facts: readonly (Record<string, unknown> & { type: Fact['type']; on: string })[]): RecordedFact[] => facts.map(({ on, ...fact }, index) => ({
  ...fact as unknown as Fact, seq: index + 1, happenedOn: plainDateOf(on), recordedAt: `${on}T09:00:00.000Z` as Instant,
}))
const older = { type: 'older-plan-brought-in', on: '2021-05-14', planId: 'p', versionId: 'paper', documentId: 'd', issuedOn: plainDateOf('2024-03-04') } as const
const notice = { type: 'amendment-notice-sent', on: '2026-01-10', reviewId: 'r', channel: 'hub', versionId: 'proposed' } as const
const amended = { type: 'amended-final-issued', on: '2026-02-20', reviewId: 'r' } as const

describe('the version in force', () => {
  it('is the final plan that was issued last, here or before the hub', () => {
    assert.equal(versionInForce(ledger({ type: 'draft-served', on: '2026-01-01', versionId: 'draft', channel: 'hub', windowLastDay: '2026-01-16' })), undefined)
    assert.deepEqual(versionInForce(ledger(older)), { versionId: 'paper', issuedOn: '2024-03-04' })
    assert.deepEqual(versionInForce(ledger(older, notice, { ...amended, versionId: 'amended' })), { versionId: 'amended', issuedOn: '2026-02-20' })
    assert.equal(versionInForce(ledger(older, notice, amended))?.versionId, 'paper', 'a version of an amendment that was made on paper is not here')
  })

  it('of a plan of before the hub was sent to the family, who may answer it', () => {
    assert.deepEqual(versionsSent(ledger(older, notice)), ['paper', 'proposed'])
  })
})
