import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { generateSync } from 'otplib'
import { instantOf } from '../clock/system-clock.ts'
import { appUri, keyInGroups, newAppKey, qrPath, stepOfCode } from './authenticator.ts'
import { hashOfToken, isSameHash, newRecoveryCode, newSixDigits, newSpokenCode, newToken, plainCode, spokenAs } from './codes.ts'

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

  it('are kept as hashes that say nothing elsewhere', () => {
    assert.notEqual(hashOfToken('123456', 'one'), hashOfToken('123456', 'two'))
    assert.ok(isSameHash(hashOfToken('a'), hashOfToken('a')))
    assert.ok(!isSameHash(hashOfToken('a'), hashOfToken('b')))
    assert.ok(!isSameHash('short', hashOfToken('b')))
  })
})
