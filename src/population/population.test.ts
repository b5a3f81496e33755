// What must hold of every child that is made, whoever they are: their facts fold, nothing is of tomorrow, nobody can be real, and they are
// the same child whatever else is made. The comparison with the published figures stands at the end, for the whole borough.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandsCalendar } from '../domain/calendar/england.ts'
import { londonDateOf } from '../domain/calendar/london-date.ts'
import { weekday } from '../domain/calendar/plain-date.ts'
import { clockEventsOf } from '../domain/case-file/clock-events.ts'
import { allOf, latestOf } from '../domain/case-file/facts.ts'
import { foldTracks, isInForce, type Stage } from '../domain/case-file/tracks.ts'
import { foldClocks } from '../domain/clocks/fold-clocks.ts'
import { isInventedUrn, parseUrn } from '../domain/identifiers/establishment-numbers.ts'
import { parseNhsNumber } from '../domain/identifiers/nhs-number.ts'
import { nhsNumberFor, upnFor } from '../domain/identifiers/real-or-invented.ts'
import { parseUpn } from '../domain/identifiers/upn.ts'
import { boroughArea, demoArea, englandsAreas } from './areas.ts'
import { rowsOf } from './compare.ts'
import { dateOf, dayOf } from './days.ts'
import { isInventedFamilyName } from './identity.ts'
import { makeChild, type MadeChild } from './make-child.ts'
import { Counts, countChild } from './measure.ts'
import { worldOf, type World } from './world.ts'

const seed = 1
const everyChildOf = (world: World): MadeChild[] => Array.from({ length: world.area.known }, (_, child) => makeChild(world, child))

const surveyDay = dayOf('2026-01-15')
const borough = worldOf(seed, boroughArea, surveyDay)
const boroughs = everyChildOf(borough)
const england = englandsAreas(seed)
// A few of each of England's areas, the smallest whole, on other days too.
const elsewhere = ['2026-01-15', '2026-11-21', '2025-08-20'].flatMap((on) => england.filter((_, index) => index % 9 === 0 || england[index]?.key === '420').map((area) => worldOf(seed, area, dayOf(on))))
const others: readonly (readonly [World, MadeChild])[] = [
  ...elsewhere.flatMap((world) => Array.from({ length: Math.min(60, world.area.known) }, (_, child) => [world, makeChild(world, child)] as const)),
  ...everyChildOf(worldOf(seed, demoArea, dayOf('2026-11-21'))).map((child) => [worldOf(seed, demoArea, dayOf('2026-11-21')), child] as const),
]
const all: readonly (readonly [World, MadeChild])[] = [...boroughs.map((child) => [borough, child] as const), ...others]

const stagesOf: Readonly<Record<MadeChild['standing'], (stage: Stage) => boolean>> = {
  'in-force': isInForce, ceased: (stage) => stage === 'closed' || stage === 'exported', refused: (stage) => stage === 'not-assessed', 'no-plan': (stage) => stage === 'no-plan', withdrawn: (stage) => stage === 'closed',
  undecided: (stage) => stage === 'considering', assessing: (stage) => ['assessing', 'drafting', 'draft-out'].includes(stage), support: (stage) => stage === 'not-known',
}

describe('every child of the population', () => {
  it('has facts that the clocks fold without a refusal, and the stage that was meant', () => {
    for (const [{ today, area }, child] of all) {
      const name = `${area.key}/${child.number}, ${child.standing}`
      const clocks = foldClocks(clockEventsOf(child.facts, child.bornOn), englandsCalendar, dateOf(today))
      assert.ok(clocks.ok, clocks.ok ? '' : `${name}: ${JSON.stringify(clocks.refusal)}`)
      const { process } = foldTracks(child.facts)
      assert.ok(stagesOf[child.standing](process), `${name} is ${process}`)
    }
  })

  it('has nothing of tomorrow, nothing from before birth, and is written down in order after it happened', () => {
    for (const [{ today, area, hubFrom }, { facts, number, bornOn }] of all) {
      for (const [index, fact] of facts.entries()) {
        const name = `${area.key}/${number}: ${JSON.stringify(fact)}`
        assert.equal(fact.seq, index + 1, name)
        assert.ok(fact.happenedOn > bornOn && fact.happenedOn <= dateOf(today), name)
        const recordedOn = londonDateOf(fact.recordedAt)
        assert.ok(recordedOn >= fact.happenedOn && recordedOn >= dateOf(hubFrom) && recordedOn <= dateOf(today), name)
        assert.ok(index === 0 || fact.recordedAt >= (facts[index - 1]?.recordedAt ?? ''), name)
      }
    }
  })

  it('is decided about on working days', () => {
    for (const [, { facts }] of all) for (const fact of facts) if (fact.type.endsWith('decided') || fact.type.endsWith('issued') || fact.type.endsWith('-held')) assert.ok(weekday(fact.happenedOn) <= 5, JSON.stringify(fact))
  })

  it('is the same child again, alone or after others, and another one with another seed', () => {
    for (const number of [0, 17, 4000, 8499]) assert.deepEqual(makeChild(worldOf(seed, boroughArea, surveyDay), number), boroughs[number])
    assert.notDeepEqual(makeChild(worldOf(2, boroughArea, surveyDay), 17).facts, boroughs[17]?.facts)
  })

  it('cannot be anybody real, and shares no number with another', () => {
    const seen = new Set<string>()
    const one = (value: string): void => { assert.ok(!seen.has(value), `${value} twice`); seen.add(value) }
    for (const child of boroughs) {
      assert.ok(isInventedFamilyName(child.familyName), child.familyName)
      one(child.childId)
      one(child.caseId)
      if (child.upn !== undefined) {
        one(child.upn)
        assert.ok(parseUpn(child.upn).ok && upnFor('invented', child.upn).ok && !upnFor('real', child.upn).ok, child.upn)
      }
      if (child.nhsNumber !== undefined) {
        one(child.nhsNumber)
        assert.ok(parseNhsNumber(child.nhsNumber).ok && nhsNumberFor('invented', child.nhsNumber).ok && !nhsNumberFor('real', child.nhsNumber).ok, child.nhsNumber)
      }
    }
    assert.ok(boroughs.filter(({ upn }) => upn !== undefined).length > 6000)
  })
})

