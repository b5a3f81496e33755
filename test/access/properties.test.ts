// What must hold of the policy whatever the tables say: less standing never shows more, a seal never shows more, no area sees
// another's, and what a list shows a search finds and a search finds only what can be opened.
//
// One flag moves rights and does not only take them: from the day when the young person decides, their deputy or attorney, who had
// nothing before, has a parent's part for what they decide; and a parent whose row gave a parent's part has what was theirs before the
// day and what the young person lets them do. Nobody else gains anything by it. That is stated below as it is, and nothing is left out.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { councilTeam, glassRoles, ofFamily, parts, roles, rowParts } from '../../src/domain/access/parts.ts'
import type { Part } from '../../src/domain/access/parts.ts'
import { actsOpenTo, decide, decideFor, isForParts, mayAct, mayLook } from '../../src/domain/access/policy.ts'
import type { Item, Wish } from '../../src/domain/access/policy.ts'
import { sightNames } from '../../src/domain/access/sights.ts'
import type { ActingFor, CaseNow, Standing } from '../../src/domain/access/standing.ts'
import { partsOf } from '../../src/domain/access/standing.ts'
import type { Instant } from '../../src/domain/calendar/plain-date.ts'
import { addDays } from '../../src/domain/calendar/plain-date.ts'
import { helpParts } from '../../src/domain/case-file/facts.ts'
import { actNames } from '../../src/domain/case-file/open-acts.ts'
import { stages } from '../../src/domain/case-file/tracks.ts'
import { sections } from '../../src/domain/plan/sections.ts'
import { caseOf, today } from './cells.ts'
import type { Flags } from './reference.ts'
import { relations } from './reference.ts'

type Person = Extract<Standing, { kind: 'person' }>

const flag = fc.boolean()
const anItem: fc.Arbitrary<Item> = fc.record({
  isSealed: flag, isTheirs: flag, isForOneAgency: flag, isOfThatAgency: flag, isWithheld: flag, isOfLaterDay: flag, hasSealedAddress: flag,
}).chain((item) => fc.option(fc.subarray([...parts]), { nil: undefined }).map((readers) => (readers === undefined ? item : { ...item, readers })))
const bodies = fc.constantFrom('mine', 'another', 'council of the area', 'council elsewhere')
const aRole = fc.record({ role: fc.constantFrom(...roles), organisationId: bodies }).map((held) => ({
  ...held, ...(held.organisationId === 'council of the area' ? { localAreaId: 'the area of the case' } : held.organisationId === 'council elsewhere' ? { localAreaId: 'elsewhere' } : {}),
}))
const aRow = fc.record({
  part: fc.oneof(fc.constantFrom(...rowParts), fc.constantFrom(...parts)), from: fc.integer({ min: -3, max: 2 }), days: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  whose: fc.constantFrom('me', 'somebody else', undefined), body: fc.option(bodies, { nil: undefined }),
}).map(({ part, from, days, whose, body }) => ({
  part, fromOn: addDays(today, from), ...(days === undefined ? {} : { toOn: addDays(today, from + days) }),
  ...(whose === undefined ? {} : { personId: whose }), ...(body === undefined ? {} : { organisationId: body }),
}))
const aFamily = fc.option(fc.record({ hasParentalResponsibility: flag, hasCare: flag, mayNotSee: flag }), { nil: undefined })
const aConsent = fc.record({
  scopes: fc.subarray([...helpParts], { minLength: 1 }), from: fc.integer({ min: -3, max: 1 }), days: fc.integer({ min: 0, max: 4 }), isEnded: flag, whose: fc.constantFrom('me', 'somebody else'),
  principal: fc.constantFrom('parent', 'young-person', 'representative'), rowEnded: flag, family: aFamily,
}).map(({ scopes, from, days, isEnded, whose, principal, rowEnded, family }): ActingFor => ({
  proxy: { personId: whose, forPersonId: 'principal', scopes, from: addDays(today, from), to: addDays(today, from + days), ...(isEnded ? { endedAt: '2026-11-22T08:00:00.000Z' as Instant } : {}) },
  rows: [{ part: principal, personId: 'principal', fromOn: addDays(today, -9), ...(rowEnded ? { toOn: addDays(today, -1) } : {}) }], ...(family === undefined ? {} : { family }),
}))
const aPerson: fc.Arbitrary<Person> = fc.record({
  roles: fc.array(aRole, { maxLength: 4 }), rows: fc.array(aRow, { maxLength: 5 }), family: aFamily, hasBrokenGlass: flag, actsFor: fc.option(fc.array(aConsent, { minLength: 1, maxLength: 2 }), { nil: undefined }),
}).map(({ family, actsFor, rows, ...rest }) => ({
  kind: 'person', personId: 'me', ...rest, rows: actsFor === undefined ? rows : [...rows, { part: 'proxy', personId: 'me', fromOn: addDays(today, -1) }],
  ...(family === undefined ? {} : { family }), ...(actsFor === undefined ? {} : { actsFor }),
}))
const noFlags: Flags = { sealedAddress: false, sealedItem: false, noParentalResponsibility: false, youngPersonDecides: false, otherAgencyOnly: false, closed: false }
const aCase: fc.Arbitrary<CaseNow> = fc.record({ relation: fc.constantFrom(...relations), stage: fc.constantFrom(...stages), closed: flag, youngPersonDecides: flag })
  .map(({ relation, stage, closed, youngPersonDecides }) => caseOf(relation, stage, { ...noFlags, closed, youngPersonDecides }))
