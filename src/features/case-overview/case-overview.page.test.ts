import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

describe('one case: where it is, what happened, who can see it', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { receivedOn: '2026-09-07' })
  })
  after(() => hub.close())

  it('shows an officer the stage, the dates of the law, the acts open now, and who sees it', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseOverview(key))
    assert.equal(officer.heading, 'Rewan Tahsin')
    assert.match(officer.body, /Born 23 February 2018, aged 8/)
    assert.match(officer.words, /Considering/)
    assert.match(officer.words, /Decide whether to assess Council 19 October 2026/)
    assert.match(officer.words, /Issue the final plan Council 25 January 2027/)
    assert.equal(officer.link('Tell the family and the other bodies'), paths.tellOfRequest(key))
    assert.equal(officer.hasLink('Issue the final plan'), false)
    assert.match(officer.words, /Larkfell Primary School \(school, nursery or college\)/)
    const decider = await (await hub.as('meera')).get(paths.caseOverview(key))
    assert.equal(decider.link('Decide whether to assess'), paths.decideAssessment(key))
    assert.match(decider.words, /What can be done now Decide whether to assess Next/, 'what the case waits for comes first')
  })

  it('tells a parent where they are in words, with dates and who looks after the case', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseOverview(key))
    assert.equal(mother.heading, 'Where are we?')
    assert.match(mother.words, /We are deciding if we will assess Happening now, by 19 October 2026/)
    assert.match(mother.words, /We send you the final plan Still to come, by 25 January 2027/)
    assert.match(mother.words, /Hattie Greaves looks after Rewan Tahsin’s case/)
    assert.doesNotMatch(mother.words.replaceAll(/How this date is worked out.*?\)\./g, ''), /considering|statutory|Regs|reg \d/)
    assert.equal(mother.hasLink('Family'), false)
    hub.setNow('2026-10-21T09:00:00.000Z')
    const later = await (await hub.as('shno')).get(paths.caseOverview(key))
    assert.match(later.words, /We are late, and we are sorry/)
    assert.match(later.words, /Late, was due by 19 October 2026 It is our turn. It is 2 days late/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('asks a parent for nothing that they have done, whatever the other parent did', async () => {
    const assessed = await aCase(hub, { at: 'assessing', givenName: 'Done', familyName: 'Once' })
    const needed = async (who: string): Promise<string> => (await (await hub.as(who)).get(paths.caseOverview(assessed))).words.replace(/^.*What you need to do (.*) The steps.*$/, '$1')
    assert.match(await needed('shno'), /Tell us your views/)
    const mother = await (await hub.as('shno')).get(paths.giveViews({ ...assessed, whose: 'parent' }))
    await mother.submit({ 'v-hopes': 'That he has a friend.' }, { button: 'Send to the council' })
    assert.equal(await needed('shno'), 'Nothing right now. We will tell you when we need something.')
    assert.match(await needed('hoshang'), /Tell us your views/)
    await mother.get(paths.home())
    assert.doesNotMatch(mother.words, /Tell us your views about Done Once/)
    await mother.get(paths.caseOverview(assessed))
    assert.ok(mother.hasLink('Tell us your views'), 'and can still say more')
  })

  it('does not send a parent to a draft that has not been sent to them', async () => {
    const drafting = await aCase(hub, { at: 'drafting', givenName: 'Not', familyName: 'Yet' })
    const mother = await (await hub.as('shno')).get(paths.caseOverview(drafting))
    assert.match(mother.words, /What you need to do Nothing right now/)
    assert.ok(!mother.hasLink('Read the draft plan and tell us what you think'))
  })

  it('tells a family who sees the case without the words of the law', async () => {
    const mother = await (await hub.as('shno')).get(paths.casePeople(key))
    assert.match(mother.words, /Larkfell Primary School your child goes there/)
    assert.doesNotMatch(mother.words, /Regulations|regulation|Act 2014|s\.\d/)
  })

  it('never shows one parent what the other did', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseThread({ ...key, personId: demoPersonId('shno') }))
    await mother.submit({ body: 'Please do not tell him that we moved' })
    await mother.get(paths.caseTimeline(key))
    assert.match(mother.words, /You sent us a message/)
    const father = await (await hub.as('hoshang')).get(paths.caseTimeline(key))
    assert.match(father.words, /We got the request for an assessment/)
    assert.doesNotMatch(father.words, /You sent us a message|We sent you a message|Shno/)
    await father.get(paths.whoLooked(key))
    assert.match(father.words, /Who looked/)
    assert.doesNotMatch(father.words, /Shno/)
    const officer = await (await hub.as('hattie')).get(paths.caseTimeline(key, { kind: 'letters' }))
    assert.match(officer.words, /A family member sent a message/)
    assert.doesNotMatch(officer.words.slice(officer.words.indexOf('Show')), /assessment came/)
    assert.doesNotMatch(officer.words, /we moved/)
  })

  it('corrects the day of a request: the old entry is struck with the reason, the clocks move, the stage stays', async () => {
    const decided = await aCase(hub, { receivedOn: '2026-09-01', at: 'assessing', givenName: 'Ada', familyName: 'Penn', parents: ['kerry'] })
    const officer = await (await hub.as('hattie')).get(paths.caseCorrect({ ...decided, seq: '1' }))
    await officer.submit({ 'happened-day': '31', 'happened-month': '2', 'happened-year': '2026', reason: 'The post book says so' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Enter the day it happened as a real date, such as 3 3 2026'])
    assert.equal(officer.fieldsOf(officer.form()).get('reason')?.[0], 'The post book says so')
    await officer.submit({ 'happened-day': '30', 'happened-month': '8', 'happened-year': '2027', reason: 'The post book says so' })
    assert.deepEqual(officer.errors, ['The day it happened must be today or in the past'])
    await officer.submit({ 'happened-day': '28', 'happened-month': '8', 'happened-year': '2026', reason: 'The post book says so' })
    assert.match(officer.body, /The record is corrected/)
    assert.match(officer.body, /<s>A request for an assessment came/)
    assert.match(officer.words, /Corrected: The post book says so/)
    await officer.get(paths.caseOverview(decided))
    assert.match(officer.words, /Assessing/)
    assert.match(officer.words, /Issue the final plan Council 15 January 2027/)
    await officer.get(paths.caseCorrect({ ...decided, seq: '1' }))
    assert.match(officer.words, /has been corrected already/)
    const row = await hub.fresh.db.selectFrom('caseFile').select(['stage', 'receivedOn', 'nextStep']).where('id', '=', decided.caseId as never).executeTakeFirstOrThrow()
    assert.deepEqual(row, { stage: 'assessing', receivedOn: '2026-08-28', nextStep: 'advice' })
  })

  it('gives the case to another officer once, and refuses who holds it already', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseAssignOfficer(key))
    await officer.submit()
    assert.deepEqual(officer.errors, ['This officer looks after the case already. Choose another, or go back'])
    const once = officer.fieldsOf(officer.form()).get('_once') ?? []
    await officer.submit({ officer: demoPersonId('leona'), _once: once })
    assert.match(officer.body, /given to its new officer/)
    const facts = await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', key.caseId as never).where('type', '=', 'officer-assigned').execute()
    assert.equal(facts.length, 1)
    const mother = await (await hub.as('shno')).get(paths.caseOverview(key))
    assert.match(mother.words, /Leona Abara looks after/)
  })

  it('names the interpreter and the protected address beside the name, but no address', async () => {
    const localAreaId = (await hub.fresh.db.selectFrom('caseFile').select(['localAreaId', 'childId']).where('id', '=', key.caseId as never).executeTakeFirstOrThrow())
    await hub.fresh.db.updateTable('relationship').set({ needsInterpreter: true, language: 'Central Kurdish (Sorani)' }).where('personId', '=', demoPersonId('shno')).where('childId', '=', localAreaId.childId).execute()
    await hub.fresh.db.insertInto('childAddress').values({ localAreaId: localAreaId.localAreaId, id: hub.house.newId<string>(), childId: localAreaId.childId, lines: ['7 Hidden Row'], postcode: 'ZZ97 1AA', isConfidential: true, fromOn: hub.house.clock.today() }).execute()
    const officer = await (await hub.as('hattie')).get(paths.caseOverview(key))
    assert.match(officer.body, /Interpreter: Central Kurdish \(Sorani\)/)
    assert.match(officer.body, /Address protected/)
    assert.doesNotMatch(officer.body, /Hidden Row|ZZ97/)
    const father = await (await hub.as('hoshang')).get(paths.caseOverview(key))
    assert.doesNotMatch(father.body, /Address protected|Interpreter/)
  })

  it('is not there for strangers, nor its staff pages for family and school', async () => {
    for (const path of [paths.caseOverview(key), paths.caseTimeline(key), paths.casePeople(key)]) {
      for (const stranger of ['idwal', 'kerry', 'aled', 'imogen']) {
        const visitor = await (await hub.as(stranger)).get(path)
        assert.ok(visitor.status === 404 || visitor.status === 403, `${stranger} got ${visitor.status} at ${path}`)
        assert.doesNotMatch(visitor.body, /Rewan|Tahsin/)
      }
    }
    for (const path of [paths.caseAssignOfficer(key), paths.caseCorrect({ ...key, seq: '1' })]) {
      for (const person of ['shno', 'debra']) assert.equal((await (await hub.as(person)).get(path)).status, 403)
    }
    assert.equal((await (await hub.as('debra')).get(paths.caseTimeline(key))).status, 403)
    assert.equal((await (await hub.as('debra')).get(paths.caseOverview(key))).status, 200)
  })
})
