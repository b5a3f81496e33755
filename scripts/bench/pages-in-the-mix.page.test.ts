// How many statements each of the measured pages is: at most twelve, and a list is as many for five children as for fifty.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Hub, Visitor } from '../../test/harness/hub.ts'
import { aHub } from '../../test/harness/hub.ts'
import { statementsOf } from '../../test/harness/statements.ts'
import { paths } from '../../src/paths.ts'
import { demoArea } from '../../src/population/areas.ts'
import { dayOf } from '../../src/population/days.ts'
import { loadArea } from '../load-population/load-area.ts'
import { limits, pages, type Role, type Shown } from './limits.ts'

const roleOf: Readonly<Record<Exclude<Role, 'parent'>, string>> = { officer: 'case-officer', manager: 'decision-maker', senco: 'senco' }
const areas = [['few', 40, 14], ['many', 200, 80]] as const

describe('the pages that are measured', () => {
  let hub: Hub
  const seen = new Map<string, Map<Role, { readonly visitor: Visitor; readonly shown: Shown }>>()
  before(async () => {
    hub = await aHub()
    for (const [key, known, plans] of areas) {
      await loadArea(hub.fresh.connectionString, { ...demoArea, key, name: key, known, plans, officers: 1 }, { seed: 1, today: dayOf('2026-09-14'), isLean: false, every: 1, familiesWhoSignIn: plans, officersWhoSignIn: 40 })
      const of = new Map<Role, { visitor: Visitor; shown: Shown }>()
      for (const role of ['officer', 'manager', 'senco', 'parent'] as const) of.set(role, await asSomebody(key, role))
      seen.set(key, of)
    }
  })
  after(() => hub.close())

  /** Whoever of a role has the most children with a plan. */
  async function asSomebody(area: string, role: Role): Promise<{ visitor: Visitor; shown: Shown }> {
    const inForce = sql`c.stage in ('maintained', 'reviewing', 'amending')`
    const theirs = role === 'parent' ? sql`select p.person_id as who, c.id from case_party p join case_file c on c.local_area_id = p.local_area_id and c.id = p.case_id join child n on n.local_area_id = c.local_area_id and n.id = c.child_id where p.part = 'parent' and ${inForce} and n.born_on > '2012-09-01'`
      : role === 'senco' ? sql`select m.person_id as who, c.id from case_party p join case_file c on c.local_area_id = p.local_area_id and c.id = p.case_id join membership m on m.organisation_id = p.organisation_id and m.role = 'senco' where p.part = 'school' and p.to_on is null and ${inForce}`
        : sql`select m.person_id as who, c.id from membership m join organisation o on o.id = m.organisation_id join case_file c on c.local_area_id = o.local_area_id where m.role = ${roleOf[role]} and ${inForce}`
    const { rows: [found] } = await sql<{ who: string; cases: string[] }>`
      select t.who, array_agg(t.id::text order by t.id) as cases from (${theirs}) t join case_file f on f.id = t.id join local_area a on a.id = f.local_area_id join person who on who.id = t.who
      where a.code = ${area} and who.can_sign_in group by t.who order by count(*) desc, t.who limit 1`.execute(hub.fresh.db)
    assert.ok(found !== undefined, `nobody is ${role} in ${area}`)
    const visitor = hub.visitor()
    await visitor.get(paths.signInDemo())
    await visitor.submit({ person: found.who })
    await visitor.get(paths.search())
    await visitor.submit({ q: 'keld' })
    return { visitor, shown: { area, cases: found.cases.slice(0, 6), searches: [visitor.url] } }
  }

  async function statementsFor(name: string, area: string): Promise<number> {
    const page = pages.find((one) => one.name === name)
    const one = page === undefined ? undefined : seen.get(area)?.get(page.as)
    assert.ok(page !== undefined && one !== undefined)
    let most = 0
    for (let n = 0; n < Math.min(6, one.shown.cases.length); n += 1) {
      const path: string = page.path(one.shown, n)
      // What is noted at a first opening is not part of the page.
      await one.visitor.get(path)
      const sent = await statementsOf(() => one.visitor.get(path))
      assert.equal(one.visitor.status, 200, path)
      most = Math.max(most, sent.filter(({ text }) => !/^(begin|commit|rollback)/i.test(text)).length)
    }
    return most
  }

  for (const { name, share } of pages.filter((page) => page.share > 0)) {
    it(`${name}: no more statements than are wanted, for few children and for many`, async () => {
      assert.ok(share > 0)
      const [few, many] = [await statementsFor(name, 'few'), await statementsFor(name, 'many')]
      assert.ok(few <= limits.statements && many <= limits.statements, `${few} and ${many} statements`)
      // A page of one case depends on what is on the case; a list must not depend on how many are on it.
      if (!name.startsWith('A case') && !name.includes('plan') && !['Its history', 'The family', 'The working document', 'Delays of a case'].includes(name)) assert.equal(few, many)
    })
  }
})
