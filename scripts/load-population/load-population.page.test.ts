// Children of a population in a real database: whatever is kept beside their facts is what the product folds from them, and its pages show them.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import type { Hub, Visitor } from '../../test/harness/hub.ts'
import { aHub } from '../../test/harness/hub.ts'
import { rebuildCurrency } from '../../src/casebook/plan/keep-currency.ts'
import { rebuildTracks } from '../../src/casebook/rebuild-tracks.ts'
import { thaw } from '../../src/domain/plan/freeze.ts'
import type { Section } from '../../src/domain/plan/sections.ts'
import { paths } from '../../src/paths.ts'
import { demoArea, type Area } from '../../src/population/areas.ts'
import { dayOf } from '../../src/population/days.ts'
import { AreaHasChildren, loadArea, type LoadOptions } from './load-area.ts'
import { mustBeInvented, mustHoldNobodyReal, NotHere } from './load.ts'

const options: LoadOptions = { seed: 1, today: dayOf('2026-09-14'), isLean: false, every: 2, familiesWhoSignIn: 2, officersWhoSignIn: 1 }
const leanArea: Area = { ...demoArea, key: 'fewwords', name: 'Fewwords', upnFrom: 970_000_000, nhsFrom: 880_000 }

describe('a population in a database', () => {
  let hub: Hub
  let officer: Visitor
  before(async () => {
    hub = await aHub()
    const counts = await loadArea(hub.fresh.connectionString, demoArea, options)
    assert.deepEqual([counts.children, counts.refused], [200, 0])
    assert.equal((await loadArea(hub.fresh.connectionString, leanArea, { ...options, isLean: true, every: 4 })).refused, 0)
    officer = hub.visitor()
    await officer.get(paths.signInDemo())
    const { id } = await hub.fresh.db.selectFrom('person as p').innerJoin('membership as m', 'm.personId', 'p.id').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('localArea as a', 'a.id', 'o.localAreaId')
      .select('p.id').where('a.code', '=', 'brackmere').where('m.role', '=', 'case-officer').where('p.canSignIn', '=', true).executeTakeFirstOrThrow()
    await officer.submit({ person: id })
  })
  after(() => hub.close())

  it('keeps beside the facts what the product folds from them', async () => {
    const occasion = await hub.occasion('system')
    const { cases, facts, different, refused } = await rebuildTracks(occasion, { repair: false })
    assert.ok(cases > 100 && facts > 2000, `${cases} cases with ${facts} facts`)
    assert.deepEqual([different, refused], [[], []])
    const currency = await rebuildCurrency(occasion, { repair: false })
    assert.ok(currency.plans > 80, `${currency.plans} plans`)
    assert.deepEqual(currency.different, [])
  })

  it('has a plan with words in every section for whoever has one in force, and its facts tell the hash of those words', async () => {
    const rows = await hub.fresh.db.selectFrom('caseFile as c').innerJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'c.localAreaId').onRef('p.caseId', '=', 'c.id'))
      .leftJoin('planVersion as v', (join) => join.onRef('v.localAreaId', '=', 'p.localAreaId').onRef('v.planId', '=', 'p.id').on('v.kind', '=', 'final').on('v.supersededOn', 'is', null))
      .select(['c.id', 'v.id as versionId', 'v.content', 'v.sha256']).where('c.stage', 'in', ['maintained', 'reviewing', 'amending']).execute()
    const inForce = await hub.fresh.db.selectFrom('caseFile').select('id').where('stage', 'in', ['maintained', 'reviewing', 'amending']).execute()
    assert.ok(rows.length > 80)
    assert.equal(rows.length, inForce.length)
    const facts = await hub.fresh.db.selectFrom('fact').select(['caseId', 'data']).where('type', 'in', ['final-issued', 'amended-final-issued']).execute()
    let told = 0
    for (const { content, sha256, versionId } of rows) {
      const version = thaw(content ?? '')
      assert.ok(version.ok)
      const sections = new Set(version.value.content.lines.map(({ section }) => section))
      assert.deepEqual([...sections].toSorted(), ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J'] satisfies Section[])
      const fact = facts.find(({ data }) => (data as { versionId?: string }).versionId === versionId)
      if (fact !== undefined && 'sha256' in (fact.data as object)) { told += 1; assert.equal((fact.data as { sha256?: string }).sha256, sha256) }
    }
    assert.ok(told > 40, `only ${told} were issued here`)
  })

  it('opens for an officer with its plan and its history', async () => {
    const cases = await hub.fresh.db.selectFrom('caseFile as c').innerJoin('localArea as a', 'a.id', 'c.localAreaId').innerJoin('child as n', (join) => join.onRef('n.localAreaId', '=', 'c.localAreaId').onRef('n.id', '=', 'c.childId'))
      .select(['c.id', 'n.givenName', 'c.foldedSeq']).where('a.code', '=', 'brackmere').where('c.stage', 'in', ['maintained', 'reviewing', 'amending']).orderBy('c.reference').limit(10).execute()
    assert.equal(cases.length, 10)
    for (const { id, givenName, foldedSeq } of cases) {
      const key = { area: 'brackmere', caseId: id }
      await officer.get(paths.finalPlan(key))
      assert.equal(officer.status, 200)
      assert.ok(officer.text.includes(`health and care plan for ${givenName}`) && officer.text.includes('Section F'), officer.text.slice(0, 400))
      await officer.get(paths.caseTimeline(key))
      assert.equal(officer.status, 200)
      assert.ok(officer.root.querySelectorAll('.moj-timeline__item').length >= Math.min(5, foldedSeq), `${id}: ${foldedSeq} facts`)
      for (const page of [paths.caseOverview(key), paths.caseFamily(key), paths.caseReviews(key), paths.caseDelays(key)]) assert.equal((await officer.get(page)).status, 200, page)
    }
    for (const page of [paths.home(), paths.caseList(), paths.teamWork(), paths.delays(), paths.overdue()]) assert.equal((await officer.get(page)).status, 200, page)
  })

  it('is not put in twice', async () => {
    const count = async (): Promise<string> => String((await hub.fresh.db.selectFrom('child').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
    const sofar = await count()
    await assert.rejects(() => loadArea(hub.fresh.connectionString, demoArea, { ...options, seed: 2 }), AreaHasChildren)
    assert.equal(await count(), sofar)
  })

  it('is not put among children who can be real', async () => {
    const client = new Client({ connectionString: hub.fresh.connectionString })
    await client.connect()
    try {
      await mustHoldNobodyReal(client)
      await client.query('begin')
      await client.query(`update child set upn = 'A' || '123' || substr(upn, 5) where upn is not null`)
      await assert.rejects(() => mustHoldNobodyReal(client), NotHere)
      await client.query('rollback')
    } finally {
      await client.end()
    }
  })
})

describe('where a population is put in', () => {
  for (const [environment, signIn] of [['production', ['demo']], ['production', ['local']], ['development', ['local']], ['test', ['oidc']]] as const) {
    it(`is not a hub of the kind ${environment} with ${signIn[0]}`, () => assert.throws(() => mustBeInvented({ environment, signIn }), NotHere))
  }
  it('is a demonstration', () => mustBeInvented({ environment: 'development', signIn: ['demo'] }))
})