const aWish: fc.Arbitrary<Wish> = fc.oneof(
  fc.constantFrom(...sightNames).map((look) => ({ look })), fc.constantFrom(...actNames).map((act) => ({ act })),
  fc.constantFrom(...sections).map((section) => ({ act: 'draft-plan' as const, section })),
)

const may = (standing: Standing, at: CaseNow, wish: Wish, item: Item = {}): boolean => decide({ standing, at, wish, item }).may
/** Whatever the narrower may, the wider may. */
const never = (narrow: boolean, wide: boolean): void => { if (narrow) assert.ok(wide, 'more was shown, and less was given') }

describe('losing something never widens', () => {
  it('a row, a role, or the days of a row', () => {
    fc.assert(fc.property(aPerson, aCase, aWish, anItem, fc.nat(), (person, at, wish, item, which) => {
      // An emergency gives something only to whoever has nothing else: losing a part may leave it to them, and it is no part of theirs.
      const wider = { ...person, hasBrokenGlass: false }
      const without = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => index !== which % Math.max(1, list.length))
      never(may({ ...wider, rows: without(wider.rows) }, at, wish, item), may(wider, at, wish, item))
      never(may({ ...wider, roles: without(wider.roles) }, at, wish, item), may(wider, at, wish, item))
      never(may({ ...wider, rows: wider.rows.map((row) => ({ ...row, toOn: addDays(today, -1) })) }, at, wish, item), may(wider, at, wish, item))
    }), { numRuns: 4000 })
  })

  it('the emergency, responsibility, care, or the right to see at all', () => {
    fc.assert(fc.property(aPerson, aCase, aWish, anItem, (person, at, wish, item) => {
      never(may({ ...person, hasBrokenGlass: false }, at, wish, item), may(person, at, wish, item))
      if (person.family === undefined) return
      const { family } = person
      const calm = { ...person, hasBrokenGlass: false }
      for (const less of [{ hasParentalResponsibility: false }, { hasCare: false }, { mayNotSee: true }]) {
        never(may({ ...calm, family: { ...family, ...less } }, at, wish, item), may(calm, at, wish, item))
      }
      assert.deepEqual(partsOf({ ...person, family: { ...family, mayNotSee: true } }, at), [])
    }), { numRuns: 4000 })
  })

  it('a consent, a scope of it, or what the family member has themselves', () => {
    fc.assert(fc.property(aPerson, aConsent, aCase, aWish, anItem, fc.constantFrom(...helpParts), (person, consent, at, wish, item, scope) => {
      // Somebody of the family keeps what is theirs and gets nothing as a helper: losing a family row may leave them the helper's part.
      const helper = { ...person, hasBrokenGlass: false, rows: [...person.rows.filter(({ part }) => !['parent', 'young-person', 'representative'].includes(part)), { part: 'proxy', personId: 'me', fromOn: addDays(today, -1) }] }
      const given = may({ ...helper, actsFor: [consent] }, at, wish, item)
      const { proxy, rows } = consent
      never(may({ ...helper, actsFor: [] }, at, wish, item), given)
      never(may({ ...helper, actsFor: [{ ...consent, proxy: { ...proxy, scopes: proxy.scopes.filter((one) => one !== scope) } }] }, at, wish, item), given)
      never(may({ ...helper, actsFor: [{ ...consent, proxy: { ...proxy, endedAt: '2026-11-22T08:00:00.000Z' as Instant } }] }, at, wish, item), given)
      never(may({ ...helper, actsFor: [{ ...consent, rows: [] }] }, at, wish, item), given)
      never(may({ ...helper, actsFor: [{ ...consent, rows: rows.map((row) => ({ ...row, toOn: addDays(today, -1) })) }] }, at, wish, item), given)
      if (consent.family !== undefined) never(may({ ...helper, actsFor: [{ ...consent, family: { ...consent.family, mayNotSee: true } }] }, at, wish, item), given)
    }), { numRuns: 4000 })
  })

  it('a helper’s own tie: nobody has more as a helper than the family member whose consent it is', () => {
    fc.assert(fc.property(aConsent, aCase, aWish, (consent, at, wish) => {
      const helper: Person = { kind: 'person', personId: 'me', roles: [], rows: [{ part: 'proxy', personId: 'me', fromOn: addDays(today, -1) }], hasBrokenGlass: false, actsFor: [consent] }
      const principal: Person = { kind: 'person', personId: 'principal', roles: [], rows: consent.rows, hasBrokenGlass: false, ...(consent.family === undefined ? {} : { family: consent.family }) }
      // Their own page of whom they help, and ending that: of the consent itself.
      if (('look' in wish && wish.look === 'helping') || ('act' in wish && wish.act === 'end-proxy')) return
      never(may(helper, at, wish), may(principal, at, wish))
    }), { numRuns: 4000 })
  })

  it('a case that is closed', () => {
    fc.assert(fc.property(aPerson, aCase, aWish, anItem, (person, at, wish, item) => {
      const calm = { ...person, hasBrokenGlass: false }
      never(may(calm, { ...at, isRetained: true }, wish, item), may(calm, { ...at, isRetained: false }, wish, item))
    }), { numRuns: 4000 })
  })
})

