import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { ok, refused } from '../outcome.ts'
import { parseUrn } from './establishment-numbers.ts'
import { nhsCheckDigit, parseNhsNumber } from './nhs-number.ts'
import { nhsNumberFor, upnFor, urnFor } from './real-or-invented.ts'
import { parseUpn, upnCheckLetter } from './upn.ts'

const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''))

describe('numbers of real and of invented children', () => {
  it('never pass in both kinds of hub, and always in one', () => {
    fc.assert(fc.property(digits(12), (rest) => {
      const upn = parseUpn(upnCheckLetter(rest) + rest)
      assert.ok(upn.ok)
      const isInvented = rest.startsWith('001')
      assert.deepEqual(upnFor('real', upn.value), isInvented ? refused('invented-among-real') : ok(upn.value))
      assert.deepEqual(upnFor('invented', upn.value), isInvented ? ok(upn.value) : refused('real-among-invented'))
    }))
    fc.assert(fc.property(fc.oneof(digits(9), digits(6).map((six) => `999${six}`)), (nine) => {
      const number = parseNhsNumber(`${nine}${nhsCheckDigit(nine) ?? ''}`)
      fc.pre(number.ok)
      if (!number.ok) return
      const isInvented = nine.startsWith('999')
      assert.equal(nhsNumberFor('real', number.value).ok, !isInvented)
      assert.equal(nhsNumberFor('invented', number.value).ok, isInvented)
    }))
  })
  it('holds of areas 001, 999 and 900001 by name', () => {
    const upn = parseUpn('M001900121014')
    const nhs = parseNhsNumber('999 041 2189')
    const urn = parseUrn('900001')
    assert.ok(upn.ok && nhs.ok && urn.ok)
    assert.deepEqual([upnFor('real', upn.value), nhsNumberFor('real', nhs.value), urnFor('real', urn.value)].map(({ ok: passes }) => passes), [false, false, false])
    assert.deepEqual([upnFor('invented', upn.value), nhsNumberFor('invented', nhs.value), urnFor('invented', urn.value)].map(({ ok: passes }) => passes), [true, true, true])
  })
})
