import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { generateSync } from 'otplib'
import { instantOf } from '../clock/system-clock.ts'
import { appUri, keyInGroups, newAppKey, qrPath, stepOfCode } from './authenticator.ts'
import { hashOfRecoveryCode, hashOfToken, isSameHash, newRecoveryCode, newSixDigits, newSpokenCode, newToken, plainCode, spokenAs } from './codes.ts'

describe('the code of an app', () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight digits. The key is "12345678901234567890".
  const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037']] as const) {
    it(`is ${code} at ${seconds}`, () => {
      const step = Math.floor(seconds / 30)
      assert.equal(stepOfCode(key, code, instantOf(seconds * 1000), undefined), step)
      assert.equal(stepOfCode(key, code, instantOf(seconds * 1000), step - 1), step)
      assert.equal(stepOfCode(key, code, instantOf(seconds * 1000), step), undefined, 'never taken twice')
    })
  }

  it('is right one step early or late, and no more', () => {
    const at = 1_800_000_000
    for (const [shift, isRight] of [[-61, false], [-30, true], [0, true], [30, true], [61, false]] as const) {
      const code = generateSync({ secret: key, epoch: at + shift })
      assert.equal(stepOfCode(key, code, instantOf(at * 1000), undefined) !== undefined, isRight, `${shift} seconds`)
    }
  })

  it('is six digits and nothing else', () => {
    for (const wrong of ['', '28708', '2870822', 'abcdef', '２８７０８２', ' 287082']) assert.equal(stepOfCode(key, wrong, instantOf(59_000), undefined), undefined)
  })

  it('comes from a key that is new each time, and that the picture and the text both say', () => {
    const made = newAppKey()
    assert.match(made, /^[A-Z2-7]{32}$/)
    assert.notEqual(made, newAppKey())
    assert.match(appUri(made, 'shno@example.org'), new RegExp(`^otpauth://totp/.*secret=${made}`))
    assert.equal(keyInGroups(made).replaceAll(' ', ''), made)
    const { size, path } = qrPath(appUri(made, 'shno@example.org'))
    assert.ok(size > 30 && size < 80)
    assert.match(path, /^(M\d+ \d+h1v1h-1z)+$/)
  })
})

describe('codes and tokens', () => {
  it('are new each time, and of their kind', () => {
    const many = (make: () => string): Set<string> => new Set(Array.from({ length: 500 }, make))
    assert.equal(many(newToken).size, 500)
    assert.equal(many(newRecoveryCode).size, 500)
    for (const code of many(newSixDigits)) assert.match(code, /^\d{6}$/)
    for (const code of many(newSpokenCode)) assert.match(spokenAs(code), /^\d{4} \d{4}$/)
    for (const code of many(newRecoveryCode)) assert.match(code, /^[a-hjkmnp-tv-z2-9]{4}(-[a-hjkmnp-tv-z2-9]{4}){3}$/)
  })

  it('are read however they are typed', () => {
    assert.equal(plainCode(' K7PM x2qd-9HVW tn4b'), plainCode('k7pm-x2qd-9hvw-tn4b'))
  })

  it('for recovery are kept by a slow hash with a salt of their person’s own', async () => {
    const personId = '019a0000-0000-7000-8000-000000000001'
    const kept = await hashOfRecoveryCode('k7pm-x2qd-9hvw-tn4b', personId)
    assert.equal(kept, await hashOfRecoveryCode(' K7PM x2qd-9HVW tn4b', personId), 'however it is typed')
    assert.notEqual(kept, await hashOfRecoveryCode('k7pm-x2qd-9hvw-tn4b', '019a0000-0000-7000-8000-000000000002'))
    assert.equal(Buffer.from(kept, 'base64url').length, 32)
    assert.notEqual(kept, createHash('sha256').update('k7pmx2qd9hvwtn4b').digest('base64url'))
  })

  it('have the bits that guessing is reckoned with', () => {
    assert.ok(Buffer.from(newToken(), 'base64url').length * 8 >= 128, 'a token')
    assert.ok(Math.log2(10 ** newSixDigits().length) >= 19.9 && Math.log2(10 ** newSpokenCode().length) >= 20, 'a code that is typed once')
    assert.ok(Math.log2(30 ** plainCode(newRecoveryCode()).length) >= 78, 'a recovery code')
    // RFC 4226, R6: a shared secret of 160 bits.
    assert.ok(newAppKey().length * 5 >= 160, 'the key of an app')
  })

  it('are kept as hashes that say nothing elsewhere', () => {
    assert.notEqual(hashOfToken('123456', 'one'), hashOfToken('123456', 'two'))
    assert.ok(isSameHash(hashOfToken('a'), hashOfToken('a')))
    assert.ok(!isSameHash(hashOfToken('a'), hashOfToken('b')))
    assert.ok(!isSameHash('short', hashOfToken('b')))
  })
})
