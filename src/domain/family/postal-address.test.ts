import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import type { Home, ServiceAddress } from './postal-address.ts'
import { childsPostalAddress, postalAddressOf } from './postal-address.ts'

const today = plainDateOf('2026-09-14')
const mother = { personId: 'mother', livesWithChild: true, mayNotKnowAddress: false }
const father = { personId: 'father', livesWithChild: false, mayNotKnowAddress: false }
const home = (line: string, more: Partial<Home> = {}): Home => ({ lines: [line], isConfidential: false, from: addDays(today, -100), ...more })
const refuge: Home = { lines: [], isConfidential: true, from: today, residentIds: ['mother'] }
const own = (personId: string, line: string): ServiceAddress => ({ personId, lines: [line], postcode: 'ZZ98 1AA', from: today })

describe('where a letter goes on paper', () => {
  it('is the child’s home for who lives there, and nowhere for who does not', () => {
    assert.deepEqual(postalAddressOf(mother, [home('1 Mill Lane')], [], today), ['1 Mill Lane'])
    assert.equal(postalAddressOf(father, [home('1 Mill Lane')], [], today), undefined)
  })
  it('is a parent’s own address, the last one recorded, and only theirs', () => {
    const service = [own('father', '2 Far Road'), { ...own('father', '3 Old Road'), from: addDays(today, -50) }]
    assert.deepEqual(postalAddressOf(father, [home('1 Mill Lane')], service, today), ['2 Far Road', 'ZZ98 1AA'])
    assert.deepEqual(postalAddressOf(mother, [home('1 Mill Lane')], service, today), ['1 Mill Lane'])
    assert.equal(postalAddressOf(father, [], [{ ...own('father', 'x'), to: addDays(today, -1) }], today), undefined)
  })
  it('is nobody’s guess between two homes: each goes to their own', () => {
    const homes = [home('1 Hers', { residentIds: ['mother'] }), home('2 His', { residentIds: ['father'] })]
    assert.deepEqual(postalAddressOf(mother, homes, [], today), ['1 Hers'])
    assert.deepEqual(postalAddressOf({ ...father, livesWithChild: true }, homes, [], today), ['2 His'])
    assert.equal(postalAddressOf({ ...mother, personId: 'gran' }, homes, [], today), undefined)
    assert.equal(postalAddressOf(mother, [home('1 Hers'), home('2 His')], [], today), undefined)
  })
  it('is never the home that somebody fled, nor the refuge', () => {
    assert.equal(postalAddressOf(mother, [home('1 Mill Lane'), refuge], [], today), undefined)
    assert.deepEqual(postalAddressOf(mother, [home('1 Mill Lane'), refuge], [own('mother', 'PO Box 7')], today), ['PO Box 7', 'ZZ98 1AA'])
    assert.equal(childsPostalAddress([home('1 Mill Lane'), refuge], today), undefined)
  })
  it('is not the child’s home for somebody who may not know where it is', () => {
    assert.equal(postalAddressOf({ ...mother, mayNotKnowAddress: true }, [home('1 Mill Lane')], [], today), undefined)
  })
  it('holds no word of a protected home, whatever is recorded', () => {
    const anyHome = fc.record({ isConfidential: fc.boolean(), residents: fc.subarray(['mother', 'father']), line: fc.constantFrom('SECRET', 'open') })
      .map(({ isConfidential, residents, line }): Home => ({ lines: [isConfidential ? 'SECRET' : line === 'SECRET' ? 'open' : line], isConfidential, residentIds: residents, from: today }))
    fc.assert(fc.property(fc.array(anyHome, { maxLength: 4 }), fc.constantFrom(mother, father), (homes, to) => {
      assert.doesNotMatch((postalAddressOf(to, homes, [], today) ?? []).join(' '), /SECRET/)
      assert.doesNotMatch((childsPostalAddress(homes, today) ?? []).join(' '), /SECRET/)
    }))
  })
})
