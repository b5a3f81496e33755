import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Proof, SecondFactor } from './proofs.ts'
import { afterEmailLink, afterPassword, factorOf, isEnough, proofs, secondFactors, secondFactorsFor } from './proofs.ts'

describe('what is enough to be let in', () => {
  it('is never one thing, but for a passkey, which is two in one', () => {
    for (const one of proofs) {
      assert.equal(isEnough([one]), one === 'passkey', one)
      assert.equal(isEnough([one, one]), one === 'passkey', `${one} twice`)
    }
    assert.equal(isEnough([]), false)
  })

  it('is never the mailbox alone, by whatever name', () => {
    assert.equal(isEnough(['email-link', 'email-code']), false)
    assert.deepEqual(proofs.filter((proof) => factorOf[proof] === 'mailbox'), ['email-code', 'email-link'])
  })

  it('needs two different things on every path into an account', () => {
    for (const factor of secondFactors) {
      for (const second of afterPassword(factor)) assert.ok(isEnough(['password', second]), `password and ${second}`)
    }
    for (const factor of [...secondFactors, undefined]) {
      const offered = afterEmailLink(factor)
      assert.ok(offered.includes('recovery-code'), 'there is a way back')
      for (const second of offered) assert.ok(isEnough(['email-link', second]), `link and ${second}`)
    }
    assert.deepEqual(afterEmailLink('email'), ['recovery-code'], 'a code in the same mailbox proves nothing more')
    assert.ok(isEnough(['email-link', 'told-in-person']), 'an invitation and its second fact')
  })

  it('offers staff an app alone, and texts only where they can be sent', () => {
    assert.deepEqual(secondFactorsFor({ isStaff: true, sendsTexts: true }), ['app'])
    assert.deepEqual(secondFactorsFor({ isStaff: false, sendsTexts: false }), ['app', 'email'])
    const all: readonly SecondFactor[] = secondFactorsFor({ isStaff: false, sendsTexts: true })
    assert.deepEqual(all, secondFactors)
  })

  it('grows with each thing shown', () => {
    for (const a of proofs) for (const b of proofs) {
      const both: readonly Proof[] = [a, b]
      if (isEnough([a])) assert.ok(isEnough(both))
    }
  })
})
