// Who holds which office, in the program and in the table written apart; and that no page of an office opens a case.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes } from '../../src/app.ts'
import { isOpenTo } from '../../src/casebook/access/may.ts'
import { mayCome } from '../../src/casebook/access/may-come.ts'
import type { Viewer } from '../../src/casebook/signing-in/viewer.ts'
import { mayHold, officeNames, officeRow } from '../../src/domain/access/offices.ts'
import { parts, roles } from '../../src/domain/access/parts.ts'
import type { OrganisationId, PersonId } from '../../src/domain/ids.ts'
import { officeHolders } from './reference.ts'

test('the offices are those of the reference table, each with its holders', () => {
  assert.deepEqual([...officeHolders.keys()].toSorted(), [...officeNames].toSorted())
  for (const office of officeNames) {
    assert.deepEqual([...officeRow(office).who].toSorted(), [...officeHolders.get(office) ?? []].toSorted(), office)
    for (const role of roles) assert.equal(mayHold(office, [role]), officeHolders.get(office)?.includes(role) === true, `${office}, ${role}`)
    assert.ok(officeRow(office).cites !== '')
  }
})

test('whoever holds none of its roles does not come, and nobody opens a case from there', () => {
  const viewer = (role?: (typeof roles)[number]): Viewer => ({
    kind: 'person', personId: 'p' as PersonId, name: 'Somebody', isFamily: true, familyAreaIds: [],
    roles: role === undefined ? [] : [{ role, organisationId: 'o' as OrganisationId, organisationName: 'A body', organisationKind: 'setting' }],
  })
  for (const office of officeNames) {
    assert.equal(mayCome({ office }, { kind: 'anyone' }), false)
    assert.equal(mayCome({ office }, { kind: 'system' }), false)
    assert.equal(mayCome({ office }, viewer()), false)
    for (const role of roles) assert.equal(mayCome({ office }, viewer(role)), officeRow(office).who.includes(role))
    assert.equal(isOpenTo({ office }, parts), false)
  }
})

test('a page of an office names no case', () => {
  const own = routes.filter(({ may }) => typeof may === 'object' && 'office' in may).map((route) => ('get' in route ? route.get : route.post))
  assert.ok(own.length >= 20)
  for (const pattern of own) assert.doesNotMatch(pattern, /:caseId|:draftId/)
})
