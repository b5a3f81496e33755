import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandsCalendar } from '../calendar/england.ts'
import { plainDateOf, type Instant } from '../calendar/plain-date.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import { clockEventsOf } from './clock-events.ts'
import type { Fact, RecordedFact } from './facts.ts'

type Line = readonly [happened: string, fact: Record<string, unknown> & { type: Fact['type'] }, more?: { readonly recorded?: string; readonly corrects?: number }]

const ledger = (...lines: Line[]): RecordedFact[] => lines.map(([happened, fact, more = {}], index) => ({
  ...fact as unknown as Fact, seq: index + 1, happenedOn: plainDateOf(happened), recordedAt: (more.recorded ?? `${happened}T09:00:00.000Z`) as Instant,
  ...(more.corrects === undefined ? {} : { corrects: more.corrects }),
}))

function clocksOf(facts: readonly RecordedFact[], today = '2027-06-15') {
  const folded = foldClocks(clockEventsOf(facts), englandsCalendar, plainDateOf(today))
  assert.ok(folded.ok, JSON.stringify(folded))
  return (id: string, about?: string) => {
    const found = folded.value.find((reading) => reading.id === id && (about === undefined || reading.about === about))
    return found && [found.state, found.dueOn, found.metOn]
  }
}

const request = { type: 'request-received', requestId: 'r1', madeBy: 'parent', channel: 'hub' } as const
const assess = { type: 'assessment-decided', outcome: 'assess', noticeId: 'n1' } as const
const asked = (id: string) => ({ type: 'advice-asked', adviceRequestId: id, item: 'd', of: 'EP' } as const)
const given = (id: string) => ({ type: 'advice-given', adviceRequestId: id, adviceId: `a-${id}`, item: 'd', by: 'EP' } as const)

