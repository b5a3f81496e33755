import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import { aCase } from '../../../test/builders/a-case.ts'
import { aMaintainedCase, onCase } from '../../../test/builders/a-maintained-case.ts'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { ReviewId } from '../../domain/ids.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'
import { takeMonth } from './months/take-month.ts'

const area = 'wendmere'

describe('the register of how old plans are', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anIssuedPlan(hub)
    await aMaintainedCase(hub, { givenName: 'Orla', familyName: 'Rowe', parents: ['sinead'], setting: 'fernside', officer: 'leona', bornOn: '2013-04-05' })
    await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'] })
  })
  after(() => hub.close())

  it('counts every plan in force once, by how old it is; one whose words are not here by itself', async () => {
    const officer = await (await hub.as('hattie')).get(paths.teamWork())
    await officer.follow('How old plans are')
    assert.equal(officer.heading, 'How old plans are')
    assert.match(officer.words, /All plans in force 0 0 1 up to date 0 1 words not in the hub 2 In the middle plan/)
    assert.match(officer.words, /Rewan Tahsin Year 4, born 23 February 2018 Up to date 12 January 2027 less than a month ago/)
    assert.match(officer.words, /Orla Rowe .* Bring the plan in to see/)
    assert.doesNotMatch(officer.words, /Beth/)
  })

  it('turns amber and red as the days pass, with words and not by a colour alone', async () => {
    hub.setNow('2028-01-12T10:00:00.000Z')
    assert.match((await (await hub.as('hattie')).get(paths.currency({ area }))).words, /Rewan Tahsin Year 5, born 23 February 2018 Getting old 12 January 2027 12 months ago/)
    hub.setNow('2029-01-13T10:00:00.000Z')
    const officer = await (await hub.as('hattie')).get(paths.currency({ area }))
    assert.match(officer.words, /Rewan Tahsin Year 6, born 23 February 2018 Out of date 12 January 2027 2 years ago 2 years ago or since Out of date: B, C, D, E, F, G/)
    assert.match(officer.words, /In the middle plan, the oldest line was last confirmed 2 years ago/)
    hub.setNow('2027-01-12T10:00:00.000Z')
  })

  it('is narrowed by school, officer, need, year group and score, and says to what', async () => {
    const officer = await hub.as('hattie')
    const shown = async (query: Record<string, string>): Promise<string> => (await officer.get(paths.currency({ area }, query))).words
    assert.match(await shown({ school: demoOrganisationId('fernside') }), /1 plan, the one with the oldest line first \(Fernside School\)/)
    assert.match(await shown({ officer: demoPersonId('leona') }), /\(looked after by Leona Abara\).*Orla Rowe/)
    assert.match(await shown({ year: '4' }), /\(Year 4\).*Rewan Tahsin/)
    assert.match(await shown({ year: '14' }), /No plan fits \(Year 14 and after\)/)
    assert.match(await shown({ score: 'red' }), /No plan fits \(out of date\)/)
    assert.match(await shown({ need: 'communication-and-interaction' }), /1 plan, .*communication and interaction.*Rewan Tahsin/)
    assert.match(await shown({ need: 'sensory-and-or-physical', page: '7' }), /The list is shorter now/)
    assert.match(await shown({ score: '<script>', year: 'x' }), /2 plans, the one with/)
  })

  it('shows a SENCO their own pupils, and is not there for anybody else', async () => {
    const senco = await (await hub.as('debra')).get(paths.home())
    await senco.follow('How old your pupils’ plans are, Wendmere')
    assert.match(senco.words, /1 plan, /)
    assert.doesNotMatch(senco.words, /Orla|Download|What counts as old/)
    for (const who of ['shno', 'imogen', 'aled', 'maud']) assert.equal((await (await hub.as(who)).get(paths.currency({ area }))).status, 404, who)
    for (const path of [paths.currencyFigures({ area }), paths.currencyFile({ area })]) assert.equal((await (await hub.as('debra')).get(path)).status, 404, path)
  })

  it('shows the sections and the months, and gives the counts as a file that tells no small number', async () => {
    await takeMonth.run({ house: hub.house, viewer: system, page: 'test' }, null)
    const officer = await (await hub.as('hattie')).get(paths.currencyFigures({ area }))
    assert.match(officer.words, /B: Special educational needs 0 0 1 0 1/)
    assert.match(officer.words, /12 January 2027 0 0 1 0 1 2 Too few less than a month ago within the last month/)
    const file = await (await hub.as('hattie')).get(paths.currencyFile({ area }))
    assert.equal(file.status, 200)
    assert.match(file.body, /"Section B"/)
    assert.doesNotMatch(file.body.replace(/^[^\n]*\n/, ''), /,[1-4](,|\r)/)
  })

  it('follows what a manager says counts as old, from then on, and keeps who said so and why', async () => {
    assert.equal((await (await hub.as('hattie')).get(paths.currencyRule({ area }))).status, 403)
    const manager = await (await hub.as('meera')).get(paths.currencyRule({ area }))
    await manager.submit({ 'amber-F': '30', 'red-F': 'twenty', answerDays: '0', counts: [], reason: '' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.errors, ['After how many months section F is out of date must be a whole number', 'Enter why', 'The days to decide about a change must be between 1 and 90', 'Select at least one section that counts towards the plan’s'])
    assert.deepEqual(manager.fieldsOf(manager.form()).get('red-F'), ['twenty'])
    await manager.submit({ 'amber-F': '1', 'red-F': '2', counts: ['F'], answerDays: '10', reason: 'Termly checks of provision' })
    assert.match(manager.words, /Saved\. It holds for every plan/)
    assert.match(manager.words, /F: 1 and 2 months; counting: F; a move makes old; changes answered within 10 days Termly checks of provision Meera Chaudry/)
    hub.setNow('2027-03-13T10:00:00.000Z')
    assert.match((await (await hub.as('hattie')).get(paths.currency({ area }))).words, /Rewan Tahsin Year 4, born 23 February 2018 Out of date .* Out of date: F/)
    hub.setNow('2027-01-12T10:00:00.000Z')
    await manager.get(paths.currencyRule({ area }))
    await manager.submit({ 'amber-F': '12', 'red-F': '24', counts: ['B', 'C', 'D', 'E', 'F', 'G'], answerDays: '21', reason: 'Back to the usual' })
  })

  describe('on the plan', () => {
    it('says of each line by what it was confirmed, to the team; to the family, how old each part is, in plain words', async () => {
      const officer = await (await hub.as('hattie')).get(paths.planCurrency(key))
      assert.match(officer.words, /Written in the plan of 12 January 2027 \(version 1\)/)
      assert.match(officer.words, /Rests on Therapy advice by Callum Dreyfus-Webb, of 16 November 2026/)
      const mother = await (await hub.as('shno')).get(paths.planCurrency(key))
      assert.equal(mother.heading, 'How old each part of Rewan’s plan is')
      assert.match(mother.words, /Help at school \(section F\) This part was last checked on 12 January 2027\./)
      assert.doesNotMatch(mother.words, /version 1|Rests on/)
      hub.setNow('2029-03-13T10:00:00.000Z')
      assert.match((await (await hub.as('shno')).get(paths.planCurrency(key))).words, /That is more than 2 years ago\./)
      hub.setNow('2027-01-12T10:00:00.000Z')
      const senco = await (await hub.as('debra')).get(paths.planCurrency(key))
      assert.match(senco.words, /F: Special educational provision 12 January 2027 Up to date/)
      for (const who of ['imogen', 'aled', 'sinead']) assert.ok([403, 404].includes((await (await hub.as(who)).get(paths.planCurrency(key))).status), who)
    })

    it('says that nothing can be said where its words are not here', async () => {
      const orla = await hub.fresh.db.selectFrom('caseFile as c').innerJoin('child as h', 'h.id', 'c.childId').select('c.id').where('h.givenName', '=', 'Orla').where('c.localAreaId', '=', demoAreaId('wendmere')).executeTakeFirstOrThrow()
      assert.match((await (await hub.as('hattie')).get(paths.planCurrency({ area, caseId: orla.id }))).words, /The words of this plan are not in the hub/)
      assert.match((await (await hub.as('sinead')).get(paths.planCurrency({ area, caseId: orla.id }))).words, /We cannot tell yet/)
    })
  })

  describe('going through the lines', () => {
    const reviewId = '00000000-0000-4000-8000-00000000000a' as ReviewId
    const page = () => paths.confirmLines(key)

    it('is closed while nothing is under way, and says so', async () => {
      assert.match((await (await hub.as('hattie')).get(page())).words, /Lines are gone through at a review, or while the plan is amended/)
      for (const who of ['shno', 'debra', 'tom']) assert.equal((await (await hub.as(who)).get(page())).status, 403, who)
    })

    it('asks of every line, with nothing chosen beforehand, and wants an answer and what needs changing', async () => {
      hub.setNow('2028-01-20T10:00:00.000Z')
      await onCase(hub, key, async (record) => { await record({ type: 'review-meeting-held', reviewId, noInstitution: false }, '2028-01-18') })
      const officer = await (await hub.as('hattie')).get(page())
      assert.equal(officer.heading, 'Is each line still right?')
      const radios = officer.root.querySelectorAll('input[type=radio]')
      assert.ok(radios.length > 10)
      assert.equal(radios.filter((radio) => radio.hasAttribute('checked')).length, 0)
      await officer.submit({})
      assert.equal(officer.status, 422)
      assert.deepEqual(officer.errors, ['Select an answer for at least one line'])
      const [first = '', second = ''] = [...new Set(officer.root.querySelectorAll('input[type=radio]').map((radio) => radio.getAttribute('name') ?? ''))]
      await officer.submit({ [first]: 'right', [second]: 'change' })
      assert.deepEqual(officer.errors, ['Enter what needs changing in this line'])
      assert.equal(officer.root.querySelectorAll('input[type=radio][checked]').length, 2)
    })

    it('says what the report of the review said of a line, which ticks nothing', async () => {
      const { versionId, localAreaId } = await hub.fresh.db.selectFrom('planCurrency').select(['versionId', 'localAreaId']).where('caseId', '=', key.caseId as never).executeTakeFirstOrThrow()
      const by = { savedBy: demoPersonId('debra'), savedAt: hub.house.clock.now(), sentBy: demoPersonId('debra'), sentAt: hub.house.clock.now() }
      const lines = await hub.fresh.db.selectFrom('planLine as l').innerJoin('planLineRevision as r', 'r.lineId', 'l.id').select(['l.id', 'l.kind', 'r.n', 'r.section']).where('r.section', '=', 'B').execute()
      await hub.fresh.db.insertInto('reviewArrangement').values({ localAreaId, reviewId, caseId: key.caseId as never, versionId, how: 'online', place: 'online', starts: '2pm', arrangedBy: by.savedBy, arrangedAt: by.savedAt }).execute()
      await hub.fresh.db.insertInto('reviewReport').values({
        localAreaId, reviewId, caseId: key.caseId as never, ...by, sent: JSON.stringify({ lines: lines.map(({ id, kind, n }) => ({ lineId: id, kind, revision: n, answer: 'still-right' })) }),
      }).execute()
      const officer = await (await hub.as('hattie')).get(page())
      assert.equal(officer.words.match(/The report of the review says that it is still right/g)?.length, 1)
      assert.equal(officer.root.querySelectorAll('input[type=radio][checked]').length, 0)
    })

    it('dates the lines that are right and no others, and keeps what needs changing as a comment on its line', async () => {
      const officer = await (await hub.as('hattie')).get(page())
      const names = [...new Set(officer.root.querySelectorAll('input[type=radio]').map((radio) => radio.getAttribute('name') ?? ''))]
      const [first = '', second = ''] = names
      await officer.submit({ [first]: 'right', [second]: 'change', [second.replace('line-', 'words-')]: 'It is twice a week by now' })
      assert.match(officer.words, /Saved\. The lines that are still right are dated today; what needs changing waits among the comments/)
      assert.match(officer.words, new RegExp(`1 of ${names.length} lines found right at this review`))
      assert.match(officer.words, /Found to be still right on 20 January 2028, less than a month ago/)
      assert.equal((await hub.fresh.db.selectFrom('lineConfirmation').selectAll().execute()).length, 1)
      const said = await hub.fresh.db.selectFrom('proposal').select(['kind', 'text', 'lineId', 'reviewId']).execute()
      assert.deepEqual(said, [{ kind: 'comment', text: 'It is twice a week by now', lineId: second.replace('line-', ''), reviewId }])
      const facts = await hub.fresh.db.selectFrom('fact').select(['type', 'data']).where('caseId', '=', key.caseId as never).where('type', '=', 'lines-confirmed').execute()
      assert.deepEqual(facts.map(({ data }) => data), [{ reviewId, right: 1, toChange: 1 }])
    })

    it('follows a decision to keep the plan: what the report found right is confirmed, and no other line', async () => {
      const rowOf = () => hub.fresh.db.selectFrom('planCurrency').selectAll().where('caseId', '=', key.caseId as never).executeTakeFirstOrThrow()
      const was = await rowOf()
      const officer = await (await hub.as('hattie')).get(paths.reviewStep({ ...key, reviewId, step: 'decision' }))
      await officer.submit({ outcome: 'maintain', ...dateIn('on', '2028-01-20') })
      assert.deepEqual(officer.errors, [])
      const row = await rowOf()
      assert.equal(row.bOn, '2028-01-20')
      for (const column of ['cOn', 'dOn', 'eOn', 'fOn', 'gOn'] as const) assert.equal(row[column], was[column], column)
      assert.match((await (await hub.as('shno')).get(paths.planCurrency(key))).words, /What they find hard at school \(section B\) This part was last checked on 20 January 2028\. /)
      await onCase(hub, key, async (record, newId) => { await record({ type: 'review-meeting-held', reviewId: newId(), noInstitution: false }, '2028-01-19') })
    })

    it('refuses a line that somebody changed meanwhile, writes nothing, and keeps every answer', async () => {
      const confirmed = (await hub.fresh.db.selectFrom('lineConfirmation').selectAll().execute()).length
      const officer = await (await hub.as('hattie')).get(page())
      const [first = ''] = officer.root.querySelectorAll('input[type=radio]').map((radio) => radio.getAttribute('name') ?? '')
      const lineId = first.replace('line-', '')
      const line = await hub.fresh.db.selectFrom('planLineRevision').selectAll().where('lineId', '=', lineId as never).orderBy('n', 'desc').limit(1).executeTakeFirstOrThrow()
      await hub.fresh.db.insertInto('planLineRevision').values({ ...line, fields: JSON.stringify(line.fields), n: line.n + 1, baseN: line.n, text: `${line.text} And more.` }).execute()
      await hub.fresh.db.updateTable('planLine').set({ latest: line.n + 1 }).where('id', '=', lineId as never).execute()
      await officer.submit({ [first]: 'right' })
      assert.equal(officer.status, 422)
      assert.equal((await hub.fresh.db.selectFrom('lineConfirmation').selectAll().execute()).length, confirmed)
      await officer.get(page())
      assert.match(officer.words, /1 line changed in the working document is not asked here/)
    })
  })
})
