import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { upnCheckLetter } from '../domain/identifiers/upn.ts'
import { readNhsNumber, readUln, readUpn } from './read-identifier.ts'

const messageOf = (read: { readonly message: string } | { readonly value: string }): string => ('message' in read ? read.message : `kept ${read.value}`)
const upnOf = (rest: string): string => upnCheckLetter(rest) + rest

describe('a number of a child as it is typed', () => {
  const invented = upnOf('001900121014')
  // Area 000 is no authority: of the shape of a real number, and nobody’s.
  const couldBeReal = upnOf('000900121014')

  it('is refused where its check digit does not match', () => {
    assert.match(messageOf(readUpn(`B${invented.slice(1)}`, 'invented')), /does not match the rest/)
    assert.match(messageOf(readNhsNumber('999 041 2188', 'invented')), /not a possible NHS number/)
    assert.match(messageOf(readUln('1000000001')), /not a possible unique learner number/)
  })

  it('is refused where it is made up and the hub keeps real children, and where it could be real and the hub keeps none', () => {
    assert.equal(messageOf(readUpn(invented, 'invented')), `kept ${invented}`)
    assert.match(messageOf(readUpn(invented, 'real')), /made up for demonstrations/)
    assert.equal(messageOf(readUpn(couldBeReal, 'real')), `kept ${couldBeReal}`)
    assert.match(messageOf(readUpn(couldBeReal, 'invented')), /keeps no real children/)
    assert.equal(messageOf(readNhsNumber('999 041 2189', 'invented')), 'kept 9990412189')
    assert.match(messageOf(readNhsNumber('999 041 2189', 'real')), /made up for demonstrations/)
    // Ten digits that check and that the NHS gives nobody: the range from 0 is not in use.
    assert.match(messageOf(readNhsNumber('0000000019', 'invented')), /keeps no real children/)
  })

  it('is asked for in its own words where it is no such number at all', () => {
    assert.match(messageOf(readUpn('12', 'real')), /13 characters/)
    assert.match(messageOf(readNhsNumber('12', 'real')), /10 digits/)
    assert.match(messageOf(readUln('0123456789')), /10 digits/)
  })
})
