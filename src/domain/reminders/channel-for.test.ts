import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Reach } from './channel-for.ts'
import { channelFor, chosenChannels, goesByPost } from './channel-for.ts'

const reachable: Reach = { safeContact: 'any', canSignIn: true, email: 'shno@example.org', phone: '01632 960231' }
const texts = { texts: true }

const cases: readonly (readonly [string, Reach, string])[] = [
  ['an e-mail, when nothing was chosen', reachable, 'email'],
  ['an e-mail, when it was chosen', { ...reachable, chosen: 'email' }, 'email'],
  ['a text, when it was chosen', { ...reachable, chosen: 'text' }, 'text'],
  ['an e-mail, when a text was chosen and no number is known', { ...reachable, phone: undefined, chosen: 'text' }, 'email'],
  ['nothing but the hub, when that was chosen', { ...reachable, chosen: 'hub' }, 'hub'],
  ['an e-mail, when only that is safe and a text was chosen', { ...reachable, safeContact: 'email', chosen: 'text' }, 'email'],
  ['nothing but the hub, when only that is safe', { ...reachable, safeContact: 'hub', chosen: 'text' }, 'hub'],
  ['nothing but the hub, when only a call is safe', { ...reachable, safeContact: 'phone', chosen: 'email' }, 'hub'],
  ['paper, when only that is safe', { ...reachable, safeContact: 'post', chosen: 'email' }, 'post'],
  ['nothing, when nothing is safe', { ...reachable, safeContact: 'none', chosen: 'email' }, 'none'],
  ['paper, for somebody without an account', { ...reachable, canSignIn: false }, 'post'],
  ['a text, for somebody with no e-mail who chose it', { ...reachable, email: undefined, chosen: 'text' }, 'text'],
]

describe('the channel of an alert', () => {
  for (const [what, reach, by] of cases) it(`is ${what}`, () => assert.equal(channelFor(reach, texts).by, by))

  it('is an e-mail for who chose texts where none can be sent', () => assert.equal(channelFor({ ...reachable, chosen: 'text' }, { texts: false }).by, 'email'))

  const arbitrary: fc.Arbitrary<Reach> = fc.record({
    safeContact: fc.constantFrom('any', 'email', 'phone', 'post', 'hub', 'none'), canSignIn: fc.boolean(), email: fc.constantFrom('a@example.org', undefined),
    phone: fc.constantFrom('01632 960231', undefined), chosen: fc.constantFrom(...chosenChannels, undefined),
  })
  it('is never one that is not safe, whatever was chosen', () => {
    fc.assert(fc.property(arbitrary, fc.boolean(), (reach, canText) => {
      const channel = channelFor(reach, { texts: canText })
      if (channel.by === 'email') assert.ok(['any', 'email'].includes(reach.safeContact) && channel.address === reach.email)
      if (channel.by === 'text') assert.ok(reach.safeContact === 'any' && canText && channel.address === reach.phone)
      if (reach.safeContact === 'none') assert.equal(channel.by, 'none')
    }))
  })
  it('changes nothing about letters, which come whatever was chosen', () => {
    fc.assert(fc.property(arbitrary, fc.constantFrom(...chosenChannels), (reach, chosen) => assert.equal(goesByPost({ ...reach, chosen }), goesByPost({ ...reach, chosen: undefined }))))
  })
})
