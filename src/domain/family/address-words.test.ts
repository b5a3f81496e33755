import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { markedPassages, postcodesIn, tellingWords } from './address-words.ts'
import { restrictionAlerts } from './restriction-alerts.ts'
import { plainDateOf } from '../calendar/plain-date.ts'

describe('words of an address in other texts', () => {
  const known = new Set(tellingWords({ lines: ['Flat 2', '9 Safe House'], postcode: 'ZZ97 1XX' }))
  it('are the first line that says something, and the postcode', () => {
    assert.deepEqual([...known], ['flat2', 'zz971xx'])
    assert.deepEqual(tellingWords({ lines: ['Linden'] }), [])
    assert.deepEqual(tellingWords({ lines: ['The Haven', '12 Long Street'] }), ['thehaven'])
  })
  it('are found however they are spaced, cased and pointed, and named as they stand', () => {
    const find = (text: string): string[] => markedPassages(text, (words) => known.has(words))
    assert.deepEqual(find('She lives at FLAT 2, near the park (zz97  1xx).'), ['FLAT 2', 'zz97  1xx'])
    assert.deepEqual(find('Post: ZZ971XX'), ['ZZ971XX'])
    assert.deepEqual(find('A flat. 20 children. ZZ97 1XY'), [])
  })
  it('are postcodes of our shape and no others', () => {
    for (const [text, found] of [
      ['moved to 3 Mill Lane, zz97 6hl yesterday', ['ZZ97 6HL']], ['ZZ976HL and ZZ97 6HL', ['ZZ97 6HL']], ['EC1A 1BB; W1A 0AX', ['EC1A 1BB', 'W1A 0AX']],
      ['case W-2026-000123, section F2 3 hours', []], ['year 4, B5 pencil', []], ['XZZ97 6HL', []], ['SEN2 2026', []], ['', []],
    ] as const) assert.deepEqual(postcodesIn(text), found, text)
  })
})

describe('alerts of orders', () => {
  it('say who may not do what, once, and no more', () => {
    const from = plainDateOf('2026-01-01')
    assert.deepEqual(restrictionAlerts([
      { kind: 'prohibited-steps', personId: 'd', effects: ['may-not-know-address', 'may-not-see-record'], from },
      { kind: 'non-molestation', personId: 'd', effects: ['may-not-know-address'], from },
      { kind: 'council-decision', personId: 'd', effects: ['may-not-be-contacted'], from }, { kind: 'care-or-placement', effects: [], from },
    ], () => 'Daniel', 'Beth'), [
      'Court order: Daniel may not be told where Beth lives', 'Court order: Daniel may not see Beth’s record', 'Restriction: do not contact Daniel', 'Care or placement order',
    ])
  })
})
