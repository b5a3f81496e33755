import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { openSealer, SealBroken, type SealedFor } from './seal.ts'

const sealer = openSealer('a sealing key that is used in tests only')
const refuge: SealedFor = { purpose: 'address', of: 'area-1', about: 'row-1' }

test('opens what it sealed, and says nothing of it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), (text) => {
    const sealed = sealer.seal(text, refuge)
    assert.equal(sealer.open(sealed, refuge), text)
    assert.ok(!sealed.includes(text))
    assert.notEqual(sealed, sealer.seal(text, refuge), 'two seals of one text look alike')
  }))
})

test('does not open elsewhere, changed, or with another key', () => {
  const sealed = sealer.seal('4 Hidden Lane', refuge)
  for (const other of [{ ...refuge, of: 'area-2' }, { ...refuge, about: 'row-2' }, { ...refuge, purpose: 'second-factor' }] as const) {
    assert.throws(() => sealer.open(sealed, other), SealBroken)
  }
  assert.throws(() => openSealer('another sealing key, used in tests only').open(sealed, refuge), SealBroken)
  fc.assert(fc.property(fc.nat({ max: sealed.length - 3 }), (at) => {
    const place = at + 2
    const changed = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1)
    // The last letter of base64 can carry bits that nothing reads.
    if (Buffer.from(changed.slice(2), 'base64url').equals(Buffer.from(sealed.slice(2), 'base64url'))) return
    assert.throws(() => sealer.open(changed, refuge), SealBroken)
  }))
  for (const broken of ['', '1.', '2.AAAA', 'plain text']) assert.throws(() => sealer.open(broken, refuge), SealBroken)
})

test('opens with a former key what it sealed, and seals nothing with it', () => {
  const [before, now] = ['the key of before, used in tests only', 'the key of now, that is used in tests only']
  const old = openSealer(before).seal('4 Hidden Lane', refuge)
  const changed = openSealer(now, [before])
  assert.equal(changed.open(old, refuge), '4 Hidden Lane')
  assert.throws(() => openSealer(before).open(changed.seal('4 Hidden Lane', refuge), refuge), SealBroken)
  assert.equal(changed.mark('4 Hidden Lane', refuge), openSealer(now).mark('4 Hidden Lane', refuge))
  assert.throws(() => openSealer(now, ['short']), /fewer than 32/)
})

test('keeps no two purposes, areas or people under one key', () => {
  const marks = [refuge, { ...refuge, of: 'area-2' }, { ...refuge, purpose: 'second-factor' as const }].map((sealedFor) => sealer.mark('the same', sealedFor))
  assert.equal(new Set(marks).size, 3)
  for (const mark of marks) assert.equal(Buffer.from(mark, 'base64url').length, 32)
})