describe('a seal or a restriction never widens', () => {
  it('of an item, whatever else is marked on it', () => {
    fc.assert(fc.property(aPerson, aCase, aWish, anItem, (person, at, wish, item) => {
      for (const seal of ['isSealed', 'isForOneAgency', 'isWithheld', 'isOfLaterDay', 'hasSealedAddress'] as const) {
        never(may(person, at, wish, { ...item, [seal]: true }), may(person, at, wish, { ...item, [seal]: false }))
      }
      const { readers: _, ...unread } = item
      never(may(person, at, wish, item), may(person, at, wish, unread))
    }), { numRuns: 4000 })
  })

  it('nor does a mark give what the part does not: an item in question never opens a kind of record', () => {
    fc.assert(fc.property(aPerson, aCase, aWish, anItem, (person, at, wish, item) => { never(may(person, at, wish, item), may(person, at, wish)) }), { numRuns: 4000 })
  })

  it('a sealed address is for its named roles in every state, and for no emergency and no letter', () => {
    fc.assert(fc.property(aPerson, aCase, anItem, (person, at, item) => {
      const held = partsOf(person, at)
      if (may(person, at, { look: 'sealed-address' }, item)) assert.ok(held.some((part) => ['case-officer', 'decision-maker', 'social-care-lead'].includes(part)))
      assert.equal(may({ kind: 'system' }, at, { look: 'sealed-address' }, item), false)
      assert.equal(may(person, at, { look: 'address' }, { ...item, hasSealedAddress: true }), false)
    }))
    assert.equal(mayLook('sealed-address', ['break-glass']), false)
  })
})

describe('the day on which the young person decides', () => {
  it('moves rights and adds none: but for the deputy or attorney, nobody sees or does anything more than the day before', () => {
    fc.assert(fc.property(aPerson, fc.constantFrom(...relations), fc.constantFrom(...stages), aWish, anItem, (person, relation, stage, wish, item) => {
      const rows = person.rows.filter(({ part }) => part !== 'representative')
      const before = { ...person, rows, hasBrokenGlass: false }
      const held = partsOf(before, caseOf(relation, stage, { ...noFlags, youngPersonDecides: true }))
      // A parent of a young person has parts of their own name; what these open, a parent's part opened before, but for the pages about
      // the young person's own word, which a parent reads and does not write.
      never(may(before, caseOf(relation, stage, { ...noFlags, youngPersonDecides: true }), wish, item), may(before, caseOf(relation, stage, noFlags), wish, item))
      if (rows.every(({ part }) => part !== 'parent') && person.actsFor === undefined) assert.deepEqual(held, partsOf(before, caseOf(relation, stage, noFlags)))
    }), { numRuns: 4000 })
  })
})

