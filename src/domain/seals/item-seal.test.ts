import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Part } from '../access/parts.ts'
import { parts } from '../access/parts.ts'
import { mayLook } from '../access/policy.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { ItemSeal } from './item-seal.ts'
import { letsThrough, reviewDaysOf, sealGroundNames, sealKinds } from './item-seal.ts'

const seal = (kind: ItemSeal['kind'], more: Partial<ItemSeal> = {}): ItemSeal => ({ id: 'one', kind, thingIds: ['a report'], readerIds: [], ...more })
const viewer = (part: Part, personId = 'me', organisationIds: string[] = []) => ({ personId, parts: [part], organisationIds })

describe('a seal on one item', () => {
  // DPA 2018 Sch 3: what is withheld is withheld from everybody who need not know; who decides for the council answers for it.
  const cases: readonly (readonly [string, ItemSeal, ReturnType<typeof viewer>, boolean])[] = [
    ['named people read it', seal('named', { readerIds: ['me'] }), viewer('case-officer'), true],
    ['nobody else of the team does', seal('named', { readerIds: ['you'] }), viewer('case-officer'), false],
    ['nor the family', seal('named', { readerIds: ['you'] }), viewer('parent'), false],
    ['who wrote it does', seal('named', { ownerId: 'me' }), viewer('adviser'), true],
    ['who decides does', seal('named'), viewer('decision-maker'), true],
    ['who answers for keeping the child safe does', seal('named'), viewer('social-care-lead'), true],
    ['a body’s own staff read it', seal('agency', { organisationId: 'nhs' }), viewer('adviser', 'me', ['nhs']), true],
    ['another body’s do not', seal('agency', { organisationId: 'nhs' }), viewer('adviser', 'me', ['school']), false],
    ['the case officer does not', seal('agency', { organisationId: 'nhs' }), viewer('case-officer'), false],
    ['who decides reads a body’s too', seal('agency', { organisationId: 'nhs' }), viewer('decision-maker'), true],
    ['everybody who works on the case reads what is for staff', seal('staff'), viewer('school'), true],
    ['nobody of the family does', seal('staff'), viewer('parent'), false],
    ['nor a young person', seal('staff'), viewer('young-person'), false],
    ['but what they handed in themselves stays theirs', seal('staff', { ownerId: 'me' }), viewer('parent'), true],
  ]
  for (const [what, one, who, may] of cases) it(`${one.kind}: ${what}`, () => { assert.equal(letsThrough(one, who), may) })

  it('the program carries nothing that is sealed', () => {
    for (const kind of sealKinds) assert.equal(letsThrough(seal(kind), { parts: ['program', 'case-officer', 'plan-writer', 'decision-maker'], organisationIds: [] }), false, kind)
  })

  it('never lets anybody see what they could not see without it', () => {
    fc.assert(fc.property(fc.constantFrom(...sealKinds), fc.subarray([...parts]), fc.boolean(), fc.boolean(), fc.boolean(), (kind, held, isReader, isOwner, isOfBody) => {
      const one = seal(kind, { readerIds: isReader ? ['me'] : [], ...(isOwner ? { ownerId: 'me' } : {}), organisationId: 'body' })
      const may = letsThrough(one, { personId: 'me', parts: held, organisationIds: isOfBody ? ['body'] : [] })
      return !may || mayLook('papers', held)
    }))
  })

  it('is looked at again from tomorrow on, within the time its ground allows', () => {
    const today = plainDateOf('2026-11-22')
    assert.deepEqual(reviewDaysOf('being-looked-at', today), { earliest: '2026-11-23', latest: '2026-12-22' })
    assert.deepEqual(reviewDaysOf('third-party', today), { earliest: '2026-11-23', latest: '2027-11-22' })
    for (const ground of sealGroundNames) assert.ok(reviewDaysOf(ground, today).latest > today)
  })
})
