import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { nextStepOf } from '../timeline/next-step.ts'
import type { Fact, RecordedFact } from './facts.ts'
import { standingFacts } from './facts.ts'
import { timelineFactsOf } from './timeline-facts.ts'
import { currentProcess, foldTracks } from './tracks.ts'

type Line = readonly [happened: string, fact: Record<string, unknown> & { type: Fact['type'] }, corrects?: number]

const ledger = (...lines: Line[]): RecordedFact[] => lines.map(([happened, fact, corrects], index) => ({
  ...fact as unknown as Fact, seq: index + 1, happenedOn: plainDateOf(happened), recordedAt: `${happened}T09:00:00.000Z` as Instant,
  ...(corrects === undefined ? {} : { corrects }),
}))

const request = { type: 'request-received', madeBy: 'parent', channel: 'hub' } as const
const assess = { type: 'assessment-decided', outcome: 'assess', noticeId: 'n1' } as const
const issue = { type: 'plan-decided', outcome: 'issue', noticeId: 'n2' } as const
const asked = (id: string) => ({ type: 'advice-asked', adviceRequestId: id, item: 'd', of: 'EP' } as const)
const given = (id: string) => ({ type: 'advice-given', adviceRequestId: id, adviceId: `a-${id}`, item: 'd', by: 'EP' } as const)

describe('a corrected fact', () => {
  const corrected = ledger(['2026-09-01', request], ['2026-09-20', assess], ['2026-08-28', request, 1], ['2026-08-27', request, 3])

  it('is replaced where it stood, through a chain of corrections', () => {
    assert.deepEqual(standingFacts(corrected).map(({ seq }) => seq), [4, 2])
    assert.equal(foldTracks(corrected).process, 'assessing')
    assert.equal(timelineFactsOf(corrected)?.receivedOn, '2026-08-27')
  })
})

describe('the facts of a timeline', () => {
  it('are those of the request that is being worked on', () => {
    const twice = ledger(['2025-01-10', request], ['2025-02-10', { ...assess, outcome: 'not-assess' }], ['2026-09-01', request])
    assert.deepEqual(currentProcess(twice).map(({ seq }) => seq), [3])
    assert.deepEqual(timelineFactsOf(twice), { receivedOn: '2026-09-01' })
    assert.equal(timelineFactsOf([]), undefined)
  })

  it('count a decision from the day the family was told', () => {
    const told = ledger(['2026-09-01', request], ['2026-09-20', assess], ['2026-09-22', { type: 'letter-sent', noticeId: 'n1', kind: 'will-assess', to: 'A parent' }])
    assert.deepEqual(timelineFactsOf(told)?.assessDecision, { outcome: 'assess', toldOn: '2026-09-22' })
  })

  it('say that advice is in when each request has been given, excused or withdrawn, and no longer once one is returned', () => {
    const two = [['2026-09-01', request], ['2026-09-20', assess], ['2026-09-21', asked('x')], ['2026-09-25', asked('y')]] as const
    assert.equal(timelineFactsOf(ledger(...two, ['2026-10-01', given('x')]))?.adviceAllInOn, undefined)
    const allIn = [...two, ['2026-10-01', given('x')], ['2026-10-05', { type: 'advice-excused', adviceRequestId: 'y', of: 'EP' }]] as const
    assert.equal(timelineFactsOf(ledger(...allIn))?.adviceAllInOn, '2026-10-05')
    assert.equal(timelineFactsOf(ledger(...allIn))?.adviceLastDueOn, '2026-11-06')
    assert.equal(timelineFactsOf(ledger(...allIn, ['2026-10-06', { type: 'advice-returned', adviceId: 'a-x', to: 'EP' }]))?.adviceAllInOn, undefined)
  })

  it('say that settings are settled when each has answered or been let go', () => {
    const consulted = (id: string) => ({ type: 'setting-consulted', consultationId: id, organisationId: 'o', name: 'A school' } as const)
    const base = [['2026-09-01', request], ['2026-09-20', assess], ['2026-10-20', issue], ['2026-11-01', consulted('p')], ['2026-11-02', consulted('q')]] as const
    const one = [...base, ['2026-11-10', { type: 'consultation-answered', consultationId: 'p', name: 'A school', canMeetNeeds: 'yes' }]] as const
    assert.equal(timelineFactsOf(ledger(...one))?.settingsSettledOn, undefined)
    const both = ledger(...one, ['2026-11-12', { type: 'consultation-withdrawn', consultationId: 'q', name: 'A school' }])
    assert.deepEqual([timelineFactsOf(both)?.settingsConsultedOn, timelineFactsOf(both)?.settingsSettledOn], ['2026-11-02', '2026-11-12'])
  })
})

describe('what a case waits for next', () => {
  const receivedOn = plainDateOf('2026-09-07')
  const toldOn = plainDateOf('2026-10-01')
  const decided = { receivedOn, assessDecision: { outcome: 'assess', toldOn } as const }
  const cases = [
    ['a new request', { receivedOn }, 'assess-decision', '2026-10-19', 'council'],
    // Advice not asked for yet has no day of its own: it borrows the day of the decision behind it.
    ['assessing, nobody asked', decided, 'advice', '2026-12-28', 'council'],
    ['assessing, advice asked', { ...decided, adviceAskedOn: plainDateOf('2026-10-02') }, 'advice', '2026-11-13', 'advisers'],
    ['all advice in', { ...decided, adviceAskedOn: plainDateOf('2026-10-02'), adviceAllInOn: plainDateOf('2026-11-01') }, 'plan-decision', '2026-12-28', 'council'],
  ] as const
  for (const [name, facts, step, dueOn, whoHolds] of cases) {
    it(`${name}: ${step} by ${dueOn}`, () => assert.deepEqual(nextStepOf(facts), { step, dueOn, whoHolds }))
  }

  it('is nothing after a refusal: the family’s time to appeal is not the council’s debt', () => {
    assert.equal(nextStepOf({ receivedOn, assessDecision: { outcome: 'refuse', toldOn } }), undefined)
  })
})
