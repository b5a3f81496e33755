import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aLine } from '../../../test/builders/plan-content.ts'
import { wordingOf } from './line-wording.ts'

describe('the wording of a plan line', () => {
  it('counts what the line says in its boxes as said', () => {
    const text = 'Speech and language therapy for Rewan alone.'
    assert.notEqual(wordingOf(aLine(1, { text }))?.verdict, 'specific')
    const filled = wordingOf(aLine(1, { text, fields: { who: 'speech and language therapist', minutes: 45, times: 1, per: 'week', weeks: 20, groupSize: 'one to one', checkedBy: 'the therapist' } }))
    assert.deepEqual(filled, { lineId: aLine(1).id, verdict: 'specific', missing: [] })
  })

  it('does not take half an amount for an amount', () => {
    const half = wordingOf(aLine(1, { text: 'Opportunities for support as required.', fields: { minutes: 45 } }))
    assert.equal(half?.verdict, 'vague')
    assert.ok(half?.missing.includes('howOften'))
  })

  it('takes the date and measure of an outcome from its boxes', () => {
    const line = aLine(1, { kind: 'outcome', section: 'E', text: 'Rewan will retell an event to an adult who was not there.' })
    assert.equal(wordingOf(line)?.verdict, 'not-smart')
    assert.equal(wordingOf({ ...line, fields: { by: 'July 2028', measure: 'four of five attempts' } })?.verdict, 'smart')
  })

  it('judges no view, need or placement', () => {
    for (const [kind, section] of [['view', 'A'], ['need', 'B'], ['placement', 'I']] as const) {
      assert.equal(wordingOf(aLine(1, { kind, section })), undefined)
    }
  })
})