describe('what stands around the borough', () => {
  it('gives each officer between 170 and 250 plans', () => {
    assert.equal(borough.officers.reduce((sum, { plans }) => sum + plans, 0), boroughArea.plans)
    const held = new Map(borough.officers.map(({ id }) => [id, 0]))
    for (const { facts, standing } of boroughs) {
      const officer = latestOf(facts, 'officer-assigned')
      if (standing === 'in-force' && officer !== undefined) held.set(officer.personId, (held.get(officer.personId) ?? 0) + 1)
    }
    for (const [id, plans] of held) assert.ok(plans >= 170 && plans <= 250, `${id} has ${plans}`)
  })
  it('has room for everybody who goes to a setting', () => {
    const roll = new Map<string, number>()
    for (const { facts, standing } of boroughs) {
      const last = facts.findLast(({ type }) => type === 'setting-began' || type === 'setting-ended' || type === 'educated-otherwise')
      if (standing === 'in-force' && last?.type === 'setting-began') roll.set(last.organisationId, (roll.get(last.organisationId) ?? 0) + 1)
    }
    for (const { id, name, category, placesForPlans, pupils, urn } of borough.surroundings.settings) {
      assert.ok((roll.get(id) ?? 0) <= placesForPlans && placesForPlans <= pupils, `${name} (${category}) has ${roll.get(id)} of ${placesForPlans}`)
      const read = parseUrn(urn)
      assert.ok(read.ok && isInventedUrn(read.value))
    }
  })
})

describe('who is late', () => {
  it('is late because of somebody, and the facts show whom', () => {
    let late = 0
    for (const { facts } of boroughs) {
      const [final] = allOf(facts, 'final-issued')
      const request = facts.findLast((fact) => (fact.type === 'request-received' || fact.type === 'brought-to-attention') && fact.seq < (final?.seq ?? 0))
      if (final === undefined || request === undefined || dayOf(final.happenedOn) - dayOf(request.happenedOn) <= 140) continue
      late += 1
      const told = allOf(facts, 'delay-explained').find(({ seq }) => seq > request.seq)
      assert.ok(told !== undefined, JSON.stringify(facts))
      if (told.because === 'no-psychologist') {
        const asked = allOf(facts, 'advice-asked').find(({ item, seq }) => item === 'd' && seq > request.seq)
        const given = allOf(facts, 'advice-given').find(({ adviceRequestId }) => adviceRequestId === asked?.adviceRequestId)
        assert.ok(asked !== undefined && given !== undefined && dayOf(given.happenedOn) - dayOf(asked.happenedOn) > 40, JSON.stringify(facts))
      }
    }
    assert.ok(late > 100, `only ${late} were late`)
  })
  it('waits longer where the area was made to be slower', () => {
    const share = (onTime: number): number => {
      const world = worldOf(seed, { ...boroughArea, onTime }, surveyDay)
      const counts = new Counts()
      for (let child = 0; child < 8500; child += 6) countChild(counts, world, makeChild(world, child))
      return counts.of('timely/20') / (counts.of('timely/20') + counts.of('timely/52') + counts.of('timely/over'))
    }
    const [slow, quick] = [share(0.2), share(0.9)]
    assert.ok(slow < 0.4 && quick > 0.75, `${slow} and ${quick}`)
  })
})

describe('the borough beside the published figures', () => {
  const counts = new Counts()
  for (const child of boroughs) countChild(counts, borough, child)
  for (const { figure, made, published, tolerance, isWithin } of rowsOf(counts, 'london', [boroughArea], 1)) {
    it(figure, () => assert.ok(isWithin, `${made} was made, ${published} is published, ${tolerance} is allowed`))
  }
})
