import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, plainDateOf } from './plain-date.ts'
import { listGoesOn, termAfter, termOn, termsFrom, termToList } from './school-terms.ts'

const day = plainDateOf

describe('terms', () => {
  it('hold every day of a year in one term, and follow one on another', () => {
    for (let on = day('2026-01-01'); on <= '2028-12-31'; on = addDays(on, 1)) {
      const term = termOn('wendmere', on)
      assert.ok(term.firstDay <= on && on <= term.lastDay, on)
      assert.equal(termAfter('wendmere', term).firstDay, addDays(term.lastDay, 1), on)
    }
    assert.deepEqual(termsFrom('wendmere', day('2026-09-14'), 4).map(({ name }) => name), ['Autumn term 2026', 'Spring term 2027', 'Summer term 2027', 'Autumn term 2027'])
  })

  it('give their lists two weeks before they begin (SEND Code of Practice, chapter 9)', () => {
    assert.equal(termToList('wendmere', day('2026-12-17')).name, 'Autumn term 2026')
    assert.equal(termToList('wendmere', day('2026-12-18')).name, 'Spring term 2027')
    assert.equal(listGoesOn(termOn('wendmere', day('2027-01-01'))), '2026-12-18')
  })
})
