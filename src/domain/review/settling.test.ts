import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LineId, ProposalId } from '../ids.ts'
import type { SettledAs } from './settling.ts'
import { acceptedTwice, settleRefusal } from './settling.ts'

describe('what settles a review', () => {
  const cases: readonly (readonly [as: SettledAs, open: number, changes: number, reasons: string, kind: string | undefined])[] = [
    ['amend', 0, 1, '', undefined],
    ['amend', 0, 0, 'Because.', 'nothing-changes'],
    ['amend', 2, 1, '', 'proposals-open'],
    ['maintain', 0, 0, 'It works.', undefined],
    ['maintain', 0, 0, '  ', 'reasons-missing'],
    ['maintain', 0, 3, 'It works.', 'changes-accepted'],
    ['maintain', 1, 3, '', 'proposals-open'],
  ]
  for (const [as, open, changes, reasons, kind] of cases) {
    it(`${as} with ${open} open and ${changes} changes${reasons.trim() === '' ? '' : ', with reasons'}: ${kind ?? 'may be sent'}`, () => {
      assert.equal(settleRefusal(as, { open, changes, reasons })?.kind, kind)
    })
  }

  it('lets one set of words stand on a line, and any number agree with what it says now', () => {
    const [line, other] = ['line' as LineId, 'other' as LineId]
    const of = (id: string, more: object) => ({ proposalId: id as ProposalId, isAccepted: true, lineId: line, ...more })
    assert.deepEqual(acceptedTwice([of('a', {}), of('b', { lineId: other }), of('c', { isAccepted: false })]), [])
    assert.deepEqual(acceptedTwice([of('a', {}), of('b', {}), of('c', {})]), ['b', 'c'])
    assert.deepEqual(acceptedTwice([of('a', {}), of('b', { keepsNow: true })]), [])
    assert.deepEqual(acceptedTwice([{ proposalId: 'a' as ProposalId, isAccepted: true }, { proposalId: 'b' as ProposalId, isAccepted: true }]), [])
  })
})
