import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDateOf } from '../calendar/plain-date.ts'
import { requesters } from './facts.ts'
import { compulsoryAnswers, journeyOf } from './request-gateway.ts'
import { requestRightOf } from './request-right.ts'

describe('the right to ask (CFA 2014 s.36(1))', () => {
  // Born on 30 January 2010: compulsory school age ends on Friday 26 June 2026.
  const bornOn = plainDateOf('2010-01-30')
  const cases = [
    ['parent', '2026-06-26', 'request'],
    ['parent', '2026-06-27', 'brought-to-attention'],
    ['young-person', '2026-06-26', 'brought-to-attention'],
    ['young-person', '2026-06-27', 'request'],
    ['school', '2026-06-27', 'request'],
    ['post-16', '2026-09-01', 'request'],
    ['early-years', '2014-01-01', 'brought-to-attention'],
    ['health', '2020-01-01', 'brought-to-attention'],
    ['social-care', '2020-01-01', 'brought-to-attention'],
    ['other', '2020-01-01', 'brought-to-attention'],
  ] as const
  for (const [madeBy, on, right] of cases) {
    it(`${madeBy} on ${on}: ${right}`, () => assert.equal(requestRightOf(madeBy, bornOn, plainDateOf(on)), right))
  }
})

describe('what a request must hold to be sent', () => {
  it('asks families only who it is about and how to reach them', () => {
    assert.deepEqual(compulsoryAnswers('parent', { isWrittenDown: false }), ['child-name', 'born-on', 'asker-name', 'asker-contact'])
  })
  it('asks every professional for strengths, support, its effect and both views', () => {
    for (const madeBy of requesters.filter((one) => journeyOf(one) === 'professional')) {
      const asked = compulsoryAnswers(madeBy, { isWrittenDown: false })
      for (const answer of ['strengths', 'support', 'child-views', 'family-views', 'family-knows'] as const) assert.ok(asked.includes(answer), `${madeBy}: ${answer}`)
    }
  })
  it('never stops council staff writing down what has been received', () => {
    for (const madeBy of requesters) assert.equal(compulsoryAnswers(madeBy, { isWrittenDown: true }).length, 3)
  })
})
