import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { AccountMessage } from './message-words.ts'
import { emailOf, textOfCode } from './message-words.ts'

const hub = 'https://hub.example.org/sign-in'
const link = 'https://hub.example.org/invitation/abc'
const day = plainDateOf('2026-09-14')
const changes = ['password', 'email', 'second-factor', 'passkey-added', 'passkey-removed', 'recovery-codes', 'account-opened-again'] as const
const messages: readonly AccountMessage[] = [
  { kind: 'invitation', link }, { kind: 'way-back', link }, { kind: 'code', code: '123456' }, { kind: 'confirm-email', code: '123456' }, { kind: 'codes-guessed' },
  { kind: 'review', link, dueOn: day, isLate: false }, { kind: 'review', link, dueOn: day, isLate: true }, { kind: 'ends-unconfirmed', endsOn: day }, { kind: 'ended-unconfirmed' },
  { kind: 'unused-soon', closesOn: day }, { kind: 'unused-closed' },
  ...changes.map((what) => ({ kind: 'changed', what }) as const),
]

describe('messages about an account', () => {
  for (const message of messages) {
    const { subject, body } = emailOf(message, hub)
    const name = message.kind === 'changed' ? message.what : message.kind === 'review' && message.isLate ? 'review, late' : message.kind

    it(`${name}: names nothing that somebody who shares the mailbox should not learn`, () => {
      assert.doesNotMatch(`${subject}\n${body}`, /\b(child|children|son|daughter|school|nursery|council|SEND|EHC|plan|needs|family|parent|Golden Thread)\b/i)
    })

    it(`${name}: is short and plain`, () => {
      assert.ok(subject.length <= 50, subject)
      for (const sentence of body.replaceAll(/https?:\S+/g, '').split(/[.?!:]\s/)) assert.ok(sentence.split(/\s+/).filter(Boolean).length <= 25, sentence)
    })
  }

  it('carry no link in a code, and no code in a link', () => {
    assert.match(emailOf({ kind: 'invitation', link }, hub).body, new RegExp(link))
    assert.doesNotMatch(emailOf({ kind: 'confirm-email', code: '123456' }, hub).body, /https?:/)
  })

  it('fit one text', () => {
    assert.ok(textOfCode('123456').length <= 160)
    assert.match(textOfCode('123456'), /^[\w .,:'-]+$/)
  })
})
