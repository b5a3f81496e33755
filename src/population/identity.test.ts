import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseNhsNumber } from '../domain/identifiers/nhs-number.ts'
import { parseUpn } from '../domain/identifiers/upn.ts'
import { boroughArea, demoArea, englandsAreas } from './areas.ts'
import { isInventedFamilyName, nhsNumberOf, upnOf } from './identity.ts'

describe('numbers that cannot be real', () => {
  it('are read by the product and met once each, up to all that there are', () => {
    const patients = new Set<string>()
    for (let number = 0; number < 909_090; number += 1) patients.add(nhsNumberOf(number))
    assert.equal(patients.size, 909_090)
    const pupils = new Set(Array.from({ length: 20_000 }, (_, number) => upnOf(number)))
    assert.equal(pupils.size, 20_000)
    for (const number of [0, 1, 718_837, 909_089]) assert.ok(parseNhsNumber(nhsNumberOf(number)).ok && parseUpn(upnOf(number)).ok)
  })
  it('of one area are never another’s', () => {
    const areas = [...englandsAreas(1), boroughArea, demoArea]
    assert.equal(areas.slice(0, 153).reduce((sum, { plans }) => sum + plans, 0), 718_838)
    const spans = areas.map(({ key, upnFrom, known, nhsFrom, plans }) => ({ upn: [upnFrom, upnFrom + known], nhs: [nhsFrom, nhsFrom + (/^\d/.test(key) ? plans : known)] }))
    for (const of of ['upn', 'nhs'] as const) {
      const inOrder = spans.map((span) => span[of]).toSorted(([a = 0], [b = 0]) => a - b)
      for (const [index, [from = 0]] of inOrder.entries()) assert.ok(index === 0 || from >= (inOrder[index - 1]?.[1] ?? 0), `${of} from ${from}`)
    }
    assert.ok(spans.every(({ nhs: [, end = 0] }) => end <= 909_090))
  })
  it('knows a name that was put together', () => {
    assert.ok(isInventedFamilyName('Skerrovathwaite'))
    assert.ok(!isInventedFamilyName('Smith'))
  })
})