describe('clockEventsOf', () => {
  it('dates a decision by the day its letter was sent, not the day it was taken', () => {
    const clock = clocksOf(ledger(['2027-01-11', request], ['2027-02-20', assess], ['2027-02-24', { type: 'letter-sent', noticeId: 'n1', kind: 'assess', to: 'parent' }]))
    assert.deepEqual(clock('ASMT-02'), ['met-late', '2027-02-22', '2027-02-24'])
  })

  it('counts advice from asking until the body’s own receipt is known, and from that then', () => {
    assert.deepEqual(clocksOf(ledger(['2027-02-01', asked('x')]), '2027-02-02')('ASMT-05', 'x'), ['running', '2027-03-15', undefined])
    const receipt = { type: 'advice-request-received', adviceRequestId: 'x', by: 'EP' } as const
    assert.deepEqual(clocksOf(ledger(['2027-02-01', asked('x')], ['2027-02-04', receipt]), '2027-02-05')('ASMT-05', 'x'), ['running', '2027-03-18', undefined])
  })

  it('takes advice that was sent back as not in, until it is given again', () => {
    const returned = [['2027-02-01', asked('x')], ['2027-03-01', given('x')], ['2027-03-03', { type: 'advice-returned', adviceId: 'a-x', to: 'EP' }]] as const
    assert.equal(clocksOf(ledger(...returned), '2027-03-10')('ASMT-05', 'x')?.[0], 'running')
    assert.deepEqual(clocksOf(ledger(...returned, ['2027-03-20', given('x')]))('ASMT-05', 'x'), ['met-late', '2027-03-15', '2027-03-20'])
  })

  it('counts nothing that was taken back before it left, and the taking back of what no clock reads is no event', () => {
    const back = { type: 'sending-taken-back', sendingId: 's1', act: 'share-draft', of: 'draft-served' } as const
    const served = [['2027-01-11', request], ['2027-02-01', assess], ['2027-04-30', { type: 'draft-served', versionId: 'v1', channel: 'hub', windowLastDay: '2027-05-14' }]] as const
    assert.equal(clocksOf(ledger(...served), '2027-05-01')('ASMT-07')?.[0], 'met')
    assert.equal(clocksOf(ledger(...served, ['2027-04-30', back, { corrects: 3 }]), '2027-05-01')('ASMT-07')?.[0], 'running')
    const letter = { type: 'letter-sent', noticeId: 'n9', kind: 'draft-plan', to: 'parent' } as const
    assert.equal(clockEventsOf(ledger(...served, ['2027-04-30', letter], ['2027-04-30', back, { corrects: 4 }])).length, 3)
  })

  it('counts a draft that was posted from the day it is served, from the day it was sent on', () => {
    const posted = { type: 'draft-served', versionId: 'v1', channel: 'letter', windowLastDay: '2027-05-19' } as const
    const facts = ledger(['2027-01-11', request], ['2027-02-01', assess], ['2027-05-05', posted, { recorded: '2027-04-30T10:00:00.000Z' }])
    // Friday 30 April, a bank holiday on Monday 3 May: served on Wednesday 5 May, before that day has come.
    assert.deepEqual(clocksOf(facts, '2027-05-01')('ASMT-08'), ['running', '2027-05-19', undefined])
    assert.deepEqual(clocksOf(facts, '2027-05-01')('ASMT-07'), ['met', '2027-05-16', '2027-05-05'])
    assert.deepEqual(clocksOf(ledger(['2027-01-11', request], ['2027-02-01', assess], ['2027-05-05', { ...posted, channel: 'hub' }]), '2027-05-06')('ASMT-08'), ['running', '2027-05-19', undefined])
  })

  it('leads back to the facts by their numbers, and says on London’s day when each was written down', () => {
    const events = clockEventsOf(ledger(['2027-06-10', request, { recorded: '2027-06-12T23:30:00.000Z' }]))
    assert.deepEqual(events.map(({ seq, on, recordedOn }) => [seq, on, recordedOn]), [[1, '2027-06-10', '2027-06-13']])
  })

  it('keeps the breach that stood when the day of a request was put right', () => {
    const facts = ledger(['2027-01-11', request], ['2027-02-26', assess], ['2027-01-20', request, { recorded: '2027-04-01T09:00:00.000Z', corrects: 1 }])
    const folded = foldClocks(clockEventsOf(facts), englandsCalendar, plainDateOf('2027-06-15'))
    assert.ok(folded.ok)
    const six = folded.value.find(({ id }) => id === 'ASMT-02')
    assert.deepEqual([six?.state, six?.dueOn, six?.countsAsBreach, six?.formerly[0]?.dueOn], ['met', '2027-03-03', true, '2027-02-22'])
  })

  it('counts the next placement as named by a plan of before the hub, on the day of that plan', () => {
    const older = { type: 'older-plan-brought-in', planId: 'p', versionId: 'v', documentId: 'd', issuedOn: plainDateOf('2027-01-20'), settingName: 'Hallowcross Academy' } as const
    const foreseen = { type: 'phase-transfer-foreseen', transferId: 't', kind: 'primary-to-secondary', year: 2027 } as const
    const facts = ledger(['2023-05-14', older, { recorded: '2027-02-01T09:00:00.000Z' }], ['2027-02-01', foreseen])
    assert.deepEqual(clocksOf(facts)('PT-01', 't'), ['breached', '2027-02-14', undefined])
    const named = { type: 'next-placement-named', transferId: 't', finalSeq: 1, how: 'setting', name: 'Hallowcross Academy' } as const
    assert.deepEqual(clocksOf(ledger(['2023-05-14', older, { recorded: '2027-02-01T09:00:00.000Z' }], ['2027-02-01', foreseen], ['2027-02-20', named]))('PT-01', 't'), ['met', '2027-02-14', '2027-01-20'])
  })

  it('gives no clock to facts that none reads', () => {
    assert.deepEqual(clockEventsOf(ledger(['2027-01-11', { type: 'officer-assigned', personId: 'p' }], ['2027-01-12', { type: 'plan-checked', status: 'draft', held: 0, released: 0, warned: 0 }])), [])
  })
})
