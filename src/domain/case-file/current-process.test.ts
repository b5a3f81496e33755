import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { Fact, RecordedFact } from './facts.ts'
import { standingFacts } from './facts.ts'
import { currentProcess, foldTracks, receivedOnOf } from './tracks.ts'

type Line = readonly [happened: string, fact: Record<string, unknown> & { type: Fact['type'] }, corrects?: number]

const ledger = (...lines: Line[]): RecordedFact[] => lines.map(([happened, fact, corrects], index) => ({
  ...fact as unknown as Fact, seq: index + 1, happenedOn: plainDateOf(happened), recordedAt: `${happened}T09:00:00.000Z` as Instant,
  ...(corrects === undefined ? {} : { corrects }),
}))

const request = { type: 'request-received', madeBy: 'parent', channel: 'hub' } as const
const assess = { type: 'assessment-decided', outcome: 'assess', noticeId: 'n1' } as const

describe('a corrected fact', () => {
  const corrected = ledger(['2026-09-01', request], ['2026-09-20', assess], ['2026-08-28', request, 1], ['2026-08-27', request, 3])

  it('is replaced where it stood, through a chain of corrections', () => {
    assert.deepEqual(standingFacts(corrected).map(({ seq }) => seq), [4, 2])
    assert.equal(foldTracks(corrected).process, 'assessing')
    assert.equal(currentProcess(corrected)[0]?.happenedOn, '2026-08-27')
  })
})

describe('the process that is being worked on', () => {
  it('begins with its own request, and owes nothing to an earlier one', () => {
    const twice = ledger(['2025-01-10', request], ['2025-02-10', { ...assess, outcome: 'not-assess' }], ['2026-09-01', request])
    assert.deepEqual(currentProcess(twice).map(({ seq }) => seq), [3])
    assert.deepEqual(currentProcess([]), [])
  })

  it('begins with a plan that came as it is: what is sent to the family of it is of this process, and no request was received', () => {
    const older = ledger(
      ['2022-03-01', { type: 'older-plan-brought-in', planId: 'p', versionId: 'v1', documentId: 'd', issuedOn: plainDateOf('2025-03-01') }],
      ['2026-11-16', { type: 'amendment-notice-sent', reviewId: 'r', channel: 'hub', versionId: 'v2' }],
    )
    assert.deepEqual(currentProcess(older).map(({ seq }) => seq), [1, 2])
    assert.equal(receivedOnOf(older), undefined)
    assert.equal(receivedOnOf(ledger(['2026-09-01', request])), '2026-09-01')
  })
})
