// Examples of the policy that the matrix does not hold: readers of a paper, what somebody keeps from somebody, words after the day.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFamilyRowPart, isOfCouncil, isOfFamily, isRowPart, mayHelpWithOwnViews, openingAs, partsOfRole, readingAs, roles } from '../../src/domain/access/parts.ts'
import type { Part } from '../../src/domain/access/parts.ts'
import type { Item } from '../../src/domain/access/policy.ts'
import { decideFor, mayAct, mayLook } from '../../src/domain/access/policy.ts'
import type { ActingFor, Standing } from '../../src/domain/access/standing.ts'
import { actsForIn, councilParts, isClosed, isLive, partsOf } from '../../src/domain/access/standing.ts'
import { isWithheldFrom } from '../../src/domain/access/withheld.ts'
import { addDays } from '../../src/domain/calendar/plain-date.ts'
import { stages } from '../../src/domain/case-file/tracks.ts'
import { caseOf, today } from './cells.ts'

const reason = (held: readonly Part[], item: Item, look: 'papers' | 'all-advice' | 'address' | 'sealed-address' = 'papers'): string => {
  const decision = decideFor({ held, wish: { look }, item })
  return decision.may ? `yes, ${decision.by}` : decision.because
}

describe('a paper', () => {
  const cases: readonly (readonly [string, readonly Part[], Item, string])[] = [
    ['kept for nobody else is the council’s', ['plan-writer'], { readers: [] }, 'yes, plan-writer'],
    ['kept for nobody else is not the school’s', ['school'], { readers: [] }, 'not-among-readers'],
    ['kept for the school is the school’s', ['school'], { readers: ['school', 'adviser'] }, 'yes, school'],
    ['kept for the school is not the family’s', ['parent'], { readers: ['school'] }, 'not-among-readers'],
    ['handed in by somebody stays theirs', ['school'], { readers: [], isTheirs: true }, 'yes, school'],
    ['handed in by somebody stays theirs after the day', ['past-parent'], { readers: [], isTheirs: true, isOfLaterDay: true }, 'yes, past-parent'],
    ['kept for parents is a young person’s parent’s too, of before the day', ['past-parent'], { readers: ['parent'] }, 'yes, past-parent'],
    ['of a later day is not', ['past-parent'], { readers: ['parent'], isOfLaterDay: true }, 'of-later-day'],
    ['withheld from somebody is not theirs to read', ['parent'], { readers: ['parent'], isWithheld: true }, 'withheld'],
    ['withheld, which they wrote down themselves, is', ['parent'], { isTheirs: true, isWithheld: true }, 'yes, parent'],
    ['sealed is its author’s', ['school'], { isSealed: true, isTheirs: true }, 'yes, school'],
    ['sealed is not a colleague’s', ['school'], { isSealed: true }, 'sealed-item'],
    ['sealed is not the case officer’s', ['case-officer'], { isSealed: true }, 'sealed-item'],
    ['sealed is the decision-maker’s', ['decision-maker'], { isSealed: true }, 'yes, decision-maker'],
    ['sealed is the social care lead’s', ['social-care-lead'], { isSealed: true }, 'yes, social-care-lead'],
    ['sealed is not the program’s, whoever wrote it', ['program', 'decision-maker'], { isSealed: true, isTheirs: true }, 'sealed-item'],
    ['of one agency is its own people’s', ['health-lead'], { isForOneAgency: true, isOfThatAgency: true }, 'yes, health-lead'],
    ['of one agency is not another’s, though they wrote it', ['school'], { isForOneAgency: true, isTheirs: true }, 'other-agency'],
    ['of one agency is the decision-maker’s', ['decision-maker'], { isForOneAgency: true }, 'yes, decision-maker'],
    ['of one agency is not the case officer’s', ['case-officer'], { isForOneAgency: true }, 'other-agency'],
    ['of one agency is not the program’s', ['program', 'decision-maker'], { isForOneAgency: true, isOfThatAgency: true }, 'other-agency'],
    ['is nobody’s without a part', [], {}, 'no-part'],
    ['is no rescuer’s', ['break-glass'], {}, 'not-your-part'],
  ]
  for (const [name, held, item, expected] of cases) it(name, () => { assert.equal(reason(held, item), expected) })

  it('and an address while a sealed one is in force says so', () => {
    assert.equal(reason(['case-officer'], { hasSealedAddress: true }, 'address'), 'address-is-sealed')
    assert.equal(reason(['case-officer'], { hasSealedAddress: true }, 'all-advice'), 'yes, case-officer')
    assert.equal(reason(['case-officer'], {}, 'address'), 'yes, case-officer')
    assert.equal(reason(['program', 'case-officer'], {}, 'sealed-address'), 'persons-only')
    assert.equal(reason(['case-officer'], {}, 'sealed-address'), 'yes, case-officer')
  })
})

