import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Role } from './parts.ts'
import { endOfSession, isStricter, kindsOf, limitsFor, staffIdleMinutes, strictestKind, warnMinutes } from './session-limits.ts'

const roles: readonly Role[] = ['case-officer', 'plan-writer', 'decision-maker', 'senco', 'adviser', 'advice-coordinator', 'health-lead', 'social-care-lead', 'staff-administrator', 'access-officer']
const held = (...names: Role[]) => names.map((role) => ({ role }))
const ownComputer = { isSharedComputer: false }
const standing = fc.record({
  roles: fc.array(fc.record({ role: fc.constantFrom(...roles), staffIdleMinutes: fc.option(fc.integer({ min: -5, max: 500 }), { nil: undefined }) }), { maxLength: 4 }),
  isFamily: fc.boolean(),
})

describe('how long somebody may stay signed in', () => {
  for (const [who, about, idle] of [
    ['a case officer', { roles: held('case-officer'), isFamily: false }, 30],
    ['a SENCO', { roles: held('senco'), isFamily: false }, 30],
    ['an administrator of staff', { roles: held('staff-administrator'), isFamily: false }, 15],
    ['who reads who looked', { roles: held('access-officer'), isFamily: false }, 15],
    ['a parent', { roles: [], isFamily: true }, 30],
    ['a parent before any case', { roles: [], isFamily: false }, 30],
    ['a SENCO who administers staff too', { roles: held('senco', 'staff-administrator'), isFamily: false }, 15],
    ['a parent who works for a council that chose 20', { roles: [{ role: 'adviser' as const, staffIdleMinutes: 20 }], isFamily: true }, 20],
    ['staff of a council that chose 60', { roles: [{ role: 'case-officer' as const, staffIdleMinutes: 60 }], isFamily: false }, 60],
    ['a parent who works for a council that chose 60', { roles: [{ role: 'adviser' as const, staffIdleMinutes: 60 }], isFamily: true }, 30],
    ['staff of two councils, with 60 and 15', { roles: [{ role: 'case-officer' as const, staffIdleMinutes: 60 }, { role: 'adviser' as const, staffIdleMinutes: 15 }], isFamily: false }, 15],
    ['staff of a council whose row says 600', { roles: [{ role: 'case-officer' as const, staffIdleMinutes: 600 }], isFamily: false }, 60],
  ] as const) {
    it(`is ${idle} minutes without a page for ${who}`, () => assert.deepEqual(limitsFor(about, ownComputer), { idleMinutes: idle, longestMinutes: 720 }))
  }

  it('is shorter on a computer that others use too', () => {
    assert.deepEqual(limitsFor({ roles: held('case-officer'), isFamily: false }, { isSharedComputer: true }), { idleMinutes: 10, longestMinutes: 120 })
  })

  it('never grows by another role, a child or a shared computer, and leaves time for the warning', () => {
    fc.assert(fc.property(standing, standing, fc.boolean(), (one, more, isSharedComputer) => {
      const alone = limitsFor(one, { isSharedComputer })
      // Nobody yet is treated as family, which a role may take the place of.
      if (one.roles.length === 0 && !one.isFamily) return
      const both = limitsFor({ roles: [...one.roles, ...more.roles], isFamily: one.isFamily || more.isFamily }, { isSharedComputer })
      assert.ok(both.idleMinutes <= alone.idleMinutes && both.longestMinutes <= alone.longestMinutes)
      assert.ok(limitsFor(one, { isSharedComputer: true }).idleMinutes <= alone.idleMinutes)
      assert.ok(alone.idleMinutes >= warnMinutes + 2 && alone.idleMinutes <= staffIdleMinutes.most)
    }))
  })

  it('warns at least two minutes before', () => assert.ok(warnMinutes >= 2))

  it('is of the kind that asks for most care', () => {
    assert.deepEqual(kindsOf({ roles: held('senco', 'access-officer'), isFamily: true }), ['administrator', 'staff', 'family'])
    assert.equal(strictestKind({ roles: held('senco'), isFamily: true }), 'staff')
    assert.ok(isStricter('administrator', 'staff') && !isStricter('family', 'staff') && !isStricter('staff', 'staff'))
  })

  for (const [lastSeenAt, now, expected] of [
    [0, 29, { endsAt: 30, because: 'idle', isOver: false }], [0, 30, { endsAt: 30, because: 'idle', isOver: true }],
    [700, 719, { endsAt: 720, because: 'limit', isOver: false }], [719, 720, { endsAt: 720, because: 'limit', isOver: true }],
  ] as const) {
    it(`seen at ${lastSeenAt}, asked at ${now}: ${expected.because} at ${expected.endsAt}`, () => {
      assert.deepEqual(endOfSession({ startedAt: 0, lastSeenAt, now }, { idleMinutes: 30, longestMinutes: 720 }), expected)
    })
  }
})