describe('nobody sees across areas', () => {
  it('without a recorded row of their own or of a body of theirs, or an emergency', () => {
    fc.assert(fc.property(aPerson, aCase, (person, at) => {
      const elsewhere = { ...person, rows: [], hasBrokenGlass: false, roles: person.roles.map((held) => ({ ...held, localAreaId: 'elsewhere' })) }
      assert.deepEqual(partsOf(elsewhere, at), [])
    }), { numRuns: 2000 })
  })

  it('and a row makes nobody council, program or a rescuer', () => {
    fc.assert(fc.property(aPerson, aCase, (person, at) => {
      const held = partsOf({ ...person, roles: person.roles.map((one) => ({ ...one, localAreaId: 'elsewhere' })), hasBrokenGlass: false }, at)
      assert.ok(held.every((part) => !councilTeam.includes(part) && part !== 'program' && part !== 'break-glass' && part !== 'representative'))
    }), { numRuns: 2000 })
  })
})

describe('an emergency', () => {
  it('is read and never acted in, and only by whose office it is', () => {
    assert.deepEqual(actNames.filter((act) => isForParts(act, ['break-glass'])), ['make-request'])
    fc.assert(fc.property(aPerson, aCase, (person, at) => {
      const held = partsOf(person, at)
      if (!held.includes('break-glass')) return
      assert.deepEqual(held, ['break-glass'])
      assert.ok(person.roles.some(({ role }) => glassRoles.includes(role)))
    }), { numRuns: 2000 })
  })
})

describe('the questions that pages ask', () => {
  const someParts = fc.subarray([...parts]) as fc.Arbitrary<Part[]>
  it('are one: what is open now is open ever, and the list of acts is the acts that are open', () => {
    fc.assert(fc.property(someParts, fc.constantFrom(...stages), (held, stage) => {
      const open = actsOpenTo(held, stage)
      assert.deepEqual(open, actNames.filter((act) => decideFor({ held, wish: { act }, at: { stage } }).may))
      for (const act of actNames) {
        assert.equal(mayAct(act, held, stage) === 'yes', open.includes(act))
        if (open.includes(act)) assert.ok(isForParts(act, held))
        else assert.equal(mayAct(act, held, stage), isForParts(act, held) ? 'not-at-this-stage' : 'not-your-part')
      }
    }), { numRuns: 300 })
  })

  it('grow with the parts: more parts see no less, but that the program carries nothing that is sealed', () => {
    fc.assert(fc.property(someParts, someParts, aWish, (fewer, more, wish) => {
      const held = fewer.filter((part) => part !== 'program')
      never(decideFor({ held, wish }).may, decideFor({ held: [...held, ...more.filter((part) => part !== 'program')], wish }).may)
    }), { numRuns: 2000 })
  })

  it('give their reason, and the part by which', () => {
    fc.assert(fc.property(someParts, aWish, anItem, (held, wish, item) => {
      const decision = decideFor({ held, wish, item })
      if (!decision.may && decision.because === 'no-part') assert.equal(held.length, 0)
      if (!decision.may && held.length === 0 && !('act' in wish && wish.act === 'make-request')) assert.equal(decision.because, 'no-part')
      if (decision.may && decision.by !== 'anyone') assert.ok(held.includes(decision.by))
    }), { numRuns: 2000 })
  })

  it('show no more of the past than of the present: whoever reads the history sees where the case is now', () => {
    for (const part of parts) {
      never(mayLook('timeline', [part]), mayLook('overview', [part]))
      never(mayLook('access-record', [part]), mayLook('people-on-case', [part]))
      never(mayLook('deliveries', [part]), mayLook('final-plan', [part]))
      never(mayLook('shared-draft', [part]), mayLook('final-plan', [part]))
    }
  })

  it('hide from a parent of a young person what they may hide from nobody else: family parts see no staff page', () => {
    for (const part of ofFamily) for (const sight of ['panel', 'checks', 'consultations', 'working-draft', 'family-details', 'legal-notes', 'safeguarding-notes', 'address'] as const) assert.equal(mayLook(sight, [part]), false)
  })
})