describe('whom an order keeps from deciding for the child', () => {
  const because = (held: readonly Part[], act: 'make-wish' | 'give-views'): string => {
    const decision = decideFor({ held, wish: { act }, at: { stage: 'draft-out' }, isLimited: true })
    return decision.may ? `yes, ${decision.by}` : decision.because
  }

  it('is told so where parental responsibility would be used, and of nothing else', () => {
    assert.equal(because(['parent'], 'make-wish'), 'limited-by-order')
    assert.equal(because(['parent'], 'give-views'), 'yes, parent')
  })

  it('does what another capacity gives them: an officer stays one, with a child of their own on the case or not', () => {
    assert.equal(because(['parent', 'case-officer'], 'make-wish'), 'yes, case-officer')
    // The other capacity has to be one of the act's own.
    assert.equal(because(['parent', 'school'], 'make-wish'), 'limited-by-order')
  })
})

it('a list asks of the item what a page asks', () => {
  assert.equal(mayLook('papers', ['school'], { readers: [] }), false)
  assert.equal(mayLook('papers', ['school'], { readers: ['school'] }), true)
  assert.equal(mayLook('papers', ['school']), true)
})

describe('what stands in the way of an act', () => {
  const because = (held: readonly Part[], act: 'draft-plan' | 'explain-delay' | 'send-message' | 'give-advice', stage: (typeof stages)[number], more: object = {}): string => {
    const decision = decideFor({ held, wish: { act, ...more }, at: { stage } })
    return decision.may ? 'yes' : decision.because
  }
  it('is said by its code', () => {
    assert.equal(because(['school'], 'give-advice', 'maintained'), 'not-at-this-stage')
    assert.equal(because(['school'], 'give-advice', 'closed'), 'case-is-closed')
    assert.equal(because(['case-officer'], 'explain-delay', 'maintained'), 'yes')
    assert.equal(because(['case-officer'], 'explain-delay', 'exported'), 'case-is-closed')
    assert.equal(because(['parent'], 'send-message', 'exported'), 'yes')
    assert.equal(because(['parent'], 'give-advice', 'assessing'), 'not-your-part')
    assert.equal(because(['school'], 'draft-plan', 'drafting', { section: 'G' }), 'not-your-section')
    assert.equal(because(['school'], 'draft-plan', 'drafting', { section: 'F' }), 'yes')
    assert.equal(because(['adviser'], 'draft-plan', 'drafting', { section: 'G', asked: ['medical'] }), 'yes')
    // A section is asked of drafting alone.
    assert.equal(because(['school'], 'give-advice', 'assessing', { section: 'G' }), 'yes')
  })

  it('is, for a page, the part or the stage', () => {
    assert.equal(mayAct('give-advice', ['school'], 'assessing'), 'yes')
    assert.equal(mayAct('give-advice', ['school'], 'closed'), 'not-at-this-stage')
    assert.equal(mayAct('give-advice', ['parent'], 'assessing'), 'not-your-part')
  })
})

describe('what is kept from somebody', () => {
  it('is kept by part, by person, and from a young person’s parent as from a parent', () => {
    assert.ok(isWithheldFrom(['school'], { parts: ['school'] }))
    assert.ok(!isWithheldFrom(['school'], { parts: ['adviser'] }))
    assert.ok(isWithheldFrom(['adviser', 'person:p1'], { parts: ['parent'], personId: 'p1' }))
    assert.ok(!isWithheldFrom(['person:p1'], { parts: ['parent'], personId: 'p2' }))
    assert.ok(!isWithheldFrom(['person:p1'], { parts: ['parent'] }))
    assert.ok(isWithheldFrom(['parent:p1'], { parts: ['school'], personId: 'p1' }))
    assert.ok(isWithheldFrom(['parent'], { parts: ['past-parent'] }))
    assert.ok(!isWithheldFrom([], { parts: ['parent'], personId: 'p1' }))
  })
})

