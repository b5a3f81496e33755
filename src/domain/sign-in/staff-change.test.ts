import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change, NotChanged } from './staff-change.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { otherAdministrators, whyNotChanged, whyNotRemoved } from './staff-change.ts'

const usual: Change = { kind: 'setting', held: [], wanted: ['senco'], isOneself: false, otherAdministrators: 1 }

for (const [what, change, expected] of [
  ['a school gives somebody the role of SENCO', {}, undefined],
  ['no role at all is a removal, which has its own page', { wanted: [] }, 'no-role'],
  ['a school makes nobody a decision-maker', { wanted: ['decision-maker'] }, 'not-for-this-body'],
  ['a role beside another that may not be given is refused whole', { wanted: ['senco', 'case-officer'] }, 'not-for-this-body'],
  ['what somebody holds already may stay', { held: ['health-lead'], wanted: ['health-lead', 'senco'] }, undefined],
  ['nobody gives themselves a role', { isOneself: true, held: ['staff-administrator'], wanted: ['staff-administrator', 'senco'] }, 'own-role'],
  ['one may give up a role of one’s own', { isOneself: true, held: ['staff-administrator', 'senco'], wanted: ['staff-administrator'] }, undefined],
  ['the last administrator stays one', { held: ['staff-administrator', 'senco'], wanted: ['senco'], otherAdministrators: 0 }, 'last-administrator'],
  ['one of two administrators need not stay one', { held: ['staff-administrator', 'senco'], wanted: ['senco'] }, undefined],
  ['a kind of body that nobody knows gives nothing', { kind: 'company' }, 'not-for-this-body'],
] satisfies readonly (readonly [string, Partial<Change>, NotChanged | undefined])[]) {
  test(what, () => { assert.equal(whyNotChanged({ ...usual, ...change }), expected) })
}

test('the last administrator cannot be removed, anybody else can', () => {
  assert.equal(whyNotRemoved({ held: ['staff-administrator'], otherAdministrators: 0 }), 'last-administrator')
  assert.equal(whyNotRemoved({ held: ['staff-administrator'], otherAdministrators: 1 }), undefined)
  assert.equal(whyNotRemoved({ held: ['senco'], otherAdministrators: 0 }), undefined)
})

test('administrators who are to leave do not count among those who stay', () => {
  const staff = [
    { id: 'a', roles: ['staff-administrator'] }, { id: 'b', roles: ['senco', 'staff-administrator'] }, { id: 'c', roles: ['staff-administrator'], lastOn: plainDateOf('2026-12-31') }, { id: 'd', roles: ['senco'] },
  ] as const
  assert.deepEqual(['a', 'c', 'd'].map((id) => otherAdministrators(staff, id)), [1, 2, 2])
})
