import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { routes } from '../../app.ts'
import { routeCode } from '../../casebook/audit/request-trail.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { sideOf, sidesForFamily } from './looked-words.ts'

describe('who looked at my child’s record', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'assessing' })
  })
  after(() => hub.close())

  it('says of each page of a case what was looked at', () => {
    assert.deepEqual(routes.map(routeCode).filter((code) => code.includes('/cases/') && !code.includes('/access/') && sideOf(code) === undefined), [])
  })

  it('tells a family neither that an address is kept secret nor that a paper is sealed', () => {
    const of = (side: string): string => `GET /:area/cases/:caseId/${side}`
    assert.deepEqual(sidesForFamily([of('protected-address'), of('seals'), of('seals/:sealId'), of('evidence')]), ['the family and how to reach them', 'papers that were sent in'])
  })

  it('is a plain list by day: who, for whom, what and why', async () => {
    const hattie = await hub.as('hattie')
    await hattie.get(paths.caseOverview(key))
    await hattie.get(paths.caseFamily(key))
    await (await hub.as('tom')).get(paths.caseTimeline(key))
    await (await hub.as('debra')).get(paths.caseOverview(key))
    const mother = await (await hub.as('shno')).get(paths.whoLooked(key))
    assert.equal(mother.heading, 'Who looked at Rewan’s record')
    assert.match(mother.text, /Monday 14 September 2026/)
    assert.match(mother.text, /Hattie Greaves, case officer, SEND team, Wendmere Council/)
    assert.match(mother.text, /Looked at where things are and the family and how to reach them\.Why: is the case officer/)
    assert.match(mother.text, /Tom Ellery.*Looked at what has happened and when\.Why: writes plans for the council/)
    assert.match(mother.text, /Debra Llewellyn-Hart, SENCO, Larkfell Primary School.*Why: works at the school or college/)
  })

  it('never tells one parent of the other, in the page or in its count', async () => {
    const father = await (await hub.as('hoshang')).get(paths.whoLooked(key))
    await father.get(paths.whoLooked(key))
    assert.match(father.text, /You.*You looked at who is on the case and who looked/)
    assert.doesNotMatch(father.body, /Shno/)
    const mother = await (await hub.as('shno')).get(paths.whoLooked(key))
    assert.doesNotMatch(mother.body, /Hoshang/)
    const officer = await (await hub.as('meera')).get(paths.whoLooked(key))
    assert.match(officer.text, /Shno Tahsin[\s\S]*Hoshang Tahsin|Hoshang Tahsin[\s\S]*Shno Tahsin/)
  })

  it('begins a message about a day', async () => {
    const mother = await (await hub.as('shno')).get(paths.whoLooked(key))
    await mother.follow('Ask about this: 14 September 2026')
    assert.equal(mother.url.split('?')[0], paths.caseThread({ ...key, personId: demoPersonId('shno') }))
    assert.equal(mother.fieldsOf(mother.form()).get('body')?.[0], 'I have a question about who looked at the record on 14 September 2026. ')
    await mother.get(`${paths.caseThread({ ...key, personId: demoPersonId('shno') })}?askAbout=made-up`)
    assert.equal(mother.fieldsOf(mother.form()).get('body')?.[0], '')
  })

  it('does not count who was turned away, and shows that to the access officer', async () => {
    await (await hub.as('idwal')).get(paths.caseOverview(key))
    assert.doesNotMatch((await (await hub.as('shno')).get(paths.whoLooked(key))).text, /Idwal/)
    const winifred = await (await hub.as('winifred')).get(paths.accessCase({ area: 'wendmere', caseId: key.caseId }))
    assert.match(winifred.text, /Turned away.*Idwal Prosser/)
    assert.doesNotMatch(winifred.text, /Rewan/)
    const file = await winifred.download(paths.accessCaseFile({ area: 'wendmere', caseId: key.caseId }))
    assert.equal(file.type, 'text/csv; charset=utf-8')
    const csv = new TextDecoder().decode(file.bytes)
    assert.match(csv, /Idwal Prosser,"Hallowcross Academy",,read,GET \/:area\/cases\/:caseId,not-found|Idwal Prosser,Hallowcross Academy,,read,GET \/:area\/cases\/:caseId,not-found/)
    assert.doesNotMatch(csv, /Rewan/)
    const last = await hub.fresh.db.selectFrom('auditRecord').select(['kind', 'cases']).where('personId', '=', demoPersonId('winifred')).orderBy('at', 'desc').limit(1).executeTakeFirst()
    assert.deepEqual(last, { kind: 'export', cases: 1 })
  })

  it('has pages when it is long, and says when it is empty', async () => {
    const quiet = await aCase(hub, { givenName: 'Quiet', familyName: 'Penn', parents: ['kerry'] })
    const first = await (await hub.as('kerry')).get(paths.whoLooked(quiet))
    assert.match(first.text, /Nobody has looked yet/)
    for (let day = 0; day < 30; day += 1) {
      hub.setNow(`2026-10-${String(day + 1).padStart(2, '0')}T10:00:00.000Z`)
      await (await hub.as('leona')).get(paths.caseOverview(quiet))
    }
    const mother = await (await hub.as('kerry')).get(paths.whoLooked(quiet))
    assert.match(mother.text, /Leona Abara/)
    assert.equal(mother.root.querySelectorAll('.hub-looked__item').length, 25)
    await mother.follow('Earlier')
    // Her own looks are on it: the one before and this one.
    assert.equal(mother.root.querySelectorAll('.hub-looked__item').length, 32 - 25)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('is closed to professionals and to a parent whose child now holds the rights', async () => {
    assert.equal((await (await hub.as('debra')).get(paths.whoLooked(key))).status, 403)
    const old = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2009-01-10', parents: ['kerry'] })
    assert.equal((await (await hub.as('kerry')).get(paths.whoLooked(old))).status, 403)
  })
})
