import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Invitee } from './may-invite.ts'
import { secondFactsFor, whyNotInvited } from './may-invite.ts'

const today = '2026-09-14' as PlainDate
const on = (date: string): PlainDate => date as PlainDate
const good: Invitee = { isOnCase: true, email: 'shno@example.org', safeContact: 'any', restriction: undefined }

describe('whom an officer may invite', () => {
  for (const [what, invitee, why] of [
    ['somebody with a part in the case', good, undefined],
    ['somebody who is reached by email alone', { ...good, safeContact: 'email' }, undefined],
    ['somebody without a part', { ...good, isOnCase: false }, 'not-on-case'],
    ['somebody under an order in force', { ...good, restriction: { from: on('2026-01-01'), to: undefined } }, 'restricted'],
    ['somebody under an order without days', { ...good, restriction: { from: undefined, to: undefined } }, 'restricted'],
    ['on the last day of an order', { ...good, restriction: { from: on('2026-01-01'), to: today } }, 'restricted'],
    ['when an order is over', { ...good, restriction: { from: on('2025-01-01'), to: on('2026-09-13') } }, undefined],
    ['when an order is still to come', { ...good, restriction: { from: on('2026-09-15'), to: undefined } }, undefined],
    ...(['phone', 'post', 'hub', 'none', 'something else'].map((safeContact) => [`reached by ${safeContact}`, { ...good, safeContact }, 'not-by-email'] as const)),
    ['somebody without an address', { ...good, email: undefined }, 'no-email'],
  ] as const) {
    it(`${what}: ${why ?? 'yes'}`, () => { assert.equal(whyNotInvited(invitee, today), why) })
  }

  it('asks for more than the date of birth where somebody of the family is kept out', () => {
    assert.deepEqual(secondFactsFor({ isAnybodyKeptOut: true, safeContact: 'any' }), ['code'])
    assert.deepEqual(secondFactsFor({ isAnybodyKeptOut: false, safeContact: 'email' }), ['code'])
    assert.deepEqual(secondFactsFor({ isAnybodyKeptOut: false, safeContact: 'any' }), ['code', 'birth-date'])
  })
})