describe('parts and roles', () => {
  it('say who is of the council and who of the family', () => {
    assert.deepEqual([isOfCouncil(['school', 'plan-writer']), isOfCouncil(['school']), isOfFamily(['parent-draft']), isOfFamily(['school'])], [true, false, true, false])
    assert.deepEqual([mayHelpWithOwnViews(['parent']), mayHelpWithOwnViews(['past-parent', 'parent-views'])], [true, false])
    assert.deepEqual(readingAs(['past-parent']), ['past-parent', 'parent'])
    assert.deepEqual(readingAs(['school']), ['school'])
    assert.deepEqual([mayHelpWithOwnViews(['past-parent']), mayHelpWithOwnViews(['proxy', 'proxy-views']), isOfFamily(['proxy'])], [false, false, true])
    assert.deepEqual(readingAs(['proxy', 'proxy-views']), ['proxy', 'proxy-views', 'parent'])
    assert.deepEqual(openingAs(['proxy', 'proxy-views']), ['proxy', 'proxy-views'])
    assert.deepEqual(openingAs(['proxy', 'proxy-plan']), ['proxy', 'proxy-plan', 'parent'])
    assert.deepEqual(openingAs(['past-parent']), ['past-parent', 'parent'])
    assert.deepEqual(openingAs(['school', 'proxy-plan']), ['school', 'proxy-plan'])
    assert.deepEqual(['proxy', 'parent', 'school', 'past-parent', 'program', ''].map((part) => [isRowPart(part), isFamilyRowPart(part)]),
      [[true, true], [true, true], [true, false], [false, false], [false, false], [false, false]])
  })

  it('give the council’s parts in its own area alone', () => {
    const held = roles.map((role) => ({ role, organisationId: 'one', localAreaId: 'here' }))
    assert.deepEqual(councilParts(held, 'here'), ['case-officer', 'plan-writer', 'decision-maker'])
    assert.deepEqual(councilParts(held, 'there'), [])
    assert.deepEqual([partsOfRole['staff-administrator'], partsOfRole['access-officer']], [[], []])
  })

  it('give a row’s part from its first day to its last, once however many rows there are', () => {
    const on = (from: number, to?: number) => isLive({ fromOn: addDays(today, from), ...(to === undefined ? {} : { toOn: addDays(today, to) }) }, today)
    assert.deepEqual([on(0), on(1), on(-1), on(-2, -1), on(-2, 0), on(0, 0), on(-2, 5)], [true, false, true, false, true, true, true])
    const person = { kind: 'person', personId: 'me', roles: [], hasBrokenGlass: false, rows: [1, 2].map(() => ({ part: 'young-person', personId: 'me', fromOn: today })) } as const
    const flags = { sealedAddress: false, sealedItem: false, noParentalResponsibility: false, youngPersonDecides: false, otherAgencyOnly: false, closed: false }
    assert.deepEqual(partsOf(person, caseOf('stranger', 'assessing', flags)), ['young-person'])
    assert.deepEqual(partsOf({ kind: 'system' }, caseOf('stranger', 'assessing', flags)), ['program', 'case-officer', 'plan-writer', 'decision-maker'])
    assert.deepEqual(partsOf({ kind: 'anyone' }, caseOf('stranger', 'assessing', flags)), [])
  })

  it('give a parent’s part to responsibility or care, and to nobody whom an order bars, in whatever capacity', () => {
    const flags = { sealedAddress: false, sealedItem: false, noParentalResponsibility: false, youngPersonDecides: false, otherAgencyOnly: false, closed: false }
    const at = caseOf('stranger', 'assessing', flags)
    const parent = { kind: 'person', personId: 'me', roles: [{ role: 'senco', organisationId: 'school' }], hasBrokenGlass: false, rows: [{ part: 'parent', personId: 'me', fromOn: today }, { part: 'school', organisationId: 'school', fromOn: today }] } as const
    const partsWith = (family?: { hasParentalResponsibility: boolean; hasCare: boolean; mayNotSee: boolean }) => partsOf({ ...parent, ...(family === undefined ? {} : { family }) }, at)
    assert.deepEqual(partsWith(), ['parent', 'school'])
    assert.deepEqual(partsWith({ hasParentalResponsibility: true, hasCare: false, mayNotSee: false }), ['parent', 'school'])
    assert.deepEqual(partsWith({ hasParentalResponsibility: false, hasCare: true, mayNotSee: false }), ['parent', 'school'])
    assert.deepEqual(partsWith({ hasParentalResponsibility: false, hasCare: false, mayNotSee: false }), ['school'])
    assert.deepEqual(partsWith({ hasParentalResponsibility: true, hasCare: true, mayNotSee: true }), [])
  })

  it('take whichever of somebody’s roles brings the part', () => {
    const flags = { sealedAddress: false, sealedItem: false, noParentalResponsibility: false, youngPersonDecides: false, otherAgencyOnly: false, closed: false }
    const at = caseOf('stranger', 'assessing', flags)
    const both = { kind: 'person', personId: 'me', rows: [], hasBrokenGlass: false } as const
    const roleAt = (role: (typeof roles)[number]) => ({ role, organisationId: 'one' })
    assert.deepEqual(partsOf({ ...both, roles: [roleAt('staff-administrator'), roleAt('senco')], rows: [{ part: 'school', organisationId: 'one', fromOn: today }] }, at), ['school'])
    assert.deepEqual(partsOf({ ...both, roles: [roleAt('adviser'), roleAt('health-lead')], hasBrokenGlass: true }, at), ['break-glass'])
    assert.deepEqual(partsOf({ ...both, roles: [roleAt('adviser')], hasBrokenGlass: true }, at), [])
    assert.deepEqual(partsOf({ ...both, roles: [roleAt('health-lead')], rows: [{ part: 'adviser', personId: 'me', fromOn: today }], hasBrokenGlass: true }, at), ['adviser'])
  })

  it('say for whom somebody acts today, and of nobody who comes for themselves', () => {
    const flags = { sealedAddress: false, sealedItem: false, noParentalResponsibility: false, youngPersonDecides: false, otherAgencyOnly: false, closed: false }
    const at = caseOf('stranger', 'assessing', flags)
    const consent = (of: Partial<ActingFor['proxy']> = {}, more: Partial<ActingFor> = {}): ActingFor => ({
      proxy: { personId: 'me', forPersonId: 'mother', scopes: ['plan'], from: today, to: today, ...of }, rows: [{ part: 'parent', personId: 'mother', fromOn: today }], ...more,
    })
    const helper = (actsFor: readonly ActingFor[], more: object = {}): Standing =>
      ({ kind: 'person', personId: 'me', roles: [], rows: [{ part: 'proxy', personId: 'me', fromOn: today }], hasBrokenGlass: false, actsFor, ...more })
    const family = (mayNotSee: boolean) => ({ family: { hasParentalResponsibility: true, hasCare: false, mayNotSee } })
    assert.equal(actsForIn(helper([consent()]), at), 'mother')
    assert.equal(actsForIn(helper([consent({}, family(false))], family(false)), at), 'mother')
    // The first consent that gives anything, whoever else is named in another.
    assert.equal(actsForIn(helper([consent({ personId: 'somebody else', forPersonId: 'father' }), consent({ to: addDays(today, -1), forPersonId: 'aunt' }), consent()]), at), 'mother')
    const nobodys: readonly Standing[] = [
      { kind: 'system' }, { kind: 'anyone' }, helper([]), helper([consent()], { rows: [] }), helper([consent()], family(true)), helper([consent({}, family(true))]),
      helper([consent()], { rows: [{ part: 'proxy', personId: 'somebody else', fromOn: today }] }), helper([consent()], { rows: [{ part: 'proxy', personId: 'me', fromOn: addDays(today, 1) }] }),
      helper([consent()], { rows: [{ part: 'proxy', personId: 'me', fromOn: today }, { part: 'young-person', personId: 'me', fromOn: today }] }),
      helper([consent({}, { rows: [] })]), helper([consent({}, { rows: [{ part: 'school', personId: 'mother', fromOn: today }] })]),
      { kind: 'person', personId: 'me', roles: [], rows: [{ part: 'proxy', personId: 'me', fromOn: today }], hasBrokenGlass: false },
    ]
    assert.deepEqual(nobodys.map((standing) => actsForIn(standing, at)), nobodys.map(() => undefined))
    // A job of theirs is no bar to it: the council asks who it is when they are named.
    assert.equal(actsForIn(helper([consent()], { roles: [{ role: 'senco', organisationId: 'one' }], rows: [{ part: 'proxy', personId: 'me', fromOn: today }, { part: 'school', organisationId: 'one', fromOn: today }] }), at), 'mother')
  })

  it('know a closed case by its stage or because it is retained', () => {
    assert.deepEqual(stages.filter((stage) => isClosed({ stage })), ['closed', 'exported'])
    assert.ok(isClosed({ stage: 'maintained', isRetained: true }))
    assert.ok(!isClosed({ stage: 'maintained', isRetained: false }))
  })

  it('say that what is open to anybody is open to anybody', () => {
    assert.deepEqual(decideFor({ held: [], wish: { act: 'make-request' }, at: { stage: 'not-known' } }), { may: true, by: 'anyone' })
  })

  it('open no kind of record to nobody', () => { assert.equal(mayLook('final-plan', []), false) })
})
