import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Invitee } from './may-invite.ts'
import { secondFactsFor, whyNotInvited } from './may-invite.ts'

const good: Invitee = { isOnCase: true, email: 'shno@example.org', safeContact: 'any', mayNotBeTold: false }

describe('whom an officer may invite', () => {
  for (const [what, invitee, why] of [
    ['somebody with a part in the case', good, undefined],
    ['somebody who is reached by email alone', { ...good, safeContact: 'email' }, undefined],
    ['somebody without a part', { ...good, isOnCase: false }, 'not-on-case'],
    ['somebody who may not be told anything', { ...good, mayNotBeTold: true }, 'restricted'],
    ...(['phone', 'post', 'hub', 'none', 'something else'].map((safeContact) => [`reached by ${safeContact}`, { ...good, safeContact }, 'not-by-email'] as const)),
    ['somebody without an address', { ...good, email: undefined }, 'no-email'],
  ] as const) {
    it(`${what}: ${why ?? 'yes'}`, () => { assert.equal(whyNotInvited(invitee), why) })
  }

  it('asks for more than the date of birth where somebody of the family is kept out', () => {
    assert.deepEqual(secondFactsFor({ isAnybodyKeptOut: true, safeContact: 'any' }), ['code'])
    assert.deepEqual(secondFactsFor({ isAnybodyKeptOut: false, safeContact: 'email' }), ['code'])
    assert.deepEqual(secondFactsFor({ isAnybodyKeptOut: false, safeContact: 'any' }), ['code', 'birth-date'])
  })
})
