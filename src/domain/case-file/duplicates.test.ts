import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { Likeness } from './duplicates.ts'
import { duplicateScore, namePartsOf, swappedDayAndMonth, worthALook } from './duplicates.ts'

const rewan: Likeness = { givenName: 'Rewan', familyName: 'Tahsin', bornOn: plainDateOf('2018-02-03') }

const word = fc.stringMatching(/^[A-Za-zéøñÅ’-]{1,10}$/)
const child: fc.Arbitrary<Likeness> = fc.record({
  givenName: word, familyName: word, bornOn: arbitraryDate,
  postcode: fc.option(fc.constantFrom('ZZ97 6HL', 'zz976hl', 'ZZ98 1AA', ''), { nil: undefined }),
  upn: fc.option(fc.constantFrom('M001900121014', 'Y001900225031'), { nil: undefined }),
  nhsNumber: fc.option(fc.constantFrom('9990412189', '9992209119'), { nil: undefined }),
})

describe('whether two children may be one', () => {
  const examples: readonly (readonly [string, Partial<Record<keyof Likeness, string>>, boolean])[] = [
    ['the same name and day of birth', {}, true],
    ['marks on letters', { givenName: 'Réwan' }, true],
    ['first and family name the other way round', { givenName: 'Tahsin', familyName: 'Rewan' }, true],
    ['day and month the other way round', { bornOn: '2018-03-02' }, true],
    ['a middle name more', { givenName: 'Rewan Ari' }, true],
    ['the same name, another day', { bornOn: '2018-02-04' }, false],
    ['the same day, another name', { givenName: 'Orla', familyName: 'Rowe' }, false],
    ['a brother or sister at the same address', { givenName: 'Dara', bornOn: '2020-05-06', postcode: 'ZZ97 6HL' }, false],
    ['a twin at the same address', { givenName: 'Dara', postcode: 'ZZ97 6HL' }, false],
  ]
  for (const [what, change, isWorthALook] of examples) {
    it(`${what}: ${isWorthALook ? 'worth a look' : 'not'}`, () => {
      const other = { ...rewan, ...change } as Likeness
      assert.equal(duplicateScore({ ...rewan, postcode: 'ZZ97 6HL' }, other).score >= worthALook, isWorthALook)
    })
  }

  it('finds the same UPN or NHS number under any name', () => {
    const other = { ...rewan, givenName: 'A', familyName: 'B', bornOn: plainDateOf('2001-01-01') }
    assert.deepEqual(duplicateScore({ ...rewan, upn: 'M001900121014' }, { ...other, upn: 'm0019 00121014' }).alike, ['upn'])
    assert.ok(duplicateScore({ ...rewan, nhsNumber: '999 041 2189' }, { ...other, nhsNumber: '9990412189' }).score >= worthALook)
  })

  it('is the same whichever comes first, from 0 to 100', () => {
    fc.assert(fc.property(child, child, (a, b) => {
      const one = duplicateScore(a, b)
      assert.deepEqual(one, duplicateScore(b, a))
      assert.ok(one.score >= 0 && one.score <= 100)
    }))
  })

  it('always finds a child to be like itself, however written', () => {
    fc.assert(fc.property(child, (a) => {
      fc.pre(namePartsOf(a.givenName, a.familyName).length > 0)
      const shouted = { ...a, givenName: ` ${a.familyName.toUpperCase()} `, familyName: a.givenName }
      assert.ok(duplicateScore(a, shouted).score >= worthALook)
    }))
  })

  it('scores no lower for one more thing alike', () => {
    fc.assert(fc.property(child, child, (a, b) => {
      assert.ok(duplicateScore({ ...a, upn: 'X' }, { ...b, upn: 'X' }).score >= duplicateScore({ ...a, upn: undefined }, { ...b, upn: undefined }).score)
    }))
  })

  it('swaps day and month and back', () => {
    fc.assert(fc.property(arbitraryDate, (date) => {
      const swapped = swappedDayAndMonth(date)
      if (swapped !== undefined) assert.equal(swappedDayAndMonth(swapped), date)
    }))
  })
})
