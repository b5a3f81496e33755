import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { helpParts } from '../case-file/facts.ts'
import { openActs } from '../case-file/open-acts.ts'
import type { ActName } from '../case-file/open-acts.ts'
import type { Part } from './parts.ts'
import { isLive, latestEnd, openScopes, partsOfProxy, proxyKinds, proxyKindWords } from './parts-of-proxy.ts'
import { mayAct, mayLook } from './policy.ts'
import { sights } from './sights.ts'
import type { SightName } from './sights.ts'

const today = plainDateOf('2026-09-14')
const sightNames = Object.keys(sights) as SightName[]
const principals: readonly (readonly Part[])[] = [['parent'], ['young-person'], ['past-parent'], ['past-parent', 'parent-plan'], ['past-parent', 'parent-messages'], ['past-parent', 'parent-views'], []]

describe('somebody who acts for a family member', () => {
  it('has nothing before the first day, after the last, once it was ended, or when the family member has nothing', () => {
    const proxy = { personId: 'helper', forPersonId: 'parent', scopes: helpParts, from: today, to: addDays(today, 10) }
    assert.deepEqual(partsOfProxy(proxy, ['parent'], addDays(today, -1)), [])
    assert.ok(partsOfProxy(proxy, ['parent'], today).length > 0)
    assert.ok(partsOfProxy(proxy, ['parent'], addDays(today, 10)).length > 0)
    assert.deepEqual(partsOfProxy(proxy, ['parent'], addDays(today, 11)), [])
    assert.deepEqual(partsOfProxy({ ...proxy, endedAt: '2026-09-14T09:00:00.000Z' as never }, ['parent'], today), [])
    assert.deepEqual(partsOfProxy(proxy, [], today), [])
  })

  it('acts for a year at the most, and is of a kind that has words', () => {
    assert.equal(latestEnd(today), '2027-09-14')
    assert.deepEqual([...proxyKinds], Object.keys(proxyKindWords))
    assert.equal(proxyKinds.length, 6)
    assert.deepEqual([-1, 0, 10, 11].map((days) => isLive({ from: today, to: addDays(today, 10) }, addDays(today, days))), [false, true, true, false])
    assert.equal(isLive({ from: today, to: today, endedAt: '2026-09-14T09:00:00.000Z' as never }, today), false)
  })

  it('has each scope as the family member has it, and a part of its own for each', () => {
    const proxy = { personId: 'helper', forPersonId: 'parent', scopes: helpParts, from: today, to: today }
    const open = (held: readonly Part[]) => openScopes(proxy, held, today)
    assert.deepEqual(open(['parent']), ['plan', 'letters', 'messages', 'views'])
    assert.deepEqual(open(['young-person']), ['plan', 'letters', 'messages', 'views'])
    assert.deepEqual(open(['past-parent']), ['letters'])
    assert.deepEqual(open(['parent-plan']), ['letters'])
    assert.deepEqual(open(['parent-messages']), ['messages'])
    assert.deepEqual(open(['parent-views']), ['views'])
    assert.deepEqual(open(['parent-draft']), [])
    assert.deepEqual(partsOfProxy(proxy, ['parent'], today), ['proxy', 'proxy-plan', 'proxy-letters', 'proxy-messages', 'proxy-views'])
    assert.deepEqual(partsOfProxy(proxy, ['past-parent', 'parent-views'], today), ['proxy', 'proxy-letters', 'proxy-views'])
  })

  it('looks at no more than the family member, and at no more with fewer scopes', () => {
    fc.assert(fc.property(fc.constantFrom(...principals), fc.subarray([...helpParts]), fc.subarray([...helpParts]), (held, scopes, fewer) => {
      const of = (chosen: readonly (typeof helpParts)[number][]): readonly Part[] => partsOfProxy({ personId: 'h', forPersonId: 'p', scopes: chosen, from: today, to: today }, held, today)
      const all = of(scopes)
      // Their own page of who helps is the one thing that a helper has and a family member may lack.
      for (const sight of sightNames.filter((one) => one !== 'helping')) {
        if (mayLook(sight, all)) assert.ok(mayLook(sight, held), `${sight} of ${held.join('+')}`)
        if (mayLook(sight, of(scopes.filter((one) => fewer.includes(one))))) assert.ok(mayLook(sight, all))
      }
      for (const act of (Object.keys(openActs) as ActName[]).filter((one) => one !== 'end-proxy')) if (mayAct(act, all, 'drafting') === 'yes') assert.equal(mayAct(act, held, 'drafting'), 'yes', act)
    }))
  })

  it('never sees the family page, the protected address, or who can see the case', () => {
    const all = partsOfProxy({ personId: 'h', forPersonId: 'p', scopes: helpParts, from: today, to: today }, ['parent'], today)
    for (const sight of ['family-details', 'sealed-address', 'people-on-case', 'timeline', 'request', 'rights'] as const) assert.equal(mayLook(sight, all), false, sight)
  })
})
