import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { answer, begin, draftOf } from '../../../test/builders/a-request.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { Visitor } from '../../../test/harness/visitor.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

/** Types it into the search page; the reader is at what was found. */
async function search(reader: Visitor, q: string): Promise<Visitor> {
  await reader.get(paths.search())
  return reader.submit({ q })
}

describe('home, the list of children, and search', () => {
  let hub: Hub
  let late: CaseKey
  let soon: CaseKey
  before(async () => {
    hub = await aHub()
    late = await aCase(hub, { givenName: 'Orla', familyName: 'Rowe', parents: ['sinead'], receivedOn: '2026-07-20', setting: 'bramblewick' })
    soon = await aCase(hub, { receivedOn: '2026-08-05' })
    await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2013-03-03', parents: ['kerry'], receivedOn: '2026-06-01', at: 'drafting', setting: 'hallowcross', officer: 'leona' })
  })
  after(() => hub.close())

  it('puts an officer’s work in order of what presses, each row with its reason', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseMessages(soon))
    await mother.submit({ body: 'Is there any news?' })
    const officer = await (await hub.as('hattie')).get(paths.home())
    assert.equal(officer.heading, 'Your work')
    const rows = officer.root.querySelectorAll('section[aria-labelledby=work] tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' '))
    assert.equal(rows.length, 2)
    assert.match(rows[0] ?? '', /Orla Rowe .*Decide whether to assess: 14 days past its last day/)
    assert.match(rows[1] ?? '', /Rewan Tahsin .*Shno Tahsin has waited for an answer since 14 September 2026 .*Decide whether to assess: 2 days left/)
    await officer.get(paths.caseThread({ ...soon, personId: demoPersonId('shno') }))
    await officer.submit({ body: 'On Wednesday.' })
    await officer.get(paths.home())
    assert.doesNotMatch(officer.words, /has waited for an answer/)
  })

  it('shows a decision-maker what waits for a decision, and a plan writer the drafts', async () => {
    const decider = await (await hub.as('meera')).get(paths.home())
    assert.match(decider.words, /Waiting for a decision \(2\)/)
    assert.equal(decider.link('Decide whether to assess for Orla Rowe'), paths.decideAssessment(late))
    const writer = await (await hub.as('tom')).get(paths.home())
    assert.match(writer.words, /Drafts \(1\) .*Beth Skerrow/)
  })

  it('lists the requests that one began and did not send, and leads to a new one', async () => {
    const senco = await begin(await hub.as('idwal'), 'school')
    const draft = draftOf(senco)
    await senco.get(paths.home())
    assert.equal(senco.link('Go on with the request for a child not named yet'), paths.requestTasks(draft))
    await answer(senco, 'child-name', { givenName: 'Noor', familyName: 'Haddad' }, draft)
    await senco.get(paths.home())
    assert.equal(senco.link('Go on with the request for Noor Haddad'), paths.requestTasks(draft))
    assert.equal(senco.link('Ask for an assessment'), paths.start())
    assert.doesNotMatch((await (await hub.as('odette')).get(paths.home())).text, /Noor/)
    const officer = await (await hub.as('hattie')).get(paths.home())
    assert.equal(officer.link('Write down a new request'), paths.requestStart({ area: 'wendmere' }))
  })

  it('offers new requests without an officer, to be assigned', async () => {
    const nobody = await aCase(hub, { givenName: 'Ivo', familyName: 'Lark', parents: ['tunde'] })
    await hub.fresh.db.updateTable('caseFile').set({ caseOfficerId: null }).where('id', '=', nobody.caseId as never).execute()
    const officer = await (await hub.as('leona')).get(paths.home())
    assert.match(officer.words, /New requests without an officer \(1\)/)
    assert.equal(officer.link('Assign Ivo Lark to an officer'), paths.caseAssignOfficer(nobody))
  })

  it('gives a school its children of every area in one list', async () => {
    const localAreaId = demoAreaId('tarn-valley')
    const { db } = hub.fresh
    const childId = hub.house.newId<never>()
    const caseId = hub.house.newId<never>()
    await db.insertInto('child').values({ localAreaId, id: childId, givenName: 'Ned', familyName: 'Over', bornOn: '2017-01-05' as never }).execute()
    await db.insertInto('caseFile').values({ localAreaId, id: caseId, childId, reference: 'TV-1', openedAt: hub.house.clock.now(), stage: 'assessing', nextDueOn: '2026-10-01' as never, nextStep: 'advice', nextHolder: 'advisers' }).execute()
    await db.insertInto('caseParty').values({ localAreaId, id: hub.house.newId<string>(), caseId, organisationId: demoOrganisationId('larkfell'), part: 'school', basis: 'attends', fromOn: '2026-09-01' as never }).execute()
    const senco = await (await hub.as('debra')).get(paths.home())
    const table = senco.words.slice(senco.words.indexOf('Your children'))
    assert.match(table, /Rewan Tahsin .*Wendmere .*Ned Over .*Tarn Valley/)
    assert.doesNotMatch(table, /Orla|Beth/)
    // The council of one area finds nothing of the other's.
    const officer = await search(await hub.as('hattie'), 'Over')
    assert.match(officer.words, /Nothing found/)
  })

  it('shows an adviser what they are asked for, and until when', async () => {
    const { db } = hub.fresh
    await db.insertInto('adviceRequest').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<never>(), caseId: soon.caseId as never, item: 'd', kind: 'psychologist', askedPersonId: demoPersonId('imogen'), sentOn: '2026-09-01' as never, dueOn: '2026-09-10' as never, state: 'asked' }).execute()
    await db.insertInto('caseParty').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: soon.caseId as never, personId: demoPersonId('imogen'), part: 'adviser', basis: 'asked for advice', fromOn: '2026-09-01' as never }).execute()
    const adviser = await (await hub.as('imogen')).get(paths.home())
    assert.match(adviser.words, /Advice you are asked for \(1\) .*Rewan Tahsin .*You No 10 September 2026 4 days late/)
    const other = await (await hub.as('tamsin')).get(paths.home())
    assert.match(other.words, /Nobody is waiting for advice from you/)
  })

  it('tells a family in plain words, and somebody without a case what to do', async () => {
    const mother = await (await hub.as('shno')).get(paths.home())
    assert.equal(mother.heading, 'Your family')
    assert.match(mother.words, /Read our message about Rewan Tahsin/)
    assert.match(mother.words, /We tell you if we will assess By 16 September 2026 Who has it The council Who looks after it Hattie Greaves, phone 01632/)
    assert.doesNotMatch(mother.words, /Orla|Beth/)
    const nobody = await (await hub.as('daniel')).get(paths.home())
    assert.match(nobody.words, /You are not part of any case yet/)
    assert.match((await hub.visitor().get(paths.home())).heading, /sign in/)
  })

  it('filters, orders and pages the list by its address, and counts only what is in sight', async () => {
    for (let n = 0; n < 26; n++) await aCase(hub, { givenName: `Child${n}`, familyName: 'Zander', parents: [], setting: 'fernside', officer: 'leona', at: 'assessing' })
    const officer = await (await hub.as('hattie')).get(paths.caseList())
    assert.match(officer.words, /1 to 25 of 30 cases/)
    await officer.follow('Next page')
    assert.match(officer.words, /26 to 30 of 30 cases/)
    await officer.get(paths.caseList({ stage: 'drafting' }))
    assert.match(officer.words, /1 case .*Beth Skerrow/)
    assert.equal(officer.root.querySelector('select[name=stage] option[selected]')?.textContent, 'Drafting')
    assert.equal(officer.link('Clear filters'), paths.caseList())
    await officer.get(paths.caseList({ due: 'late' }))
    assert.match(officer.words, /Orla Rowe/)
    assert.doesNotMatch(officer.words, /Zander/)
    await officer.get(paths.caseList({ sort: 'name', order: 'down', stage: 'nonsense', page: 'x' }))
    assert.equal(officer.root.querySelector('th[aria-sort=descending]')?.textContent.trim(), 'Child')
    assert.match(officer.root.querySelector('tbody tr')?.textContent ?? '', /Zander/)
    const senco = await (await hub.as('debra')).get(paths.caseList())
    assert.match(senco.words, /\b2 cases|\b3 cases/)
    assert.doesNotMatch(senco.body, /Zander|Skerrow/)
  })

  it('finds by name, date of birth, case number and UPN, telling two of one name apart, within sight only', async () => {
    await aCase(hub, { bornOn: '2015-05-05', setting: 'hallowcross', parents: [] })
    const officer = await search(await hub.as('hattie'), 'rewan tah')
    assert.match(officer.words, /2 children found/)
    assert.match(officer.words, /5 May 2015 Hallowcross Academy/)
    assert.match(officer.words, /23 February 2018 Larkfell Primary School/)
    for (const q of ['5/5/2015', '5 May 2015', '2015-05-05']) assert.match((await search(officer, q)).words, /1 child found/)
    const { reference } = await hub.fresh.db.selectFrom('caseFile').select('reference').where('id', '=', soon.caseId as never).executeTakeFirstOrThrow()
    assert.match((await search(officer, reference.toLowerCase())).words, /1 child found/)
    assert.match((await search(officer, '%')).words, /Nothing found/)
    const senco = await search(await hub.as('debra'), 'Rewan Tahsin')
    assert.match(senco.words, /1 child found/)
    assert.doesNotMatch(senco.words, /2015/)
    const stranger = await search(await hub.as('kerry'), 'Rewan Tahsin')
    assert.match(stranger.words, /Nothing found/)
  })

  it('has nothing of what was typed in an address, and nobody else’s browser opens it', async () => {
    const officer = await search(await hub.as('hattie'), 'Rewan Tahsin')
    assert.doesNotMatch(decodeURIComponent(officer.url), /rewan|tahsin/i)
    assert.equal(officer.root.querySelector('input[name=q]')?.getAttribute('value'), 'Rewan Tahsin')
    // Gone back to, it finds the same; whoever else gets hold of the address is asked what they look for.
    assert.match((await officer.get(officer.url)).words, /2 children found/)
    const other = await (await hub.as('leona')).get(officer.url)
    assert.equal(other.root.querySelector('input[name=q]')?.getAttribute('value') ?? '', '')
    assert.doesNotMatch(other.words, /found|Rewan/)
    assert.doesNotMatch((await officer.get(paths.search({ for: '1.bm90aGluZw' }))).words, /found/)
  })
})
