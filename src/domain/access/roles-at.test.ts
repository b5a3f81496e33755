import assert from 'node:assert/strict'
import { test } from 'node:test'
import { councilRoles, roles } from './parts.ts'
import { bodyKinds, inboxRoles, roleNames, rolesAt } from './roles-at.ts'

test('every kind of body has an administrator, and each of its roles is one that there is', () => {
  for (const kind of bodyKinds) {
    assert.ok(rolesAt(kind).includes('staff-administrator'), kind)
    for (const role of rolesAt(kind)) assert.ok(roles.includes(role), `${kind}: ${role}`)
    for (const role of inboxRoles[kind]) assert.ok(rolesAt(kind).includes(role), `${kind}: whoever reads the inbox may work there`)
  }
})

test('only a council makes somebody of its team, a designated social care officer, or who looks after who looked', () => {
  for (const kind of bodyKinds.filter((one) => one !== 'council')) {
    for (const role of [...councilRoles, 'social-care-lead', 'access-officer'] as const) assert.ok(!rolesAt(kind).includes(role), `${kind} gives ${role}`)
  }
})

test('only a setting has a SENCO, and only a health body a designated clinical officer', () => {
  assert.deepEqual(bodyKinds.filter((kind) => rolesAt(kind).includes('senco')), ['setting'])
  assert.deepEqual(bodyKinds.filter((kind) => rolesAt(kind).includes('health-lead')), ['nhs-trust', 'icb'])
})

test('a kind that nobody knows gives nothing', () => {
  assert.deepEqual(rolesAt('company'), [])
  assert.equal(roleNames(['senco', 'staff-administrator']), 'SENCO, Administrator')
})
